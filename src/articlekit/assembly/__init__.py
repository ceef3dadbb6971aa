"""From a draft to an article: an ordered list of steps, each of which finds one role and claims its text."""

from articlekit.assembly.form_rules import OWN_RULES, FormRules
from articlekit.assembly.steps import STEPS, assemble, explain
from articlekit.assembly.weights import PageWeights, read_page_weights

__all__ = ["OWN_RULES", "STEPS", "FormRules", "PageWeights", "assemble", "explain", "read_page_weights"]
