"""The real window with a clock that tests move: what the journeys of sessions share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guide.app.session_state import PageState, Stage
from guide.bootstrap import Program, build
from guide.core.anatomy import Place, Side
from guide.journal.places import find_places
from guide.ui.session.page import SessionPage
from guide.ui.trouble import Trouble
from tests.app.fakes import FakeClock
from tests.ui.steps import answer_all

NECK = Place("neck.posterior_lower", Side.RIGHT)


class Visit:
    """One run of the program."""

    def __init__(self, program: Program, clock: FakeClock) -> None:
        self.program, self.clock = program, clock

    @property
    def state(self) -> PageState:
        """What the session page shows."""
        return self.program.rest.sessions.state

    @property
    def page(self) -> SessionPage:
        """The session page, which fills the window."""
        (page,) = self.program.window.findChildren(SessionPage)
        return page

    def wait(self, seconds: float) -> None:
        """Let time pass as the ticks would."""
        end = self.clock.seconds + seconds
        while self.clock.seconds < end:
            self.clock.seconds = min(end, self.clock.seconds + 1.0)
            self.program.rest.sessions.run.pass_time()

    def run_to_the_end(self) -> None:
        """Let the session run until it ends by itself."""
        while self.state.stage is Stage.RUNNING:
            self.wait(1.0)

    def paint_and_answer(self) -> None:
        """Paint the neck, and answer as somebody with an ordinary ache."""
        self.program.map.paint(NECK)
        answer_all(self.program.map)

    def press(self, text: str) -> None:
        """Press the button that says ``text`` on the screen that is shown."""
        shown = [
            made
            for made in self.program.window.findChildren(QPushButton)
            if made.text() == text and made.isVisible()
        ]
        assert shown, f"no button {text!r} can be seen"
        shown[0].click()

    def says(self, text: str) -> bool:
        """Tell whether ``text`` can be read on the screen."""
        labels = self.program.window.findChildren(QLabel)
        return any(text in made.text() for made in labels if made.isVisible())


@contextmanager
def visit(
    qtbot: QtBot, qapp: QApplication, home: Path, assets: Path, clock: FakeClock
) -> Iterator[Visit]:
    """Start the program in ``home``, and end it afterwards."""
    places = find_places({"UNKNOT_HOME": str(home)})
    program = build(qapp, places, Trouble(places.cache), clock.now, clock.wall, assets=assets)
    program.window.show()
    qtbot.waitUntil(lambda: program.started)
    try:
        yield Visit(program, clock)
    finally:
        program.close()
