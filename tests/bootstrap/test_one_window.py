"""One window a person: the lock holds, and a later start is heard by the first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from guide.bootstrap import one_window
from guide.bootstrap.one_window import CALL_NAME, RaiseServer, raise_first


class Later(QThread):
    """A second start, in a thread: it waits for its answer."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.heard = False

    def run(self) -> None:
        """Ask the first window."""
        self.heard = raise_first(self._folder)


def test_every_later_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    server = RaiseServer(tmp_path, owner)
    assert server.listening
    for _turn in range(2):
        later = Later(tmp_path)
        with qtbot.waitSignals([server.raise_requested, later.finished]):
            later.start()
        later.wait()
        assert later.heard
    server.close()


def test_nobody_answers_where_nobody_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not raise_first(tmp_path)
    (tmp_path / CALL_NAME).touch()
    monkeypatch.setattr(one_window, "ANSWER_MS", 20)
    assert not raise_first(tmp_path)


def test_a_word_left_by_a_killed_program_is_wiped_out_and_not_heard(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / CALL_NAME).write_bytes(b"raise")
    owner = QObject()
    server = RaiseServer(tmp_path, owner)
    assert server.listening
    with qtbot.assertNotEmitted(server.raise_requested, wait=20):
        assert (tmp_path / CALL_NAME).read_bytes() == b""
    server.close()


def test_nobody_else_can_open_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    server = RaiseServer(tmp_path, owner)
    assert (tmp_path / CALL_NAME).stat().st_mode & 0o077 == 0
    server.close()


def test_where_nothing_can_be_written_it_does_not_listen(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    assert not RaiseServer(tmp_path / "missing", owner).listening
