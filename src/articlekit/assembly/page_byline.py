"""
The byline of a page: what it shows beside what its metadata claim.

Who is believed, in this order: lines that name everybody whom the metadata name, since they know
roles as well; lines that say *by* between headline and story; people whom the metadata name; people
in any line that says *by*, in what the page calls its byline, beside a time, between headline and
story, at the end of the story; whomever else the metadata name; whomever else such a line names.
So ``By Ada Quill`` on the page beats ``CNN Wire`` in the metadata, and ``Ada Quill`` in the metadata
beats ``Harbor Ledger`` on the page.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from articlekit.assembly.claimed_authors import (
    Claimed,
    claimed_authors,
    folded_name,
    is_about_pictures,
    take_claimed_authors,
)
from articlekit.assembly.desk import Desk, Sheet
from articlekit.forms.datelines import find_dateline
from articlekit.forms.names import has_given_name, is_name
from articlekit.grammar import Finder
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers
from articlekit.model import Byline, Contributor, CreditRole, Parsed
from articlekit.readers.draft import Hint

__all__ = ["take_page_byline"]

_Line = tuple[Sheet, Parsed[Byline]]

_ABOVE = 6  # blocks above the headline
_BELOW_LEAD = 8  # blocks behind the first paragraph
_LONGEST = 300  # code points of a byline
_LONGEST_TIME = 100
_BELOW_STORY = 16  # blocks
_RIGHT_BELOW = 5  # blocks
_LONGEST_SIGNED = 80  # code points of a line below the story
_MOST_READ = 16  # blocks that are read as bylines
_FEWEST_WORDS, _MOST_WORDS = 2, 5  # of a name
_BESIDE = 3  # blocks between the lines of one byline
_NO_BYLINE = frozenset((Hint.HEADLINE, Hint.CAPTION, Hint.CREDIT))
_LABELLED = ("byline.labelled", "byline.inside")
#: how labels begin that name the author of a page
_AUTHOR = ("author", "autor", "auteur")
#: words that open a byline behind a separator: ``April 25 | By Ada Quill``
_BY = frozenset(("by", "von", "por", "par"))


def take_page_byline(desk: Desk) -> None:
    """The byline of a page that has containers."""
    if not desk.is_page:
        return
    vocabularies = claimed_authors(desk)
    claimed = vocabularies[0] if vocabularies else ()
    around = _around(desk)
    called = _read([sheet for sheet in around if sheet.hint is Hint.BYLINE or _opens(sheet.text)])
    people = [pair for pair in claimed if any(map(_is_whole, pair[1].authors))]
    rivals = next(filter(None, _rivals(people, vocabularies, called)), [])
    lines = _lines_of(claimed, called) or rivals or _said(desk, people, called)
    if lines:
        _take_lines(desk, lines)
    elif people:
        take_claimed_authors(desk, people)
    else:
        _take_whom_the_page_shows(desk, claimed, called, around)


def _take_whom_the_page_shows(desk: Desk, claimed: Claimed, called: Sequence[_Line], around: Sequence[Sheet]) -> None:
    shown: list[list[_Line]] = []
    for lines in _by_belief(desk, called, around):
        shown.append(lines)
        people = [line for line in lines if _names_people(*line)]
        if people:
            near = [line for line in people[1:] if _is_beside(line, people[:1])]
            others = [line for line in near if _are_known(line[1].value) or not line[0].text.isupper()]
            _take_lines(desk, [people[0], *others])
            return
    if claimed:
        take_claimed_authors(desk, claimed)
        return
    anybody = next((line for lines in shown for line in lines if _names_anybody(*line)), None)
    if anybody is not None:
        _take_lines(desk, [anybody])


def _by_belief(desk: Desk, called: Sequence[_Line], around: Sequence[Sheet]) -> Iterator[list[_Line]]:
    """The lines that may be the byline, the most believed first, each group read when those before named nobody."""
    yield [line for line in called if line[1].rule in _LABELLED]
    yield list(called)
    floor = desk.headline.number if desk.headline is not None else desk.lead - _ABOVE
    unnamed = _read([s for s in around if floor < s.number <= desk.lead or _has_time(s) or _has_time_beside(desk, s)])
    yield [line for line in unnamed if line[1].rule == "byline.timed"]
    yield unnamed
    yield _edges(desk)
    yield _signed_below(desk)
    yield _called_below(desk)


# --------------------------------------------------------------------------- lines


def _around(desk: Desk) -> list[Sheet]:
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
    ]
    return sorted(sheets[-_MOST_READ:], key=lambda sheet: (sheet.number < headline, sheet.number))


#: a name that ends as sentences do: ``Ada Quill M.``
_INITIAL = Finder(r"^(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*\s){1,4}[^\W\d_]\.$")


def _opens(text: str) -> bool:
    """Whether a line opens with a word that opens a byline, or has one inside."""
    words = words_key(text).split()
    return bool(words) and (words[0].rstrip(":") in openers("byline_labels") or not _BY.isdisjoint(words))


def _read(sheets: Iterable[Sheet]) -> list[_Line]:
    return [(s, s.byline) for s in sheets if s.byline is not None and not _is_of_something_else(s.byline.value)]


def _is_of_something_else(byline: Byline) -> bool:
    """Whether a line names a photographer, or has figures in its names: a day in a script without blanks, a product."""
    names = [author.name for author in byline.authors] or byline.organizations
    return is_about_pictures(byline) or any(character.isdigit() for name in names for character in name)


def _has_time(sheet: Sheet) -> bool:
    """Whether a line holds a time itself: ``June 3, 2024 | Ada Quill``."""
    return any(map(str.isdigit, sheet.text)) and sheet.byline is not None and sheet.byline.rule == "byline.timed"


def _has_time_beside(desk: Desk, sheet: Sheet) -> bool:
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


def _edges(desk: Desk) -> list[_Line]:
    """The line above the first paragraph and the last line of the story, where they are signed: bare or behind *by*."""
    lines = []
    for number in (desk.lead - 1, desk.body.stop - 1):
        sheet = desk.sheets[number] if desk.body and number >= 0 else None
        if sheet is not None and not sheet.outside and not sheet.apart and _is_signature(sheet):
            sheet.signs = True
            lines += _read([sheet])
    return lines


def _is_signature(sheet: Sheet) -> bool:
    if _is_bare_name(sheet):
        return True
    short = sheet.free and len(sheet.text) <= _LONGEST_SIGNED and not sheet.is_sentence and _opens(sheet.text)
    return short and sheet.byline is not None and sheet.byline.rule == "byline.labelled" and not _names_editors(sheet)


def _is_bare_name(sheet: Sheet) -> bool:
    names = [name.split() for name in sheet.text.split("/")]
    named = all(_FEWEST_WORDS <= len(words) <= _MOST_WORDS and is_name(words) for words in names)
    return named and sheet.free and not sheet.is_sentence and find_dateline(f"{sheet.text} — ") is None


def _signed_below(desk: Desk) -> list[_Line]:
    """A line below the story that says who its author is; one that only says *by* is another story's as often."""
    below = desk.sheets[desk.body.stop : desk.body.stop + _BELOW_STORY]
    near = [sheet for sheet in below if not sheet.outside and sheet.free and len(sheet.text) <= _LONGEST_SIGNED]
    signed = _read(s for s in near if s.text.lower().startswith(_AUTHOR) and not _names_editors(s))
    return [line for line in signed if line[1].rule in _LABELLED][:1]


def _called_below(desk: Desk) -> list[_Line]:
    """A name right below the story that the page calls its author's."""
    below = desk.sheets[desk.body.stop : desk.body.stop + _RIGHT_BELOW]
    return _read(s for s in below if s.hint is Hint.BYLINE and not s.outside and s.free and _is_bare_name(s))


def _names_editors(sheet: Sheet) -> bool:
    """Whether a line is a note that names editors too, who are no authors: ``Reporting by …; Editing by …``."""
    return sheet.note is not None and any(credit.role is CreditRole.EDITING for credit in sheet.note.value.credits)


# --------------------------------------------------------------------------- whom they name


def _lines_of(claimed: Claimed, lines: Sequence[_Line]) -> list[_Line]:
    """The lines that name everybody whom the metadata name, with those of co-authors beside them."""
    wanted = _names(claimed)
    named = {folded_name(author.name) for _, found in lines for author in found.value.authors}
    if not wanted or not wanted <= named:
        return []
    near = [line for line in lines if any(folded_name(a.name) in wanted for a in line[1].value.authors)]
    others = [line for line in lines if line not in near and _are_known(line[1].value) and _is_beside(line, near)]
    return sorted(near + others, key=lambda line: line[0].number)


def _rivals(people: Claimed, vocabularies: Iterable[Claimed], lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines that name whom another vocabulary names than *people*, and none of these: those who are shown wrote."""
    known = _names(people)
    return (_lines_of(claimed, lines) for claimed in vocabularies if known.isdisjoint(_names(claimed)))


def _said(desk: Desk, people: Claimed, lines: Sequence[_Line]) -> list[_Line]:
    """The lines between headline and story that say *by* and name others than *people*: who is shown there wrote."""
    known = _names(people)
    floor = desk.headline.number if desk.headline is not None else desk.lead
    said = [
        (sheet, found)
        for sheet, found in lines
        if floor < sheet.number < desk.lead and found.rule == "byline.labelled" and _are_known(found.value)
    ]
    others = [line for line in said if known.isdisjoint(folded_name(author.name) for author in line[1].value.authors)]
    return said if people and len(others) == len(said) else []


def _names(claimed: Claimed) -> set[str]:
    return {folded_name(author.name) for _, byline in claimed for author in byline.authors}


def _are_known(byline: Byline) -> bool:
    names = [author.name.split() for author in byline.authors]
    return bool(names) and all(len(words) >= _FEWEST_WORDS and has_given_name(words) for words in names)


def _is_beside(line: _Line, near: Iterable[_Line]) -> bool:
    return any(abs(line[0].number - other.number) <= _BESIDE for other, _ in near)


def _is_whole(author: Contributor) -> bool:
    """Whether a name has several words; in writing that parts no words, any has."""
    return len(author.name.split()) >= _FEWEST_WORDS or not author.name.isascii()


def _names_people(sheet: Sheet, found: Parsed[Byline]) -> bool:
    """Whether a line names people: whole names, of known given ones where nothing calls it a byline."""
    called = (
        sheet.hint is Hint.BYLINE
        or found.rule in ("byline.labelled", "byline.timed")
        or (sheet.signs and sheet.hint is Hint.TEXT)
    )
    likely = [
        len(words) >= _FEWEST_WORDS and (has_given_name(words) or (called and is_name(words)))
        for words in (author.name.split() for author in found.value.authors)
    ]
    return any(likely) if found.rule in ("byline.labelled", "byline.timed") else bool(likely) and all(likely)


def _names_anybody(sheet: Sheet, found: Parsed[Byline]) -> bool:
    value = found.value
    return bool(value.organizations or value.collective or (value.authors and sheet.hint is Hint.BYLINE))


# --------------------------------------------------------------------------- the byline


def _take_lines(desk: Desk, lines: Sequence[_Line]) -> None:
    """The byline that *lines* are together; people whom two lines name are named once."""
    first = lines[0][1].value
    authors: dict[str, Contributor] = {}
    for sheet, found in lines:
        numbers = {}
        for number, author in enumerate(found.value.authors):
            if _is_likely(author, found):
                authors.setdefault(folded_name(author.name), author)
                numbers[f"authors[{number}]"] = f"authors[{list(authors).index(folded_name(author.name))}]"
        _explain_authors(desk, sheet, found, numbers)
        desk.claim("byline", sheet, found.span, found.rule)
    if not authors and not first.organizations:
        authors = {author.name: author for author in first.authors}
    published_by = [name for name in authors if name.split()[0] in _publishers(desk) and len(authors) > 1]
    houses = tuple(authors.pop(name).name for name in published_by)
    first = evolve(first, organizations=(*first.organizations, *houses))
    text = "\n".join(found.value.text for _, found in lines)
    desk.fields["byline"] = evolve(first, authors=tuple(authors.values()), text=text)
    for field, value in (("published", first.published), ("modified", first.updated)):
        if value is not None:
            desk.fields[field] = value


def _publishers(desk: Desk) -> frozenset[str]:
    """The first words of the publishers' names, without ending of a domain."""
    return frozenset(folded_name(c.text.split(".")[0]) for c in desk.claimed["publisher"])


def _explain_authors(desk: Desk, sheet: Sheet, found: Parsed[Byline], numbers: dict[str, str]) -> None:
    """Where the authors came from, with the numbers that they have in the whole byline."""
    for part in found.evidence:
        old = part.path.split(".")[0]
        if old in numbers:
            desk.part("byline", sheet, evolve(part, path=numbers[old] + part.path[len(old) :]))


def _is_likely(author: Contributor, found: Parsed[Byline]) -> bool:
    """Whether a name is one: a single word is none beside whole names, nor strange words beside known given names."""
    words = author.name.split()
    if has_given_name(words) and len(words) >= _FEWEST_WORDS:
        return True
    others = found.value.authors
    if found.rule in _LABELLED:
        return len(words) >= _FEWEST_WORDS or len(others) == 1
    known = [other for other in others if has_given_name(other.name.split())]
    listed = bool(known) and others.index(author) < others.index(known[-1])
    return not known or (listed and len(words) >= _FEWEST_WORDS)
