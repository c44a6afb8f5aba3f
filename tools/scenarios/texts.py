"""The scenarios as they are written: who comes, what they answer, what must be seen."""

import tomllib
from pathlib import Path

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.drawing import Mark, Strength

WRITTEN = Path(__file__).resolve().parents[2] / "tests" / "scenarios" / "scenarios.toml"


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that is ticked on the screen "About you"."""

    entry: str
    areas: tuple[str, ...] = ()  # "shoulder@right"
    days_ago: int | None = None


class Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Muscles that are pressed within these limits, and tools that are not shown for them."""

    muscles: tuple[str, ...]
    discomfort: int
    hold: int
    tools: tuple[str, ...]
    total: int | None = None


class Stop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A session of the day before, and why it was stopped."""

    muscle: str
    reason: str


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's visit."""

    id: str
    who: str
    paints: tuple[str, ...]
    end: str  # the panel that stands at the end
    story: str = ""
    onset: str = ""
    after: str = ""
    kinds: tuple[str, ...] = ()
    adult: bool = True
    fifty_or_over: bool = False
    known: bool = False  # "About you" was answered on an earlier visit
    profile: tuple[Told, ...] = ()
    ticks: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()
    level: str = ""
    see: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    press: tuple[str, ...] = ()
    no_press: tuple[str, ...] = ()
    light: Light | None = None
    stopped: Stop | None = None
    clicks: int | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is painted."""
        return tuple(_mark(text) for text in self.paints)


def scenarios() -> tuple[Scenario, ...]:
    """All of them; `msgspec.ValidationError` names a field that is misspelt."""
    return msgspec.convert(tomllib.loads(WRITTEN.read_text())["scenario"], tuple[Scenario, ...])


def sided(text: str) -> tuple[str, Side]:
    """A name and a side: "infraspinatus@right"; without a side it is the midline."""
    name, _at, side = text.partition("@")
    return name, Side(side) if side else Side.MIDLINE


def _mark(text: str) -> Mark:
    place, _colon, strength = text.partition(":")
    return Mark(Place(*sided(place)), Strength(int(strength or 2)))
