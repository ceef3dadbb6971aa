"""An explanation made visible."""

from articlekit.view.terminal import explanation_lines

__all__ = ["explanation_lines"]
