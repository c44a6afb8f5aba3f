"""Cues on the loudspeaker, from a thread of their own.

The session's time never waits for sound. A cue that has a deadline is woken for ahead of time
and placed into the stream sample by sample, so that it sounds on time while the window stalls.
"""

import math
import threading
from array import array
from collections.abc import Callable, Generator
from typing import Protocol, cast

import msgspec

from guide.app.cues import Cue
from guide.app.tones import CHANNELS, RATE, render, seconds
from guide.core.anatomy import Side

SILENCE = 0.2  # seconds streamed before a note: a sleeping loudspeaker swallows the first part
WAKE_AHEAD = 1.0  # seconds before a deadline at which the device is made ready
TOO_LATE = 1.0  # seconds after which a cue would say something that is no longer true
IDLE = 3.0  # seconds without anything to play after which the device is given back
TAIL = 0.2  # seconds streamed after the last note, so that it leaves the device's own buffer
PERIOD = 20  # milliseconds handed to the device at a time

Stream = Generator["array[int] | bytes", int, None]


class Device(Protocol):
    """What plays: the part of miniaudio's device that is used."""

    def start(self, stream: Stream, /) -> None:
        """Begin to ask ``stream`` for frames, from a thread of its own."""

    def stop(self) -> None:
        """Ask no more."""

    def close(self) -> None:
        """Give the device back."""


class Voice(msgspec.Struct, eq=False):
    """A cue to be heard at ``deadline`` (clock seconds), and how far it has been played."""

    deadline: float
    cue: Cue
    side: Side
    played: int = 0  # samples, both channels counted

    @property
    def frames(self) -> "array[int]":
        """What is heard; made by the thread that plays, never by the one that asks."""
        return render(self.cue, self.side)

    @property
    def ends(self) -> float:
        """The clock at which it has rung out."""
        return self.deadline + seconds(self.cue)


def open_device() -> Device:
    """The loudspeaker of the system; OSError when there is none."""
    import miniaudio  # loaded when the first session sounds: it costs more than a picture

    try:
        device = miniaudio.PlaybackDevice(
            nchannels=CHANNELS, sample_rate=RATE, buffersize_msec=PERIOD, app_name="Unknot"
        )
    except miniaudio.MiniaudioError as error:
        raise OSError(f"no sound: {error}") from error
    if device.backend == "Null":  # it plays into nothing and does not complain
        device.close()
        raise OSError("no sound: this machine has no sound device")
    return cast(Device, device)


class TonePlayer:
    """A `guide.app.cues.CuePlayer` of soft tones; a failure shows in ``broken`` alone.

    The thread lives while there is something to play and a little longer; the device streams
    only around the cues, so that a long hold costs nothing in between.
    """

    def __init__(
        self, clock: Callable[[], float], opener: Callable[[], Device] = open_device
    ) -> None:
        self._clock = clock
        self._opener = opener
        self._changed = threading.Condition()
        self._voices: list[Voice] = []
        self._thread: threading.Thread | None = None
        self._closing = False
        self._broken = False

    @property
    def broken(self) -> bool:
        """True once sound could not be played; after `close` it is tried again."""
        return self._broken

    def play(self, cue: Cue, side: Side) -> None:
        """Play ``cue`` after the leading silence; returns at once."""
        self.play_at(cue, side, self._clock() + SILENCE)

    def play_at(self, cue: Cue, side: Side, deadline: float) -> None:
        """Play ``cue`` when the clock reaches ``deadline``, however busy the window is."""
        with self._changed:
            if self._broken:
                return
            self._voices.append(Voice(deadline, cue, side))
            if self._thread is None:
                self._closing = False
                self._thread = threading.Thread(target=self._run, name="cues", daemon=True)
                self._thread.start()
            self._changed.notify()

    def cancel(self) -> None:
        """Forget what is still to be played; a note that sounds rings out."""
        with self._changed:
            self._voices = [voice for voice in self._voices if voice.played]
            self._changed.notify()

    def close(self) -> None:
        """Silence everything, give the device back, and forget failures."""
        with self._changed:
            self._voices.clear()
            self._closing = True
            thread = self._thread
            self._changed.notify()
        if thread is not None:
            thread.join(timeout=2.0)
        self._broken = False

    def _run(self) -> None:
        try:
            device = self._opener()
        except (OSError, ImportError):
            self._give_up()
            return
        self._prepare()
        try:
            while self._wait_for_work():
                self._stream_while_needed(device)
        except OSError:
            self._give_up()
        finally:
            device.close()

    def _prepare(self) -> None:
        """Make every cue now, in this thread, so that the window never waits for one."""
        for side in Side:
            for cue in Cue:
                with self._changed:
                    if any(v.deadline - self._clock() < WAKE_AHEAD for v in self._voices):
                        return
                render(cue, side)

    def _give_up(self) -> None:
        with self._changed:
            self._broken = True
            self._voices.clear()
            self._thread = None

    def _wait_for_work(self) -> bool:
        """Wait until a cue is near; False when there has been none for a while."""
        with self._changed:
            idle_since = self._clock()
            while not self._closing:
                now = self._clock()
                if self._voices:
                    idle_since = now
                    wait = min(voice.deadline for voice in self._voices) - WAKE_AHEAD - now
                    if wait <= 0.0:
                        return True
                else:
                    wait = idle_since + IDLE - now
                    if wait <= 0.0:
                        break
                self._changed.wait(wait)
            self._thread = None
            return False

    def _stream_while_needed(self, device: Device) -> None:
        stream = self._stream()
        next(stream)
        device.start(stream)
        with self._changed:
            while not self._closing:
                now = self._clock()
                near = [v.ends for v in self._voices if v.deadline - WAKE_AHEAD <= now]
                if not near:
                    break
                self._changed.wait(max(near) + TAIL - now)
        device.stop()

    def _stream(self) -> Stream:
        frames = yield b""
        while True:
            frames = yield self._mix(frames)

    def _mix(self, frames: int) -> "array[int]":
        """The next ``frames`` frames: every voice from the sample on at which it is due."""
        begin = self._clock()
        block = array("h", bytes(2 * CHANNELS * frames))
        with self._changed:
            for voice in self._voices:
                _lay(voice, block, begin)
            self._voices = [
                voice
                for voice in self._voices
                if voice.played < len(voice.frames) and begin - voice.ends < TOO_LATE
            ]
            self._changed.notify()
        return block


def _lay(voice: Voice, block: "array[int]", begin: float) -> None:
    """Add what ``voice`` sounds during ``block``, which begins at ``begin``."""
    at = 0
    if not voice.played:
        if begin - voice.deadline > TOO_LATE:
            voice.played = len(voice.frames)
            return
        at = CHANNELS * max(0, math.ceil((voice.deadline - begin) * RATE))
    part = voice.frames[voice.played : voice.played + max(0, len(block) - at)]
    for index, value in enumerate(part, start=at):
        block[index] = max(-32768, min(32767, block[index] + value))
    voice.played += len(part)
