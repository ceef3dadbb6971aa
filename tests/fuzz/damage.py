"""Inputs drawn blindly from a corpus: quick, where to draw them by what they reach takes ten times as long."""

import random
from collections.abc import Callable, Iterator, Sequence

__all__ = ["damaged"]

Change = Callable[[random.Random, bytes, bytes], bytes]


def damaged(corpus: Sequence[bytes], longest: int, runs: int, seed: str) -> Iterator[bytes]:
    """Inputs of at most ``longest`` bytes, each an input of ``corpus`` with one to five changes."""
    draw = random.Random(seed)
    for _ in range(runs):
        data = draw.choice(corpus)
        for _ in range(draw.randint(1, 5)):
            data = draw.choice(CHANGES)(draw, data, draw.choice(corpus))
        yield data[:longest]


def _place(draw: random.Random, data: bytes) -> int:
    return draw.randint(0, len(data))


def _piece(draw: random.Random, data: bytes) -> bytes:
    start = _place(draw, data)
    return data[start : start + draw.choice((1, 2, 4, 8, 32))]


def _inserted(draw: random.Random, data: bytes, other: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + _piece(draw, other) + data[at:]


def _removed(draw: random.Random, data: bytes, _: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + data[at + len(_piece(draw, data[at:])) :]


def _replaced(draw: random.Random, data: bytes, other: bytes) -> bytes:
    at = _place(draw, data)
    piece = _piece(draw, other)
    return data[:at] + piece + data[at + len(piece) :]


def _repeated(draw: random.Random, data: bytes, _: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + _piece(draw, data) * draw.choice((2, 3, 10, 100)) + data[at:]


def _joined(draw: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: _place(draw, data)] + other[_place(draw, other) :]


def _any_bytes(draw: random.Random, data: bytes, _: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + draw.randbytes(draw.choice((1, 2, 4))) + data[at:]


#: what is done to an input, the other one giving what is put in
CHANGES: tuple[Change, ...] = (_inserted, _removed, _replaced, _repeated, _joined, _any_bytes)
