"""The facts a pack may state: fewer than ours, and none that the guard goes by but where it pulls.

A pack cannot say that its stretch spares the spine, nor name pictures of ours.
"""

import msgspec

from guide.content.forms import MovementFile, StretchFile
from guide.core.catalogue import Sides


class PackStretch(msgspec.Struct, frozen=True):
    """stretches/<own id>/facts.toml."""

    id: str
    sides: Sides
    posture: str
    muscles: tuple[str, ...]
    hold: int
    sources: tuple[str, ...]
    picture: str = ""  # the name of a file of pictures/, without its end

    def as_ours(self) -> StretchFile:
        """The form of ours; nobody has weighed it for brittle bones, so it bends the spine."""
        return StretchFile(
            id=self.id,
            sides=self.sides,
            posture=self.posture,
            muscles=self.muscles,
            hold=self.hold,
            bends_spine=True,
            sources=self.sources,
        )


class PackMovement(msgspec.Struct, frozen=True):
    """movements/<own id>/facts.toml."""

    id: str
    seconds: int
    muscles: tuple[str, ...]  # after pressing these it is offered

    def as_ours(self) -> MovementFile:
        """The form of ours."""
        return MovementFile(self.id, self.seconds)
