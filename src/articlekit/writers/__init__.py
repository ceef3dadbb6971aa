"""Articles written: as rows of a table, as Markdown, as plain text."""

from articlekit.writers.prose import to_markdown, to_text
from articlekit.writers.rows import ROW_SCHEMA, ColumnType, to_row

__all__ = ["ROW_SCHEMA", "ColumnType", "to_markdown", "to_row", "to_text"]
