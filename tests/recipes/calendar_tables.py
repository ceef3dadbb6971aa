"""
Makes the forms of ``months.tsv`` and ``weekdays.tsv`` from CLDR's names of days and months, and keeps those by hand.

Run it with the extra ``train`` installed: ``python tests/recipes/calendar_tables.py``. A form that means two months, or
a month and a weekday, or that is a name in English letters, is left out unless the table already has it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from babel import Locale

from articlekit.forms.names import is_family_name, is_given_name
from articlekit.lexicon.keys import words_key

TABLES = Path(__file__).parents[2] / "src/articlekit/lexicon/tables"
_LANGUAGES = (
    "ar az bg bn bs ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it lt lv mk ms nb nl nn pl pt ro ru sk sl "
    "sq sr sr-Latn sv sw th tr uk ur vi"
)
LANGUAGES = tuple(_LANGUAGES.split())
#: what news of these countries writes and CLDR has not: the Maghreb, and Hebrew's "in" before a month
BY_HAND = {
    "جانفي": 1, "فيفري": 2, "أفريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7, "أوت": 8,
    "ابريل": 4, "اغسطس": 8, "اكتوبر": 10,
}  # fmt: skip
ALONE = ("月월一", "火화二", "水수三", "木목四", "金금五", "土토六", "日일")  # in brackets behind a day: 4月10日（水）


def forms_of(names: Iterable[Mapping[int, str]]) -> dict[str, set[int]]:
    """The numbers of the months or weekdays that each form of one word stands for."""
    meanings: dict[str, set[int]] = defaultdict(set)
    for tables in names:
        for number, form in tables.items():
            bare = form.strip(". ").replace("\u200f", "")
            if len(bare) > 1 and bare.isprintable() and not any(c.isdigit() or c in " '’" for c in bare):
                meanings[bare].add(number)
    return meanings


def months_of(language: str) -> list[Mapping[int, str]]:
    """The names of the months as CLDR has them; behind *ב* in Hebrew also."""
    locale = Locale.parse(language, sep="-")
    names = [locale.months["format"]["wide"], locale.months["stand-alone"]["wide"]]
    if language in {"th", "hi", "ru", "el", "hu"}:
        names.append(locale.months["format"]["abbreviated"])
    if language == "he":
        names.append({number: f"ב{form}" for number, form in names[0].items()})
    return names


def write(table: str, forms: Mapping[int, Sequence[str]], source: str) -> None:
    """Put *forms* behind those that each row of *table* has."""
    path = TABLES / f"{table}.tsv"
    lines = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            made = {"# source": f"# source: {source}", "# retrieved": f"# retrieved: {dt.datetime.now(dt.UTC).date()}"}
            lines.append(made.get(line.split(":")[0], line))
            continue
        *head, last = line.split("\t")
        known = last.split(";")
        keys = {words_key(form) for form in known}
        new = [form for form in forms[int(head[0])] if words_key(form) not in keys]
        lines.append("\t".join((*head, ";".join(dict.fromkeys((*known, *new))))))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Write both tables."""
    months = forms_of(names for language in LANGUAGES for names in months_of(language))
    for form, number in BY_HAND.items():
        months[form].add(number)
    days = forms_of(Locale.parse(one, sep="-").days["format"]["wide"] for one in LANGUAGES)
    cjk = forms_of(Locale.parse(one).days["format"]["wide"] for one in ("zh", "ja", "ko"))
    for number, letters in enumerate(ALONE):
        cjk.update({letter: {number} for letter in letters})
    days.update(cjk)
    shared = {words_key(form) for form in months} & {words_key(form) for form in days}

    def sure(meanings: Mapping[str, set[int]]) -> dict[int, list[str]]:
        chosen = defaultdict(list)
        for form, numbers in sorted(meanings.items()):
            named = form.isascii() and (is_given_name(form) or is_family_name(form))
            if len(numbers) == 1 and words_key(form) not in shared and not named:
                chosen[next(iter(numbers))].append(form)
        return chosen

    write("months", sure(months), f"AP Stylebook, entry 'months'; CLDR month names for {', '.join(LANGUAGES)}")
    write("weekdays", sure(days), f"CLDR day names for {', '.join(LANGUAGES)}, zh, ja, ko; abbreviations in news")


if __name__ == "__main__":
    main()
