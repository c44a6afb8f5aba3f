"""Ids: how a label becomes one, and what they look like."""

import re


def slug(label: str) -> str:
    """``label`` in lower case, every run of other signs than letters and digits as one "_"."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
