"""Where something stands: half-open ranges of code points."""

from attrs import frozen

__all__ = ["Span"]


@frozen(order=True)
class Span:
    """
    A half-open range ``[start, end)`` of code points in a text.

    Both ends count code points of the text that the caller handed in, never of a cleaned copy.

    Raises:
        ValueError: *start* is negative or lies behind *end*.

    >>> Span(0, 6).of("MOSCOW -- Officials")
    'MOSCOW'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def shifted(self, offset: int) -> "Span":
        """
        The same span counted in a text that has *offset* code points more in front.

        >>> Span(0, 6).shifted(10)
        Span(start=10, end=16)
        """
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)
