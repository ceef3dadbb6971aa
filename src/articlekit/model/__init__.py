"""What an article is: nouns only. Reading and writing them is other rooms' work."""

from articlekit.model.article import Article, EndMatter, EndMatterKind
from articlekit.model.body import Block, BlockKind, Emphasis, EmphasisKind, LineBreak, Link, Table
from articlekit.model.dates import PartialDate
from articlekit.model.evidence import BlockReading, CandidateReading, Evidence, Explanation, Parsed
from articlekit.model.people import Byline, Contributor, ContributorNote, Credit, CreditRole, Moment
from articlekit.model.photos import Caption, CreditFlag, Image, Photo, PhotoCredit, Subject
from articlekit.model.places import Dateline, Place, PlaceKind
from articlekit.model.schema import article_schema

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "BlockReading",
    "Byline",
    "CandidateReading",
    "Caption",
    "Contributor",
    "ContributorNote",
    "Credit",
    "CreditFlag",
    "CreditRole",
    "Dateline",
    "Emphasis",
    "EmphasisKind",
    "EndMatter",
    "EndMatterKind",
    "Evidence",
    "Explanation",
    "Image",
    "LineBreak",
    "Link",
    "Moment",
    "Parsed",
    "PartialDate",
    "Photo",
    "PhotoCredit",
    "Place",
    "PlaceKind",
    "Subject",
    "Table",
    "article_schema",
]
