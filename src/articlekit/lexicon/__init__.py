"""What is known: tables of facts, one reader, typed views. No judgement about news lives here."""
