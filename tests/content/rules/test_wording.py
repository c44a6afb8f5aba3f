"""Rules of language over whole files, each shown a file that breaks it."""

from pathlib import Path

import pytest

from guide.content import check
from guide.content.checker import TEMPLATE
from guide.content.gather import gather
from guide.content.rules.wording import all_texts, check_strings
from guide.resources import asset_root
from tests.content.folders import cases, expected, overlaid


@pytest.mark.parametrize("case", cases("wording"))
def test_each_rule_is_told_with_place_and_cure(case: str, tmp_path: Path) -> None:
    assert expected(case)
    assert [str(problem) for problem in check(overlaid(tmp_path, case))] == expected(case)


def test_every_kind_of_text_is_read(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    places = {
        "zones.toml": "Beside the eye.",
        "movements/turns/en.md": "Turn your head slowly.",
        "routines/reset/en.md": "Two easy stretches.",
        "safety/red_flags.toml": "Get medical advice today.",
        "safety/no_pressure.toml": "Rest until you are well.",
        "safety/stop_reasons.toml": "Nothing is pressed for 24 hours.",
        "safety/profile.toml": "Tools bruise.",
        "safety/danger_zones.toml": "It is never pressed.",
        "safety/see_a_clinician.toml": "No better after two weeks of sensible self-care",
        "tools.toml": "Stick",
        "muscles/ridge/facts.toml": "On the front rim.",
        "muscles/ridge/en.md": "A heavy bag.",
        "stretches/tilt/en.md": "A mild pull.",
        "general/en.md": "Pressing lowers pain",
    }
    for path, text in places.items():
        old = (root / path).read_text("utf-8")
        assert text in old
        (root / path).write_text(old.replace(text, "It cures you.", 1), "utf-8")
    assert {problem.path for problem in check(root)} == set(places)
    assert {problem.message for problem in check(root)} == {"the wording 'cures' is not used"}


def test_rules_examples_and_effects_are_read_too() -> None:
    content = gather(asset_root() / "content")
    told = {each.text for each in all_texts(content)}
    # what an entry of the profile does, and the example of a sign
    assert "Throat and pelvis are left out." in told
    assert "Even if it lasted only for minutes." in told
    assert any(each.startswith("You once had a clot") for each in told)  # a rule of the profile
    assert any(each.startswith("A massage gun is never used") for each in told)  # of a tool
    assert any("never pressed by oneself" in each.lower() for each in told)  # a danger zone


STRINGS = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#: guide/ui/page.py
msgid "This knot causes the ache."
msgstr ""

#: guide/ui/page.py
msgid "One \\"spot\\""
msgid_plural "{count} spots that will disappear"
msgstr[0] ""
msgstr[1] ""
"""


def test_the_programs_own_sentences_are_held_to_the_same_words() -> None:
    told = [str(problem) for problem in check_strings(STRINGS, TEMPLATE)]
    assert [each.partition(". ")[0] for each in told] == [
        "i18n/unknot.pot, line 6: the wording 'knot causes' is not used",
        "i18n/unknot.pot, line 11: the wording 'will disappear' is not used",
    ]
    many = " ".join(["word"] * 23)
    assert len(list(check_strings(f'msgid "{many}"', TEMPLATE))) == 1


def test_the_template_beside_the_content_is_checked(tmp_path: Path) -> None:
    root = overlaid(tmp_path)
    assert check(root) == []
    template = root.parent / TEMPLATE
    template.parent.mkdir()
    template.write_text('msgid "It cures you."\n', "utf-8")
    assert [problem.place for problem in check(root)] == ["line 1"]


def test_the_shipped_template_lies_where_it_is_looked_for() -> None:
    text = (asset_root() / TEMPLATE).read_text("utf-8")
    assert text.count("msgid ") > 400
