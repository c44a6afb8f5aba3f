"""The system's own voice: a short sentence is handed to its program, which then speaks alone.

Nothing waits for it. A voice that fails gives way to the next one of the system; when none is
left, ``broken`` says so.
"""

import shutil
import sys
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QProcess, Slot


class Program(msgspec.Struct, frozen=True):
    """A program that speaks what it is given as input or, with ``as_argument``, as last word."""

    name: str
    arguments: tuple[str, ...] = ()
    as_argument: bool = False


_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$voice.Speak([Console]::In.ReadToEnd())"
)


def programs(platform: str, language: str) -> tuple[Program, ...]:
    """The voices that ``platform`` may have, the one a person has set up first."""
    if platform == "darwin":
        return (Program("say", ("-f", "-")),)
    if platform == "win32":
        quiet = ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)
        return (Program("powershell", quiet),)
    code = language.partition("_")[0]
    return (
        Program("spd-say", ("--wait", "--language", code, "--"), as_argument=True),
        Program("espeak-ng", ("-v", code, "--stdin")),
    )


class SystemVoice(QObject):
    """Says short sentences through the system; the newest one silences the one before."""

    def __init__(
        self,
        language: str,
        parent: QObject | None = None,
        voices: tuple[Program, ...] | None = None,
        find: Callable[[str], str | None] = shutil.which,
    ) -> None:
        super().__init__(parent)
        known = programs(sys.platform, language) if voices is None else voices
        found = ((program, find(program.name)) for program in known)
        self._voices = [(program, path) for program, path in found if path is not None]
        self._process: QProcess | None = None
        self._text = ""

    @property
    def broken(self) -> bool:
        """True when there is no voice (any more) that works."""
        return not self._voices

    def say(self, text: str) -> None:
        """Say ``text`` instead of whatever is being said; returns at once."""
        self.stop()
        if not self._voices:
            return
        program, path = self._voices[0]
        self._text = text
        process = QProcess(self)
        process.errorOccurred.connect(self._on_failed)
        process.finished.connect(self._on_finished)
        self._process = process
        spoken = [text] if program.as_argument else []
        process.start(path, [*program.arguments, *spoken])
        if not program.as_argument:
            process.write(text.encode())
            process.closeWriteChannel()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        process, self._process = self._process, None
        if process is None:
            return
        process.errorOccurred.disconnect(self._on_failed)
        process.finished.disconnect(self._on_finished)
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(200)
        process.deleteLater()

    @Slot()
    def _on_failed(self) -> None:
        self._next_voice()

    @Slot(int)
    def _on_finished(self, code: int) -> None:
        if code != 0:
            self._next_voice()
        else:
            self.stop()

    def _next_voice(self) -> None:
        """This voice does not work: take the next one, with the same words."""
        self.stop()
        if self._voices:
            self._voices.pop(0)
            self.say(self._text)
