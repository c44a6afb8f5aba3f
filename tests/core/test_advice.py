"""Of a muscle's guidance only what is allowed is left, and why the rest is not."""

import pytest

from guide import content
from guide.core.advice import Advice, advise
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance
from guide.core.dose import loosest
from guide.core.safety.decide import decide, spot_caps
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety.situation import Outcome, Request, Situation
from guide.core.safety_facts import Act, ToolKind
from tests.unwritten import without_text


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


def told(catalogue: Catalogue, muscle: str, *entries: str) -> Advice:
    profile = Profile(items=tuple(ProfileItem(entry) for entry in entries))
    situation = Situation(profile=profile, on_paper=True)
    facts, guidance = catalogue.muscles[muscle], content.guidance(muscle)
    return advise(catalogue, situation, facts, Side.LEFT, guidance)


def left(catalogue: Catalogue, muscle: str, *entries: str) -> Guidance:
    found = told(catalogue, muscle, *entries).guidance
    assert found is not None
    return found


def test_a_healthy_person_is_told_everything(catalogue: Catalogue) -> None:
    guidance = content.guidance("supraspinatus")
    assert guidance is not None
    advice = told(catalogue, "supraspinatus")
    assert advice.press.outcome is Outcome.ALLOW
    assert advice.guidance == guidance
    assert advice.stretches == ()


@pytest.mark.parametrize("entry", ["blood_thinners", "osteoporosis", "frail", "pregnancy"])
def test_every_way_that_is_left_is_allowed_by_itself(catalogue: Catalogue, entry: str) -> None:
    situation = Situation(profile=Profile(items=(ProfileItem(entry),)), on_paper=True)
    for muscle in sorted(catalogue.guided):
        advice = told(catalogue, muscle, entry)
        ways = advice.guidance.press if advice.guidance else ()
        for way in ways:
            for point in way.points:
                request = Request(Act.PRESS, muscle, Side.LEFT, point, way.tool, way.posture)
                assert decide(catalogue, situation, request).allowed
            exact = spot_caps(catalogue, situation, muscle, Side.LEFT, way)
            assert set(exact) == set(way.points)
            assert advice.ways[way] == loosest(tuple(exact.values()))
        assert {point.id for point, _caps in advice.points} <= {
            point for way in ways for point in way.points
        }


def test_tools_go_and_hands_stay_with_thin_blood(catalogue: Catalogue) -> None:
    kinds = {
        catalogue.tools[way.tool].kind
        for muscle in catalogue.guided
        for way in left(catalogue, muscle, "blood_thinners").press
    }
    assert kinds == {ToolKind.HAND}


def test_nothing_is_left_after_a_grave_stop(catalogue: Catalogue) -> None:
    for muscle in sorted(catalogue.guided):
        advice = told(catalogue, muscle, "told_to_stop")
        found = left(catalogue, muscle, "told_to_stop")
        assert (found.find, advice.points, found.press, found.stretches) == ((), (), (), ())
        assert advice.press.reasons
        guidance = content.guidance(muscle)
        assert guidance is not None
        assert len(advice.stretches) == len(guidance.stretches)


def test_a_muscle_without_guidance_has_no_technique(catalogue: Catalogue) -> None:
    catalogue = without_text(catalogue, "levator_scapulae")
    facts, situation = catalogue.muscles["levator_scapulae"], Situation(on_paper=True)
    advice = advise(catalogue, situation, facts, Side.LEFT, None)
    assert (advice.guidance, advice.points, advice.stretches) == (None, (), ())
    assert advice.ways == {}
    assert not advice.press.allowed
