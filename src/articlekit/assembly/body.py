"""Where the body of the article begins and ends, and what its blocks are."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.page_body import find_page_body, page_kind
from articlekit.assembly.text_body import find_text_body, text_kind
from articlekit.forms.datelines import find_dateline
from articlekit.forms.organizations import names_agency
from articlekit.grammar import Token
from articlekit.model import Block, BlockKind
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["find_body", "take_body", "take_dateline"]


def find_body(desk: Desk) -> None:
    """The sheets from the lead to the last paragraph: by the page's containers where it has some."""
    if desk.is_page:
        find_page_body(desk)
    else:
        find_text_body(desk)


def take_dateline(desk: Desk) -> None:
    """The dateline in front of the first paragraph."""
    first = desk.lead if desk.is_page else desk.body.start
    for sheet in desk.sheets[first : first + 1] if desk.body else ():
        found = sheet.dateline
        if found is not None:
            alone = found.span.end == len(sheet.text) and not found.value.text.endswith(" ")
            desk.fields["dateline"] = evolve(found.value, text=f"{found.value.text} ") if alone else found.value
            desk.claim("dateline", sheet, found.span, found.rule, found)
        elif desk.is_page and first:
            _take_dateline_above(desk, desk.sheets[first - 1])


def _take_dateline_above(desk: Desk, sheet: Sheet) -> None:
    """``LAKETOWN, Ohio AP —``: a dateline in an element of its own, its agency set apart by a style sheet alone."""
    line = _DATELINE.match(squeeze(sheet.text)) if sheet.free and not sheet.outside else None
    if line is None:
        return
    for text in (f"{line[1]} — ", *_with_agency(line[1].split())):
        found = find_dateline(text)
        if found is not None and found.span.end == len(text):
            desk.fields["dateline"] = evolve(found.value, text=f"{line[0]} ")
            desk.claim("dateline", sheet, Span(0, len(sheet.text)), found.rule)
            return


def _with_agency(words: Sequence[str]) -> Iterator[str]:
    """*words* with the agency that they end in set in brackets."""
    for cut in range(1, len(words)):
        if names_agency(" ".join(words[cut:])):
            yield f"{' '.join(words[:cut])} ({' '.join(words[cut:])}) — "


_DATELINE = Token(r"(\S[^\n]{2,60}?)\s?[—–-]{1,2}$")


def take_body(desk: Desk) -> None:
    """Paragraphs, headings, list items: what is left of the sheets of the body, page furniture out."""
    last: Sheet | None = None
    if desk.lede is not None and desk.lede.free:
        path = desk.append("body", Block(squeeze(desk.lede.text)))
        desk.claim(path, desk.lede, Span(0, len(desk.lede.text)), "body.standfirst")
    for number in desk.body:
        sheet = desk.sheets[number]
        for span in sheet.rest():
            kind = page_kind(sheet) if desk.is_page else text_kind(desk, sheet, span)
            if kind is None or (kind is BlockKind.HEADING and _is_headline(desk, sheet)):
                continue
            if last is not None and _goes_on(last, sheet):
                _add_to_last(desk, sheet, span)
            else:
                path = desk.append("body", Block(desk.line(sheet, span), kind))
                desk.claim(path, sheet, span, f"body.{kind.value.replace('_', '-')}")
            last = sheet


def _is_headline(desk: Desk, sheet: Sheet) -> bool:
    """Whether a heading in the story repeats its headline."""
    headline: str = desk.fields.get("headline", "")
    return squeeze(sheet.text).casefold() == headline.casefold()


def _goes_on(last: Sheet, sheet: Sheet) -> bool:
    """Whether a block is the rest of the paragraph that something beside the story has cut in two."""
    return sheet.tag == "p" and sheet.frame == last.frame and sheet.number > last.number + 1


def _add_to_last(desk: Desk, sheet: Sheet, span: Span) -> None:
    blocks = desk.fields["body"]
    blocks[-1] = evolve(blocks[-1], text=f"{blocks[-1].text} {desk.line(sheet, span)}")
    desk.claim(f"body[{len(blocks) - 1}]", sheet, span, "body.rest")
