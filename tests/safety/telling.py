"""What a walk has to say about itself; `pytest -s` shows it."""

import sys


def tell(text: str) -> None:
    """Write a line of the walk's report."""
    sys.stdout.write(f"\n{text}")
