"""What programs get holds what is allowed, in plain values."""

import json

import pytest

from guide import content
from guide.cli import as_json
from guide.core.advice import advise
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety.situation import Situation

Json = dict[str, object]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


def page(catalogue: Catalogue, muscle: str, *entries: str) -> Json:
    profile = Profile(items=tuple(ProfileItem(entry) for entry in entries))
    guidance, facts = content.guidance(muscle), catalogue.muscles[muscle]
    advice = advise(
        catalogue, Situation(profile=profile, on_paper=True), facts, Side.LEFT, guidance
    )
    answer = as_json.muscle_page(catalogue, advice)
    assert json.loads(json.dumps(answer)) == answer, "plain values only"
    return answer


def test_a_limited_muscle_has_smaller_numbers_and_says_why(catalogue: Catalogue) -> None:
    plain, sore = (page(catalogue, "supraspinatus", *e) for e in ((), ("widespread_pain",)))
    before, after = plain["press"], sore["press"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["discomfort_cap"] < before["discomfort_cap"]
    assert after["total_seconds"] < before["total_seconds"]
    assert (plain["pressing"], sore["pressing"]) == ("allow", "limit")
    assert sore["why"]


def test_no_point_is_given_more_than_its_muscle(catalogue: Catalogue) -> None:
    for muscle in sorted(catalogue.guided):
        press = page(catalogue, muscle)["press"]
        if isinstance(press, dict):
            for point in press["points"]:
                assert point["discomfort_cap"] <= press["discomfort_cap"]
                assert point["hold_seconds"][1] <= press["hold_seconds"][1]


def test_every_way_has_its_own_numbers(catalogue: Catalogue) -> None:
    press = page(catalogue, "infraspinatus")["press"]
    assert isinstance(press, dict)
    caps = {way["tool"]: way["discomfort_cap"] for way in press["ways"]}
    assert (caps["fingers"], caps["ball_floor"]) == (press["discomfort_cap"], 5)
    assert press["discomfort_cap"] > 5
    assert all(way["hold_seconds"][1] <= press["hold_seconds"][1] for way in press["ways"])


def test_zones_and_entries_have_their_fields(catalogue: Catalogue) -> None:
    zones, entries = as_json.zones(catalogue), as_json.profile_list(catalogue)
    assert json.loads(json.dumps([zones, entries])) == [zones, entries]
