"""The built-in sample: an invented story in the layout of a newspaper's page, copied as text."""

from articlekit.lexicon.loader import data

__all__ = ["sample_text"]


def sample_text() -> str:
    """
    A news page as a reader would copy it: invented town, people and paper.

    >>> sample_text().splitlines()[2]
    'Harbor bridge reopens after flood'
    """
    return data("sample.txt")
