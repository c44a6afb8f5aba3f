"""`python -m tools.gallery OUT [--only SCREEN | --pages]`: every state, every screen on a sheet."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from guide.ui.body.body_map import BodyMap
from guide.ui.look import load_fonts, make_font, start_style
from guide.ui.tokens import LIGHT, THEMES, Tokens
from tools.gallery.scene import Scene, State, settle, wait_for_pictures

SIZES = (QSize(1024, 700), QSize(1440, 900), QSize(2560, 1440))
SCALES = (1.0, 2.0)
THUMB = QSize(640, 400)
MODULES = (
    "map_states",
    "figure_states",
    "profile_states",
    "settings_states",
    "session_states",
    "journal_states",
    "learn_states",
)


def main(arguments: list[str]) -> int:
    """Draw into the folder OUT."""
    parser = argparse.ArgumentParser(prog="gallery")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="draw this screen alone")
    parser.add_argument("--pages", action="store_true", help="every page of Learn instead")
    parser.add_argument("--no-sheets", action="store_true", help="only the single pictures")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    start_style(application)
    if options.pages:
        return _pages(options.out)
    states = [state for state in _states() if options.only in ("", state.screen)]
    with tempfile.TemporaryDirectory(prefix="unknot-gallery-") as folder:
        for state in states:
            picture = _picture(state, Path(folder), LIGHT, 1.0, SIZES[1])
            name = f"{state.screen} - {state.state}.png".replace(" ", "_")
            picture.save(str(options.out / name))
            print(name, flush=True)
        if not options.no_sheets:
            for screen in dict.fromkeys(state.screen for state in states):
                of_screen = [state for state in states if state.screen == screen]
                _sheet(of_screen, Path(folder)).save(str(options.out / f"sheet_{screen}.png"))
                print(f"sheet_{screen}.png", flush=True)
    return 0


def _pages(out: Path) -> int:
    from tools.gallery.pages_sheet import draw_pages

    with tempfile.TemporaryDirectory(prefix="unknot-gallery-") as folder:
        for name in draw_pages(Scene(Path(folder)), out):
            print(name, flush=True)
    return 0


def _states() -> list[State]:
    found: list[State] = []
    for name in MODULES:
        found += import_module(f"tools.gallery.{name}").states()
    return found


def _picture(state: State, folder: Path, tokens: Tokens, scale: float, size: QSize) -> QPixmap:
    window = state.build(Scene(folder, tokens, scale, size))
    window.resize(size)
    window.show()
    settle()
    wait_for_pictures(window)
    picture = window.grab()
    _close(window)
    return picture


def _close(window: QWidget) -> None:
    window.close()
    for body in window.findChildren(BodyMap):
        body.close_threads()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _sheet(states: list[State], folder: Path) -> QPixmap:
    """Every theme, size and text size of one screen; the states take turns."""
    combinations = [
        (tokens, scale, size) for tokens in THEMES.values() for scale in SCALES for size in SIZES
    ]
    load_fonts()
    head = 28
    across = len(SIZES) * len(SCALES)
    down = len(combinations) // across
    sheet = QPixmap(across * THUMB.width(), down * (THUMB.height() + head))
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.setFont(make_font(15, 500))
    for index, (tokens, scale, size) in enumerate(combinations):
        state = states[index % len(states)]
        picture = _picture(state, folder, tokens, scale, size)
        x = index % across * THUMB.width()
        y = index // across * (THUMB.height() + head)
        text = f"{state.state} · {tokens.name} · {size.width()}x{size.height()} · {scale:.0%}"
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(
            QRect(x + 6, y, THUMB.width() - 6, head), Qt.AlignmentFlag.AlignVCenter, text
        )
        small = picture.scaled(
            THUMB - QSize(4, 0),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap(x, y + head, small)
    painter.end()
    return sheet


def screens(states: Iterable[State]) -> list[str]:
    """The names of the screens, in order."""
    return list(dict.fromkeys(state.screen for state in states))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
