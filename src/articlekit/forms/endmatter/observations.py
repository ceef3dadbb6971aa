"""
What can be seen of a line around a story: a closed list of observations, which weigh for or against each kind.

    has.C opens.C      a phrase of the concept C stands in the line, or begins it
    both.C.D           phrases of two concepts stand in it
    label.K title.K    it opens with a label of the kind K, or is one and no sentence
    inside.K           it holds a phrase that is the kind's own
    bio.W              it opens with a person's name or what stands for it (writer), and says what the person is
                       (role), does (verb) or wrote (book)
    shape.S            how long it is, what it ends in, whether somebody speaks in it
    both.address.C     an address and a phrase of a concept stand in it

Code says what can be seen; ``end_matter_weights.tsv``, what it is worth (see ``tests/recipes``).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from articlekit.forms.names import has_given_name, is_name
from articlekit.forms.roles import is_role_word
from articlekit.grammar import Finder, Token
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import mapping, phrases
from articlekit.typography import APOSTROPHES

__all__ = ["observations"]

_MARKS = '([{*—–-•^/+ "“»›>▶►➤→|·▪'  # in front of a line
_PERSON = 2  # words in the shortest whole name
_LONGEST_NAME = 5  # words
_LONGEST_BIO = 24  # words between the name and what the person is
_OPENING = 3  # tokens within which a phrase opens a line
_FREE = "us"  # a concept that says nothing by itself
_WORD = Finder(r"\w+(?:['’-]\w+)*|[^\w\s]")
_SENTENCE_END = Finder(r"(?<!\.\.)[.!?][\"'”’»)\]]{0,2}$")
_SPEECH = Finder(r"[“\"„«][^”\"“»]{12,}|,[”\"’]|\b(?:said|says|told|added|asked|according to)\b")
_ADDRESS = Finder(r"@\w|\bhttps?://|\bwww\.|\w@\w|\b[0-9]{3}[-.][0-9]{3,4}[-.][0-9]{3,4}\b")
_COPYRIGHTS = r"copyright|\(?c\)|[©ⓒ]"
_COPYRIGHT = Token(_COPYRIGHTS)
_COPYRIGHT_YEAR = Token(rf"(?:(?:{_COPYRIGHTS})[\s,]{{0,3}}){{1,2}}(?:by\s)?(?:19|20)[0-9]{{2}}(?![0-9])")
_LENGTHS = ((4, "few"), (9, "short"), (26, "middle"), (60, "long"))


def observations(line: str) -> tuple[str, ...]:
    """What can be seen of *line*; nothing where it holds no phrase that end matter is told by, and is no bio."""
    bare = line.lstrip(_MARKS)
    folded = words_key(bare)
    labels = dict.fromkeys(_labels(folded, bare))
    concepts = dict.fromkeys(_concepts(folded))
    bio = tuple(_bio(bare))
    if not (labels or bio or concepts.keys() - {f"has.{_FREE}", f"opens.{_FREE}"}):
        return ()
    subjects = sorted((*labels, *(name for name in concepts if name.startswith("has."))))
    pairs = (f"both.{first}.{second}" for first, second in combinations(subjects, 2))
    shape = tuple(_shape(line, folded))
    addressed = (f"both.address.{name}" for name in subjects if "shape.address" in shape)
    return (*labels, *concepts, *bio, *pairs, *addressed, *shape)


def _concepts(folded: str) -> Iterator[str]:
    """The concepts of a line, and those that open it."""
    for concept, at in _phrases_in(folded):
        yield f"has.{concept}"
        if at < _OPENING:
            yield f"opens.{concept}"


def _phrases_in(folded: str) -> Iterator[tuple[str, int]]:
    """The concept of each phrase in a folded line, and the number of the token at which it begins."""
    known = _by_first_word()
    for number, token in enumerate(_WORD.all(folded)):
        for phrase, concept in known.get(token[0], ()):
            end = token.start() + len(phrase)
            if folded.startswith(phrase, token.start()) and not (
                folded[end - 1].isalnum() and folded[end : end + 1].isalnum()
            ):
                yield concept, number


@cache
def _by_first_word() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase, concept in rows("end_matter_words"):
        first = _WORD.first(phrase)
        head = first[0] if first else phrase
        found[head] = (*found.get(head, ()), (phrase, concept))
    return found


# --------------------------------------------------------------------------- labels


def _labels(folded: str, bare: str) -> Iterator[str]:
    """What the phrases that are a kind's own say: at the head, as the whole of a line that is no sentence, inside."""
    first = _WORD.first(folded)
    sentence = _SENTENCE_END.first(bare) is not None
    for kind, where, phrase in _labels_by_first().get(first[0], ()) if first else ():
        if not folded.startswith(phrase) or _goes_on(folded, len(phrase)) or (where == "title" and sentence):
            continue
        small = where == "start" and phrase.isalpha() and _SMALL_FOLLOWS.match(bare, len(phrase)) is not None
        yield f"{'title' if where == 'title' else 'label'}.{kind}{'-in-prose' if small else ''}"
    for key in _insides().keys() & {match[0] for match in _WORD.all(folded)}:
        yield from (f"inside.{kind}" for kind, phrase in _insides()[key] if phrase in folded)


_SMALL_FOLLOWS = Token(r"\w*\s[a-z]")


def _goes_on(text: str, at: int) -> bool:
    return text[at - 1 : at].isalpha() and text[at : at + 1].isalpha()


@cache
def _labels_by_first() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for kind, where, phrase in rows("end_matter"):
        first = _WORD.first(phrase)
        if where != "in" and first:
            found[first[0]] = (*found.get(first[0], ()), (kind, where, phrase))
    return found


@cache
def _insides() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, where, phrase in rows("end_matter"):
        if where == "in":
            longest = max((match[0] for match in _WORD.all(phrase)), key=len)
            found[longest] = (*found.get(longest, ()), (kind, phrase))
    return found


# --------------------------------------------------------------------------- bios


def _bio(line: str) -> Iterator[str]:
    """``Ada Quill is a senior reporter``, ``Ada Quill's most recent book``: what a line says of its first name."""
    words = line.split()[: _LONGEST_NAME + _LONGEST_BIO]
    for end in (1, _PERSON):  # "L'auteur", "The writer"
        if words_key(" ".join(words[:end]).rstrip(",")) in phrases("bio_subjects") and len(words) > end:
            yield "bio.writer"
            yield from _said_of(_behind_aside(words, end), owned=False)
            return
    for end in range(1 if has_given_name(words) else _PERSON, min(_LONGEST_NAME, len(words) - 1) + 1):
        name = [word.strip(",") for word in words[:end]]
        owner = _OWNER.first(name[-1])
        if owner:
            name[-1] = name[-1][: owner.start()]
        if (
            not is_name(name)
            or any(map(is_role_word, name))
            or not (owner or words[end][:1].islower() or words[end - 1].endswith(","))
        ):
            continue
        yield from _said_of(_behind_aside(words, end), owned=owner is not None)
        return


def _behind_aside(words: Sequence[str], end: int) -> list[str]:
    """The folded words behind a name, and behind what a comma and another one say of it: ``, a retired judge,``."""
    if words[end - 1].endswith(","):
        end = next((i for i in range(end, len(words) - 1) if words[i].endswith(",")), end - 1) + 1
    return [words_key(word.strip(",.;")) for word in words[end:]]


_OWNER = Finder(rf"[{APOSTROPHES}]s$")


def _said_of(rest: Sequence[str], *, owned: bool) -> Iterator[str]:
    if owned:
        if not _WORKS.isdisjoint(rest[:8]):
            yield "bio.book"
        return
    verb = mapping("bio_verbs").get(" ".join(rest[:2])) or mapping("bio_verbs").get(rest[0])
    if verb is None or (verb == "does" and rest[0].startswith("cover") and rest[1:2] in _NO_BEAT):
        return
    yield f"bio.{verb}"
    if any(map(is_role_word, rest[1:])):
        yield "bio.role" if verb == "is" else "bio.role-too"
    if verb == "is" and not _AT.isdisjoint(rest[1:]):
        yield "bio.at"


_NO_BEAT = (["her"], ["his"], ["its"], ["their"], ["up"])  # "covers her face", "covered the hole"
_WORKS = frozenset(
    ("book", "novel", "books", "memoir", "collection", "buch", "roman", "livre", "libro", "album", "column")
)
_AT = frozenset(("at", "for", "of", "with", "based", "bei", "beim", "für", "der", "an", "à", "chez", "en", "del", "di"))


# --------------------------------------------------------------------------- shape


def _shape(line: str, folded: str) -> Iterator[str]:
    """How long a line is, what it ends in, whether somebody speaks in it or an address stands there."""
    count = len(folded.split())
    yield f"shape.{next((name for most, name in _LENGTHS if count <= most), 'paragraph')}"
    if _SENTENCE_END.first(line.rstrip()):
        yield "shape.sentence"
    if line.rstrip().endswith(":"):
        yield "shape.colon"
    if _SPEECH.first(line):
        yield "shape.speech"
    if _ADDRESS.first(line):
        yield "shape.address"
    if line[:1] in "([*—–-_+^/\u2022":
        yield "shape.marked"
    if _COPYRIGHT.match(folded):
        yield "shape.copyright"
    if _COPYRIGHT_YEAR.match(folded):
        yield "shape.copyright-year"
