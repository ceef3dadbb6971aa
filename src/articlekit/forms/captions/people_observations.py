"""
What can be seen of a run of capitalised words in a caption, and of each name that it may end in.

    words.N                  the name has N words
    first.C last.C           a word of class C begins or ends the name (family, given, title, city, ...)
    front.C                  what the run holds in front of the name: nothing, titles, other words
    before.C behind.C        what stands right before the run, and behind it
    run.C whole.C            the place of the run in its sentence; what the name is as a whole

Code says what can be seen; ``caption_people_weights.tsv``, what it is worth (see ``tests/recipes/people_weights.py``).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlekit.forms.captions.words import Sentence, Word
from articlekit.forms.names import is_family_name, is_given_name, person
from articlekit.forms.organizations import known_organization, why_organization
from articlekit.forms.roles import is_role_word
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.remembering import remembered

__all__ = ["Candidate", "Run", "candidates", "observations", "of_name", "of_run", "shares_family"]

_LONGEST = 4  # words in a name, its suffix included
_FEW = 3
_SHORTEST_VERB = 3


class Run(NamedTuple):
    """Capitalised words of a sentence, from *start* to *end*, and the position behind them, if one stands there."""

    sentence: Sentence
    start: int
    end: int
    position: str | None

    @property
    def words(self) -> Sequence[Word]:
        """All words of its sentence."""
        return self.sentence.words


class Candidate(NamedTuple):
    """A name that a run may end in: its first word, by number, and its words."""

    run: Run
    first: int
    name: tuple[str, ...]


def candidates(run: Run) -> Iterator[Candidate]:
    """The names that *run* may end in, none of them an owner."""
    words = run.words[run.start : run.end]
    if words[-1].owner or _qualifies(run):
        return
    texts = tuple([word.text for word in words])
    if len(words) > 1 and words[-2].key in phrases("titles_in_names"):
        yield Candidate(run, run.end - 2, texts[-2:])  # King Charles, whose name is not Charles
        return
    for at in range(max(0, len(words) - _LONGEST), len(words)):
        may_be = _may_begin(words[at]) and _may_end(words[at], words[-1])
        if may_be and person(texts[at:]) is not None:
            yield Candidate(run, run.start + at, texts[at:])


def _may_begin(word: Word) -> bool:
    """Whether a name may begin with *word*: no article or particle, no title but a monarch's or a name's."""
    if word.text[:1].islower() or (word.key in phrases("caption_small_words") and not is_given_name(word.text)):
        return False
    return not word.title or is_given_name(word.text) or word.key in phrases("titles_in_names")


def _may_end(first: Word, last: Word) -> bool:
    """Whether a name that begins with *first* may end in *last*: ``Larry King``; not ``Medical Officer``."""
    return first is last or not last.title or is_given_name(first.text)


def _qualifies(run: Run) -> bool:
    """``San Diego Chargers`` before ``quarterback``: a run that says more of somebody else."""
    behind = run.words[run.end] if run.end < len(run.words) else None
    return behind is not None and behind.adjoins and behind.text.islower() and behind.in_title


def shares_family(run: Run) -> bool:
    """``Ada`` in ``Ada and Tom Quill``: a given name alone, whose family name stands behind the other."""
    words, other = run.words, run.end + 1
    alone = run.end - run.start == 1 and is_given_name(words[run.start].text) and not words[run.start].owner
    if not alone or other >= len(words) or words[run.end].text != "and" or not words[other].adjoins:
        return False
    return words[other].in_name and is_given_name(words[other].text) and "run.mentioned" not in _mentioned(run)


def observations(one: Candidate, last: int, families: frozenset[str]) -> list[str]:
    """What can be seen of *one*; *last* is the last word of the person before, by number, *families* those so far."""
    return [*of_run(one.run, last), *of_name(one, families)]


def of_run(run: Run, last: int) -> list[str]:
    """What can be seen of a run, whichever name it ends in."""
    return ["always", *_mentioned(run), *_behind(run), *_in_sentence(run, last)]


def of_name(one: Candidate, families: frozenset[str]) -> list[str]:
    """What can be seen of *one* and of no other name that its run may end in."""
    run, name, before = one.run, one.name, _before(one)
    found = [*_known(name), *_front(one), before]
    if one.first == run.start:
        shape = "one" if len(name) == 1 else "known" if is_given_name(name[0]) else "several"
        found.append(f"{shape}.{before}.{_behind(run)[-1]}")
    if len(name) == 1 and name[0] in families:
        found.append("whole.named-before")
    return found


@remembered(8192)
def _known(name: tuple[str, ...]) -> tuple[str, ...]:
    """What is known of a name wherever it stands."""
    return (*_edges(name), *_whole(name))


def _edges(name: Sequence[str]) -> Iterator[str]:
    """How long a name is, and what is known of the words that it begins and ends with."""
    several = min(len(name), 2)
    yield f"words.{len(name)}"
    yield from (f"first.{kind}.{several}" for kind in _classes(name[0]))
    yield from (f"last.{kind}.{several}" for kind in _classes(name[-1]))


@remembered(8192)
def _classes(word: str) -> tuple[str, ...]:
    """What a word of a name is known as."""
    key = words_key(word).strip(".")
    found = [name for name, test in _TESTS if test(word)]
    found += [name for name, table in _TABLES if key in phrases(table)]
    if word.isupper() and len(word.strip(".")) > 1:
        found.append("capitals")
    if "-" in word:
        found.append("hyphen")
    if word.endswith("s") and not is_family_name(word) and not is_given_name(word):
        found.append("plural")
    return tuple(found) or ("unknown",)


_TESTS = (
    ("given", is_given_name),
    ("family", is_family_name),
    ("role", is_role_word),
    ("city", known_city),
    ("region", lambda word: qualifier(word) is not None),
)
_TABLES = (
    ("title", "title_words"),
    ("modifier", "title_modifiers"),
    ("thing", "place_nouns"),
    ("opener", "thing_openers"),
    ("house", "organization_words"),
    ("venue", "venue_words"),
    ("monarch", "titles_in_names"),
    ("family-first", "family_first"),
)


def _whole(words: Sequence[str]) -> Iterator[str]:
    """What a name is as a whole."""
    name = " ".join(words)
    yield from (f"whole.{kind}" for kind, test in _WHOLES if test(name))
    if len(words) > 1:
        if (why := why_organization(words)) is not None:
            yield f"whole.organization-{why}"
        known = "given" if is_given_name(words[0]) else "unknown"
        yield f"whole.{known}-{'family' if is_family_name(words[-1]) else 'unknown'}"


_WHOLES = (
    ("city", known_city),
    ("region", lambda name: qualifier(name) is not None),
    ("known-organization", known_organization),
)


def _front(one: Candidate) -> tuple[str, ...]:
    """What the run holds in front of the name."""
    front = one.run.words[one.run.start : one.first]
    if not front:
        return ("front.nothing",)
    if front[-1].title:
        return ("front.title",)
    if front[-1].in_title:
        return ("front.title-word",)
    titled = ("front.titled",) if any(word.title for word in front) else ()
    return ("front.words", *(f"cut.{kind}" for kind in _classes(front[-1].text)), *titled)


def _before(one: Candidate) -> str:
    """What stands before the run."""
    run, start = one.run, one.run.start
    alone = "alone" if one.first == start else "within"
    if start == 0:
        return f"before.start.{alone}"
    word, gap = run.words[start - 1], run.words[start].gap.strip()
    if gap:
        return f"before.mark.{gap[-1]}"
    if word.owner:
        return "before.country" if qualifier(word.text) is not None else "before.owner"
    if word.title and word.text.islower():
        return f"before.title.{alone}"
    if word.key in phrases("caption_small_words"):
        return f"before.{word.key}.{alone}"
    return f"before.{'small' if word.text.islower() else 'other'}.{alone}"


def _mentioned(run: Run) -> list[str]:
    """``a mural of Ada Quill``, ``the death of President Ada Quill``: a word by which somebody is only told of."""
    at = run.start
    found = ["before.kin"] if at and run.words[at - 1].key in phrases("kin") else []
    while at > 0 and run.words[at].adjoins and (run.words[at - 1].in_title or run.words[at - 1].in_name):
        at -= 1
    if not at or run.words[at].gap.strip():
        return found
    before = run.words[at - 1]
    if before.key in phrases("mention_words"):
        found.append("run.mentioned")
        if at > 1 and before.key == "of" and run.words[at - 2].title:
            found.append("run.title-of")
        if at > 1 and before.key == "of" and run.words[at - 2].key in phrases("told_of"):
            found.append("run.told-of")
    return found


def _behind(run: Run) -> list[str]:
    """What stands behind the run."""
    found = ["behind.position"] if run.position else []
    if run.end >= len(run.words):
        return [*found, "behind.end"]
    word, gap = run.words[run.end], run.words[run.end].gap.strip()
    if gap:
        found.append(f"behind.mark.{gap[0]}")
        if word.text.isdigit():
            found.append("behind.age")
        if word.key in ("a", "an", "the", "who", "from", "of"):
            found.append(f"behind.mark.{word.key}")
    elif word.key in phrases("caption_small_words"):
        found.append(f"behind.{word.key}")
    elif word.text.startswith("#") and word.text[1:].isdigit():
        found.append("behind.number")
    else:
        found.append(f"behind.{_looks(word)}")
    return found


def _looks(word: Word) -> str:
    """What a word behind a name looks like."""
    if not word.text.islower():
        return "other"
    if word.key in phrases("venue_words"):
        return "venue"
    return "verb" if word.text.endswith("s") and len(word.text) > _SHORTEST_VERB else "small"


def _in_sentence(run: Run, last: int) -> Iterator[str]:
    """Where the run stands in its sentence: first, behind a person, in a list."""
    if last == -1:
        yield "run.first"
    elif run.start - last <= _FEW and all(
        word.key in ("and", "left", "right") for word in run.words[last + 1 : run.start]
    ):
        yield "run.joins-person"
        if run.words[run.start].gap.strip() == "," or run.words[run.start - 1].key == "and":
            yield "run.listed"
    if any(phrase.start < run.words[run.start].start for phrase in run.sentence.lists):
        yield "run.in-list"
    capitalised = run.words[run.end] if run.end < len(run.words) else None
    if capitalised is not None and capitalised.key == "and" and run.end + 1 < len(run.words):
        following = run.words[run.end + 1]
        if following.in_name and following.adjoins and is_given_name(following.text):
            yield "behind.and-given"
