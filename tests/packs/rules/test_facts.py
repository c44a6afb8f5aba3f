"""The facts of a pack stay within the bounds of ours, and narrower ones."""

import pytest

from tests.packs.ours import edited, files, shipped, told

STRETCH = "stretches/thigh_care-heel_to_seat/facts.toml"
MOVEMENT = "movements/thigh_care-knee_swings/facts.toml"
ROUTINE = "routines/thigh_care-evening/facts.toml"
MANY = """"adductor_brevis", "adductor_longus", "adductor_magnus", "anconeus", "brachialis",
 "buccinator", "diaphragm", "digastric", "gracilis", "iliopsoas", "masseter", "occipitalis" """
PICTURE = 'picture = "thigh_care-heel_to_seat"'
SEAT = '"thigh_care-heel_to_seat"'


@pytest.mark.parametrize(
    ("path", "old", "new", "reason"),
    [
        (STRETCH, "hold = 30", "hold = 61", "the hold is 61 s"),
        (STRETCH, "hold = 30", "hold = -5", "the hold is -5 s"),
        (STRETCH, "hold = 30", 'hold = "30"', "expected a whole number"),
        (STRETCH, "hold = 30", "hold = true", "whole number"),
        (STRETCH, "hold = 30\n", "", "'hold' is missing"),
        (STRETCH, "hold = 30", "hold = 30\nbends_spine = false", "'bends_spine' is unknown"),
        (STRETCH, "hold = 30", 'hold = 30\npose = "hug"', "'pose' is unknown"),
        (STRETCH, "hold = 30", "hold = 30\ndiscomfort = 9", "'discomfort' is unknown"),
        (STRETCH, '"standing"', '"sky"', "unknown posture 'sky'"),
        (STRETCH, '"each"', '"left"', "'sides' is 'left'"),
        (STRETCH, '["rectus_femoris", "vastus_intermedius"]', "[]", "muscles or sources are empty"),
        (STRETCH, '"vastus_intermedius"', '"rectus_femoris"', "stands here twice"),
        (STRETCH, '"vastus_intermedius"', MANY, "13 are named here"),
        (STRETCH, '"vastus_intermedius"', '"heart"', "unknown muscle 'heart'"),
        (STRETCH, '"ACSM11"', '"MYBLOG"', "unknown source 'MYBLOG'"),
        (STRETCH, PICTURE, 'picture = "thigh_care-other"', "the picture is not in the pack"),
        (STRETCH, PICTURE, 'picture = "../../x.png"', "the picture is not in the pack"),
        (STRETCH, f"id = {SEAT}", 'id = "chin_tuck"', "is not its folder's"),
        (MOVEMENT, "seconds = 30", "seconds = 600", "lasts 600 s"),
        (MOVEMENT, '"rectus_femoris"', "", "no muscles are named"),
        (MOVEMENT, '"rectus_femoris"', '"brain"', "unknown muscle 'brain'"),
        (ROUTINE, "hold = 20", "hold = 61", "out of range"),
        (ROUTINE, "transition = 8", "transition = 0", "out of range"),
        (ROUTINE, "transition = 8", "transition = 999999", "too much of something"),
        (ROUTINE, "rounds = 2", "rounds = 999999", "too much of something"),
        (ROUTINE, "rounds = 2", "rounds = 0", "out of range"),
        (ROUTINE, '"chin_tuck"', '"somersault"', "unknown stretch 'somersault'"),
        (ROUTINE, f'[{SEAT}, "chin_tuck"]', f"[{', '.join([SEAT] * 21)}]", "too much of something"),
        (ROUTINE, f'[{SEAT}, "chin_tuck"]', f"[{', '.join([SEAT] * 9)}]", "lasts up to 1012 s"),
        (ROUTINE, f'[{SEAT}, "chin_tuck"]', "[]", "out of range"),
    ],
)
def test_a_fact_out_of_bounds(path: str, old: str, new: str, reason: str) -> None:
    found = told(edited(files(), path, old, new), shipped())
    assert len(found) == 1, found
    assert found[0].startswith(path)
    assert reason in found[0]
