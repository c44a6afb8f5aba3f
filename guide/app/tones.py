"""The sounds of a session, made here: short, soft notes, nearer to the ear of the side."""

import cmath
import math
from array import array
from functools import cache
from itertools import accumulate, repeat
from operator import mul

import msgspec

from guide.app.cues import Cue
from guide.core.anatomy import Side

RATE = 24000  # frames a second
CHANNELS = 2  # left, right

_PEAK = 0.5  # of full scale: audible over music, and far from clipping
_ATTACK = 0.012  # seconds; shorter ones click
_NEAR, _FAR = 1.0, 0.35  # loudness in the ear of the side and in the other: never one ear alone


class Note(msgspec.Struct, frozen=True):
    """One note: when it begins (seconds), its pitch (hertz), how long it rings (seconds)."""

    at: float
    pitch: float
    ring: float
    other_side: bool = False


# Rising for "begin", falling for "let go", two short ones for "ten seconds left": told apart
# by their shape, so that no pitch has to be remembered.
MELODIES: dict[Cue, tuple[Note, ...]] = {
    Cue.START: (Note(0.0, 392.0, 0.30), Note(0.16, 587.3, 0.55)),
    Cue.HALFWAY: (Note(0.0, 493.9, 0.40),),
    Cue.TEN_SECONDS: (Note(0.0, 659.3, 0.22), Note(0.20, 659.3, 0.30)),
    Cue.RELEASE: (Note(0.0, 587.3, 0.40), Note(0.18, 440.0, 0.50), Note(0.36, 293.7, 0.80)),
    Cue.SWITCH_SIDE: (Note(0.0, 440.0, 0.24, other_side=True), Note(0.24, 440.0, 0.45)),
    Cue.FINISHED: (Note(0.0, 392.0, 0.5), Note(0.2, 493.9, 0.5), Note(0.4, 587.3, 1.0)),
    Cue.STOPPED: (Note(0.0, 220.0, 0.45),),
}


def seconds(cue: Cue) -> float:
    """How long ``cue`` rings."""
    return max(note.at + note.ring for note in MELODIES[cue])


@cache
def render(cue: Cue, side: Side) -> "array[int]":
    """The frames of ``cue``: signed 16 bit, left and right in turn, silent at both ends.

    ``side`` is the side that comes, so a switch of side moves from the other ear to its ear.
    """
    notes = MELODIES[cue]
    frames = math.ceil(seconds(cue) * RATE) + 1
    ears = [0.0] * (CHANNELS * frames)
    for note in notes:
        left, right = _loudness(side.other if note.other_side else side)
        for index, value in enumerate(_ringing(note), start=round(note.at * RATE)):
            ears[CHANNELS * index] += value * left
            ears[CHANNELS * index + 1] += value * right
    scale = 32767 * _PEAK / max(map(abs, ears))
    return array("h", [round(value * scale) for value in ears])


def _loudness(side: Side) -> tuple[float, float]:
    if side is Side.LEFT:
        return _NEAR, _FAR
    return (_FAR, _NEAR) if side is Side.RIGHT else (_NEAR, _NEAR)


def _ringing(note: Note) -> list[float]:
    """A struck, dying tone with a little of its octave, from silence to a thousandth."""
    frames = round(note.ring * RATE)
    tones = zip(_dying(note.pitch, frames), _dying(2 * note.pitch, frames), strict=True)
    values = [tone + 0.25 * octave for tone, octave in tones]
    attack = round(_ATTACK * RATE)
    values[:attack] = [value * frame / attack for frame, value in enumerate(values[:attack])]
    return values


def _dying(pitch: float, frames: int) -> list[float]:
    """A sine of ``pitch`` that loses e**-7 over ``frames``: a turning, shrinking number."""
    turn = cmath.exp(complex(-7.0 / frames, 2 * math.pi * pitch / RATE))
    turns = accumulate(repeat(turn, frames - 1), mul, initial=1 + 0j)
    return [number.imag for number in turns]
