"""One window a person: the lock holds, and a later start is heard by the first."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from guide.bootstrap.one_window import RaiseServer, raise_first, socket_name


class Later(QThread):
    """A second start, in a thread: it waits for its answer."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.heard = False

    def run(self) -> None:
        """Ask the first window."""
        self.heard = raise_first(self._folder)


def test_a_later_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    server = RaiseServer(tmp_path, owner)
    assert server.listening
    later = Later(tmp_path)
    with qtbot.waitSignals([server.raise_requested, later.finished]):
        later.start()
    later.wait()
    assert later.heard
    server.close()


def test_nobody_answers_where_nobody_listens(tmp_path: Path) -> None:
    assert not raise_first(tmp_path)


def test_a_socket_left_by_a_killed_program_is_no_obstacle(tmp_path: Path) -> None:
    Path(socket_name(tmp_path)).write_bytes(b"")
    owner = QObject()
    server = RaiseServer(tmp_path, owner)
    assert server.listening
    server.close()


def test_a_long_path_gets_a_short_socket_name(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    assert len(socket_name(deep)) < 40
    assert socket_name(deep) != socket_name(tmp_path / ("y" * 120))
