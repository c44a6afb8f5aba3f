"""The settings that are seen at once, read before anything else is imported."""

from enum import IntEnum, StrEnum
from pathlib import Path
from typing import NamedTuple

from guide.core.orientation import Build, FigureName


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class TextSize(IntEnum):
    """The size of the text, per cent."""

    USUAL = 100
    LARGER = 125
    LARGE = 150
    LARGEST = 200


class Motion(StrEnum):
    """Whether things move on the screen."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Tone(StrEnum):
    """The colour of the figure's skin."""

    VERY_LIGHT = "very_light"
    LIGHT = "light"
    MEDIUM = "medium"
    TAN = "tan"
    BROWN = "brown"
    DARK = "dark"


class Visible(NamedTuple):
    """What the first paint must know of the settings; a new person has these."""

    theme: Theme = Theme.SYSTEM
    text_size: TextSize = TextSize.USUAL
    motion: Motion = Motion.SYSTEM
    figure: FigureName = FigureName.FEMALE
    build: Build = Build.AVERAGE
    tone: Tone = Tone.MEDIUM


def load_visible(path: Path) -> Visible:
    """Read the visible settings in `path`, the usual ones where they cannot be read.

    What is wrong with the file is said by `settings.load`, which reads it whole after the paint.
    """
    try:
        content = path.read_bytes()
    except OSError:
        return Visible()
    import json  # quicker to import than msgspec; a new person needs neither

    usual = Visible()
    try:
        said = usual._asdict() | json.loads(content)
        return Visible(
            Theme(said["theme"]),
            TextSize(said["text_size"]),
            Motion(said["motion"]),
            FigureName(said["figure"]),
            Build(said["build"]),
            Tone(said["tone"]),
        )
    except (ValueError, TypeError, RecursionError):
        return usual
