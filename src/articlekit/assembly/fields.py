"""The fields of an article while it is put together; each is written by one step."""

from attrs import Factory, define, fields_dict

from articlekit.model import (
    Article,
    Block,
    Byline,
    ContributorNote,
    Dateline,
    EndMatter,
    Image,
    Moment,
    Photo,
    Table,
)

__all__ = ["Fields"]


@define
class Fields:
    """
    What has been found so far: the fields of `Article`, its tuples as lists.

    >>> fields = Fields(headline="Bridge reopens")
    >>> fields.leftover.append("Share")
    >>> fields.article(url=None, warnings=()).leftover
    ('Share',)
    """

    headline: str | None = None
    deck: str | None = None
    print_headline: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Moment | None = None
    modified: Moment | None = None
    section: str | None = None
    publisher: str | None = None
    languages: tuple[str, ...] = ()
    description: str | None = None
    images: list[Image] = Factory(list)
    canonical_url: str | None = None
    keywords: tuple[str, ...] = ()
    body: list[Block | Table] = Factory(list)
    photos: list[Photo] = Factory(list)
    notes: list[ContributorNote | EndMatter] = Factory(list)
    leftover: list[str] = Factory(list)

    def article(self, *, url: str | None, warnings: tuple[str, ...]) -> Article:
        """The article of these fields."""
        found = {name: getattr(self, name) for name in fields_dict(Fields)}
        lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
        return Article(url=url, warnings=warnings, **(found | lists))
