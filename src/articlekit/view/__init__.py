"""Articles and explanations made visible: in a terminal, on a page, in a notebook."""

from articlekit.view.page import article_fragment, explanation_page, framed, parsed_fragment
from articlekit.view.terminal import coloured_lines, explanation_lines

__all__ = ["article_fragment", "coloured_lines", "explanation_lines", "explanation_page", "framed", "parsed_fragment"]
