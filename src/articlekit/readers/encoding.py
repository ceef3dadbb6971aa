"""
A page's bytes, of whatever encoding, as UTF-8.

The order: byte-order mark, the caller's encoding, bytes that are UTF-8 from end to end, the
encoding that the page declares, UTF-8 with damage, a Cyrillic one that reads as words, Windows-1252.
UTF-8 stands before the declaration because no text of another encoding that is not plain ASCII
passes for it, while many pages declare what they are not. Labels mean what browsers mean by them
(WHATWG Encoding Standard, ``lexicon/tables/encodings.tsv``): ``iso-8859-1`` is Windows-1252.
"""

import codecs
import re

from articlekit.errors import ReadError
from articlekit.lexicon.words import mapping
from articlekit.readers.tokens import Kind, tokens
from articlekit.typography import without_halves

__all__ = ["as_utf8", "seems_utf8"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # in front of UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKS = tuple(bom for bom, _ in _BOMS)
_UNMARKED = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
#: what Python knows as encodings of text, and no page is in
_NO_ENCODINGS = ("idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7", "mbcs", "oem")
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,200}?\bcharset|\?xml\b[^<>]{0,100}?\bencoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARATION_WITHIN = 20_000  # bytes
_SHIFTS = re.compile(rb"\x1b[$(]")  # how ISO-2022 switches alphabets, all in ASCII
_TAIL = 3  # bytes of a character that a cut may have left
_SAMPLE = 100_000  # bytes that a guess looks at


def as_utf8(page: bytes | str, encoding: str | None = None) -> tuple[bytes, tuple[str, ...]]:
    """
    *page* as UTF-8 without NUL, and warnings about what of it could not be read.

    *encoding* is what the caller knows of bytes, from an HTTP header for example; of a ``str`` it says nothing.

    Raises:
        ReadError: *encoding* is the name of no encoding.
        TypeError: *page* is neither bytes nor str.

    >>> as_utf8("café".encode("latin-1"))[0].decode()
    'café'
    """
    if not isinstance(page, bytes | bytearray | str):
        raise TypeError(f"a page is bytes or str, not {type(page).__name__}")
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"an encoding is a str, not {type(encoding).__name__}")
    known = None if encoding is None else _codec(encoding)
    if encoding is not None and known is None:
        raise ReadError(f"expected the name of an encoding, not {encoding!r}")
    data, warnings = _encoded(page) if isinstance(page, str) else _recoded(bytes(page), known)
    if b"\0" in data:
        return data.replace(b"\0", "\ufffd".encode()), (*warnings, "the page holds NUL characters, shown as \ufffd")
    return data, warnings


def seems_utf8(page: bytes) -> bool:
    """
    Whether *page* shows no sign at a glance of another encoding than UTF-8, so that it may be tried as it is.

    >>> seems_utf8(b"<p>It took a year."), seems_utf8("<p>It took a year.".encode("utf-16"))
    (True, False)
    """
    return b"\0" not in page and not page.startswith(_MARKS) and not _SHIFTS.search(page, 0, _DECLARATION_WITHIN)


def _encoded(page: str) -> tuple[bytes, tuple[str, ...]]:
    try:
        return page.encode(), ()
    except UnicodeEncodeError:
        return without_halves(page).encode(), ("the page holds halves of surrogate pairs, shown as \ufffd",)


def _recoded(data: bytes, known: str | None) -> tuple[bytes, tuple[str, ...]]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], codec)
    if known is not None:
        return _read(data, known)
    if not _SHIFTS.search(data, 0, _DECLARATION_WITHIN) and b"\0" not in data[:4]:
        utf8 = _whole_utf8(data)
        if utf8 is not None:
            return utf8, ()
    said = _wide(data) or _declared(data)
    if said is not None:
        return _read(data, said)
    codec, doubts = _guessed(data)
    utf8, warnings = _read(data, codec)
    return utf8, (*doubts, *warnings)


def _whole_utf8(data: bytes) -> bytes | None:
    """*data* where it is UTF-8, without a character that a cut has halved at its end."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        cut_short = error.reason == "unexpected end of data" and error.start >= len(data) - _TAIL
        return whole if cut_short and not whole.isascii() else None
    return data


def _codec(label: str) -> str | None:
    """Python's name for what browsers mean by *label*, None where it is no encoding of pages."""
    known = mapping("encodings").get(label.strip().lower())
    if known is not None:
        return known
    try:
        info = codecs.lookup(label.strip().lower().removeprefix("x-"))
        "a".encode(info.name)
    except (LookupError, ValueError):
        return None
    return None if info.name in _NO_ENCODINGS else mapping("encodings").get(info.name, info.name)


def _declared(data: bytes) -> str | None:
    """What the page declares; a declaration in ASCII of UTF-16 is wrong, and UTF-8 has been tried."""
    found = _DECLARED.search(_markup(data[:_DECLARATION_WITHIN]))
    codec = _codec(found[1].decode("ascii", "replace")) if found else None
    return None if codec is None or codec.startswith(("utf-8", "utf-16")) else codec


def _markup(data: bytes) -> bytes:
    """*data* without what is no markup: a declaration in a comment or script is none."""
    done, pieces = 0, []
    unread = (token for token in tokens(data) if token.kind in (Kind.COMMENT, Kind.RAW_TEXT))
    for token in unread:
        pieces.append(data[done : token.start])
        done = token.end
    return b" ".join((*pieces, data[done:]))


def _wide(data: bytes) -> str | None:
    """The encoding of two or four bytes a letter that *data* is in without saying so."""
    return next((codec for start, codec in _UNMARKED if data.startswith(start)), None)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """
    What *data*, which does not say its encoding, is in, and a warning where more than one would do.

    UTF-8 where most of what is not ASCII is; a Cyrillic encoding where that reads as words of Russian and its kin;
    else Windows-1252, as browsers take it.
    """
    sample = data[:_SAMPLE]
    text = sample.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text)
    if 2 * text.count("\ufffd") <= beyond:
        return "utf-8", ()
    likeness, codec = max((_cyrillic_likeness(sample.decode(codec, "replace")), codec) for codec in _CYRILLIC)
    if likeness < _LEAST_LIKENESS:
        return "cp1252", ()
    return codec, (f"guessed-encoding: the page does not say its encoding; it was read as {_SHOWN_NAMES[codec]}",)


_CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5")
_SHOWN_NAMES = {"cp1251": "windows-1251", "koi8-u": "koi8-u", "cp866": "ibm866", "iso8859-5": "iso-8859-5"}
_CYRILLIC_WORD = re.compile("[\u0400-\u04ff]{2,}")
#: letters that make up more than half of any text in Russian, Ukrainian, Bulgarian or Serbian in Cyrillic writing
_COMMON = frozenset("оаеинтсрвл")
_LEAST_LIKENESS = 0.5


def _cyrillic_likeness(text: str) -> float:
    """
    The share of what is not ASCII in *text* that is the common letters of Cyrillic words in their usual case.

    >>> _cyrillic_likeness("Мост открыли") > 0.5 > _cyrillic_likeness("ìÏÓÔ")
    True
    """
    words = _CYRILLIC_WORD.findall(text)
    usual = [word.lower() for word in words if word[1:].islower()]
    beyond = sum(character > "\x7f" for character in text)
    return sum(letter in _COMMON for word in usual for letter in word) / max(beyond, 1)


def _read(data: bytes, codec: str) -> tuple[bytes, tuple[str, ...]]:
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    utf8, warnings = _encoded(text)
    counted = "1 character is" if lost == 1 else f"{lost} characters are"
    return utf8, (*warnings, f"{counted} not {codec}, shown as \ufffd") if lost > 0 else warnings
