"""A refusal names the file so that a terminal and a window can show it."""

from guide.content.problems import Problem
from guide.packs.errors import SENTENCE, Refused, brief, shown


def test_names_are_shown_plainly() -> None:
    assert shown("stretches/a-b/de.md") == "stretches/a-b/de.md"
    assert shown("a\x1b[2J\u202e") == "a??2J?"
    assert shown("x" * 100) == "x" * 80 + "..."


def test_a_refusal_begins_with_the_file() -> None:
    assert str(Refused("a\n.md", "wrong.")) == "a?.md: wrong."


def test_what_is_told_of_a_pack_is_one_short_line() -> None:
    told = brief(Problem("a.md", "line 1", "unknown heading 'M\tove'\nand more", "x" * 999))
    assert told.message == "unknown heading 'M ove' and more"
    assert told.cure == "x" * SENTENCE + "..."
