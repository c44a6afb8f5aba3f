"""What a session says aloud: a protocol, so that tests hear without sound."""

from enum import StrEnum
from typing import Protocol

from guide.core.anatomy import Side


class Cue(StrEnum):
    """The moments that have a sound."""

    START = "start"
    HALFWAY = "halfway"
    TEN_SECONDS = "ten_seconds"
    RELEASE = "release"
    SWITCH_SIDE = "switch_side"
    FINISHED = "finished"
    STOPPED = "stopped"


class CuePlayer(Protocol):
    """Plays cues; a failure is remembered in ``broken`` and never raises."""

    @property
    def broken(self) -> bool:
        """True once sound could not be played."""

    def play(self, cue: Cue, side: Side) -> None:
        """Play ``cue`` now; returns at once."""

    def play_at(self, cue: Cue, side: Side, deadline: float) -> None:
        """Play ``cue`` when the session clock reaches ``deadline``, however busy the window."""

    def cancel(self) -> None:
        """Forget what is still to be played."""

    def close(self) -> None:
        """Release the device."""
