"""People whom a page names in more than one place."""

from articlekit import ContributorNote, parse_text

PAGE = """Ferry strike ends

By AMY DEFREY and HUGO VAN DYKEN

OSLO (AP) — The ferries sailed on Friday. A first report by Amy DeFrey had named the wrong pier.

The crews had walked out in March and came back after eleven days at the table.

DeFrey reported from Bergen and Van Dyken from Oslo. Tom Reed contributed to this report.
"""


def test_authors_in_capitals_are_spelled_as_the_page_spells_them() -> None:
    authors = parse_text(PAGE).authors

    assert authors[0].name == "Amy DeFrey"
    assert authors[0].family == "DeFrey"


def test_surnames_in_a_note_are_the_authors() -> None:
    note = parse_text(PAGE).notes[-1]

    assert isinstance(note, ContributorNote)
    assert [person.name for credit in note.credits for person in credit.people] == [
        "Amy DeFrey",
        "Hugo Van Dyken",
        "Tom Reed",
    ]


def test_a_surname_that_two_authors_share_stays_as_it_is() -> None:
    page = PAGE.replace("AMY DEFREY and HUGO VAN DYKEN", "Ada Lind and Rosa Lind").replace(
        "DeFrey reported", "Lind said so. Lind reported"
    )
    note = parse_text(page).notes[-1]

    assert isinstance(note, ContributorNote)
    assert note.credits[0].people[0].name == "Lind"


def test_a_bare_name_above_its_role_is_the_byline() -> None:
    for below in ("Staff Writer", "ada.quill@ledger.example.com", "Ledger Staff\nJan. 5, 2024"):
        story = "FARGO, N.D. — The sheriff named a deputy on Monday.\n\nThe council met at noon to hear him."
        article = parse_text(f"Sheriff names deputy\n\nADA QUILL\n{below}\n\n{story}")

        assert article.headline == "Sheriff names deputy"
        assert [author.name for author in article.authors] == ["Ada Quill"]
        assert article.leftover == ()
