"""Lessons and terms of a pack name what exists; a translation leaves no point and no doubt out."""

import pytest

from tests.packs.ours import edited, files, shipped, small, told

OWN = "lessons/thigh_care-before_bed/en.md"
FACTS = "lessons/thigh_care-before_bed/facts.toml"
TERMS = "glossary/en.md"
KNOTS = "lessons/knots/de.md"


@pytest.mark.parametrize(
    ("path", "old", "new", "reason"),
    [
        (OWN, "(muscle:rectus_femoris)", "(muscle:heart)", "leads to no muscle 'heart'"),
        (OWN, "(muscle:rectus_femoris)", "(https://example.org)", "is not read here"),
        (OWN, "(term:thigh_care-gentle_pull)", "(term:pull)", "leads to no term 'pull'"),
        (OWN, "figure: rectus_femoris", "figure: heart", "unknown muscle 'heart'"),
        (OWN, "figure: rectus_femoris", "figure: zone sky", "unknown zone 'sky'"),
        (OWN, "(thigh_care-heel_to_seat)", "(thigh_care-none)", "unknown drawing"),
        (OWN, "(thigh_care-heel_to_seat)", "(../x.svg)", "names no drawing"),
        (OWN, "| ST99 |", "| MYBLOG |", "unknown source 'MYBLOG'"),
        (OWN, "| limited |", "| proven |", "unknown grade 'proven'"),
        (OWN, "effect yes", "effect huge", "judges no treatment"),
        (OWN, "## In short", "## Before", "no summary"),
        (OWN, "- Hold on to a wall.", "- Hold **on** to a wall.", "is not read here"),
        (OWN, "- Hold on to a wall.", "- Press for 5 minutes.", "the number '5 m"),
        (OWN, "- Hold on to a wall.", "- Press at 9 of 10.", "the number '9 of 10'"),
        (OWN, "- Hold on to a wall.", "- Press for sixty seconds.", "the number 'sixty seconds'"),
        (OWN, "- Hold on to a wall.", "- This cures pain.", "the wording 'cures' is not used"),
        (FACTS, 'sources = ["ST99"]', "sources = []", "no source is named"),
        (FACTS, 'sources = ["ST99"]', 'sources = ["ST99"]\nrun = "x"', "'run' is unknown"),
        (TERMS, "- also: mild pull", "- mild pull", "is no term"),
        (TERMS, "clear, and easy", "for 30 s, and easy", "the number '30 s'"),
        (KNOTS, "## Was sie ist", "## Was sie ist\n\nA.\n\n## Mehr", "2 sections stand for 1"),
        (KNOTS, "- Es kann ein", "Es kann ein", "has 0 points of 1"),
        (KNOTS, "| disputed |", "| tested |", "graded 'tested' by sources of its own"),
        (KNOTS, "Ein festes Band", "Nach 90 Sekunden ein festes Band", "the number '90'"),
    ],
)  # fmt: skip
def test_what_is_told(path: str, old: str, new: str, reason: str) -> None:
    name, ours = ("translated", small()) if path == KNOTS else ("sound", shipped())
    found = told(edited(files(name), path, old, new), ours)
    assert found
    assert all(each.startswith(path) for each in found), found
    assert any(reason in each for each in found), found


def test_a_lesson_may_count() -> None:
    counted = edited(files(), OWN, "- Hold on to a wall.", "- Most of 14 people liked it.")
    assert told(counted, shipped()) == []


def test_terms_that_our_letters_cannot_spell() -> None:
    manifest = edited(files("translated"), "pack.toml", '["de"]', '["de", "ru"]')
    words = "# Словарь\n\n## Боль\nЭто боль.\n\n## Мышца\nЭто мышца.\n"
    assert told(manifest | {"glossary/ru.md": words.encode()}, small()) == []
    twice = words + "\n## Same\nEins.\n\n## same\nZwei.\n"
    assert "'deutsch-same' stands here twice" in told(
        manifest | {"glossary/ru.md": twice.encode()}, small()
    )[0]  # fmt: skip
