"""What a careful reader takes from a page, as JSON, and whether an article says exactly that."""

import datetime as dt
from enum import Enum
from typing import Any

import attrs

from articlekit import Article, PartialDate

#: fields that repeat what another field of the same value says, so that a reader need not write them down
IMPLIED = {"Article": {"body", "warnings"}, "Caption": {"text", "dates"}}
#: read-only helpers that a reader writes down instead
HELPERS = {"Article": ("paragraphs",), "Caption": ("date",)}


def view(value: Any) -> Any:
    """*value* in the words of a careful reader: fields that hold nothing are left out."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [view(item) for item in value]
    if not attrs.has(type(value)):
        return value
    name = type(value).__name__
    fields = [field.name for field in attrs.fields(type(value)) if field.name not in IMPLIED.get(name, ())]
    held = {field: view(getattr(value, field)) for field in [*fields, *HELPERS.get(name, ())]}
    return without_nothing(held | ({"kind": None} if held.get("kind") == "place" else {}))


def without_nothing(value: Any) -> Any:
    """JSON without the members of its objects that hold nothing."""
    if isinstance(value, dict):
        return {k: without_nothing(v) for k, v in value.items() if v not in (None, [], False, "")}
    return [without_nothing(item) for item in value] if isinstance(value, list) else value


def reading(article: Article) -> dict[str, Any]:
    """The careful reading of *article*."""
    found: dict[str, Any] = view(article)
    for time in ("published", "updated"):  # the article says them already
        found.get("byline", {}).pop(time, None)
    return found
