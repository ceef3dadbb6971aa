"""
How the tables of given and family names are made. Run by hand, never by the package:

    pip install names==0.3.0 faker==40.63.0
    apt-get install wamerican wfrench wspanish witalian
    python tests/recipes/name_tables.py

writes ``given_names.tsv`` and ``family_names.tsv``: the names of the US census of 1990, the commonest first, and
those that Faker has for some eighty countries, less what a dictionary knows as a word in small letters.
"""

import importlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows

TABLES = Path(__file__).resolve().parents[2] / "src/articlekit/lexicon/tables"
DICTIONARIES = Path("/usr/share/dict")
_LANGUAGES = ("american-english", "french", "spanish", "italian")
_FAMILY = 12_000  # of the census, by rank
_SURE_GIVEN, _SURE_FAMILY = 700, 3_000  # so common that they are names although they are words
_SURE_COUNTRIES = 4  # that give a name which is a word somewhere
#: of people in world news whom neither source has
_IN_THE_NEWS = (
    "abdel abdulaziz akihito alexey anatoly andrei antonis arkady arseniy ashraf aung benazir carles dilma dmitry "
    "ehud emmerson fayez francois fumio giannis horst hosni ilham jomo kamala katsuya kawhi keir kyriakos lakhdar "
    "lebron lech mahathir malala manmohan mette mostafa muammar mykhailo naftali narendra nawaz neymar nguyen "
    "nouri novak oleksandr petro pranab priti rafa rajiv ramzan romano romelu ruhollah rustam sajid sanjay saquon "
    "sauli seán shimon shinzo sukarno sushma sviatlana taro tedros tzipi vasily vitali volodymyr yasser yitzhak "
    "yoshihide zendaya zlatan "
)
_SHORTEST = 3  # letters of an alphabet that has case; shorter ones are words of some language
_OTHERS = (
    "outlets",
    "agencies",
    "organization_words",
    "role_heads",
    "role_modifiers",
    "countries",
    "regions",
    "cities",
)


def census(file: str) -> list[str]:
    """The names of a file of the census, the commonest first, folded."""
    import names  # noqa: PLC0415  (needed by this recipe alone)

    folder = Path(names.__file__).parent
    return [line.split()[0].casefold() for line in (folder / file).read_text().splitlines()]


def of_the_world(kind: str) -> Counter[str]:
    """The words of the names of a *kind* (``first``, ``last``) that Faker has, folded, by the number of countries."""
    import faker.providers.person as persons  # noqa: PLC0415  (needed by this recipe alone)

    folders = [path for path in Path(persons.__file__).parent.iterdir() if (path / "__init__.py").exists()]
    found: Counter[str] = Counter()
    for path in folders:
        provider = importlib.import_module(f"faker.providers.person.{path.name}").Provider
        lists = [name for name in dir(provider) if name.startswith((f"{kind}_name", f"{kind}_romanized"))]
        found.update({word for name in lists for word in words(getattr(provider, name))})
    return found


def words(names: Any) -> Iterator[str]:
    """The words of a list of names, folded."""
    for name in names if isinstance(names, Iterable) else ():
        text = name if isinstance(name, str) else name[0]
        yield from (words_key(unicodedata.normalize("NFC", word)) for word in text.split())


def dictionary() -> set[str]:
    """What the dictionaries know in small letters."""
    return {
        word
        for language in _LANGUAGES
        for word in (DICTIONARIES / language).read_text("utf-8", "ignore").split()
        if word.islower()
    }


def plausible(names: Iterable[str], sure: set[str], ordinary: set[str]) -> list[str]:
    """*names* that are neither ordinary words nor names of something else, and *sure* ones, sorted."""
    known = {words_key(cell) for table in _OTHERS for row in rows(table) for cell in row}

    def holds(name: str) -> bool:
        letters = name.replace("-", "").replace("'", "").replace("\u2019", "")
        long = len(name) >= _SHORTEST or not name.isascii()
        return name in sure or (letters.isalpha() and long and name not in ordinary and name not in known)

    return sorted({name for name in names if holds(name)})


def write(table: str, what: str, names: list[str]) -> None:
    """Write *names* as the table *table*."""
    head = (
        f"# what: {what}, folded, by which a name in running text is known to be a person's\n"
        "# source: US Census Bureau, 1990 census name files (public domain; through the package names 0.3.0);"
        " the names of Faker 40.63.0 (MIT licence); less the words of Debian's dictionaries\n"
        "# retrieved: 2026-11-25\n# recipe: tests/recipes/name_tables.py\n# columns: name\n"
    )
    (TABLES / f"{table}.tsv").write_text(head + "\n".join(names) + "\n", "utf-8")


def main() -> None:
    """Write both tables."""
    ordinary = dictionary()
    men, women, family = census("dist.male.first"), census("dist.female.first"), census("dist.all.last")
    first, last = of_the_world("first"), of_the_world("last")
    common = {name for name, countries in first.items() if countries >= _SURE_COUNTRIES}
    sure = {*men[:_SURE_GIVEN], *women[:_SURE_GIVEN], *common}
    write(
        "given_names",
        "given names",
        plausible({*men, *women, *first, *_IN_THE_NEWS.split()}, sure | set(_IN_THE_NEWS.split()), ordinary),
    )
    write("family_names", "family names", plausible({*family[:_FAMILY], *last}, set(family[:_SURE_FAMILY]), ordinary))


if __name__ == "__main__":
    main()
