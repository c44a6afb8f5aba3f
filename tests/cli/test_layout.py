"""Lines of one width, and what is known of a claim behind it."""

from guide.cli.layout import WIDTH, claim_line, section, steps, wrapped
from guide.core.catalogue import Claim


def test_no_line_is_wider_and_no_word_with_a_hyphen_is_cut() -> None:
    lines = wrapped("three finger-widths " * 30, "    ", "  - ")
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[0].startswith("  - three")
    assert all(line.startswith("    ") for line in lines[1:])
    assert not any(line.endswith("-") for line in lines)


def test_items_have_dashes_and_steps_numbers() -> None:
    assert list(section("Take care", ("One.", "Two."))) == ["", "Take care", "  - One.", "  - Two."]
    assert list(steps("Lean", ("One.",), "Softly.")) == ["", "Lean", "  Softly.", "  1. One."]
    assert list(steps("Find it", ("One.", "Two."))) == ["", "Find it", "  1. One.", "  2. Two."]


def test_a_claim_says_how_well_it_is_supported() -> None:
    plain = Claim("It eases.", "tested", ("A", "B"))
    assert claim_line(plain) == "It eases. [tested in trials: A, B]"
    judged = Claim("It eases.", "limited", ("A",), "yes", "unknown", "no")
    assert claim_line(judged) == (
        "It eases. [few or small trials: A;"
        " effect seen: yes, known how: not known, better than rest: no]"
    )
