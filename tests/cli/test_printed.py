"""What the terminal shows is read from top to bottom: who must not press is told first."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from guide import content
from guide.cli.layout import WIDTH
from guide.cli.printed import (
    about_you,
    found,
    muscle_page,
    profile_list,
    safety,
    zone_list,
)
from guide.core.advice import advise
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.dose import caps
from guide.core.drawing import Mark, Strength
from guide.core.ranking import rank
from guide.core.safety.decide import decide
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety.situation import Request, Situation
from guide.core.safety_facts import Act, SafetyClass
from guide.paper import total_text
from tests.unwritten import without_text


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


def test_levels_come_in_order_and_conditions_are_said(catalogue: Catalogue) -> None:
    lines = list(safety(catalogue, ["head.temple"]))
    heads = [line for line in lines if line.startswith(("Call 112", "See a", "Press nothing"))]
    assert [head.split(",")[0].split(" now")[0] for head in heads][:2] == [
        "Call 112",
        "See a doctor today",
    ]
    jaw = next(index for index, line in enumerate(lines) if "Jaw ache while chewing" in line)
    above = [line for line in lines[:jaw] if line.startswith("  ") and line.endswith(":")]
    assert above[-1] == "  If you are 50 or over:"


def test_the_local_number_is_called(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_AU.UTF-8")
    assert "Call 000 or 112 now" in flat(safety(catalogue, ["head.temple"]))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "Call 112, 999 or 911 now" in flat(safety(catalogue, ["head.temple"]))


def test_a_sign_that_another_flag_asks_of_all_has_no_condition(catalogue: Catalogue) -> None:
    injured_only = list(safety(catalogue, ["head.temple"]))
    assert "  After a fall, a blow or another injury:" in injured_only
    hip = list(safety(catalogue, ["hip.lateral"]))
    assert any(line.startswith("  - It looks bent") for line in hip)
    assert not any(line.startswith("  - It looks bent") for line in injured_only)


BLEEDING = Profile(items=(ProfileItem("blood_thinners"),))


def page(catalogue: Catalogue, muscle: str, profile: Profile | None = None) -> list[str]:
    facts, guidance = catalogue.muscles[muscle], content.guidance(muscle)
    situation = Situation(profile=profile or Profile(), on_paper=True)
    advice = advise(catalogue, situation, facts, Side.LEFT, guidance)
    return list(muscle_page(catalogue, advice, profile))


def flat(lines: Iterable[str]) -> str:
    return " ".join(line.strip() for line in lines)


def test_no_line_is_wider_than_the_page(catalogue: Catalogue) -> None:
    every = Profile(items=tuple(ProfileItem(entry) for entry in catalogue.profile_entries))
    pages = [
        *safety(catalogue, catalogue.zones),
        *page(catalogue, "trapezius_upper"),
        *page(catalogue, "trapezius_upper", every),
        *profile_list(catalogue),
    ]
    assert max(map(len, pages)) <= WIDTH


def test_technique_is_shown_only_where_it_is_allowed(catalogue: Catalogue) -> None:
    allowed = flat(page(catalogue, "trapezius_upper", Profile()))
    assert "Press it" in allowed
    assert "count yourself" in allowed
    assert "Find it" in allowed
    assert "Stretch: " in allowed
    assert "About pressing" not in allowed
    neck = flat(page(catalogue, "trapezius_upper", BLEEDING))
    for gone in ("Press it", "Find it"):
        assert gone not in neck
    stopped = Profile(items=(ProfileItem("told_to_stop"),))
    closed = flat(page(catalogue, "trapezius_upper", stopped))
    for gone in ("Press it", "Find it", "Stretch: "):
        assert gone not in closed
    assert closed.index("About stretching") > closed.index("About pressing") > 0
    assert catalogue.profile_entries["told_to_stop"].what_to_do in closed


def test_why_something_is_refused_is_said_with_what_to_do(catalogue: Catalogue) -> None:
    said = flat(page(catalogue, "trapezius_upper", BLEEDING))
    entry = catalogue.profile_entries["blood_thinners"]
    about = said[said.index("About pressing") :]
    assert any(rule.text in about for rule in entry.rules)
    assert entry.what_to_do in about
    red = next(m.id for m in catalogue.muscles.values() if m.safety_class is SafetyClass.RED)
    assert "never pressed on your own" in flat(page(catalogue, red))


def test_what_was_told_is_printed_with_what_follows(catalogue: Catalogue) -> None:
    entry = catalogue.profile_entries["injection"]
    places = frozenset({Place("shoulder.top", Side.LEFT)})
    item = ProfileItem("injection", places, "2026-11-20")
    said = flat(about_you(catalogue, Profile(items=(item,))))
    assert f"{entry.text} (2026-11-20; " in said
    assert "on the left)" in said
    assert entry.effect in said
    assert "Nothing in your profile" in flat(about_you(catalogue, Profile()))
    nobody = flat(about_you(catalogue, None))
    assert "--with ENTRY,..." in nobody
    for each in catalogue.profile_entries.values():
        asked = flat(safety(catalogue, [])) if each.no_pressure else nobody
        assert (each.text in asked) is (each.id != "told_to_stop"), each.id


def test_the_list_of_entries_says_what_follows_from_each(catalogue: Catalogue) -> None:
    lines = list(profile_list(catalogue))
    said = flat(lines)
    for entry in catalogue.profile_entries.values():
        assert f"  {entry.id}" in lines
        assert entry.effect in said
    assert all(group.text.upper() in lines for group in catalogue.profile_groups.values())
    assert lines[-1] == f"{len(catalogue.profile_entries)} entries"


def test_a_row_says_why_it_is_not_pressed(catalogue: Catalogue) -> None:
    catalogue = without_text(catalogue, "scalenes")
    marks = (Mark(Place("neck.lateral", Side.LEFT), Strength.MODERATE),)

    def rows(profile: Profile) -> str:
        situation = Situation(profile=profile, on_paper=True)
        ranking = tuple(
            (each, decide(catalogue, situation, Request(Act.PRESS, each.muscle, each.side)))
            for each in rank(catalogue, marks)
        )
        return flat(found(catalogue, marks, ranking, profile))

    well = rows(Profile())
    assert "Not pressed: Its guidance has not been written yet" in well
    refused = rows(BLEEDING)
    assert refused.count("Not pressed: ") > well.count("Not pressed: ")
    assert catalogue.profile_entries["blood_thinners"].what_to_do in refused


def test_a_point_that_is_pressed_less_says_so(catalogue: Catalogue) -> None:
    neck = "Angle of neck: stay lighter, at 2 to 4 out of 10, never above 4, and hold 30 seconds"
    assert neck in flat(page(catalogue, "levator_scapulae"))
    assert "Upper corner of scapula: stay lighter" not in flat(page(catalogue, "levator_scapulae"))
    assert "stay lighter" not in flat(page(catalogue, "rhomboids"))


def test_a_way_says_its_own_limit_and_the_others_do_not(catalogue: Catalogue) -> None:
    lines = list(page(catalogue, "infraspinatus"))
    limited = lines.index("Lying on a ball, to spare both hands")
    assert lines[limited + 1] == "  With this, stay at 5 of 10 or below."
    assert "  With this" not in "\n".join(lines[:limited])
    assert "Limited" not in flat(lines)
    assert "About pressing" not in lines


def test_a_shorter_session_is_said(catalogue: Catalogue) -> None:
    dose = caps(catalogue.muscles["trapezius_upper"])
    assert dose is not None
    assert total_text(replace(dose, total=240)) == "All in all press 4 minutes at most."
    sore = Profile(items=(ProfileItem("widespread_pain"),))
    said = flat(page(catalogue, "trapezius_upper", sore))
    assert "All in all press" in said
    assert "All in all press" not in flat(page(catalogue, "trapezius_upper"))


def test_signs_are_asked_with_their_examples(catalogue: Catalogue) -> None:
    text = " ".join(line.strip() for line in safety(catalogue, ["neck.lateral"]))
    assert "sudden weakness of one side. One pupil smaller than the other" in text


def test_nothing_found_says_what_to_do(catalogue: Catalogue) -> None:
    text = " ".join(found(catalogue, (), (), None))
    assert "ask a clinician" in text
    assert "unknot muscle" not in text


def test_zones_say_what_is_special(catalogue: Catalogue) -> None:
    lines = list(zone_list(catalogue))
    assert sum("(inside the mouth)" in line for line in lines) == 3
    assert sum("(no side)" in line for line in lines) == 6
