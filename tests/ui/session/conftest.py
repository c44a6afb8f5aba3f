"""The session page with its presenter: real content, small figure, and a clock that tests move."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide import content
from guide.app.session_presenter import SessionPresenter
from guide.app.session_state import PageState, Stage
from guide.atlas.library import Library
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from guide.ui.session.connect import connect_session
from guide.ui.session.page import SessionPage
from tests.app.fakes import FakeClock, FakeGate, FakeJournal, FakeKeeper, FakePlayer
from tests.ui.small_poses import write_poses

MUSCLE = "trapezius_upper"
ROUTINE = "neck_and_shoulder_reset"


@pytest.fixture(scope="session")
def pose_root(atlas_root: Path, catalogue: Catalogue) -> Path:
    """The small atlas with poses."""
    write_poses(atlas_root, catalogue)
    return atlas_root


@pytest.fixture
def poses(pose_root: Path) -> Library:
    """The small atlas with poses."""
    return Library(pose_root)


@pytest.fixture
def plotting(qtbot: QtBot) -> Iterator[Plotting]:
    """Charts, when they are wanted."""
    made = Plotting()
    yield made
    made.wait()


class Stand:
    """A session page that is shown, and everything around it."""

    def __init__(self, page: SessionPage, catalogue: Catalogue) -> None:
        self.page, self.clock = page, FakeClock()
        self.journal, self.gate = FakeJournal(), FakeGate()
        self.presenter = SessionPresenter(
            catalogue,
            self.journal,
            self.gate,
            content.guidance,
            FakePlayer(),
            FakeKeeper(),
            self.clock.now,
            self.clock.wall,
            lambda: "a" * 32,
        )

    @property
    def state(self) -> PageState:
        return self.presenter.state

    def wait(self, seconds: float) -> None:
        """Let time pass as the ticks would, and show what the clock says."""
        end = self.clock.seconds + seconds
        while self.clock.seconds < end:
            self.clock.seconds = min(end, self.clock.seconds + 1.0)
            self.presenter.run.pass_time()
        reading = self.presenter.run.reading()
        if reading is not None:
            self.page.read(reading)

    def press(self, until: float = 16.0) -> None:
        """Press the upper trapezius on the right for a while."""
        self.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
        self.presenter.begin()
        assert self.state.stage is Stage.RUNNING
        self.wait(until)

    def stretch(self, until: float = 14.0) -> None:
        """Follow the routine for a while."""
        self.presenter.prepare_routine(ROUTINE)
        self.presenter.begin()
        assert self.state.stage is Stage.RUNNING
        self.wait(until)


@pytest.fixture
def stand(
    qtbot: QtBot,
    look: Look,
    pictures: FigurePictures,
    poses: Library,
    catalogue: Catalogue,
    plotting: Plotting,
) -> Iterator[Stand]:
    """The page, shown, with nothing going on."""
    host = QWidget()  # without a layout: the platform of the tests takes no size hints
    qtbot.addWidget(host)
    page = SessionPage(look, pictures, poses, catalogue, plotting, host)
    made = Stand(page, catalogue)
    connect_session(page, made.presenter)
    host.resize(1440, 900)
    page.resize(1440, 900)
    host.show()
    qtbot.waitExposed(host)
    yield made
    made.presenter.halt()
    made.presenter.run.forget()
    page.running.left()
    page.running.spot.wait()
