"""The names that evidence gives for what stands in a whole document, and what each says; those of forms are theirs."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["CLAIMED", "LINES", "VOCABULARIES"]

#: of lines and blocks
LINES: Mapping[str, str] = MappingProxyType(
    {
        "headline.line": "The line that won the contest for the headline.",
        "deck.before-byline": "What stands in front of the byline in its line.",
        "deck.named": "What the page calls a deck, between headline and story.",
        "deck.below": "The line right below the headline.",
        "byline.person": "A person in a byline, by the weights of its words.",
        "byline.organization": "An organisation in a byline, by the weights of its words.",
        "byline.time": "A time in a byline.",
        "times.in-line": "A time in a short line near the headline, whatever else is in it.",
        "times.slashed-day": "A day such as `5/6/14`, which other days of the document make plain, or its language.",
        "times.address": "The day in the page's address.",
        "body.paragraph": "A block of the story that nothing makes anything else.",
        "body.heading": "A block of the story that is marked as a heading, in text a title above a sentence.",
        "body.list-item": "An item of a list in the story, or a line behind a bullet.",
        "body.quote": "A block of the story that the page quotes.",
        "body.table": "A row of a table.",
        "body.rest": "The rest of a paragraph that something beside the story has cut in two.",
        "photos.caption": "What the page calls a caption, or reads as one.",
        "photos.credit": "A credit in an element of its own beside its caption.",
        "around.print-headline": "`Print Headline:` and what stands behind it.",
        "around.separator": "A line of marks above a contributor note.",
        "images.in-story": "A picture between headline and end of the story.",
        "leftover": "What no field holds, as it stands.",
    }
)
#: who claims something of a document in its metadata
VOCABULARIES: Mapping[str, str] = MappingProxyType(
    {
        "json-ld": "JSON-LD that describes the article",
        "json-ld-page": "JSON-LD that describes the page",
        "open-graph": "Open Graph",
        "twitter": "the card for Twitter",
        "meta": "a `meta` of another name",
        "microdata": "microdata",
        "rel": "a link to the author",
        "title": "the page's `title`",
        "html": "the language of the `html` element",
        "link": "the canonical link",
        "pubdate": "a `time` element that is called the day of publication",
        "time": "a `time` element",
    }
)
#: what is taken from a claim, and who may claim it: the rule is named by both, ``headline.json-ld``
CLAIMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "headline": ("json-ld", "open-graph", "twitter", "meta", "microdata", "title"),
        "byline": ("json-ld", "open-graph", "meta", "json-ld-page", "microdata", "rel"),
        "times": ("json-ld", "open-graph", "microdata", "meta", "json-ld-page", "pubdate", "time"),
        "claims": ("json-ld", "open-graph", "microdata", "meta", "html", "link", "json-ld-page"),
        "images": ("json-ld", "open-graph", "twitter", "json-ld-page"),
    }
)
