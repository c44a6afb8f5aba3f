"""A profile from outside is taken whole or refused in one sentence."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide import content
from guide.cli.profile_input import LARGEST, from_file, from_words, read_profile
from guide.cli.slips import Misuse
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety_facts import Asks
from guide.journal.damage import Damage
from guide.journal.export import as_json

CATALOGUE = content.load()
ASKING = [
    entry.id
    for entry in CATALOGUE.profile_entries.values()
    if entry.asks in (Asks.PLACES, Asks.PLACES_AND_DATE)
]
PLACES = [
    Place(zone.id, side)
    for zone in CATALOGUE.zones.values()
    for side in ([Side.MIDLINE] if zone.midline else [Side.LEFT, Side.RIGHT])
]
items = st.builds(
    ProfileItem,
    entry=st.sampled_from(list(CATALOGUE.profile_entries)),
    places=st.frozensets(st.sampled_from(PLACES), max_size=5),
    since=st.just("") | st.dates().map(str),
)
profiles = st.builds(
    Profile,
    adult=st.none() | st.booleans(),
    fifty_or_over=st.none() | st.booleans(),
    items=st.lists(items, max_size=4).map(tuple),
    asked=st.booleans(),
)


@pytest.fixture
def catalogue() -> Catalogue:
    return CATALOGUE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profiles)
def test_what_was_exported_is_read_again(tmp_path: Path, profile: Profile) -> None:
    whole, alone = tmp_path / "journal.json", tmp_path / "profile.json"
    whole.write_bytes(as_json((), (), profile, Damage()))
    alone.write_bytes(msgspec.json.encode(profile))
    assert from_file(CATALOGUE, whole) == from_file(CATALOGUE, alone) == profile


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no profile as Unknot exports it"),
        ("{", "no profile as Unknot exports it"),
        ("eggs, milk", "no profile as Unknot exports it"),
        ("[]", "it has no list of items"),
        ("{}", "it has no list of items"),
        ('{"items": {}}', "it has no list of items"),
        ('{"items": [3]}', "Expected `object`, got `int` - at `$.items[0]`"),
        ('{"items": [{}]}', "missing required field `entry`"),
        ('{"items": [], "adult": "yes"}', "got `str` - at `$.adult`"),
        ('{"items": [], "adlut": true}', "nothing in it is called adlut"),
        ('{"items": [{"entry": "x", "place": []}]}', "nothing in it is called place"),
        ('{"items": [{"entry": "blood_thinner"}]}', "Nearest: blood_thinners"),
        ('{"items": [{"entry": "blood_thinners", "since": "last week"}]}', "written as 2026-"),
        ('{"items": [{"entry": "blood_thinners", "since": "2026-02-31"}]}', "written as 2026-"),
        ('{"format": "unknot-journal", "version": 1}', "it has no list of items"),
        ("[" * 100_000, "nested too deeply"),
        ('{"items": [{"entry": "injection", "places": [{"zone": "moon", "side": "left"}]}]}',
         "There is no zone moon"),
        ('{"items": [{"entry": "injection", "places": [{"zone": "shoulder.top", "side": "up"}]}]}',
         "Invalid enum value 'up'"),
        ('{"items": [{"entry": "injection", "places": [{"zone": "head.eye", "side": "midline"}]}]}',
         "head.eye cannot lie on the side midline"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_profile_is_refused_in_one_sentence(
    catalogue: Catalogue, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "profile.json"
    path.write_text(text)
    with pytest.raises(Misuse) as refused:
        from_file(catalogue, path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["items", "entry", "places", "since", "format", "profile",
                                       "adult", "zone", "side"]), inner, max_size=4),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_no_content_of_a_file_is_more_than_a_sentence(tmp_path: Path, content_: bytes) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(content_)
    found, said = Profile(), ""
    try:
        found = from_file(CATALOGUE, path)
    except Misuse as slip:
        said = str(slip)
    assert "\n" not in said
    assert all(item.entry in CATALOGUE.profile_entries for item in found.items)


def test_files_that_cannot_be_read_are_said(catalogue: Catalogue, tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(b" " * (LARGEST + 1))
    for path, said in (
        (tmp_path / "none.json", "cannot be read: No such file"),
        (tmp_path, "cannot be read: Is a directory"),
        (Path("a\0b"), "cannot be read"),
        (large, "larger than 1 MB"),
    ):
        with pytest.raises(Misuse, match=said):
            from_file(catalogue, path)


def test_words_name_entries_and_places(catalogue: Catalogue) -> None:
    entry = ASKING[0]
    assert from_words(catalogue, "blood_thinners") == (ProfileItem("blood_thinners"),)
    both = frozenset({Place("shoulder.top", Side.LEFT), Place("shoulder.top", Side.RIGHT)})
    assert from_words(catalogue, f"blood_thinners, {entry}@shoulder.top") == (
        ProfileItem("blood_thinners"),
        ProfileItem(entry, both),
    )
    (found,) = from_words(catalogue, f"{entry}@shoulder@left@low_back.sacrum")
    assert {place.zone for place in found.places} == {
        zone
        for zone in catalogue.zones
        if zone.startswith("shoulder.") or zone == "low_back.sacrum"
    }
    sides = {place.side for place in found.places if place.zone.startswith("shoulder.")}
    assert sides == {Side.LEFT}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "An entry is missing"),
        ("zzzz", "There is no entry zzzz. All are listed by: unknot profile list"),
        ("blood_thinners,", "An entry is missing"),
        ("blood_thiners", "Nearest: blood_thinners"),
        ("blood_thinners@neck", "concerns no place of its own: leave @neck out"),
        (f"{ASKING[0]}@elbw", "There is no zone elbw. Nearest: elbow"),
        (f"{ASKING[0]}@", "There is no zone ."),
        (f"{ASKING[0]}@left", "There is no zone left"),
    ],
)
def test_a_slip_in_the_words_is_one_sentence(catalogue: Catalogue, words: str, said: str) -> None:
    with pytest.raises(Misuse) as refused:
        from_words(catalogue, words)
    assert said in str(refused.value)


def test_file_and_words_add_up(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    told = Profile(adult=True, items=(ProfileItem("blood_thinners"),), asked=True)
    path.write_bytes(msgspec.json.encode(told))
    assert read_profile(catalogue, None, None) is None
    assert read_profile(catalogue, str(path), None) == told
    both = read_profile(catalogue, str(path), "osteoporosis")
    assert both == msgspec.structs.replace(told, items=(*told.items, ProfileItem("osteoporosis")))
