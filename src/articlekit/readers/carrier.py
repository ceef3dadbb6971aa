"""
What carries a story and is none of it: the tags of text collections, the control marks of wires, broken words.

A marked text is made plain without moving a character: what is markup becomes blanks, a hyphen that only breaks a word
at the end of a line, soft hyphens. So what is read in it stands in the text as given at the same place.

Sources: the collections of TREC (AP, WSJ, LA Times, FT; https://trec.nist.gov/data/docs_eng.html), the wire format
of ANPA 1312 and IPTC 7901, pages saved from LexisNexis, ProQuest and Factiva.
"""

import re
from collections.abc import Iterator

from articlekit.span import Span

__all__ = ["broken_words_joined", "ends_story", "is_slug", "lines_of", "stories_of", "unmarked"]

#: where a story ends in a text that holds several: the tag of a collection, the last line of a database's document
_STORY_END = re.compile(
    r"</(?:DOC|REUTERS)>|^(?:End of Document|Document [A-Z]{4,12}[0-9]{8}[a-z0-9]{6,16})$", re.MULTILINE
)
#: tags of a collection, which are in capitals and alone in their line but for what they hold
_TAG = re.compile(r"</?[A-Z][A-Z0-9_]{0,14}(?:\s[A-Z]{2,12}=\"?[\w.-]{1,40}\"?){0,6}/?>")
_COLLECTION = re.compile(r"\s*<(?:DOC|REUTERS|TEXT|DOCNO)\b")
#: what tells a collection's documents apart, and no reader sees
_BOOKKEEPING = re.compile(
    r"<(DOCNO|DOCID|FILEID|FIRST|SECOND|ACCESS|HT|HDR|SEQNO|UNIT|PARENT|UID|LENGTH|PAGE|PUB|CN|PROFILE|FN|TOPICS|ORIG)>"
    r"[^<]{0,400}</\1>"
)
#: a dateline in an element of its own begins the text: the tags between are its dash
_AFTER_DATELINE = re.compile(r"</DATELINE>\s{0,9}<TEXT>\s{0,9}(?:<P>\s{0,9})?")
_CONTROLLED = re.compile(r"^ {0,2}\^", re.MULTILINE)
_FEWEST_CONTROLLED = 2  # lines that begin with a control mark
_CONTROL = re.compile(r"(?<=^)\^|(?<=^ )\^|(?<=^  )\^", re.MULTILINE)
_CONTROL_END = re.compile(r"[=<](?=[ \t]{0,3}$)", re.MULTILINE)
_SLUG = re.compile(
    r"(?:[a-z] [a-z] ?)?(?:AM|PM|BC|AP)-{1,2}(?:[A-Z]{2}-{1,2})?[A-Z0-9][^\n.!?]{2,70}$"
    r"|[A-Z]{2,3}-[A-Z]{2,14}(?:-[A-Z]{2,14}){1,4}$"
)
_BROKEN = re.compile(r"(?<=[^\W\d_])-(?:\r\n|[\r\n])[ \t]{0,12}(?=[a-zß-öø-ÿ])")
_SOFT_HYPHEN = "\u00ad"


def stories_of(text: str) -> tuple[Span, ...]:
    """
    The stories of *text*: one, or several where marks that are no prose part them.

    >>> stories_of("<DOC> One </DOC> <DOC> Two </DOC>")
    (Span(start=0, end=16), Span(start=16, end=33))
    """
    ends = [found.end() for found in _STORY_END.finditer(text)]
    if not ends or text[ends[-1] :].strip():
        ends.append(len(text))
    return tuple(Span(start, end) for start, end in zip((0, *ends), ends, strict=False))


def unmarked(text: str) -> str:
    r"""
    *text* with blanks for the tags of a collection and the control marks of a wire, each character in its place.

    >>> unmarked("<DOC>\n<HEAD>Pier closes</HEAD>\n</DOC>").split()
    ['Pier', 'closes']
    """
    if _COLLECTION.match(text):
        text = _AFTER_DATELINE.sub(lambda found: "—".ljust(len(found[0])), _BOOKKEEPING.sub(_ended, text))
        text = _TAG.sub(_ended, text)
    if sum(1 for _ in zip(_CONTROLLED.finditer(text), range(_FEWEST_CONTROLLED), strict=False)) == _FEWEST_CONTROLLED:
        text = _CONTROL.sub(" ", _CONTROL_END.sub(lambda found: " " if found[0] == "=" else "\n", text))
    return text


def _ended(found: re.Match[str]) -> str:
    """Blanks and ends of lines, as many as the match has characters; a tag ends its line, but for a byline's."""
    if "BYLINE" in found[0]:
        return " " * len(found[0])
    return "\n" + "".join("\n" if c == "\n" else " " for c in found[0][1:])


def is_slug(line: str) -> bool:
    """
    Whether *line* is what a wire calls a story, and no headline.

    >>> is_slug("BC-ME--Harbor Bridge, 1st Ld-Writethru,0512"), is_slug("AP-style bylines win prize.")
    (True, False)
    """
    return _SLUG.match(line) is not None


def ends_story(line: str) -> bool:
    """
    Whether *line* is the last of a document saved from a database.

    >>> ends_story("End of Document")
    True
    """
    return _STORY_END.match(line) is not None


def broken_words_joined(text: str) -> str:
    r"""
    *text* with soft hyphens for each hyphen at the end of a line in the middle of a word, and for the blanks behind it.

    >>> broken_words_joined("the har-\nbor").replace("\u00ad", "")
    'the harbor'
    """
    return _BROKEN.sub(lambda found: _SOFT_HYPHEN * len(found[0]), text)


def lines_of(text: str, within: Span) -> Iterator[re.Match[str]]:
    """The lines of *text* in *within* and the marks that end them, one after the other."""
    return _LINE.finditer(text, within.start, within.end)


#: the ends of a line: carriage return and line feed in any pair, line and paragraph separators
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+|\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
