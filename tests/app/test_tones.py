"""The sounds: audible, soft at both ends, and in the right ear."""

import itertools

import pytest

from guide.app.cues import Cue
from guide.app.tones import MELODIES, RATE, render
from guide.core.anatomy import Side


def loudness(frames: list[int]) -> float:
    return sum(abs(value) for value in frames) / len(frames)


@pytest.mark.parametrize("cue", list(Cue))
def test_a_cue_begins_and_ends_in_silence_and_does_not_clip(cue: Cue) -> None:
    frames = render(cue, Side.RIGHT)
    assert max(map(abs, frames[:4])) < 200
    assert max(map(abs, frames[-40:])) < 200
    assert 8000 < max(map(abs, frames)) <= 16384


@pytest.mark.parametrize("cue", [cue for cue in Cue if cue is not Cue.SWITCH_SIDE])
def test_left_is_heard_on_the_left_and_never_there_alone(cue: Cue) -> None:
    frames = render(cue, Side.LEFT)
    left, right = loudness(list(frames[::2])), loudness(list(frames[1::2]))
    assert left > 2 * right > 0
    assert render(cue, Side.RIGHT)[1::2] == frames[::2]
    both = render(cue, Side.MIDLINE)
    assert both[::2] == both[1::2]


def test_a_switch_of_side_ends_on_the_side_that_comes() -> None:
    frames = render(Cue.SWITCH_SIDE, Side.LEFT)
    early, late = frames[: RATE // 5], frames[-RATE // 5 :]
    assert loudness(list(early[::2])) < loudness(list(early[1::2]))
    assert loudness(list(late[::2])) > loudness(list(late[1::2]))


def test_no_two_cues_are_alike() -> None:
    assert set(MELODIES) == set(Cue)
    for one, other in itertools.combinations(Cue, 2):
        assert render(one, Side.MIDLINE) != render(other, Side.MIDLINE)
