"""
Hypothesis strategies for articles and what they are made of, to test a pipeline of your own with.

Values are valid by construction; those of forms are what a wire or a newspaper could print, so that they can be
written and read back. Names, places and agencies are invented or common knowledge, and no source's text. They need
Hypothesis: ``pip install 'articlekit[hypothesis]'``::

    from hypothesis import given
    from articlekit import parse_html, strategies

    @given(strategies.damaged(strategies.pages()))
    def test_my_pipeline_never_falls(page):
        my_pipeline(page)
"""

import datetime as dt
import html
from collections.abc import Callable
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from articlekit.forms.bylines import format_byline
from articlekit.forms.captions import format_caption
from articlekit.forms.datelines import format_dateline
from articlekit.forms.names import parts_of_name
from articlekit.forms.notes import format_contributor_note
from articlekit.forms.places import make_place
from articlekit.lexicon.loader import rows
from articlekit.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    Caption,
    Contributor,
    ContributorNote,
    Credit,
    CreditFlag,
    CreditRole,
    Dateline,
    Emphasis,
    EmphasisKind,
    EndMatter,
    EndMatterKind,
    Image,
    LineBreak,
    Link,
    PartialDate,
    Photo,
    PhotoCredit,
    Place,
    Subject,
    Table,
)
from articlekit.span import Span

__all__ = [
    "articles",
    "blocks",
    "bylines",
    "captions",
    "contributor_notes",
    "contributors",
    "damaged",
    "datelines",
    "names",
    "pages",
    "partial_dates",
    "photo_credits",
    "places",
    "tables",
    "texts",
]

Source = TypeVar("Source", str, bytes)

_AWKWARD_CITIES = ["O'FALLON", "ST. PAUL", "McALLEN", "COEUR D'ALENE", "WINSTON-SALEM", "SÃO PAULO", "AX", "N'DJAMENA"]
_AGENCIES = ["AP", "Reuters", "AFP", "UPI", "dpa", "Xinhua", "CNN", "Kyodo", "TASS"]
_LAST = dt.date(2099, 12, 31)
_PRINTED_TIMES = (dt.datetime(1961, 1, 1), dt.datetime(2099, 12, 31))  # noqa: DTZ001  (a printed time has no zone)
_GIVEN = ["Ada", "Tobias", "Inès", "Hugo", "J. Odile", "Mary Clare", "R.C.", "Jean-Luc"]
_FAMILY = ["Quill", "van der Meer", "O'Dell", "McNeil", "Thomson-DeVeaux", "de la Cruz", "Bello", "Marsh Jr."]


def _cities() -> list[str]:
    return [row[0] for table in ("standalone_us", "standalone_world") for row in rows(table)] + _AWKWARD_CITIES


def _qualifiers() -> list[str]:
    return [ap for _, _, _, ap, _ in rows("regions")] + [row[0] for row in rows("countries")]


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Any partial date."""
    days = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))
    keep = st.sets(st.sampled_from(["year", "month", "day", "weekday"]), min_size=1)

    def cut(day: dt.date, parts: set[str]) -> PartialDate:
        whole = {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()}
        return PartialDate(**{part: whole[part] for part in parts})

    return st.builds(cut, days, keep)


def printed_days() -> st.SearchStrategy[PartialDate]:
    """Days as a dateline prints them: a month and day, with or without a year."""
    days = st.dates(dt.date(1961, 1, 1), dt.date(2030, 12, 31))
    return st.builds(
        lambda day, year: PartialDate(year=day.year if year else None, month=day.month, day=day.day),
        days,
        st.booleans(),
    )


def places() -> st.SearchStrategy[Place]:
    """Places as datelines write them."""
    return st.builds(
        lambda city, qualifier: make_place(city, (qualifier,) if qualifier else ()),
        st.deferred(lambda: st.sampled_from(_cities())),
        st.none() | st.deferred(lambda: st.sampled_from(_qualifiers())),
    )


def datelines() -> st.SearchStrategy[Dateline]:
    """Datelines that a wire could print: places, an agency, sometimes a day."""
    return st.builds(
        Dateline,
        st.lists(places(), min_size=1, max_size=2, unique=True).map(tuple),
        st.lists(st.sampled_from(_AGENCIES), min_size=1, max_size=2, unique=True).map(tuple),
        st.none() | printed_days(),
    )


def names() -> st.SearchStrategy[str]:
    """Names of people, initials, particles and suffixes among them."""
    return st.builds("{} {}".format, st.sampled_from(_GIVEN), st.sampled_from(_FAMILY))


def contributors() -> st.SearchStrategy[Contributor]:
    """People as a byline names them: a name in its parts, sometimes an organisation, a role or an address."""
    return st.builds(
        lambda name, organization, role, email: evolve(_author(name, organization, role), email=email),
        names(),
        st.none() | st.sampled_from(["AP", "Reuters", "Harbor Ledger"]),
        st.none() | st.sampled_from(["Staff Writer", "Political Correspondent"]),
        st.none() | st.just("desk@ledger.example"),
    )


def _author(name: str, organization: str | None, role: str | None) -> Contributor:
    given, family = parts_of_name(name)
    suffix = "Jr." if name.endswith("Jr.") else None
    return Contributor(name, given=given, family=family, suffix=suffix, organization=organization, role=role)


def bylines() -> st.SearchStrategy[Byline]:
    """Bylines of people of one organisation, of organisations alone, and of collectives, with times."""
    moments = st.none() | st.dates(dt.date(1961, 1, 1), _LAST) | st.datetimes(*_PRINTED_TIMES).map(_to_the_minute)
    organizations = st.sampled_from(["AP", "The Associated Press", "Reuters", "The New York Times"])

    def signed(people: list[str], organization: str | None, role: str | None, published: dt.date | None) -> Byline:
        last = len(people) - 1
        authors = tuple(_author(name, organization, role if i == last else None) for i, name in enumerate(people))
        return Byline(authors, (organization,) if organization else (), published=published)

    people = st.lists(names(), min_size=1, max_size=4, unique=True)
    roles = st.none() | st.sampled_from(["Sports Writer", "Staff Writer", "Political Correspondent"])
    return st.builds(signed, people, st.none() | organizations, roles, moments) | st.builds(
        lambda name, published: Byline(organizations=(name,), published=published), organizations, moments
    )


def _to_the_minute(moment: dt.datetime) -> dt.datetime:
    return moment.replace(second=0, microsecond=0, fold=0)


def contributor_notes() -> st.SearchStrategy[ContributorNote]:
    """Notes of one to three credits, people of one organisation in places or without."""
    organizations = st.none() | st.sampled_from(["The Associated Press", "CNN", "Reuters"])

    def credit(role: CreditRole, people: list[str], organization: str | None, places: list[str]) -> Credit:
        located = len(places) >= len(people)
        return Credit(
            role,
            tuple(
                Contributor(name, organization=organization, location=places[i] if located else None)
                for i, name in enumerate(people)
            ),
            (organization,) if organization else (),
        )

    plain = names().filter(lambda name: not name.endswith("Jr."))
    clauses = st.builds(
        credit,
        st.sampled_from(CreditRole),
        st.lists(plain, min_size=1, max_size=3, unique=True),
        organizations,
        st.lists(st.sampled_from(["Kyiv", "Des Moines, Iowa", "New York", "The Hague"]), max_size=3),
    )
    return st.lists(clauses, min_size=1, max_size=3).map(lambda found: ContributorNote(tuple(found)))


def photo_credits() -> st.SearchStrategy[PhotoCredit]:
    """Credit lines of agencies and photographers, with conditions."""
    return st.builds(
        PhotoCredit,
        st.lists(names(), max_size=1).map(tuple),
        st.lists(st.sampled_from(["AP", "Reuters", "Getty Images", "AFP"]), min_size=1, max_size=2, unique=True).map(
            tuple
        ),
        st.lists(st.sampled_from([CreditFlag.FILE, CreditFlag.POOL]), unique=True).map(tuple),
    )


def captions() -> st.SearchStrategy[Caption]:
    """Captions without people, of a scene that names no town."""
    prose = st.sampled_from(["A gull stands on the pier.", "Workers carry a ledger.", "The bridge at dusk."])
    return st.builds(
        lambda text, credit: Caption(text, file=CreditFlag.FILE in credit.flags, credit=credit), prose, photo_credits()
    )


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Blocks of every kind but tables, with links, emphasis and line breaks in their text."""
    text = draw(st.text(min_size=2, max_size=20))
    kind = draw(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.TABLE]))
    spans = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(
        lambda ends: Span(*sorted(ends))
    )
    mark = (
        st.builds(Link, spans, url=st.text(min_size=1, max_size=9))
        | st.builds(Emphasis, spans, kind=st.sampled_from(EmphasisKind))
        | st.builds(LineBreak, spans)
    )
    marks = tuple(draw(st.lists(mark, max_size=3)))
    level, number = draw(st.none() | st.integers(1, 6)), draw(st.none() | st.integers(-5, 99))
    return Block(text, kind, marks=marks, level=level, number=number)


def tables() -> st.SearchStrategy[Table]:
    """Tables of a few rows, headed or not."""
    cells = st.lists(st.text(max_size=6), min_size=2, max_size=3).map(tuple)
    return st.builds(Table, st.lists(cells, max_size=3).map(tuple), header=st.just(()) | cells)


def articles() -> st.SearchStrategy[Article]:
    """Articles with every field filled or empty, surfaces included."""
    words = st.text(max_size=20)
    filled = st.text(min_size=1, max_size=20)
    zones = st.none() | st.just(dt.timezone(dt.timedelta(hours=-5)))
    moments = st.none() | st.dates() | st.datetimes(timezones=zones).map(lambda moment: moment.replace(fold=0))
    contributors = st.builds(Contributor, filled, role=st.none() | filled, email=st.none() | filled)
    clauses = st.builds(Credit, st.sampled_from(CreditRole), st.tuples(contributors), st.just(()))
    notes = st.builds(ContributorNote, st.tuples(clauses), words) | st.builds(
        EndMatter, st.sampled_from(EndMatterKind), words
    )
    caption = st.builds(
        Caption,
        filled,
        file=st.booleans(),
        people=st.tuples(st.builds(Subject, filled, st.none() | filled)),
        dates=st.tuples(partial_dates()),
        place=st.none() | places(),
        credit=st.none() | photo_credits(),
        text=words,
    )
    return st.builds(
        Article,
        headline=st.none() | words,
        byline=st.none() | st.builds(Byline, st.tuples(contributors), published=moments, text=words),
        published=moments,
        dateline=st.none() | datelines(),
        body=st.lists(blocks() | tables(), max_size=3).map(tuple),
        images=st.lists(st.builds(Image, filled, width=st.none() | st.integers(1, 4000)), max_size=2).map(tuple),
        languages=st.lists(st.sampled_from(["en", "en-US", "zh-Hant"]), max_size=2).map(tuple),
        description=st.none() | words,
        canonical_url=st.none() | filled,
        photos=st.lists(st.builds(Photo, caption, st.none() | words), max_size=2).map(tuple),
        notes=st.lists(notes, max_size=2).map(tuple),
        keywords=st.lists(words, max_size=2).map(tuple),
        leftover=st.lists(words, max_size=2).map(tuple),
    )


def texts() -> st.SearchStrategy[str]:
    """Any text at all, lone surrogates and NUL among it."""
    return st.text(st.characters(), max_size=200) | st.text("AB (),.-—/\n\x00\ud800by'’1", max_size=200)


_SENTENCES = (
    "The bridge over the river reopened on Friday, eleven months after the flood that closed it.",
    "Its keeper said the piers had been mended by hand, since no machine could reach them.",
    "About 400 people had waited since the morning, some of them with gulls.",
    "The county will look at the bridge again in autumn, and at the ferry that took its place.",
    "Nobody was hurt when it closed, a report found, but for a clerk who had counted the planks.",
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Pages of HTML that hold a story: headline, byline, a dateline in front, paragraphs, a caption, a note, a menu."""
    byline = format_byline(draw(bylines()))
    lead = format_dateline(draw(datelines()))
    story = draw(st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=9))
    caption, note = draw(st.none() | captions()), draw(st.none() | contributor_notes())
    blocks = [f"<p>{html.escape(text)}</p>" for text in (lead + story[0], *story[1:])]
    if caption is not None:
        blocks.insert(
            1, f"<figure><img src=pier.jpg><figcaption>{html.escape(format_caption(caption))}</figcaption></figure>"
        )
    if note is not None:
        blocks.append(f"<p>{html.escape(format_contributor_note(note))}</p>")
    menu = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"
    head = f"<h1>Harbor bridge reopens</h1><div class=byline>{html.escape(byline)}</div>"
    return f"<!DOCTYPE html><title>Harbor bridge reopens</title>{menu}<article>{head}{''.join(blocks)}</article>"


def _with_rubbish(text: Source, i: int) -> Source:
    if isinstance(text, str):
        return text[:i] + "\ud800\x00" + text[i:]
    return text[:i] + b"\xed\xa0\x00" + text[i:]


def damaged(valid: st.SearchStrategy[Source]) -> st.SearchStrategy[Source]:
    """Valid text or bytes with a piece deleted, doubled or swapped, cut at either end, or with something put in."""
    harms: list[Callable[[Source, int], Source]] = [
        lambda text, i: text[:i] + text[i + 1 :],
        lambda text, i: text[:i] + text[i : i + 1] * 2 + text[i + 1 :],
        lambda text, i: text[:i] + text[i + 1 : i + 2] + text[i : i + 1] + text[i + 2 :],
        lambda text, i: text[:i],
        lambda text, i: text[i:],
        lambda text, i: text[:i] + text[i:].swapcase(),
        _with_rubbish,
    ]
    return st.builds(
        lambda text, harm, at: harm(text, at % (len(text) + 1)), valid, st.sampled_from(harms), st.integers(0, 10_000)
    )
