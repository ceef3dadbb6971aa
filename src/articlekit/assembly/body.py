"""Where the body of the article begins and ends, and what its blocks are."""

from attrs import evolve

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.page_body import find_page_body, page_kind
from articlekit.assembly.text_body import find_text_body, text_kind
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
            desk.fields["dateline"] = found.value
            desk.claim("dateline", sheet, found.span, found.rule, found)


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
