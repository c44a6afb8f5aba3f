"""Trouble that nobody foresaw: kept in a private file, told in a sentence, session stopped."""

import faulthandler
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from guide.i18n import _

CRASHES, ERRORS = "crashes.log", "errors.log"
KEPT_BYTES = 200_000


class Trouble:
    """Catches what no slot caught. ``stop`` ends a running session, ``tell`` shows a sentence."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._crashes: TextIO | None = None
        self._stops: list[Callable[[], None]] = []
        self._tell: Callable[[str], None] | None = None
        self._busy = False

    def watch(self) -> None:
        """From now on: Python errors here, hard crashes into a file of the cache folder."""
        sys.excepthook = self.caught
        try:
            self._crashes = _private(self._folder / CRASHES)
            faulthandler.enable(self._crashes)
        except OSError:
            faulthandler.enable()  # the folder cannot be written: the terminal gets it

    def tell_by(self, tell: Callable[[str], None]) -> None:
        """Show sentences with ``tell`` from now on."""
        self._tell = tell

    def stop_with(self, stop: Callable[[], None]) -> None:
        """Call ``stop`` when something goes wrong: it ends what runs."""
        self._stops.append(stop)

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Keep the error, stop what runs, and tell the person."""
        sys.__excepthook__(kind, error, trace)
        if self._busy or issubclass(kind, KeyboardInterrupt):
            return
        self._busy = True
        try:
            import traceback  # only trouble needs it

            self._keep("".join(traceback.format_exception(kind, error, trace)))
            for stop in self._stops:
                stop()
            if self._tell is not None:
                text = _(
                    "Something went wrong inside Unknot ({error}). What was running was stopped; "
                    "what is in the journal is safe. Details are in {path}."
                )
                self._tell(text.format(error=kind.__name__, path=self._folder / ERRORS))
        finally:
            self._busy = False

    def close(self) -> None:
        """Hand everything back as it was."""
        sys.excepthook = sys.__excepthook__
        faulthandler.disable()
        if self._crashes is not None:
            self._crashes.close()
            self._crashes = None

    def _keep(self, text: str) -> None:
        try:
            with _private(self._folder / ERRORS) as file:
                file.write(text + "\n")
        except OSError as error:
            sys.stderr.write(f"{error}\n")


def _private(path: Path) -> TextIO:
    """Open ``path`` for appending, readable by this person only; an old long one is begun anew."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.exists() and path.stat().st_size > KEPT_BYTES
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
    return os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8")
