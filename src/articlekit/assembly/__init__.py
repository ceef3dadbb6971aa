"""From a draft to an article: an ordered list of steps, each of which finds one role and claims its text."""

from articlekit.assembly.steps import STEPS, assemble, explain
from articlekit.assembly.weights import PageWeights, read_page_weights

__all__ = ["STEPS", "PageWeights", "assemble", "explain", "read_page_weights"]
