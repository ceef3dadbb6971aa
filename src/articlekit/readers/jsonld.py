"""Claims of JSON-LD, schema.org's vocabulary in a script element, whole or broken."""

import html
import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice

from articlekit.readers.draft import Claim, claimed_text
from articlekit.typography import without_halves

__all__ = ["Described", "described_nodes", "json_ld_claims"]

#: types of nodes that are the article, and those that stand for the page around it
_ARTICLES = ("article", "posting", "newsarticle", "report", "review")
_PAGES = ("webpage", "itempage", "creativework", "videoobject", "newspage")
#: property -> field, for texts
_TEXTS = {
    "headline": "headline",
    "datePublished": "published",
    "dateModified": "modified",
    "articleSection": "section",
    "inLanguage": "language",
    "description": "description",
    "keywords": "keywords",
}
_NAMES = {"author": "author", "creator": "author", "publisher": "publisher"}
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
#: escapes of JavaScript that JSON lacks: a byte, and a mark that needs none
_BYTE = re.compile(r"(?<!\\)\\x([0-9A-Fa-f]{2})")
_NO_ESCAPE = re.compile(r"(?<!\\)\\(['&/<>+-])")
_LAST_COMMA = re.compile(r",(?=\s{0,200}[\]}])")
_Node = Mapping[str, object]
#: the texts that nodes stand for by their identifiers, each with where it stands
Described = Mapping[str, tuple[tuple[str, str], ...]]

_DEEPEST = 12
_MOST_NODES = 2_000
_MOST_TEXTS = 200  # of one property of a node
_MOST_NAMES = 60
_MOST_CLAIMS = 5_000  # of one block, the outer nodes first
_LONGEST = 20_000  # code points of a text, which one node may have a thousand others name
_MOST_IMAGES = 20


def json_ld_claims(text: str, path: str, groups: int = 0, elsewhere: Callable[[], Described] = dict) -> Iterator[Claim]:
    """
    The claims of the JSON-LD that *text* is; *path* is that of its script element.

    Each node is a group of its own; *groups* is how many there are already. *elsewhere* gives the nodes that other
    blocks of the page describe, asked for where this one names somebody whom it does not.

    Blocks with a comma too many, raw line breaks or wrapping comments are read; of others there is
    one claim, for the field ``unreadable``.

    >>> [(c.text, c.origin) for c in json_ld_claims('{"@type": "NewsArticle", "headline": "Bridge reopens",}', "/s")]
    [('Bridge reopens', '/s#/headline')]
    """
    data = _loaded(text)
    if data is None:
        if text.strip():
            yield Claim("unreadable", "a JSON-LD block could not be read", path, "json-ld")
        return
    nodes = list(_nodes(data))
    known = _described(nodes, path)
    if not known.keys() >= {name for node, _ in nodes if _kind(node) for name in _named(node)}:
        known = {**elsewhere(), **known}
    found = (
        _node_claims(node, f"{path}#{pointer}", kind, number, known)
        for number, (node, pointer) in enumerate(nodes, start=groups + 1)
        if (kind := _kind(node))
    )
    yield from islice(chain.from_iterable(found), _MOST_CLAIMS)


def described_nodes(text: str, path: str) -> Described:
    """The nodes that the JSON-LD *text* describes, by their identifiers, each with where it stands."""
    return _described(_nodes(_loaded(text)), path)


def _described(nodes: Iterable[tuple[_Node, str]], path: str) -> Described:
    """Read once, however many nodes refer to it, a long text costs no more than it is."""
    return {
        str(node["@id"]): tuple(islice(_texts_of(node, f"{path}#{at}", 0), _MOST_TEXTS))
        for node, at in nodes
        if "@id" in node and len(node) > 1
    }


def _named(node: _Node) -> Iterator[str]:
    """The identifiers of authors and publishers whom *node* names by these alone."""
    for key in _NAMES:
        value = node.get(key)
        for one in value[:_MOST_NAMES] if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "@id" in one and "name" not in one:
                yield str(one["@id"])


def _loaded(text: str) -> object:
    """The data, None where nothing can be made of *text*."""
    for mend in (str, _mended):
        try:
            data: object = json.JSONDecoder(strict=False).raw_decode(mend(text).lstrip("\ufeff \t\r\n"))[0]
        except (ValueError, RecursionError):
            continue
        return data
    return None


def _mended(text: str) -> str:
    bare = _LAST_COMMA.sub("", _WRAPPING.sub("", text))
    return _NO_ESCAPE.sub(r"\1", _BYTE.sub(r"\\u00\1", bare))


def _nodes(data: object) -> Iterator[tuple[_Node, str]]:
    """The nodes that could be the article, with their pointers, the outer ones first."""
    waiting: deque[tuple[object, str, int]] = deque([(data, "", 0)])
    seen = 0
    while waiting and seen < _MOST_NODES:
        here, pointer, depth = waiting.popleft()
        seen += 1
        if isinstance(here, list) and depth < _DEEPEST:
            room = max(0, _MOST_NODES - len(waiting))
            waiting += [(item, f"{pointer}/{number}", depth + 1) for number, item in enumerate(here[:room])]
        elif isinstance(here, dict):
            yield here, pointer
            if depth < _DEEPEST:
                waiting += [
                    (here[key], f"{pointer}/{key}", depth + 1)
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "article")
                    if isinstance(here.get(key), dict | list)
                ]


def _kind(node: _Node) -> str:
    types = node.get("@type")
    names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    lower = [name.rpartition("/")[2].lower() for name in names if isinstance(name, str)]
    if any(name.endswith(_ARTICLES) for name in lower) or (not lower and "headline" in node):
        return "json-ld"
    return "json-ld-page" if any(name.endswith(_PAGES) for name in lower) else ""


def _node_claims(node: _Node, origin: str, kind: str, group: int, known: Described) -> Iterator[Claim]:
    for key, field in _TEXTS.items():
        if key in node:
            for at, text in islice(_texts(node[key], f"{origin}/{key}", known), _MOST_TEXTS):
                yield Claim(field, text, at, kind, group)
    for at, url in islice(_addresses(node.get("image"), f"{origin}/image"), _MOST_IMAGES):
        yield Claim("image", url, at, kind, group)
    for key, field in _NAMES.items():
        if key in node:
            houses = field == "author" and _is_organization(node[key])
            for at, text in islice(_texts(node[key], f"{origin}/{key}", known), _MOST_NAMES):
                yield Claim("house" if houses else field, text, at, kind, group)


def _addresses(value: object, origin: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The addresses of the images that *value* stands for, each with where it stands."""
    if isinstance(value, str) and value.strip():
        yield origin, without_halves(value.strip())
    elif isinstance(value, list) and depth < _DEEPEST:
        for number, item in enumerate(value[:_MOST_IMAGES]):
            yield from _addresses(item, f"{origin}/{number}", depth + 1)
    elif isinstance(value, dict):
        key = "url" if "url" in value else "contentUrl"
        if isinstance(value.get(key), str):
            yield from _addresses(value[key], f"{origin}/{key}", depth + 1)


def _is_organization(value: object) -> bool:
    """Whether a node, or the first of several, says that it is an organisation."""
    node = value[0] if isinstance(value, list) and value else value
    types = node.get("@type") if isinstance(node, dict) else None
    return isinstance(types, str) and types.endswith("Organization")


def _texts(value: object, origin: str, known: Described, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The texts that *value* stands for: its own, its items', its name, each with where it stands."""
    if isinstance(value, str):
        text = claimed_text(html.unescape(value[:_LONGEST]))
        if text:
            yield origin, text
    elif isinstance(value, list) and depth < _DEEPEST:
        for number, item in enumerate(value[:_MOST_NODES]):
            yield from _texts(item, f"{origin}/{number}", known, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        texts = None if "name" in value else known.get(str(value.get("@id")))
        yield from _texts_of(value, origin, depth) if texts is None else texts


def _texts_of(node: _Node, origin: str, depth: int) -> Iterator[tuple[str, str]]:
    """The texts that a node stands for: its name, or the parts of one, or its value."""
    if "name" not in node and "familyName" in node:
        parts = (node.get(key) for key in ("givenName", "additionalName", "familyName"))
        name = " ".join(part for part in parts if isinstance(part, str))
        yield from _texts(name, f"{origin}/familyName", {}, depth + 1)
        return
    key = "name" if "name" in node else "@value"
    yield from _texts(node.get(key), f"{origin}/{key}", {}, depth + 1)
