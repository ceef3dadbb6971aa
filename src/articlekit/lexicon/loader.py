"""
The one reader of package data.

A table is a UTF-8 file of tab-separated facts, one per line, in sorted order, under a head of
``# what:``, ``# source:``, ``# retrieved:`` and ``# columns:`` lines.
"""

from functools import cache

__all__ = ["blob", "columns", "data", "folded", "rows"]


def data(name: str) -> str:
    """
    The text of the package file *name*.

    >>> data("lexicon/tables/months.tsv").startswith("# what:")
    True
    """
    from importlib.resources import files  # noqa: PLC0415  (10 ms that a bare import does not need)

    return files("articlekit").joinpath(name).read_text("utf-8")


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """
    The facts of *table*, each a tuple of its columns.

    >>> rows("months")[0][:2]
    ('01', 'Jan.')
    """
    lines = data(f"lexicon/tables/{table}.tsv").split("\n")
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("# "))


def columns(table: str) -> dict[str, str]:
    """
    The head of *table*: its ``what``, ``source``, ``retrieved`` and ``columns`` lines.

    >>> columns("months")["columns"]
    'number ap forms'
    """
    lines = data(f"lexicon/tables/{table}.tsv").split("\n")
    heads = (line[1:].split(":", 1) for line in lines if line.startswith("# "))
    return {name.strip(): value.strip() for name, value in heads}


def blob(name: str) -> bytes:
    """
    The bytes of the package file *name*.

    >>> len(blob("gazetteer/places.txt.xz")) < 3_000_000
    True
    """
    from importlib.resources import files  # noqa: PLC0415  (10 ms that a bare import does not need)

    return files("articlekit").joinpath(name).read_bytes()


@cache
def folded(table: str) -> frozenset[str]:
    """
    The facts of *table*, which has one column and is folded already: for tables of tens of thousands.

    >>> "ada" in folded("given_names")
    True
    """
    text = data(f"lexicon/tables/{table}.tsv")
    head = text.rindex("\n# ") + 1
    return frozenset(text[text.index("\n", head) + 1 :].split())
