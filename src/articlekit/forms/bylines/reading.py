"""The parts of a byline put together: who, of what, in which role, where, and when."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from articlekit.forms.bylines.chunks import Chunk, Kind, chunks
from articlekit.forms.bylines.qualifiers import Part, PartKind, credentials_in_front, qualifier_parts
from articlekit.forms.bylines.runs import run_parts
from articlekit.forms.names import parts_of_name
from articlekit.forms.organizations import display_organization
from articlekit.forms.roles import is_plural_role
from articlekit.grammar import Scanner
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases
from articlekit.model import Byline, Contributor
from articlekit.span import Span

__all__ = ["Reading", "read"]

_PAIR = 2
_TIMES = (Kind.PUBLISHED, Kind.UPDATED)


class Reading:
    """
    A byline while it is read.

    *unknown* holds the words that were not understood; *group* the numbers of the authors whom
    the next affiliation, place or plural role is about: those since the last affiliation.
    """

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.authors: list[Contributor] = []
        self.organizations: list[str] = []
        self.roles: list[str] = []
        self.unknown: list[str] = []
        self.labelled = False
        self.timed = False
        self.collective: Span | None = None
        self._group: list[int] = []
        self._affiliated = False
        self._role: str | None = None
        self._times: dict[Kind, Chunk] = {}
        self._last: tuple[PartKind, Span] | None = None
        self._joined = False
        self._joined_by_and = False

    # ----------------------------------------------------------------------- chunks

    def take(self, chunk: Chunk) -> None:
        """Understand one more chunk."""
        if chunk.kind in _TIMES:
            self.timed = True
            self._times.setdefault(chunk.kind, chunk)
            self._note(chunk.kind.value, chunk.span)
        elif chunk.kind is Kind.LABEL:
            self._take_label(chunk)
        elif chunk.kind is Kind.WORDS:
            self._take_words(chunk)
        elif chunk.kind is Kind.BRACKET:
            self._take_bracket(chunk)
        elif chunk.kind in (Kind.EMAIL, Kind.HANDLE) and self.authors:
            part = "email" if chunk.kind is Kind.EMAIL else "handle"
            self._change(len(self.authors) - 1, part, chunk.text)
        self._joined = chunk.kind in (Kind.AND, Kind.BAR)
        self._joined_by_and = chunk.kind is Kind.AND

    def _take_label(self, chunk: Chunk) -> None:
        self.labelled = True
        self._role = chunk.text or None
        self._group, self._affiliated = [], False

    def _take_words(self, chunk: Chunk) -> None:
        words = chunk.text.split()
        if self.authors and (count := credentials_in_front(words)):
            self._take_credentials(words[:count])
            words = words[count:]
        if not words:
            return
        for part in self._parts(words):
            if not part.text:  # ``editor for the``: nothing follows the connector
                continue
            start = self.scanner.text.find(part.text.split()[0], chunk.span.start, chunk.span.end)
            span = Span(start, min(start + len(part.text), chunk.span.end)) if start >= 0 else chunk.span
            self._take_part(part, span)

    def _parts(self, words: Sequence[str]) -> Sequence[Part]:
        """The parts of a run; ``and wire services`` behind names is a collective."""
        if self._joined_by_and and words_key(" ".join(words)) in phrases("collective_endings"):
            return (Part(PartKind.COLLECTIVE, " ".join(words), "collective"),)
        return run_parts(words, self._before())

    def _before(self) -> PartKind | None:
        """The most telling kind of part that is named so far."""
        if self.authors:
            return PartKind.PERSON
        return PartKind.ORGANIZATION if self.organizations else None

    def _take_bracket(self, chunk: Chunk) -> None:
        """``(KSDK)``, ``(Enviado especial)``; an e-mail in brackets is read as one, anything else stays unread."""
        inside = chunk.text[1:-1].split()
        if not self.authors or not inside:
            return
        if "@" in inside[0]:
            self._change(len(self.authors) - 1, "email", inside[0])
            return
        for part in qualifier_parts(inside):
            if part.kind is not PartKind.UNKNOWN:
                self._take_part(part, Span(chunk.span.start + 1, chunk.span.end - 1))

    def _take_credentials(self, words: Sequence[str]) -> None:
        last = len(self.authors) - 1
        for word in (w.strip(",") for w in words):
            suffix = mapping("suffixes").get(words_key(word))
            before = self.authors[last].credentials
            self._change(last, "suffix" if suffix else "credentials", suffix or ", ".join(filter(None, (before, word))))
            if suffix:
                self._change(last, "name", f"{self.authors[last].name} {suffix}")

    # ----------------------------------------------------------------------- parts

    def _take_part(self, part: Part, span: Span) -> None:
        if part.kind is PartKind.PERSON and self._is_stray(part):
            self.unknown.append(part.text)
        elif part.kind is PartKind.PERSON:
            self._take_person(part, span)
        elif part.kind is PartKind.ORGANIZATION:
            self._take_organization(part, span)
        elif part.kind is PartKind.ROLE:
            self._take_role(part.text)
        elif part.kind is PartKind.LOCATION:
            for i in self._group:
                self._change(i, "location", self.authors[i].location or part.text)
        elif part.kind is PartKind.COLLECTIVE:
            joined = self._joined and self._last and self._last[0] in (PartKind.ORGANIZATION, PartKind.COLLECTIVE)
            self.collective = Span(self._last[1].start, span.end) if joined and self._last else span
        else:
            self.unknown.append(part.text)
        self._last = (part.kind, span)
        self._joined_by_and = False  # of the run's first part alone

    def _is_stray(self, part: Part) -> bool:
        """A single word behind whole names or a time (``, Sweidah``, ``11:30 Health``) is no author."""
        alone = " " not in part.text and not self._joined
        return alone and (self.timed or any(" " in author.name for author in self.authors))

    def _take_person(self, part: Part, span: Span) -> None:
        assert part.person is not None  # noqa: S101  (a person part has its person)
        if self._affiliated:
            self._group, self._affiliated = [], False
        self._group.append(len(self.authors))
        given, family = parts_of_name(part.person.name)
        self.authors.append(
            Contributor(
                part.person.name,
                given=given,
                family=family,
                suffix=part.person.suffix,
                honorific=part.person.honorific,
                credentials=part.person.credentials,
                role=self._role,
            )
        )
        self._note(f"authors[{len(self.authors) - 1}].name", span, f"byline.person-{part.why}")

    def _take_organization(self, part: Part, span: Span) -> None:
        name = display_organization(part.text)
        if name not in self.organizations:
            self._note(f"organizations[{len(self.organizations)}]", span, f"byline.organization-{part.why}")
            self.organizations.append(name)
        for i in self._group if not self._joined_by_and else ():  # "and The Associated Press" is a source of its own
            self._change(i, "organization", self.authors[i].organization or name)
        self._affiliated = bool(self._group)

    def _take_role(self, role: str) -> None:
        if not self._group:
            self.roles.append(role)
        for i in self._group if is_plural_role(role) else self._group[-1:]:
            self._change(i, "role", self.authors[i].role or role)

    def _change(self, i: int, field: str, value: str | None) -> None:
        changes: dict[str, Any] = {field: value}
        self.authors[i] = evolve(self.authors[i], **changes)

    def _note(self, path: str, span: Span, rule: str = "") -> None:
        self.scanner.note(path, span.start, span.end, rule)

    # ----------------------------------------------------------------------- the value

    def byline(self, span: Span) -> Byline | None:
        """The value, its text being *span*; None where nothing was understood."""
        text = self.scanner.text
        published, updated = (self._times.get(kind) for kind in _TIMES)
        collective = self.collective.of(text) if self.collective else None
        if collective is None and not self.authors and self.roles:
            collective = self.roles[0]
        times = any(chunk and chunk.moment for chunk in (published, updated))
        if not (self.authors or self.organizations or collective or times):
            return None
        return Byline(
            authors=tuple(self.authors),
            organizations=tuple(self.organizations),
            collective=collective,
            published=published.moment if published else None,
            updated=updated.moment if updated else None,
            text=span.of(text),
        )


def read(scanner: Scanner) -> tuple[Reading, tuple[Chunk, ...]]:
    """Everything from the cursor to the end of the scanner, read as one byline."""
    found = chunks(scanner)
    reading = Reading(scanner)
    for chunk in _in_order(found):
        reading.take(chunk)
    return reading, found


def _in_order(found: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """``Marsh, Rosa`` turned round, where the byline says nothing else."""
    words = [chunk for chunk in found if chunk.kind is Kind.WORDS]
    kinds = [chunk.kind for chunk in found[:3]]
    alone = len(words) == _PAIR and kinds == [Kind.WORDS, Kind.COMMA, Kind.WORDS]
    if not alone or any(" " in chunk.text or not chunk.text.istitle() for chunk in words):
        return found
    if run_parts(words[1].text.split(), PartKind.PERSON)[0].kind is not PartKind.PERSON:
        return found
    whole = Chunk(Kind.WORDS, f"{words[1].text} {words[0].text}", Span(words[0].span.start, words[1].span.end))
    return (whole, *found[3:])
