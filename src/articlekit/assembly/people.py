"""People whom a page names in more than one place, each in the form that says most."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from articlekit.assembly.desk import Desk
from articlekit.forms.names import parts_of_name
from articlekit.lexicon.keys import words_key
from articlekit.model import Byline, Contributor, ContributorNote, EndMatter

__all__ = ["spelled", "with_whole_names"]

Note = ContributorNote | EndMatter


def spelled(desk: Desk, byline: Byline) -> Byline:
    """*byline*, authors whom it has in capitals spelled as the page spells them elsewhere."""
    if not any(map(_is_shouted, byline.text.split())):
        return byline
    return evolve(byline, authors=tuple(_spelled(desk, author) for author in byline.authors))


def _is_shouted(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def _spelled(desk: Desk, author: Contributor) -> Contributor:
    """*author* with the page's own spelling, where its letters are the same and begin as names do."""
    pattern = re.compile(rf"\b{re.escape(author.name)}\b", re.IGNORECASE)
    for sheet in desk.sheets:
        for found in pattern.finditer(sheet.text):
            words = found[0].split()
            shouts = any(word.isupper() and len(word.strip(".")) > 1 for word in words)
            if not shouts and words[0][0].isupper() and words[-1][0].isupper():
                given, family = parts_of_name(found[0])
                return evolve(author, name=found[0], given=given, family=family)
    return author


def with_whole_names(notes: Sequence[Note], byline: Byline | None) -> list[Note]:
    """*notes* in which a surname alone is the author's whose family name it is: ``Lind reported from Chicago``."""
    known: dict[str, list[str]] = {}
    for author in byline.authors if byline else ():
        for name in _short_names(author):
            known.setdefault(words_key(name), []).append(author.name)
    whole = {short: names[0] for short, names in known.items() if len(names) == 1}
    return [_completed(note, whole) if isinstance(note, ContributorNote) else note for note in notes]


def _short_names(author: Contributor) -> Iterable[str]:
    """What a note may call an author: the family name, with its particles and without."""
    family = author.family or author.name.split()[-1]
    return dict.fromkeys((family, family.split()[-1]))


def _completed(note: ContributorNote, whole: dict[str, str]) -> ContributorNote:
    return evolve(
        note,
        credits=tuple(
            evolve(
                credit,
                people=tuple(evolve(p, name=whole.get(words_key(p.name), p.name)) for p in credit.people),
            )
            for credit in note.credits
        ),
    )
