"""
The reference pages that are written from the code.

    python tests/pages.py        writes them; a test says when they are out of date
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from articlekit.assembly.rules import CLAIMED, LINES, VOCABULARIES
from articlekit.forms import bylines, captions, datelines, endmatter, notes
from articlekit.forms.credits import RULES as CREDIT_RULES
from articlekit.grammar import Rule
from articlekit.lexicon.loader import columns, rows

DOCS = Path(__file__).resolve().parents[1] / "docs" / "reference"
TABLES = Path(__file__).resolve().parents[1] / "src/articlekit/lexicon/tables"

FORMS: dict[str, Sequence[Rule[Any]]] = {
    "Datelines": datelines.RULES,
    "Bylines": bylines.RULES,
    "Contributor notes": notes.RULES,
    "Captions": captions.RULES,
    "Photo credits": CREDIT_RULES,
    "End matter": endmatter.RULES,
}


def rules_page() -> str:
    """Every rule of every form, in the order in which they are tried."""
    lines = ["# Rules", "", "The rules of each form in the order in which they are tried; their names are stable.", ""]
    for form, rules in FORMS.items():
        lines += [f"## {form}", "", "| rule | reads |", "|---|---|", *map(_rule_row, rules), ""]
    lines += ["## Whole documents", "", "| rule | says |", "|---|---|"]
    lines += [f"| `{name}` | {what} |" for name, what in LINES.items()]
    lines += ["", "What a page's metadata claim is cited by the field and the vocabulary that claims it.", ""]
    lines += ["| rule | says |", "|---|---|"]
    for field, kinds in CLAIMED.items():
        lines += [f"| `{field}.{kind}` | {FIELDS[field]} by {VOCABULARIES[kind]}. |" for kind in kinds]
    return "\n".join([*lines, ""])


FIELDS = {
    "headline": "The headline as claimed",
    "byline": "The authors as claimed",
    "times": "A time as claimed",
    "claims": "Section, publisher, languages, description, address or keywords as claimed",
    "images": "An image as claimed",
}


def _rule_row(rule: Rule[Any]) -> str:
    summary = " ".join((rule.read.__doc__ or "").split()).replace("``", "`").replace("|", "\\|")
    return f"| `{rule.name}` | {summary} |"


def tables_page() -> str:
    """Every table of the lexicon, with its size and source."""
    lines = ["# Tables", "", "What articlekit knows, one fact per line in `src/articlekit/lexicon/tables/`.", ""]
    lines += ["| table | rows | what | source |", "|---|---|---|---|"]
    for path in sorted(TABLES.glob("*.tsv")):
        head = columns(path.stem)
        lines.append(f"| `{path.stem}` | {len(rows(path.stem))} | {head['what']} | {head['source']} |")
    return "\n".join([*lines, ""])


PAGES = {"rules.md": rules_page, "tables.md": tables_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
