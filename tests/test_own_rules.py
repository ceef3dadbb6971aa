"""Rules of one's own reach whole documents: each form, text and HTML."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from articlekit import (
    Article,
    Byline,
    Caption,
    Contributor,
    ContributorNote,
    Credit,
    CreditRole,
    Dateline,
    EndMatter,
    EndMatterKind,
    FormRules,
    InvalidValue,
    Place,
    explain_html,
    explain_text,
    parse_html,
    parse_text,
    parse_texts,
)
from articlekit.forms import bylines, captions, datelines, endmatter, notes
from articlekit.grammar import Rule, Scanner, Token

STORY = "The pier over the harbor reopened on Friday, a year after the storm that closed it, its keeper said."


def rule(words: str, value: object) -> Rule[Any]:
    """A rule that reads *words* as *value*."""
    token = Token(words)

    def read(scanner: Scanner) -> object:
        return value if scanner.take(token) else None

    return Rule("mine", read)


#: what each form would not read, the rules that do, and what shows it in the article
CASES: dict[str, tuple[str, FormRules, Callable[[Article], object], object]] = {
    "datelines": (
        f"Pier reopens\n\nPIER DESK ~ {STORY}\n\n{STORY}",
        FormRules(datelines=(rule("PIER DESK ~ ", Dateline((Place("Pier"),), text="PIER DESK ~ ")), *datelines.RULES)),
        lambda article: article.dateline and article.dateline.places[0].city,
        "Pier",
    ),
    "bylines": (
        f"Pier reopens\n\naq/Pier desk\n\n{STORY}\n\n{STORY}",
        FormRules(
            bylines=(rule("aq/Pier desk$", Byline((Contributor("Ada Quill"),), text="aq/Pier desk")), *bylines.RULES)
        ),
        lambda article: [author.name for author in article.authors],
        ["Ada Quill"],
    ),
    "notes": (
        f"Pier reopens\n\n{STORY}\n\n{STORY}\n\n~aq helped~",
        FormRules(
            notes=(
                rule(
                    "~aq helped~$",
                    ContributorNote((Credit(CreditRole.REPORTING, (Contributor("Ada Quill"),)),), text="~aq helped~"),
                ),
                *notes.RULES,
            )
        ),
        lambda article: [type(note).__name__ for note in article.notes],
        ["ContributorNote"],
    ),
    "end matter": (
        f"Pier reopens\n\n{STORY}\n\n{STORY}\n\n~~~ 30 ~~~",
        FormRules(
            end_matter=(
                rule("~~~ 30 ~~~$", EndMatter(EndMatterKind.COPYRIGHT, text="~~~ 30 ~~~")),
                *endmatter.RULES,
            )
        ),
        lambda article: [note.text for note in article.notes],
        ["~~~ 30 ~~~"],
    ),
}


@pytest.mark.parametrize("form", CASES)
def test_rules_reach_text_and_pages(form: str) -> None:
    text, rules, shown, expected = CASES[form]
    page = "".join(f"<p>{block}</p>" for block in text.split("\n\n")).replace(
        "<p>Pier reopens</p>", "<h1>Pier reopens</h1>"
    )

    assert shown(parse_text(text)) != expected
    assert shown(parse_text(text, rules=rules)) == expected
    assert shown(parse_texts(text, rules=rules)[0]) == expected
    assert shown(explain_text(text, rules=rules).article) == expected
    assert shown(parse_html(page, rules=rules)) == expected
    assert shown(explain_html(page, rules=rules).article) == expected


def test_rules_reach_captions_of_pages() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>#gull</figcaption></figure>"
    page = f"<h1>Pier reopens</h1><p>{STORY}</p>{figure}<p>{STORY}</p>"
    rules = FormRules(captions=(rule("#gull$", Caption("A gull.")), *captions.RULES))

    assert [photo.caption.text_only for photo in parse_html(page, rules=rules).photos] == ["A gull."]


def test_rules_reach_what_metadata_claim() -> None:
    page = f"<meta name='author' content='aq'><h1>Pier reopens</h1><p>{STORY}</p><p>{STORY}</p>"
    rules = FormRules(bylines=(rule("aq$", Byline((Contributor("Ada Quill"),), text="aq")), *bylines.RULES))

    assert [author.name for author in parse_html(page, rules=rules).authors] == ["Ada Quill"]


@pytest.mark.parametrize("rules", [None, rule("a", "b"), [len], "By"])
def test_what_are_no_rules_are_told_so_at_once(rules: Any) -> None:
    with pytest.raises(InvalidValue, match=r"FormRules\.bylines is a sequence of Rule"):
        FormRules(bylines=rules)


def sign_of_the_desk(scanner: Scanner) -> Byline | None:
    found = scanner.take(Token("aq/Pier desk$"))
    return Byline((Contributor("Ada Quill"),), text="aq/Pier desk") if found else None


def test_a_process_pool_can_hand_rules_over() -> None:
    mine = FormRules(bylines=(Rule("mine", sign_of_the_desk), *bylines.RULES), end_matter=endmatter.RULES[:2])
    text = f"Pier reopens\n\naq/Pier desk\n\n{STORY}\n\n{STORY}"

    back = pickle.loads(pickle.dumps(mine))  # noqa: S301 - our own
    assert repr(back) == repr(mine)
    assert back.datelines is datelines.RULES
    assert parse_text(text, rules=back) == parse_text(text, rules=mine) != parse_text(text)
    assert copy.copy(FormRules()).bylines is bylines.RULES
