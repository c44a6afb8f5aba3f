"""The door: a command is answered in the terminal, anything else opens the window."""

import builtins
import gc
import os
import sys
from collections.abc import Mapping

from guide.i18n import _


def main(argv: list[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name); return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and (not arguments[0].startswith("-") or arguments[0] in ("--version", "--help")):
        from guide.cli import main as answer

        return answer(arguments)
    from PySide6 import __version__ as pyside

    reason = refusal(pyside, sys.version_info[:2], sys.implementation.name)
    if reason is None and not screen_present(sys.platform, os.environ):
        if "--tour" in arguments:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        else:
            reason = _("No screen was found. Set DISPLAY, or make pictures with: --tour FOLDER")
    if reason is not None:
        print(reason, file=sys.stderr)
        return 1
    gc.disable()  # until the window stands: what a start makes stays, and looking costs 10 ms
    try:
        import_plainly()
        from guide.bootstrap import run

        return run(arguments)
    finally:
        gc.enable()


def refusal(pyside: str, python: tuple[int, int], implementation: str = "cpython") -> str | None:
    """Return a sentence when this pair would abort in the middle of a session, else None.

    PySide6 6.12 before CPython 3.12 drops a reference of None with every call that returns
    nothing; after some thousand calls the interpreter aborts.
    """
    lost = tuple(int(part) for part in pyside.split(".")[:2]) >= (6, 12) and python < (3, 12)
    if implementation != "cpython" or not lost:
        return None
    return _(
        "PySide6 {pyside} aborts on Python {python}: install a PySide6 below 6.12,"
        " or use Python 3.12 or newer."
    ).format(pyside=pyside, python=".".join(map(str, python)))


def import_plainly() -> None:
    """Load Qt, and let Python import the rest by itself again.

    From its first module on PySide6 has every import go through a hook of its own, which reads the
    whole source of each module in search of ``from __feature__ import ...``, and keeps it. Nothing
    here asks for such a feature; the hook would cost 4 MB, and a tenth of the start.
    """
    import PySide6.QtCore  # noqa: F401 - it puts the hook in place

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def screen_present(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether Qt can open a window here; a chosen Qt platform is taken at its word."""
    if platform in ("win32", "darwin", "cygwin"):
        return True
    return any(environment.get(k) for k in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
