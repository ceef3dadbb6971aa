"""The JSON Schema of what `to_dict` and `to_full_dict` write, made of the types of the model."""

import datetime as dt
from collections.abc import Hashable
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

import attrs

from articlekit.model.article import Article
from articlekit.model.checks import Between, OneOf
from articlekit.model.mapping import field_types

__all__ = ["article_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
_TIME = rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}(?:[+-]{_CLOCK})?$"
_SCALARS = {str: "string", int: "integer", bool: "boolean", float: "number", NoneType: "null"}


def article_schema() -> dict[str, Any]:
    """
    The JSON Schema (draft 2020-12) of an article as `Article.to_dict` and `Article.to_full_dict` write it.

    >>> schema = article_schema()
    >>> schema["title"], schema["properties"]["headline"]
    ('Article', {'anyOf': [{'type': 'string'}, {'type': 'null'}]})
    """
    known: dict[str, dict[str, Any]] = {}
    whole = _object(Article, known)
    return {"$schema": _DRAFT, **whole, "$defs": dict(sorted(known.items()))}


def _object(kind: type, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The schema of a class of the model; those of its fields are added to *known*."""
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", kind))
    types = field_types(cast("Hashable", kind))
    schema: dict[str, Any] = {"title": kind.__name__, "type": "object", "additionalProperties": False}
    schema["properties"] = {field.name: _checked(_of(types[field.name], known), field.validator) for field in fields}
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    return schema | ({"required": required} if required else {})


def _checked(schema: dict[str, Any], check: object) -> dict[str, Any]:
    """*schema* with what the validator of a field asks beyond its type."""
    if isinstance(check, OneOf):
        return {"enum": [member.value for member in check.members]}
    if isinstance(check, Between):
        bounds = {"type": "integer", "minimum": check.low, "maximum": check.high}
        return {"anyOf": [bounds if one == {"type": "integer"} else one for one in schema["anyOf"]]}
    return schema


def _of(kind: Any, known: dict[str, dict[str, Any]]) -> dict[str, Any]:  # noqa: ANN401  (a type as annotations hold it)
    if get_origin(kind) in (Union, UnionType):
        return {"anyOf": _alternatives(get_args(kind), known)}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], known)}
    if attrs.has(kind):
        if kind.__name__ not in known:
            known[kind.__name__] = {}
            known[kind.__name__] = _object(kind, known)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return {"type": _SCALARS[kind]}


def _alternatives(kinds: tuple[Any, ...], known: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The schemas of the kinds of a union; a time is a string of ISO 8601."""
    found = [_of(kind, known) for kind in kinds if kind not in (dt.date, dt.datetime)]
    if dt.date in kinds:
        found = [{"type": "string", "pattern": _DAY}, {"type": "string", "pattern": _TIME}, *found]
    return found
