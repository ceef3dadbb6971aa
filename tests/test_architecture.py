"""The rooms of the house, who may import whom, and what no room may ask for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import articlekit

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "articlekit"

_SHARED_FORMS = {
    f"forms.{name}" for name in ("names", "organizations", "places", "days", "moments", "machine_times", "roles")
}
_LOW = {"span", "typography", "errors", "model", "grammar", "lexicon", "remembering"}

#: room -> the rooms it may import
ROOMS: dict[str, set[str]] = {
    "span": set(),
    "typography": set(),
    "errors": {"span"},
    "model": {"span", "errors"},
    "grammar": {"span", "errors", "model", "typography"},
    "remembering": set(),
    "lexicon": {"errors", "remembering", "typography"},
    **dict.fromkeys(_SHARED_FORMS, _LOW | _SHARED_FORMS),
    **{f"forms.{name}": _LOW | _SHARED_FORMS for name in ("datelines", "bylines", "notes", "endmatter", "credits")},
    "forms.captions": _LOW | _SHARED_FORMS | {"forms.credits"},
    "forms": set(),
    "readers": {"span", "errors", "lexicon", "model", "remembering", "typography"},
    "assembly": {"span", "typography", "remembering", "errors", "model", "grammar", "lexicon", "forms", "readers"},
    "gazetteer": {"errors", "model", "lexicon"},
    "view": {"span", "errors", "model"},
    "writers": {"span", "errors", "model"},
    "parsing": {"errors", "model", "readers", "assembly"},
    "sample": {"lexicon"},
    "strategies": {"span", "model", "lexicon", "forms"},
    "cli": {"errors", "model", "parsing", "sample", "typography", "view", "writers"},
}
#: which rooms may import a library of others
LIBRARIES = {"dateutil": {"forms.moments"}, "lxml": {"readers", "writers"}, "hypothesis": {"strategies"}}
#: what would tie an answer to the machine, the network or the hour
FORBIDDEN = {"time", "random", "socket", "urllib", "http", "os", "subprocess", "logging", "locale", "requests"}
CLOCK = re.compile(r"\b(?:now|today|utcnow|getenv|environ)\(")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def room(module: str) -> str:
    """The room of a module; each form is a room of its own."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "forms" else parts[0]


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """The modules that *path* imports, and whether each is articlekit's own."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names = [node.module or ""]
        for name in names:
            own = name == "articlekit" or name.startswith("articlekit.")
            yield name.removeprefix("articlekit").removeprefix(".") if own else name, own


INNER = [(name, path) for name, path in modules() if name not in ("", "__main__")]


@pytest.mark.parametrize(("module", "path"), INNER, ids=[name for name, _ in INNER])
def test_a_room_imports_only_what_its_law_allows(module: str, path: Path) -> None:
    here = room(module)
    allowed = ROOMS[here] | {here}
    for target, own in imports(path):
        if not own:
            continue
        there = room(target)
        assert there in allowed or there.split(".")[0] in allowed, f"{module} imports {target}"


@pytest.mark.parametrize(("module", "path"), INNER, ids=[name for name, _ in INNER])
def test_libraries_stay_in_their_rooms_and_nothing_asks_for_the_world(module: str, path: Path) -> None:
    for target, own in imports(path):
        top = target.split(".")[0]
        if own:
            continue
        assert room(module) in LIBRARIES.get(top, {room(module)}), f"{module} imports {target}"
        # to join addresses by RFC 3986 asks for nothing
        assert top not in FORBIDDEN or room(module) == "cli" or target == "urllib.parse", f"{module} imports {target}"
    assert not CLOCK.search(path.read_text("utf-8")), f"{module} asks for the time or the environment"


def test_only_the_tables_hold_facts_in_bulk() -> None:
    """No Python file holds a literal collection of more than thirty plain strings."""
    for module, path in INNER:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.List | ast.Tuple | ast.Set) and path.name != "__init__.py":
                strings = [e for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
                assert len(strings) <= 30, f"{module}:{node.lineno} holds {len(strings)} strings: a table?"


def test_public_names_are_where_the_package_says() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    typed = {
        alias.name: node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    typed = {name: module for name, module in typed.items() if name in articlekit.__all__}

    assert typed == {name: vars(articlekit)["_HOMES"][name] for name in articlekit.__all__}
    assert set(articlekit.__all__) <= set(dir(articlekit))
    for name in articlekit.__all__:
        assert getattr(articlekit, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'parse_everything'"):
        articlekit.parse_everything  # type: ignore[attr-defined]  # noqa: B018  (the point of the test)


@pytest.mark.parametrize(("module", "path"), INNER, ids=[name for name, _ in INNER])
def test_no_group_is_possessive(module: str, path: Path) -> None:
    """Python 3.11.2 matches possessive groups wrongly; possessive character classes are safe."""
    assert not re.search(r"\)(?:[*+?]|\{[0-9,{}]+\})\+[^\]+]", path.read_text("utf-8")), (
        f"{module} has a possessive group"
    )


@pytest.mark.parametrize(("module", "path"), INNER, ids=[name for name, _ in INNER])
def test_what_is_remembered_is_bounded_in_bytes(module: str, path: Path) -> None:
    """Only `remembered` counts what a cache holds; `cache` may keep tables, of which there are so many."""
    assert module == "remembering" or "lru_cache" not in path.read_text("utf-8")
