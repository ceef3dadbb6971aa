"""Bylines in AP style."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.errors import WriteError
from articlekit.forms.bylines.byline_rules import RULES
from articlekit.forms.moments import format_moment
from articlekit.grammar import Scanner, first_match
from articlekit.model import Byline, Contributor

__all__ = ["format_byline"]


def format_byline(byline: Byline) -> str:
    """
    *byline* in AP style: ``By Ada Quill and Tom Reed, The Associated Press | Feb. 4, 2022 at 4:20 a.m.``.

    ``parse_byline`` reads it back to an equal value; name parts that *byline* leaves empty may
    come back filled. E-mails and handles stand behind the last name.

    Raises:
        WriteError: no byline says this.

    >>> format_byline(Byline((Contributor("Ada Quill", role="Sports Writer", organization="AP"),), ("AP",)))
    'By Ada Quill, AP Sports Writer'
    """
    times = "".join(
        f" | {label}{format_moment(moment)}"
        for label, moment in (("", byline.published), ("Updated ", byline.updated))
        if moment is not None
    )
    for names in _names(byline):
        text = f"{names}{times}".removeprefix(" | ")
        if _reads_back(text, byline):
            return text
    raise WriteError(f"no byline says {byline!r:.200}")


def _names(byline: Byline) -> Iterator[str]:
    """The ways to write who it is by, the most usual first."""
    if byline.authors:
        for joint in (", ", " | "):
            yield f"By {_shared(byline.authors, joint)}"
            yield f"By {_each(byline.authors, joint)}"
            yield f"By {', '.join(byline.organizations[:1])} | {_shared(byline.authors, joint)}"
    elif byline.collective:
        yield f"By {byline.collective}"
        yield byline.collective
    elif byline.organizations:
        yield f"By {_listed(byline.organizations)}"
        yield f"By {'/'.join(byline.organizations)}"
    else:
        yield ""


def _shared(authors: Sequence[Contributor], joint: str) -> str:
    """Names, then what is said of them all by the last."""
    names = [_name(author) for author in authors]
    return joint.join(filter(None, (_listed(names), _qualifier(authors[-1]), _place(authors[-1]))))


def _each(authors: Sequence[Contributor], joint: str) -> str:
    """Names, each with what is said of it alone."""
    return ", ".join(joint.join(filter(None, (_name(a), _qualifier(a), _place(a)))) for a in authors)


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def _name(author: Contributor) -> str:
    name = " ".join(filter(None, (author.honorific, author.name)))
    parts = (name, author.credentials, author.email, author.handle)
    return ", ".join(filter(None, parts[:2])) + "".join(f" {part}" for part in parts[2:] if part)


def _qualifier(author: Contributor) -> str:
    """``AP Sports Writer``, ``Special to The Courier``."""
    role, organization = author.role or "", author.organization or ""
    if role.casefold().endswith((" to", " for")):
        return f"{role} {organization}".strip()
    return f"{organization} {role}".strip()


def _place(author: Contributor) -> str:
    return f"in {author.location}" if author.location else ""


def _reads_back(text: str, byline: Byline) -> bool:
    found = first_match(RULES, Scanner(text))
    if found is None or len(found.value.authors) != len(byline.authors):
        return False
    authors = tuple(
        evolve(
            mine,
            given=mine.given or read.given,
            family=mine.family or read.family,
            suffix=mine.suffix or read.suffix,
        )
        for mine, read in zip(byline.authors, found.value.authors, strict=True)
    )
    return found.value == evolve(byline, authors=authors)
