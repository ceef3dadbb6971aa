"""What a sheet is by marks of its own: a caption, a contributor note, a time, the name of a site."""

import re

from articlekit.assembly.desk import Sheet
from articlekit.assembly.lines import opens_as_byline
from articlekit.grammar import Finder
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases, widest
from articlekit.model import EndMatterKind

__all__ = [
    "SITE_MARK",
    "ends_with_and",
    "is_caption",
    "is_of_the_page",
    "is_time_line",
    "is_whole_note",
    "opens_as_time",
    "opens_with_and",
]

#: what a caption with a file marker or a credit has: a bracket, a slash, a label, an agency, no full stop at its end
_MAY_BE_CAPTION = Finder(
    r"[/©|)\]]|FILE|ARCHIV|[Pp]hoto|[Ff]oto|[Ii]mage|[Pp]icture|[Cc]redit|[Cc]ourtesy|[Hh]andout|Press|Getty|Reuters"
    r"|[A-Z]{2,}|[^.!?…\"”’']$"
)
#: what parts a headline or an author from the name of the site
SITE_MARK = Finder(r"\s[|–—·•»-]\s|\s?[|｜]\s?")
_SHORTEST_LABEL = 4  # letters
_MOST_WORDS = 5  # of a time that ends in a full stop

_LONGEST_PAGE_LINE = 400  # code points of a line that is known by its words
_PAGE_WORDS = Finder(lambda: r"\b(?:" + "|".join(map(re.escape, sorted(phrases("page_words")))) + r")\b", re.IGNORECASE)


def is_caption(sheet: Sheet) -> bool:
    """Whether a sheet is a caption by its own marks: a file marker, or a credit at its end that names somebody."""
    found = sheet.caption_frame if _MAY_BE_CAPTION.first(sheet.text) else None
    if found is None or not (found.file or found.credit) or sheet.dateline is not None or _is_no_picture(sheet):
        return False
    if found.file and sheet.text.upper().startswith(("FILE", "(FILE", "ARCHIV")):
        return True
    return found.credit is not None and bool(found.credit.agencies or found.credit.photographers)


def _is_no_picture(sheet: Sheet) -> bool:
    """A byline, ``By Ada Quill, The Associated Press``, or a copyright line, though a credit line may read the same."""
    if sheet.end_matter is not None and sheet.end_matter.kind is EndMatterKind.COPYRIGHT:
        return True
    found = sheet.byline if opens_as_byline(sheet.text) else None
    return (
        found is not None
        and found.rule == "byline.labelled"
        and found.span.start == 0
        and bool(found.value.authors)
        and not any(words_key(author.role or "") in phrases("picture_roles") for author in found.value.authors)
    )


def is_whole_note(sheet: Sheet) -> bool:
    """Whether a sheet is a contributor note and nothing else of weight."""
    return sheet.note is not None and len(sheet.note.span) * 2 > len(sheet.text)


def is_of_the_page(sheet: Sheet) -> bool:
    """Whether a line is about the page and not of the story: consent, subscription, players."""
    return len(sheet.text) <= _LONGEST_PAGE_LINE and _PAGE_WORDS.first(sheet.text) is not None


def opens_as_time(text: str) -> bool:
    """Whether a line opens with a label of times, ``Published on``; a small word such as *on* opens sentences too."""
    words = words_key(text).replace(":", "").split()[: widest("time_labels")]
    openings = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return any(len(opening) >= _SHORTEST_LABEL and opening in phrases("time_labels") for opening in openings)


def opens_with_and(text: str) -> bool:
    """Whether a line goes on with a list: ``and Tom Reed``."""
    return _is_and(words_key(text[:_LONGEST_AND]).partition(" ")[0])


def ends_with_and(text: str) -> bool:
    """Whether a list goes on in the next line: ``By Ada Quill and``, ``By Ada Quill,``."""
    return text.endswith((",", "&")) or _is_and(words_key(text[-_LONGEST_AND:]).rpartition(" ")[2])


def _is_and(key: str) -> bool:
    return mapping("and_words").get(key) == "any case"


_LONGEST_AND = 12  # code points


def is_time_line(sheet: Sheet) -> bool:
    """Whether a line is a time of publication or change and names nobody; a sentence that tells one is none."""
    # a time has figures; to look for them costs nothing beside reading the line
    found = sheet.byline if any(map(str.isdigit, sheet.text)) else None
    if found is None or (sheet.is_sentence and not opens_as_time(sheet.text) and len(sheet.text.split()) > _MOST_WORDS):
        return False
    value = found.value
    return (value.published is not None and not (value.authors or value.organizations or value.collective)) or (
        value.updated is not None and not value.authors
    )
