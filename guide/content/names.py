"""Ids: how a label becomes one, and what they look like."""

import re


def slug(label: str) -> str:
    """``label`` in lower case, every run of other signs than letters and digits as one "_"."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")


def is_id(text: str) -> bool:
    """Whether ``text`` may be an id; what a pack brings has the pack's id and "-" before it."""
    return re.fullmatch(r"[a-z0-9_]+(-[a-z0-9_]+)?", text) is not None
