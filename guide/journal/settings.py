"""The person's settings: declared once, shown by the settings page, kept in one small file.

`Settings` holds the values with their types and what they are from the start; `declared` says in
words what the page shows for each. The file is JSON with the same names.
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from guide.core.orientation import Build, FigureName
from guide.i18n import _
from guide.journal import files
from guide.journal.errors import JournalError, file_sentence, told
from guide.journal.visible import Motion, TextSize, Theme, Tone, Visible

GET_READY_LEAST, GET_READY_MOST = 5, 30  # seconds


class Voice(StrEnum):
    """How much the computer's own voice says in a session."""

    OFF = "off"
    SHORT = "short"


class Settings(msgspec.Struct, frozen=True):
    """All settings; a new person has these."""

    theme: Theme = Theme.SYSTEM
    text_size: TextSize = TextSize.USUAL
    motion: Motion = Motion.SYSTEM
    figure: FigureName = FigureName.FEMALE
    build: Build = Build.AVERAGE
    tone: Tone = Tone.MEDIUM
    clothed: bool = False
    sound: bool = True
    voice: Voice = Voice.OFF
    get_ready: Annotated[int, Meta(ge=GET_READY_LEAST, le=GET_READY_MOST)] = 10
    data_folder: str = ""  # absolute; "" is the platform's own (`places`)

    @property
    def visible(self) -> Visible:
        """Those that are seen at once."""
        return Visible(self.theme, self.text_size, self.motion, self.figure, self.build, self.tone)


Value = str | int | bool


class Choice(msgspec.Struct, frozen=True):
    """One value that may be chosen, and its name."""

    value: Value
    label: str


class Range(msgspec.Struct, frozen=True):
    """Whole numbers that may be chosen, and the unit they are shown with."""

    low: int
    high: int
    step: int
    unit: str


class Control(StrEnum):
    """How a setting is changed."""

    CHOICE = "choice"  # one of ``choices``
    SWITCH = "switch"
    NUMBER = "number"  # in ``range``
    FOLDER = "folder"


class Setting(msgspec.Struct, frozen=True):
    """What the page shows for the field ``key`` of `Settings`."""

    key: str
    control: Control
    label: str
    help: str
    choices: tuple[Choice, ...] = ()
    range: Range | None = None


def declared() -> tuple[Setting, ...]:
    """All settings in the order of the page, in the person's language."""
    return (*_of_the_window(), *_of_the_figure(), *_of_sessions(), _of_the_journal())


def _of_the_window() -> tuple[Setting, ...]:
    return (
        Setting(
            "theme",
            Control.CHOICE,
            _("Colours"),
            _("How bright the window is."),
            (
                Choice(Theme.SYSTEM, _("As the computer")),
                Choice(Theme.LIGHT, _("Light")),
                Choice(Theme.DARK, _("Dark")),
                Choice(Theme.HIGH_CONTRAST, _("High contrast")),
            ),
        ),
        Setting(
            "text_size",
            Control.CHOICE,
            _("Text size"),
            _("Everything grows with the text."),
            tuple(Choice(size, _("{size} %").format(size=size.value)) for size in TextSize),
        ),
        Setting(
            "motion",
            Control.CHOICE,
            _("Motion"),
            _("Without motion, pictures change at once. Timers still run."),
            (
                Choice(Motion.SYSTEM, _("As the computer")),
                Choice(Motion.FULL, _("Full")),
                Choice(Motion.REDUCED, _("Reduced")),
            ),
        ),
    )


def _of_the_figure() -> tuple[Setting, ...]:
    return (
        Setting(
            "figure",
            Control.CHOICE,
            _("Figure"),
            _("The body on the map and in the pictures."),
            (Choice(FigureName.FEMALE, _("Female")), Choice(FigureName.MALE, _("Male"))),
        ),
        Setting(
            "build",
            Control.CHOICE,
            _("Build"),
            _("How slim or heavy the body on the map is."),
            (
                Choice(Build.SLIM, _("Slim")),
                Choice(Build.AVERAGE, _("Average")),
                Choice(Build.HEAVY, _("Heavy")),
            ),
        ),
        Setting(
            "tone",
            Control.CHOICE,
            _("Skin"),
            _("The colour of the figure's skin, here and in the pictures."),
            (
                Choice(Tone.VERY_LIGHT, _("Very light")),
                Choice(Tone.LIGHT, _("Light skin")),
                Choice(Tone.MEDIUM, _("Medium")),
                Choice(Tone.TAN, _("Tan")),
                Choice(Tone.BROWN, _("Brown")),
                Choice(Tone.DARK, _("Dark skin")),
            ),
        ),
        Setting(
            "clothed",
            Control.SWITCH,
            _("Clothes over muscles"),
            _("When muscles are shown, the figure keeps its clothes on."),
        ),
    )


def _of_sessions() -> tuple[Setting, ...]:
    return (
        Setting(
            "sound",
            Control.SWITCH,
            _("Sound"),
            _("A sound at the start, halfway, ten seconds before the end, and at the end."),
        ),
        Setting(
            "voice",
            Control.CHOICE,
            _("Voice"),
            _("The computer's own voice says what to do and on which side."),
            (Choice(Voice.OFF, _("Off")), Choice(Voice.SHORT, _("A few words"))),
        ),
        Setting(
            "get_ready",
            Control.NUMBER,
            _("Time to get ready"),
            _("How long a session waits before the first step."),
            range=Range(GET_READY_LEAST, GET_READY_MOST, 5, _("seconds")),
        ),
    )


def _of_the_journal() -> Setting:
    return Setting(
        "data_folder",
        Control.FOLDER,
        _("Journal folder"),
        _("Where the journal is kept. It never leaves this computer by itself."),
    )


def load(path: Path, now: datetime) -> tuple[Settings, str]:
    """The settings in `path` and a sentence for the person, empty when all is well.

    A file that cannot be read as settings is set aside under a dated name, never overwritten.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings), ""
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        text = _("The settings could not be read; the usual ones are used. {error}")
        return Settings(), text.format(error=file_sentence(error))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Settings(), _set_aside(path, now, str(error))


def save(path: Path, settings: Settings) -> None:
    """Keep `settings` in `path`, whole or not at all. Raises `JournalError`."""
    try:
        msgspec.convert(msgspec.to_builtins(settings), Settings)
    except msgspec.ValidationError as error:
        raise JournalError(_("This setting cannot be: {error}").format(error=error)) from error
    with told():
        files.make_private_folder(path.parent)
        content = msgspec.json.format(msgspec.json.encode(settings), indent=1)
        files.write_whole(path, content + b"\n")


def _set_aside(path: Path, now: datetime, why: str) -> str:
    try:
        aside = files.set_aside(path, now)
    except OSError as error:
        text = _("The settings are damaged ({why}); the usual ones are used. {error}")
        return text.format(why=why, error=file_sentence(error))
    text = _(
        "The settings could not be understood ({why}). The file was set aside as {name}, and the"
        " usual settings are used."
    )
    return text.format(why=why, name=aside.name)
