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

from articlekit.assembly.byline_lines import (
    LABELLED,
    Line,
    around,
    called_below,
    edges,
    has_time,
    has_time_beside,
    opens,
    read,
    signed_below,
)
from articlekit.assembly.claimed_authors import (
    Claimed,
    claimed_authors,
    folded_name,
    take_claimed_authors,
)
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import opens_with_and
from articlekit.forms.names import has_given_name, is_name
from articlekit.model import Byline, Contributor, Parsed
from articlekit.readers.draft import Hint

__all__ = ["take_page_byline"]


_ABOVE = 6  # blocks above the headline
_FEWEST_WORDS = 2  # of a name
_BESIDE = 3  # blocks between the lines of one byline


def take_page_byline(desk: Desk) -> None:
    """The byline of a page that has containers."""
    if not desk.is_page:
        return
    vocabularies = claimed_authors(desk)
    claimed = vocabularies[0] if vocabularies else ()
    nearby = around(desk)
    called = read([sheet for sheet in nearby if sheet.hint is Hint.BYLINE or opens(sheet.text)])
    people = [pair for pair in claimed if any(map(_is_whole, pair[1].authors))]
    rivals = next(filter(None, _rivals(people, vocabularies, called)), [])
    lines = _lines_of(claimed, called) or rivals or _said(desk, people, called)
    if lines:
        _take_lines(desk, [*lines, *(line for line in _going_on(desk, lines[-1]) if line not in lines)])
    elif people:
        take_claimed_authors(desk, people)
    else:
        _take_whom_the_page_shows(desk, claimed, called, nearby)


def _take_whom_the_page_shows(desk: Desk, claimed: Claimed, called: Sequence[Line], nearby: Sequence[Sheet]) -> None:
    shown: list[list[Line]] = []
    for lines in _by_belief(desk, called, nearby):
        shown.append(lines)
        people = [line for line in lines if _names_people(*line)]
        if people:
            near = [line for line in people[1:] if _is_beside(line, people[:1])]
            others = [line for line in near if _are_known(line[1].value) or not line[0].text.isupper()]
            rest = [line for line in _going_on(desk, people[0]) if line not in others]
            _take_lines(desk, [people[0], *rest, *others])
            return
    if claimed:
        take_claimed_authors(desk, claimed)
        return
    anybody = next((line for lines in shown for line in lines if _names_anybody(*line)), None)
    if anybody is not None:
        _take_lines(desk, [anybody])


def _going_on(desk: Desk, line: Line) -> list[Line]:
    """The line right below that goes on with the names: ``and Tom Reed``."""
    below = desk.sheets[line[0].number + 1 : line[0].number + 2]
    return [
        one
        for one in read(s for s in below if s.free and not s.outside and opens_with_and(s.text))
        if one[1].value.authors
    ]


def _by_belief(desk: Desk, called: Sequence[Line], nearby: Sequence[Sheet]) -> Iterator[list[Line]]:
    """The lines that may be the byline, the most believed first, each group read when those before named nobody."""
    yield [line for line in called if line[1].rule in LABELLED]
    yield list(called)
    floor = desk.headline.number if desk.headline is not None else desk.lead - _ABOVE
    unnamed = read([s for s in nearby if floor < s.number <= desk.lead or has_time(s) or has_time_beside(desk, s)])
    yield [line for line in unnamed if line[1].rule == "byline.timed"]
    yield unnamed
    yield edges(desk)
    yield signed_below(desk)
    yield called_below(desk)


# --------------------------------------------------------------------------- whom they name


def _lines_of(claimed: Claimed, lines: Sequence[Line]) -> list[Line]:
    """The lines that name everybody whom the metadata name, with those of co-authors beside them."""
    wanted = _names(claimed)
    named = {folded_name(author.name) for _, found in lines for author in found.value.authors}
    if not wanted or not wanted <= named:
        return []
    near = [line for line in lines if any(folded_name(a.name) in wanted for a in line[1].value.authors)]
    others = [line for line in lines if line not in near and _are_known(line[1].value) and _is_beside(line, near)]
    return sorted(near + others, key=lambda line: line[0].number)


def _rivals(people: Claimed, vocabularies: Iterable[Claimed], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that name whom another vocabulary names than *people*, and none of these: those who are shown wrote."""
    known = _names(people)
    return (_lines_of(claimed, lines) for claimed in vocabularies if known.isdisjoint(_names(claimed)))


def _said(desk: Desk, people: Claimed, lines: Sequence[Line]) -> list[Line]:
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


def _is_beside(line: Line, near: Iterable[Line]) -> bool:
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


def _take_lines(desk: Desk, lines: Sequence[Line]) -> None:
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
    if found.rule in LABELLED:
        return len(words) >= _FEWEST_WORDS or len(others) == 1
    known = [other for other in others if has_given_name(other.name.split())]
    listed = bool(known) and others.index(author) < others.index(known[-1])
    return not known or (listed and len(words) >= _FEWEST_WORDS)
