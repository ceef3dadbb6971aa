"""From documents to drafts: readers move text and interpret none of it."""
