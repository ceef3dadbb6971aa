"""
Model values as JSON-ready data, and back.

One reader and one writer for every class of the model, driven by the fields' own types,
so that a new field needs no line here. Fields at their default are left out.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Self, TypeVar, Union, cast, get_args, get_origin

import attrs

from articlekit.errors import ReadError
from articlekit.model.checks import shown

__all__ = ["Mapped", "field_types", "from_mapping", "to_full_mapping", "to_mapping"]

T = TypeVar("T")


def to_mapping(value: object) -> dict[str, Any]:
    """
    The fields of an attrs instance as JSON-ready data, those at their default left out.

    >>> from articlekit.model.places import Place
    >>> to_mapping(Place(city="Moscow"))
    {'city': 'Moscow'}
    """
    held = ((field, getattr(value, field.name)) for field in _fields(type(value)))
    return {field.name: _plain(item, to_mapping) for field, item in held if item != field.default}


def to_full_mapping(value: object) -> dict[str, Any]:
    """
    All fields of an attrs instance as JSON-ready data, those that hold nothing as None or an empty list.

    >>> from articlekit.model.places import Place
    >>> to_full_mapping(Place(city="Moscow"))
    {'city': 'Moscow', 'region': None, 'country': None, 'kind': 'place'}
    """
    return {field.name: _plain(getattr(value, field.name), to_full_mapping) for field in _fields(type(value))}


def _plain(value: object, mapping: Callable[[object], dict[str, Any]]) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item, mapping) for item in value]
    return mapping(value) if attrs.has(type(value)) else value


class Mapped:
    """What every value of the model can do: be written as JSON-ready data, and read back from it."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """
        The value as JSON-ready data: strings, numbers, lists and dicts.

        Fields that hold nothing are left out; times are ISO 8601 strings, partial dates dicts of
        their parts. `from_dict` reads it back exactly, the ``text`` of every value included.
        """
        return to_mapping(self)

    def to_full_dict(self) -> dict[str, Any]:
        """The value as `to_dict` writes it, with every field: None or an empty list where it holds nothing."""
        return to_full_mapping(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """
        The value that `to_dict` or `to_full_dict` wrote.

        Raises:
            ReadError: *data* is not such a mapping; the message names the path, as in ``$.byline.authors[0]``.
        """
        return from_mapping(cls, data)


def from_mapping(kind: type[T], data: object, path: str = "$") -> T:
    """
    The attrs instance of *kind* that `to_mapping` wrote as *data*.

    Raises:
        ReadError: *data* holds something else; the message begins with the path to it.

    >>> from articlekit.model.places import Place
    >>> from_mapping(Place, {"city": "Moscow"})
    Place(city='Moscow', region=None, country=None, kind=<PlaceKind.PLACE: 'place'>)
    >>> from_mapping(Place, {"town": "Moscow"})
    Traceback (most recent call last):
    articlekit.errors.ReadError: $.town: Place has no such field
    """
    if not isinstance(data, Mapping):
        raise ReadError(f"{path}: expected the fields of {kind.__name__}, not {shown(data)}")
    types = field_types(cast("Hashable", kind))
    for name in data:
        if name not in types:
            raise ReadError(f"{path}.{name}: {kind.__name__} has no such field")
    values = {name: _typed(types[name], item, f"{path}.{name}") for name, item in data.items()}
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:  # an `InvalidValue`, or a span that ends before it begins
        raise ReadError(f"{path}: {error}") from error


def _fields(kind: type) -> "tuple[attrs.Attribute[Any], ...]":
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast("type[attrs.AttrsInstance]", kind))
    return found


@cache
def field_types(kind: Hashable) -> dict[str, Any]:
    """The types of the fields of a class of the model, by their names."""
    attrs.resolve_types(cast("type[attrs.AttrsInstance]", kind))
    return {field.name: field.type for field in _fields(cast("type", kind))}


def _typed(kind: Any, data: object, path: str) -> Any:  # noqa: ANN401  (a type as annotations hold it)
    """*data* as a value of the type *kind*: a plain type, an enumeration, a union, a tuple or a model class."""
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind), data, path)
    if get_origin(kind) is tuple:
        if not isinstance(data, list | tuple):
            raise ReadError(f"{path}: expected a list, not {shown(data)}")
        return tuple(_typed(get_args(kind)[0], item, f"{path}[{i}]") for i, item in enumerate(data))
    return from_mapping(kind, data, path) if attrs.has(kind) else _scalar(kind, data, path)


def _one_of(kinds: tuple[Any, ...], data: object, path: str) -> object:
    if data is None and NoneType in kinds:
        return None
    if dt.datetime in kinds:
        return _moment(data, path)
    candidates = [kind for kind in kinds if kind is not NoneType]
    fitting = [kind for kind in candidates if _fits(kind, data)]
    return _typed((fitting or candidates)[0], data, path)


def _fits(kind: type, data: object) -> bool:
    """Whether the keys of *data* could be the fields of *kind*: all known, none that it requires missing."""
    if not (attrs.has(kind) and isinstance(data, Mapping)):
        return False
    required = {field.name for field in _fields(kind) if field.default is attrs.NOTHING}
    return required <= set(data) <= set(field_types(kind))


def _moment(data: object, path: str) -> dt.date:
    kind = dt.datetime if isinstance(data, str) and "T" in data else dt.date
    try:
        return kind.fromisoformat(cast("str", data))
    except (TypeError, ValueError) as error:
        raise ReadError(f"{path}: expected an ISO 8601 date or time, not {shown(data)}") from error


def _scalar(kind: type, data: object, path: str) -> object:
    if issubclass(kind, Enum):
        found = next((member for member in kind if member.value == data), None)
        if found is None:
            known = ", ".join(str(member.value) for member in kind)
            raise ReadError(f"{path}: expected one of {known}, not {shown(data)}")
        return found
    if type(data) is not kind:
        raise ReadError(f"{path}: expected {kind.__name__}, not {shown(data)}")
    return data
