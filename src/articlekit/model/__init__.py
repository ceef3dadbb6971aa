"""What an article is: nouns only. Reading and writing them is other rooms' work."""

from articlekit.model.article import Article, Block, BlockKind, EndMatter, EndMatterKind
from articlekit.model.dates import PartialDate
from articlekit.model.evidence import BlockReading, CandidateReading, Evidence, Explanation, Parsed
from articlekit.model.people import Byline, Contributor, ContributorNote, Credit, CreditRole, Moment
from articlekit.model.photos import Caption, CreditFlag, Photo, PhotoCredit, Subject
from articlekit.model.places import Dateline, Place, PlaceKind

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
    "EndMatter",
    "EndMatterKind",
    "Evidence",
    "Explanation",
    "Moment",
    "Parsed",
    "PartialDate",
    "Photo",
    "PhotoCredit",
    "Place",
    "PlaceKind",
    "Subject",
]
