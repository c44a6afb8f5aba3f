"""The history page with its presenter and a journal of three entries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.app.journal_presenter import JournalPresenter
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.session import HoldDone, HoldEnd, SessionKind
from guide.journal.store import Journal
from guide.ui.journal.connect import connect_journal
from guide.ui.journal.page import JournalPage
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from tests.app.fakes import FakeClock
from tests.app.test_journal_presenter import record

HOLD = HoldDone("trapezius_upper.trp1", Side.RIGHT, 1, 30.0, 24.0, HoldEnd.EASED, 24.0)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Three entries: two of pressing, one of stretching."""
    with Journal.open(tmp_path / "journal", FakeClock().wall()) as made:
        made.save_session(record(1, "2026-11-01T10:00:00Z", side=Side.LEFT))
        made.save_session(
            record(2, "2026-11-21T10:00:00Z", holds=(HOLD,), note="Desk day", stop_reason="bruise")
        )
        made.save_session(
            record(
                3,
                "2026-11-22T09:00:00Z",
                kind=SessionKind.STRETCH,
                subject="neck_and_shoulder_reset",
                side=Side.MIDLINE,
                completed=False,
            )
        )
        yield made


@pytest.fixture
def plotting(qtbot: QtBot) -> Iterator[Plotting]:
    """Charts, when they are wanted."""
    made = Plotting()
    yield made
    made.wait()


class Stand:
    """The page, shown, and its presenter."""

    def __init__(self, host: QWidget, page: JournalPage, presenter: JournalPresenter) -> None:
        self.host, self.page, self.presenter = host, page, presenter


@pytest.fixture
def stand(
    qtbot: QtBot, look: Look, catalogue: Catalogue, plotting: Plotting, journal: Journal
) -> Stand:
    """The page, wide enough for list and entry."""
    host = QWidget()
    qtbot.addWidget(host)
    page = JournalPage(look, catalogue, plotting, host)
    presenter = JournalPresenter(journal, FakeClock().wall, host)
    connect_journal(page, presenter)
    host.resize(1440, 900)
    page.resize(1440, 900)
    host.show()
    return Stand(host, page, presenter)
