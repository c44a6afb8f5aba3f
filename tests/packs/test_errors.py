"""A refusal names the file so that a terminal and a window can show it."""

from guide.packs.errors import Refused, shown


def test_names_are_shown_plainly() -> None:
    assert shown("stretches/a-b/de.md") == "stretches/a-b/de.md"
    assert shown("a\x1b[2J\u202e") == "a??2J?"
    assert shown("x" * 100) == "x" * 80 + "..."


def test_a_refusal_begins_with_the_file() -> None:
    assert str(Refused("a\n.md", "wrong.")) == "a?.md: wrong."
