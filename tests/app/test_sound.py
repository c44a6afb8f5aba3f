"""Cues from a thread of their own: on time, never early, and silent when there is no sound."""

import threading
from array import array
from collections.abc import Iterator

import pytest

from guide.app import clock
from guide.app.cues import Cue
from guide.app.sound import CHANNELS, SILENCE, Stream, TonePlayer
from guide.app.tones import RATE, render
from guide.core.anatomy import Side

BLOCK = 480  # frames


class LoudRoom:
    """A device that asks for frames as fast as they come, on a clock that the frames move."""

    def __init__(self) -> None:
        self.seconds = 50.0
        self.heard = array("h")
        self.begins = 50.0
        self.full = threading.Event()
        self.closed = threading.Event()
        self.limit = 0

    def now(self) -> float:
        return self.seconds

    def start(self, stream: Stream, /) -> None:
        while len(self.heard) < self.limit * CHANNELS:
            block = stream.send(BLOCK)
            assert isinstance(block, array)
            self.heard.extend(block)
            self.seconds += BLOCK / RATE
        self.full.set()

    def stop(self) -> None:
        pass

    def close(self) -> None:
        self.closed.set()

    def first_sound(self) -> float:
        """The clock at which the first audible frame was played."""
        index = next(i for i, value in enumerate(self.heard) if abs(value) > 50)
        return self.begins + index // CHANNELS / RATE


@pytest.fixture
def room() -> Iterator[LoudRoom]:
    return LoudRoom()


def player_in(room: LoudRoom, seconds: float) -> TonePlayer:
    room.limit = round(seconds * RATE)
    return TonePlayer(room.now, lambda: room)


def test_a_cue_sounds_at_its_deadline_and_not_before(room: LoudRoom) -> None:
    player = player_in(room, 1.5)
    player.play_at(Cue.RELEASE, Side.RIGHT, 50.7)
    assert room.full.wait(10)
    player.close()
    assert 50.7 <= room.first_sound() < 50.71
    assert room.closed.is_set()
    assert not player.broken


def test_a_cue_for_now_is_led_in_by_silence(room: LoudRoom) -> None:
    player = player_in(room, 1.0)
    player.play(Cue.START, Side.LEFT)
    assert room.full.wait(10)
    player.close()
    assert 50.0 + SILENCE <= room.first_sound() < 50.01 + SILENCE


def test_two_cues_at_once_are_both_heard(room: LoudRoom) -> None:
    asked = threading.Event()

    def open_room() -> LoudRoom:
        assert asked.wait(10)
        return room

    room.limit = RATE
    player = TonePlayer(room.now, open_room)
    player.play_at(Cue.HALFWAY, Side.MIDLINE, 50.3)
    player.play_at(Cue.STOPPED, Side.MIDLINE, 50.3)
    asked.set()
    assert room.full.wait(10)
    player.close()
    one, other = render(Cue.HALFWAY, Side.MIDLINE), render(Cue.STOPPED, Side.MIDLINE)
    at = CHANNELS * round(0.3 * RATE)
    assert room.heard[at + 2000] == one[2000] + other[2000]


def test_no_device_is_remembered_and_tried_again_after_closing() -> None:
    tried = threading.Semaphore(0)

    def refuse() -> LoudRoom:
        tried.release()
        raise OSError("no sound: this machine has no sound device")

    player = TonePlayer(clock.now, refuse)
    for _ in range(2):
        player.play(Cue.START, Side.LEFT)
        assert tried.acquire(timeout=5)
        for thread in threading.enumerate():
            if thread.name == "cues":
                thread.join(5)
        assert player.broken
        player.play(Cue.RELEASE, Side.LEFT)  # harmless, and not tried
        assert not tried.acquire(blocking=False)
        player.close()
        assert not player.broken


def test_a_cancelled_cue_is_not_heard() -> None:
    opened = threading.Event()
    room = LoudRoom()
    room.limit = 10**9

    def open_room() -> LoudRoom:
        opened.set()
        return room

    player = TonePlayer(room.now, open_room)
    player.play_at(Cue.RELEASE, Side.LEFT, room.now() + 3600)
    assert opened.wait(5)
    player.cancel()
    player.close()
    assert not room.heard
    assert room.closed.is_set()


def test_a_cue_whose_moment_is_long_past_is_left_out(room: LoudRoom) -> None:
    player = player_in(room, 0.5)
    player.play_at(Cue.RELEASE, Side.LEFT, 40.0)
    assert room.full.wait(10)
    player.close()
    assert not any(room.heard)
