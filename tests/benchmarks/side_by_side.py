"""
The same bylines through newspaper4k, trafilatura and articlekit, each in an environment of its own.

    python tests/benchmarks/side_by_side.py

installs the two others into temporary environments and writes ``docs/explanation/side-by-side.md``.
Every byline stands in the same small page, marked as a byline as most sites mark it.
"""

import json
import subprocess
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path

from articlekit import find_byline

PAGE = Path(__file__).resolve().parents[2] / "docs/explanation/side-by-side.md"
BYLINES = (
    "By Ada Quill",
    "By Rosa van der Berg Smith, Staff Writer",
    "By R.J. Calloway Jr.",
    "By Joe Marsh, Sr., and Tara Lind, MD",
    "By ADA QUILL and TOM REED, The Associated Press",
    "by ADA QUILL THE ASSOCIATED PRESS | March 9, 2023 at 5:10 p.m.",
    "By The Associated Press",
    "By Harbor Ledger Staff",
    "By Ada Quill, Senior Reporter",
    "By ADA QUILL AP Sports Writer",
    "By Ada Quill Special to The Harbor Ledger",
    "By AMELIA MARSH-DEVEAUX",
    "Von Ada Quill und Tom Reed",
    "Compiled from wire reports",
)
HTML = """<html><head><title>Harbor bridge reopens</title></head><body><article><h1>Harbor bridge reopens</h1>
<p class="byline">{byline}</p>
<p>The bridge carried trucks again on Friday after eleven days of repairs, and the ferry crews went home.</p>
<p>Engineers had found the crack on a Monday, and the harbor office closed both lanes within the hour.</p>
</article></body></html>"""
OTHERS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "newspaper4k": (
        ("newspaper4k",),
        (
            "from newspaper import Article\n"
            "def authors(html):\n"
            "    article = Article('https://example.org/story')\n"
            "    article.download(input_html=html)\n"
            "    article.parse()\n"
            "    return article.authors\n"
        ),
    ),
    "trafilatura": (
        ("trafilatura", "lxml_html_clean"),
        (
            "from trafilatura import extract_metadata\n"
            "def authors(html):\n"
            "    return [name for name in (extract_metadata(html).author or '').split('; ') if name]\n"
        ),
    ),
}
RUN = "import json, sys\nprint(json.dumps([authors(html) for html in json.load(sys.stdin)]))"


def others(name: str) -> tuple[str, list[list[str]]]:
    """The version of the library *name*, and the authors it gives for each byline."""
    packages, code = OTHERS[name]
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin/python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        show = f"from importlib.metadata import version; print(version({name!r}))"
        version = subprocess.run([python, "-c", show], check=True, capture_output=True, text=True).stdout.strip()
        pages = json.dumps([HTML.format(byline=byline) for byline in BYLINES])
        found = subprocess.run(
            [python, "-W", "ignore", "-c", code + RUN], input=pages, check=True, capture_output=True, text=True
        )
    return version, json.loads(found.stdout.splitlines()[-1])


def ours(byline: str) -> str:
    """What articlekit gives, organisations apart."""
    found = find_byline(byline)
    if found is None:
        return "—"
    people = [f"{author.name} ({author.role})" if author.role else author.name for author in found.value.authors]
    rest = [f"*{name}*" for name in found.value.organizations]
    collective = [f"collective: {found.value.collective}"] if found.value.collective else []
    return "<br>".join((*people, *rest, *collective))


def main() -> None:
    """Ask all three and write the page."""
    answers = {name: others(name) for name in OTHERS}
    lines = [
        "# Side by side",
        "",
        "The same bylines through three libraries, written by `tests/benchmarks/side_by_side.py` in one run: "
        + ", ".join(f"{name} {version}" for name, (version, _) in answers.items())
        + ". Each stands in a small page, in a paragraph of the class `byline`. For the others the list of authors is"
        " shown; for articlekit people with their roles, then *organisations*, then a collective.",
        "",
        f"| byline | {' | '.join(answers)} | articlekit |",
        "|---|" + "---|" * (len(answers) + 1),
    ]
    for i, byline in enumerate(BYLINES):
        theirs = ["<br>".join(found[i]) or "—" for _, found in answers.values()]
        lines.append(f"| {byline.replace('|', chr(92) + '|')} | {' | '.join(theirs)} | {ours(byline)} |")
    PAGE.write_text("\n".join([*lines, ""]), "utf-8")
    print(f"wrote {PAGE}")  # noqa: T201  (its job)


if __name__ == "__main__":
    main()
