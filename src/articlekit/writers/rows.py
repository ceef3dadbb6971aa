"""
An article as one row of a table: flat, every column always there, each of one type.

So every frame library gives any subset of rows the same schema. What nests deeper (who is shown in which caption) is
in `Article.to_dict`.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from articlekit.model import Article, Contributor, ContributorNote, Moment, PhotoCredit

__all__ = ["ROW_SCHEMA", "ColumnType", "check_article", "to_row"]

_MINUTE = 60  # seconds


class ColumnType(StrEnum):
    """
    What a column holds, by the names that Arrow gives types; None where an article says nothing.

    A ``date32`` is a `datetime.date`, a ``timestamp[us, tz=UTC]`` an aware `datetime.datetime` in universal time, an
    ``int32`` an int, a ``string`` a str, and a ``list<string>`` a list of them, never None.
    """

    STRING = "string"
    STRINGS = "list<string>"
    INTEGER = "int32"
    DATE = "date32"
    INSTANT = "timestamp[us, tz=UTC]"


Cell = str | int | dt.date | list[str] | None
_Column = tuple[ColumnType, Callable[[Article], Cell]]


def to_row(article: Article) -> dict[str, Cell]:
    """
    The columns of `ROW_SCHEMA` for *article*, each there whatever it says.

    Times come in five columns: the day as printed, the time of day as printed (``17:15:00``), the instant in universal
    time where the source gives a zone, its offset in minutes, and how exact it is: ``day``, ``local`` or ``instant``.

    >>> row = to_row(Article(headline="Bridge reopens", published=dt.date(2024, 3, 8)))
    >>> row["headline"], row["published_date"], row["published_utc"], row["published_precision"], row["authors"]
    ('Bridge reopens', datetime.date(2024, 3, 8), None, 'day', [])
    >>> list(row) == list(ROW_SCHEMA)
    True
    """
    check_article(article)
    return {name: cell(article) for name, (_, cell) in _COLUMNS.items()}


def check_article(article: object) -> None:
    """Raise where *article* is none, an explanation for example: `TypeError`."""
    if not isinstance(article, Article):
        raise TypeError(f"expected an Article, not {type(article).__name__} {article!r:.40}")


def _date(moment: Moment | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _time(moment: Moment | None) -> str | None:
    return moment.time().isoformat() if isinstance(moment, dt.datetime) else None


def _instant(moment: Moment | None) -> dt.datetime | None:
    """*moment* in universal time; None without a zone, and where universal time has no such year."""
    if not isinstance(moment, dt.datetime) or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        return None


def _offset(moment: Moment | None) -> int | None:
    offset = moment.utcoffset() if isinstance(moment, dt.datetime) else None
    return None if offset is None else int(offset.total_seconds()) // _MINUTE


def _precision(moment: Moment | None) -> str | None:
    if not isinstance(moment, dt.datetime):
        return None if moment is None else "day"
    return "local" if moment.tzinfo is None else "instant"


def _times(name: str, moment: Callable[[Article], Moment | None]) -> dict[str, _Column]:
    return {
        f"{name}_date": (ColumnType.DATE, lambda article: _date(moment(article))),
        f"{name}_time": (ColumnType.STRING, lambda article: _time(moment(article))),
        f"{name}_utc": (ColumnType.INSTANT, lambda article: _instant(moment(article))),
        f"{name}_offset": (ColumnType.INTEGER, lambda article: _offset(moment(article))),
        f"{name}_precision": (ColumnType.STRING, lambda article: _precision(moment(article))),
    }


def _of_authors(part: Callable[[Contributor], str | None]) -> _Column:
    """A column with an item for each author, empty where nothing is said of one."""
    return ColumnType.STRINGS, lambda article: [part(author) or "" for author in article.authors]


def _contributors(article: Article) -> list[str]:
    """Whom the contributor notes name, each once."""
    notes = (note for note in article.notes if isinstance(note, ContributorNote))
    return list(dict.fromkeys(person.name for note in notes for credit in note.credits for person in credit.people))


def _credit(credit: PhotoCredit | None) -> str:
    return "/".join((*credit.photographers, *credit.agencies)) if credit is not None else ""


_COLUMNS: Mapping[str, _Column] = MappingProxyType(
    {
        "headline": (ColumnType.STRING, lambda a: a.headline),
        "deck": (ColumnType.STRING, lambda a: a.deck),
        "byline": (ColumnType.STRING, lambda a: a.byline.text if a.byline else None),
        "authors": _of_authors(lambda author: author.name),
        "author_roles": _of_authors(lambda author: author.role),
        "author_organizations": _of_authors(lambda author: author.organization),
        "author_emails": _of_authors(lambda author: author.email),
        "organizations": (ColumnType.STRINGS, lambda a: list(a.byline.organizations) if a.byline else []),
        **_times("published", lambda article: article.published),
        **_times("modified", lambda article: article.modified),
        "dateline": (ColumnType.STRING, lambda a: a.dateline.text if a.dateline else None),
        "dateline_places": (ColumnType.STRINGS, lambda a: list(map(str, a.dateline.places)) if a.dateline else []),
        "dateline_agencies": (ColumnType.STRINGS, lambda a: list(a.dateline.agencies) if a.dateline else []),
        "text": (ColumnType.STRING, lambda a: a.text or None),
        "paragraphs": (ColumnType.STRINGS, lambda a: list(a.paragraphs)),
        "captions": (ColumnType.STRINGS, lambda a: [photo.caption.text_only for photo in a.photos]),
        "photo_credits": (ColumnType.STRINGS, lambda a: [_credit(photo.caption.credit) for photo in a.photos]),
        "photo_urls": (ColumnType.STRINGS, lambda a: [photo.url or "" for photo in a.photos]),
        "contributors": (ColumnType.STRINGS, _contributors),
        "notes": (ColumnType.STRINGS, lambda a: [note.text for note in a.notes]),
        "print_headline": (ColumnType.STRING, lambda a: a.print_headline),
        "section": (ColumnType.STRING, lambda a: a.section),
        "publisher": (ColumnType.STRING, lambda a: a.publisher),
        "languages": (ColumnType.STRINGS, lambda a: list(a.languages)),
        "keywords": (ColumnType.STRINGS, lambda a: list(a.keywords)),
        "description": (ColumnType.STRING, lambda a: a.description),
        "images": (ColumnType.STRINGS, lambda a: [image.url for image in a.images]),
        "canonical_url": (ColumnType.STRING, lambda a: a.canonical_url),
        "url": (ColumnType.STRING, lambda a: a.url),
        "leftover": (ColumnType.STRINGS, lambda a: list(a.leftover)),
        "warnings": (ColumnType.STRINGS, lambda a: list(a.warnings)),
    }
)

#: the columns of `to_row` in their order, and what each holds
ROW_SCHEMA: Mapping[str, ColumnType] = MappingProxyType({name: kind for name, (kind, _) in _COLUMNS.items()})
