"""The rules by which the forms of a document are read: those of the package, or others."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from attrs import Attribute, field, fields, frozen

from articlekit.errors import InvalidValue
from articlekit.forms import bylines, captions, datelines, endmatter, notes
from articlekit.grammar import Rule
from articlekit.model import Byline, Caption, ContributorNote, Dateline, EndMatter

__all__ = ["OWN_RULES", "FormRules"]


def _are_rules(_: object, of: "Attribute[Any]", rules: object) -> None:
    """Raises `InvalidValue` for anything but a sequence of rules."""
    if not isinstance(rules, Sequence) or not all(isinstance(rule, Rule) for rule in rules):
        raise InvalidValue(f"FormRules.{of.name} is a sequence of Rule, not {rules!r:.80}", field=of.name)


@frozen(kw_only=True, repr=False)
class FormRules:
    """
    The rules of each form, in the order in which they are tried; what is not given is the package's own.

    What a rule raises comes out of the call that it reads for; the ``text`` of its value is what it took. Rules whose
    functions have names of their own in a module can be pickled, for a pool of processes.

    Raises:
        InvalidValue: one of them is no sequence of `Rule`.

    A house style is a rule of its own in front of these: ``FormRules(bylines=(mine, *RULES))``.

    >>> FormRules(bylines=()).datelines == datelines.RULES
    True
    >>> FormRules(bylines=())
    FormRules(bylines=[])
    """

    datelines: Sequence[Rule[Dateline]] = field(default=datelines.RULES, validator=_are_rules)
    bylines: Sequence[Rule[Byline]] = field(default=bylines.RULES, validator=_are_rules)
    notes: Sequence[Rule[ContributorNote]] = field(default=notes.RULES, validator=_are_rules)
    captions: Sequence[Rule[Caption]] = field(default=captions.RULES, validator=_are_rules)
    end_matter: Sequence[Rule[EndMatter]] = field(default=endmatter.RULES, validator=_are_rules)

    def __repr__(self) -> str:
        """The names of the rules of the forms that are not read by the package's own."""
        told = (f"{name}={[rule.name for rule in rules]}" for name, rules in self._others().items())
        return f"FormRules({', '.join(told)})"

    def __reduce__(self) -> tuple[Callable[[], "FormRules"], tuple[()]]:
        """How to pickle and copy it: a process pool hands rules over; those of the package are there already."""
        return partial(FormRules, **self._others()), ()

    def _others(self) -> dict[str, Sequence[Rule[Any]]]:
        """The rules of each form that is not read by the package's own."""
        own = {of.name: of.default for of in fields(FormRules)}
        return {name: getattr(self, name) for name, rules in own.items() if getattr(self, name) is not rules}


#: the rules of the package
OWN_RULES = FormRules()
