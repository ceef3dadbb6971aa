"""Fuzzing with atheris: ``python -m tests.fuzz NAME --runs N``, see `tests.fuzz.__main__`."""
