"""The program opened for a person, in a folder of their own, on one of their days."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from guide.bootstrap import Program, build
from guide.journal.places import find_places
from guide.ui.trouble import Trouble
from tools.scenarios.player import stop_a_session
from tools.scenarios.texts import Scenario

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SIZE = QSize(1280, 860)


@contextmanager
def opened(home: Path, day: int = 0) -> Iterator[Program]:
    """The program with a person's folder, so many days after the first."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    places, noon = find_places({"UNKNOT_HOME": str(home)}), NOON + timedelta(days=day)
    program = build(application, places, Trouble(places.cache), time.monotonic, lambda: noon)
    program.window.resize(SIZE)
    program.window.show()
    while not program.started:
        application.processEvents()
    try:
        yield program
    finally:
        program.close()


@contextmanager
def visit(scenario: Scenario, home: Path) -> Iterator[Program]:
    """The visit that is looked at; a session that was stopped was the day before."""
    if scenario.stopped is not None:
        with opened(home) as before:
            stop_a_session(before, scenario)
    with opened(home, day=1) as program:
        yield program
