"""
Places as datelines and captions write them.

    place     = name *("," qualifier) / name "(" country ")"
    qualifier = state / province / nation / country, in any form of the lexicon

Region and country are the canonical English of what is written, never more; a state of the
United States, a province of Canada or a nation of the United Kingdom implies its country.

>>> make_place("LA CROSSE", ("Wis.",))
Place(city='La Crosse', region='Wisconsin', country='United States', kind=<PlaceKind.PLACE: 'place'>)
>>> display_city("COEUR D'ALENE"), display_city("McALLEN"), display_city("PORT-AU-PRINCE")
("Coeur d'Alene", 'McAllen', 'Port-au-Prince')
"""

from articlekit.grammar import Finder, Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.geography import Region, qualifier, qualifier_exceptions
from articlekit.lexicon.keys import key, words_key
from articlekit.lexicon.words import heads, mapping, spellings, tails
from articlekit.model import Place, PlaceKind
from articlekit.remembering import remembered
from articlekit.typography import APOSTROPHES, HYPHENS, plain

__all__ = [
    "capitals",
    "display_city",
    "kind_of",
    "make_place",
    "qualifier_fields",
    "take_qualifier",
    "write_place",
]

#: up to seven words of a qualifier, with the full stops of an abbreviation: N.C., West, d'Ivoire, U.S.S.R.
_QUALIFIER_WORD = rf"[^\W\d_]++(?:[.{APOSTROPHES}{HYPHENS}&][^\W\d_]++){{0,9}}\.?"
QUALIFIER_RUN = Token(rf"{_QUALIFIER_WORD}(?:{BLANK}{{1,9}}{_QUALIFIER_WORD}){{0,6}}")
_LAST_BLANK = Finder(rf"(?<!{BLANK}){BLANK}++(?=[^{BLANK[1:]}*$)")
_PARTS = Finder(rf"([\s{HYPHENS}–/]+|(?<=[^\W\d_])[{APOSTROPHES}](?=[^\W\d_]))")
_REMEMBERED = 4096
_MAC = Token(r"M[cC][A-Z]{2,}")


def take_qualifier(scanner: Scanner) -> str | None:
    """
    ``Wis.``, ``New South Wales``: the longest known region or country at the cursor, as written.

    >>> scanner = Scanner("West Virginia (AP)")
    >>> take_qualifier(scanner), scanner.pos
    ('West Virginia', 13)
    """
    run = scanner.take(QUALIFIER_RUN)
    if run is None:
        return None
    scanner.pos = run.start() + _known_length(run[0])
    return scanner.text[run.start() : scanner.pos] or None


@remembered(_REMEMBERED)
def _known_length(words: str) -> int:
    """The length of the longest region or country that *words* begin with, 0 where there is none."""
    written = words
    while qualifier(written) is None:
        *before, _last = _LAST_BLANK.pattern.split(written)
        if not before:
            return 0
        written = words[: len(before[0])]
    return len(written) - _ends_sentence(written)


def _ends_sentence(written: str) -> bool:
    """Whether the full stop of *written* is none of its own: ``Iowa.``, not ``Wis.``."""
    if not written.endswith("."):
        return False
    known = qualifier(written)
    return known is not None and key(known.name) == key(written) and not written.isupper()


@remembered(_REMEMBERED)
def make_place(city: str, qualifiers: tuple[str, ...] = ()) -> Place:
    """
    The place that a city and its qualifiers, all as written, name.

    A qualifier that the lexicon does not know is a region where a country follows it, and is
    left out where nothing does: a wrong region is worse than none. The same few thousand places
    make up most of any corpus, so answers are remembered.
    """
    region, country = _qualified(city, qualifiers)
    name = display_city(plain(city))
    return Place(city=name or None, region=region, country=country, kind=kind_of(city))


def _qualified(city: str, qualifiers: tuple[str, ...]) -> tuple[str | None, str | None]:
    region, country = None, None
    for written, field in zip(qualifiers, qualifier_fields(city, qualifiers), strict=True):
        known = qualifier(written)
        if field == "region" and isinstance(known, Region):
            region, country = known.name, country or known.country or None
        elif field == "region":
            region = display_city(plain(written))
        elif field == "country":
            country = qualifier_exceptions().get((key(city), key(written))) or (known.name if known else None)
    return region, country


def qualifier_fields(city: str, qualifiers: tuple[str, ...]) -> tuple[str, ...]:
    """
    Which field of a `Place` each of its qualifiers fills, none where it is left out.

    >>> qualifier_fields("TALLINN", ("Harju", "Estonia")), qualifier_fields("TALLINN", ("Estonia",))
    (('region', 'country'), ('country',))
    """
    return tuple(_field(city, written, last=i == len(qualifiers) - 1) for i, written in enumerate(qualifiers))


def _field(city: str, written: str, *, last: bool) -> str:
    known = qualifier(written)
    if (key(city), key(written)) in qualifier_exceptions() or (known is not None and not isinstance(known, Region)):
        return "country"
    return "" if known is None and last else "region"


def kind_of(city: str) -> PlaceKind:
    """
    What sort of place a name in a dateline is.

    >>> kind_of("DOVER AIR FORCE BASE").value, kind_of("ABOARD AIR FORCE ONE").value, kind_of("UNITED NATIONS").value
    ('base', 'vehicle', 'organization')
    """
    words = words_key(city) + " "
    if words == "united nations ":
        return PlaceKind.ORGANIZATION
    if words.startswith(heads("place_openers")):
        opener = next(head for head in heads("place_openers") if words.startswith(head))
        return PlaceKind(mapping("place_openers")[opener.strip()])
    is_base = words.endswith(tails("base_words")) or words.startswith(heads("base_openers"))
    return PlaceKind.BASE if is_base else PlaceKind.PLACE


def display_city(name: str) -> str:
    """
    *name* in display case; a name that is not in capitals comes back as it is.

    The case that a dateline keeps inside its capitals ("McALLEN") is kept; words that the
    lexicon spells otherwise ("de", "USS", "DeKalb") are as they stand there; the rest are capitalised.
    """
    letters = [c for c in name if c.isalpha()]
    if not letters or 2 * sum(c.islower() for c in letters) >= len(letters):
        return name
    parts = _PARTS.pattern.split(name)
    return "".join(_display(parts, i) for i in range(len(parts)))


def _display(parts: list[str], i: int) -> str:
    part, known = parts[i], spellings("place_words").get(parts[i].casefold())
    if parts[i + 1 : i + 2] and parts[i + 1] in _APOSTROPHES:
        inner = i > 0 and parts[i - 1] not in _APOSTROPHES
        return part.lower() if inner and part.casefold() in _ELIDED else part.capitalize()
    if i and parts[i - 1] in _APOSTROPHES and len(part) == 1:
        return part.lower()
    if known is not None and (i or not known.islower()):
        return known
    if _MAC.covers(part) and part[1] == "c":
        return part[:2] + part[2:].capitalize()
    return part.capitalize()


_APOSTROPHES = tuple(APOSTROPHES)
_ELIDED = ("d", "l", "n", "al", "dell", "sull")


def write_place(place: Place) -> str:
    """
    *place* as an AP dateline writes it: the town in capitals, states abbreviated.

    >>> write_place(Place("St. Louis")), write_place(Place("McAllen", "Texas", "United States"))
    ('ST. LOUIS', 'McALLEN, Texas')
    """
    known = qualifier(place.region) if place.region else None
    region = known.ap if isinstance(known, Region) and known.name == place.region else place.region
    implied = isinstance(known, Region) and known.country == (place.country or "")
    return ", ".join(filter(None, (capitals(place.city or ""), region, None if implied else place.country)))


def capitals(city: str) -> str:
    """
    *city* in the capitals of a dateline, or as it is where capitals would lose its case.

    >>> capitals("McAllen"), capitals("Coeur d'Alene"), capitals("eThekwini")
    ('McALLEN', "COEUR D'ALENE", 'eThekwini')
    """
    for shouted in (_shout(city), city.upper()):
        if display_city(shouted) == city:
            return shouted
    return city


def _shout(city: str) -> str:
    """Capitals that keep the small letter of ``Mc``, as AP does."""
    return " ".join(
        "Mc" + word[2:] if word.startswith("MC") and len(word) > _LONGEST_MC else word
        for word in city.upper().split(" ")
    )


_LONGEST_MC = 3
