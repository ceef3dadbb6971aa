"""The lines of a page that may be its byline: around its headline, at the edges of the story, right below it."""

from collections.abc import Iterable

from articlekit.assembly.claimed_authors import is_about_pictures
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import is_whole_note
from articlekit.forms.datelines import find_dateline
from articlekit.forms.names import is_name
from articlekit.grammar import Finder
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers
from articlekit.model import Byline, CreditRole, Parsed
from articlekit.readers.draft import Hint

__all__ = [
    "LABELLED",
    "Line",
    "around",
    "called_below",
    "edges",
    "has_time",
    "has_time_beside",
    "opens",
    "read",
    "signed_below",
]

#: a sheet and the byline in it
Line = tuple[Sheet, Parsed[Byline]]

_ABOVE = 6  # blocks above the headline
_BELOW_LEAD = 8  # blocks behind the first paragraph
_LONGEST = 300  # code points of a byline
_LONGEST_TIME = 100
_BELOW_STORY = 16  # blocks
_RIGHT_BELOW = 5  # blocks
_LONGEST_SIGNED = 80  # code points of a line below the story
_MOST_READ = 16  # blocks that are read as bylines
#: what a line may be called that signs no story; who posts what is quoted in one wrote that alone
_NO_BYLINE = frozenset((Hint.HEADLINE, Hint.CAPTION, Hint.CREDIT, Hint.QUOTE))
#: the rules that read a line which says *by*
LABELLED = ("byline.labelled", "byline.inside")
#: how labels begin that name the author of a page
_AUTHOR = ("author", "autor", "auteur")
#: words that open a byline behind a separator: ``April 25 | By Ada Quill``
_BY = frozenset(("by", "von", "por", "par"))
_FEWEST_WORDS, _MOST_WORDS = 2, 5  # of a name


def around(desk: Desk) -> list[Sheet]:
    """The lines between headline and story, and those right above the headline, that may be bylines."""
    headline = desk.headline.number if desk.headline is not None else desk.lead - _ABOVE
    sheets = [
        sheet
        for sheet in desk.sheets[max(headline - _ABOVE, 0) : desk.lead + _BELOW_LEAD]
        if sheet.free
        and not sheet.outside
        and sheet.hint not in _NO_BYLINE
        and len(sheet.text) <= _LONGEST
        and (not sheet.is_sentence or _INITIAL.first(sheet.text))
        and not (sheet.number > desk.lead and is_whole_note(sheet))
    ]
    return sorted(sheets[-_MOST_READ:], key=lambda sheet: (sheet.number < headline, sheet.number))


#: a name that ends as sentences do: ``Ada Quill M.``
_INITIAL = Finder(r"^(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*\s){1,4}[^\W\d_]\.$")


def opens(text: str) -> bool:
    """Whether a line opens with a word that opens a byline, or has one inside."""
    words = words_key(text).split()
    return bool(words) and (words[0].rstrip(":") in openers("byline_labels") or not _BY.isdisjoint(words))


def read(sheets: Iterable[Sheet]) -> list[Line]:
    """Those of *sheets* that read as a byline of the story, with what they read as."""
    return [
        (s, s.byline)
        for s in sheets
        if s.byline is not None and s.hint is not Hint.QUOTE and not _is_of_something_else(s.byline.value)
    ]


def _is_of_something_else(byline: Byline) -> bool:
    """Whether a line names a photographer, or has figures in its names: a day in a script without blanks, a product."""
    names = [author.name for author in byline.authors] or byline.organizations
    return is_about_pictures(byline) or any(character.isdigit() for name in names for character in name)


def has_time(sheet: Sheet) -> bool:
    """Whether a line holds a time itself: ``June 3, 2024 | Ada Quill``."""
    return any(map(str.isdigit, sheet.text)) and sheet.byline is not None and sheet.byline.rule == "byline.timed"


def has_time_beside(desk: Desk, sheet: Sheet) -> bool:
    """Whether the line right above or below is a time."""
    beside = [desk.sheets[n] for n in (sheet.number - 1, sheet.number + 1) if 0 <= n < len(desk.sheets)]
    sheet.signs = any(map(_is_time, beside))
    return sheet.signs


def _is_time(sheet: Sheet) -> bool:
    if sheet.hint is Hint.TIME:
        return True
    if len(sheet.text) > _LONGEST_TIME or not any(map(str.isdigit, sheet.text)) or sheet.byline is None:
        return False
    return sheet.byline.value.published is not None and not sheet.byline.value.authors


def edges(desk: Desk) -> list[Line]:
    """The line above the first paragraph and the last line of the story, where they are signed: bare or behind *by*."""
    lines = []
    for number in (desk.lead - 1, desk.body.stop - 1):
        sheet = desk.sheets[number] if desk.body and number >= 0 else None
        if sheet is not None and not sheet.outside and not sheet.apart and _is_signature(sheet):
            sheet.signs = True
            lines += read([sheet])
    return lines


def _is_signature(sheet: Sheet) -> bool:
    if _is_bare_name(sheet):
        return True
    short = sheet.free and len(sheet.text) <= _LONGEST_SIGNED and not sheet.is_sentence and opens(sheet.text)
    return short and sheet.byline is not None and sheet.byline.rule == "byline.labelled" and not _names_editors(sheet)


def _is_bare_name(sheet: Sheet) -> bool:
    names = [name.split() for name in sheet.text.split("/")]
    named = all(_FEWEST_WORDS <= len(words) <= _MOST_WORDS and is_name(words) for words in names)
    return named and sheet.free and not sheet.is_sentence and find_dateline(f"{sheet.text} — ") is None


def signed_below(desk: Desk) -> list[Line]:
    """A line below the story that says who its author is; one that only says *by* is another story's as often."""
    below = desk.sheets[desk.body.stop : desk.body.stop + _BELOW_STORY]
    near = [sheet for sheet in below if not sheet.outside and sheet.free and len(sheet.text) <= _LONGEST_SIGNED]
    signed = read(s for s in near if s.text.lower().startswith(_AUTHOR) and not _names_editors(s))
    return [line for line in signed if line[1].rule in LABELLED][:1]


def called_below(desk: Desk) -> list[Line]:
    """A name right below the story that the page calls its author's."""
    below = desk.sheets[desk.body.stop : desk.body.stop + _RIGHT_BELOW]
    return read(s for s in below if s.hint is Hint.BYLINE and not s.outside and s.free and _is_bare_name(s))


def _names_editors(sheet: Sheet) -> bool:
    """Whether a line is a note that names editors too, who are no authors: ``Reporting by …; Editing by …``."""
    return sheet.note is not None and any(credit.role is CreditRole.EDITING for credit in sheet.note.value.credits)
