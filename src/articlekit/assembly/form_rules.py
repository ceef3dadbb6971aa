"""The rules by which the forms of a document are read: those of the package, or others."""

from collections.abc import Sequence

from attrs import frozen

from articlekit.forms import bylines, captions, datelines, endmatter, notes
from articlekit.grammar import Rule
from articlekit.model import Byline, Caption, ContributorNote, Dateline, EndMatter

__all__ = ["OWN_RULES", "FormRules"]


@frozen(kw_only=True)
class FormRules:
    """
    The rules of each form, in the order in which they are tried; what is not given is the package's own.

    A house style is a rule of its own in front of these: ``FormRules(bylines=(mine, *RULES))``.

    >>> FormRules(bylines=()).datelines == datelines.RULES
    True
    """

    datelines: Sequence[Rule[Dateline]] = datelines.RULES
    bylines: Sequence[Rule[Byline]] = bylines.RULES
    notes: Sequence[Rule[ContributorNote]] = notes.RULES
    captions: Sequence[Rule[Caption]] = captions.RULES
    end_matter: Sequence[Rule[EndMatter]] = endmatter.RULES


#: the rules of the package
OWN_RULES = FormRules()
