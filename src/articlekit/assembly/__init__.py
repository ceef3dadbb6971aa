"""From a draft to an article: an ordered list of steps, each of which finds one role and claims its text."""

from articlekit.assembly.steps import STEPS, assemble, explain

__all__ = ["STEPS", "assemble", "explain"]
