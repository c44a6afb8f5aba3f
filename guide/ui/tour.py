"""The tour: the main job done in the real window without a screen, with pictures of each step.

It runs in a home of its own that is thrown away, on a clock that jumps, and without sound.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.app.session_presenter import SessionPresenter
from guide.app.session_state import Stage
from guide.core.anatomy import Place, Side, View
from guide.core.session import StepKind
from guide.i18n import _
from guide.journal.places import Places, find_places
from guide.ui.map_page import MapPage
from guide.ui.plotting import Plotting
from guide.ui.trouble import Trouble
from guide.ui.window import MainWindow

PAINTED = (Place("neck.posterior_lower", Side.RIGHT), Place("upper_back.suprascapular", Side.RIGHT))
MUSCLE = "trapezius_upper"
JUMP = 2.0  # seconds of the tour's clock at a time: less than the gap that ends a hold


class Rest(Protocol):
    """What the tour needs of the second part of the program."""

    @property
    def sessions(self) -> SessionPresenter:
        """Sessions."""

    @property
    def plotting(self) -> Plotting:
        """What fetches the charts."""


class Program(Protocol):
    """What the tour needs of the program."""

    @property
    def window(self) -> MainWindow:
        """The window."""

    @property
    def page(self) -> MapPage:
        """The map page."""

    @property
    def map(self) -> MapPresenter:
        """The map's presenter."""

    @property
    def rest(self) -> Rest:
        """What `finish` built."""

    def finish(self) -> None:
        """Build what the first paint does not need."""

    def close(self) -> None:
        """Let go of everything."""


class TourClock:
    """Both clocks, moved by the tour."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._start = datetime.now(UTC).astimezone()

    def now(self) -> float:
        """Seconds since the tour began."""
        return self.seconds

    def wall(self) -> datetime:
        """The date that goes with it."""
        return self._start + timedelta(seconds=self.seconds)


Build = Callable[
    [QApplication, Places, Trouble, Callable[[], float], Callable[[], datetime]], Program
]


def make_tour(application: QApplication, folder: Path, build: Build) -> int:
    """Write the pictures into ``folder`` and return the exit code."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sys.stderr.write(
            _("The folder for the pictures cannot be made: {error}\n").format(error=error)
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="unknot-tour-") as home:
        places = find_places({**os.environ, "UNKNOT_HOME": home})
        trouble, clock = Trouble(places.cache), TourClock()
        program = build(application, places, trouble, clock.now, clock.wall)
        program.window.show()
        program.finish()
        Tour(program, clock, folder).make()
        program.close()
    sys.stdout.write(_("The pictures are in {folder}").format(folder=folder) + "\n")
    return 0


class Tour:
    """Goes through the main job step by step."""

    def __init__(self, program: Program, clock: TourClock, folder: Path) -> None:
        self._program, self._clock, self._folder = program, clock, folder
        self._number = 0

    def make(self) -> None:
        """All pictures, in order."""
        self._paint()
        self._answer()
        self._read()
        self._press()
        self._stretch()
        self._program.window.show_page("journal")
        self._keep("journal")

    def _paint(self) -> None:
        program = self._program
        self._keep("map")
        program.map.turn(View.BACK)
        settle(100)
        for place in PAINTED:
            program.page.body.zones.press(place)
        program.map.hover(None)
        self._keep("painted")

    def _answer(self) -> None:
        """Answer as somebody with an ordinary stiff neck does: by what the panel offers."""
        from guide.ui.panels.drawing import PaintedPanel
        from guide.ui.panels.questions import QuestionsPanel

        program = self._program
        painted = program.page.panel
        assert isinstance(painted, PaintedPanel)
        painted.stories.rows[0].click()
        while program.map.state.panel is Panel.ASKING:
            panel = program.page.panel
            assert isinstance(panel, QuestionsPanel)
            settle(20)
            self._keep("questions")
            panel.answer_none()
            settle(20)

    def _read(self) -> None:
        from guide.ui.panels.guidance import GuidancePanel

        program = self._program
        program.map.point_at(MUSCLE, Side.RIGHT)
        self._keep("ranking")
        program.map.choose(MUSCLE, Side.RIGHT)
        panel = program.page.panel
        assert isinstance(panel, GuidancePanel)
        self._keep("guidance")
        for section in ("find", "press", "stretch", "evidence"):
            panel.open_section(section)
            self._keep(f"guidance_{section}")

    def _press(self) -> None:
        sessions = self._program.rest.sessions
        sessions.prepare_pressure(MUSCLE, Side.RIGHT)
        sessions.rate_before(5)
        self._keep("session_choices")
        sessions.begin()
        self._program.rest.plotting.wait()  # this clock runs faster than charts are fetched
        settle(50)
        self._until(StepKind.HOLD, 14)
        sessions.feel(5)
        self._pass(6)
        sessions.feel(4)
        self._pass(6)
        sessions.feel(3)
        self._keep("session")
        self._until_over(sessions)
        sessions.rate_after(3)
        self._keep("session_after")
        sessions.save()
        self._keep("session_saved")
        sessions.leave()

    def _stretch(self) -> None:
        program = self._program
        program.window.show_page("routines")
        self._keep("stretches")
        sessions = program.rest.sessions
        sessions.prepare_routine("neck_and_shoulder_reset")
        sessions.begin()
        self._until(StepKind.HOLD, 6)
        self._keep("stretch")
        self._until_over(sessions)
        sessions.save()
        self._keep("stretch_saved")
        sessions.leave()

    def _until(self, kind: StepKind, then: float) -> None:
        """Let time pass until a step of ``kind`` runs, and ``then`` seconds more."""
        run = self._program.rest.sessions.run
        for _jump in range(1000):
            if run.state is None or run.state.step.kind is kind:
                break
            self._pass(JUMP)
        self._pass(then)

    def _until_over(self, sessions: SessionPresenter) -> None:
        for _jump in range(2000):
            if sessions.state.stage is not Stage.RUNNING:
                return
            self._pass(JUMP)
        raise RuntimeError(_("The session of the tour did not come to its end."))

    def _pass(self, seconds: float) -> None:
        left = seconds
        while left > 0:
            step = min(left, JUMP)
            self._clock.seconds += step
            left -= step
            self._program.rest.sessions.run.pass_time()
            QApplication.processEvents()

    def _keep(self, name: str) -> None:
        settle(150)
        self._program.page.body.figure.wait()
        settle(20)
        self._number += 1
        picture = self._program.window.grab()
        picture.save(str(self._folder / f"{self._number:02d}_{name}.png"))


def settle(milliseconds: int) -> None:
    """Let the window do what is due in the next ``milliseconds``."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
