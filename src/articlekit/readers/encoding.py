"""
A page's bytes, of whatever encoding, as UTF-8.

The order: byte-order mark, the caller's encoding, bytes that are UTF-8 from end to end, the
encoding that the page declares, UTF-8 with damage, Windows-1252. UTF-8 stands before the
declaration because no text of another encoding that is not plain ASCII passes for it, while many
pages declare what they are not. Labels mean what browsers mean by them (WHATWG Encoding Standard):
``iso-8859-1`` is Windows-1252.
"""

import codecs
import re

from articlekit.errors import ReadError
from articlekit.typography import without_halves

__all__ = ["as_utf8", "seems_utf8"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKS = tuple(bom for bom, _ in _BOMS)
#: labels that browsers read as another encoding than Python does: https://encoding.spec.whatwg.org/#names-and-labels
_LABELS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
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
    return _read(data, _utf16_without_mark(data) or _declared(data) or _guessed(data))


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
    try:
        info = codecs.lookup(label.strip().lower().removeprefix("x-"))
        "a".encode(info.name)
    except (LookupError, ValueError):
        return None
    return None if info.name in _NO_ENCODINGS else _LABELS.get(info.name, info.name)


def _declared(data: bytes) -> str | None:
    """What the page declares; a declaration in ASCII of UTF-16 is wrong, and UTF-8 has been tried."""
    found = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    codec = _codec(found[1].decode("ascii", "replace")) if found else None
    return None if codec is None or codec.startswith(("utf-8", "utf-16")) else codec


def _utf16_without_mark(data: bytes) -> str | None:
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2])


def _guessed(data: bytes) -> str:
    """UTF-8 where most of what is not ASCII is, else Windows-1252."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text)
    return "utf-8" if 2 * text.count("\ufffd") <= beyond else "cp1252"


def _read(data: bytes, codec: str) -> tuple[bytes, tuple[str, ...]]:
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    utf8, warnings = _encoded(text)
    return utf8, (*warnings, f"{lost} characters are not {codec}, shown as \ufffd") if lost > 0 else warnings
