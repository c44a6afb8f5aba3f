"""What every test lives by: no screen, no home, English, no noise, and nothing left behind."""

import gc
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["pytester"]

# Before Qt is imported: a test never opens a window, reads a person's files or their language.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
_home = tempfile.TemporaryDirectory(prefix="unknot-tests-")
for _variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = str(Path(_home.name) / _variable.lower())
    Path(os.environ[_variable]).mkdir()

settings.register_profile("unknot", deadline=None, derandomize=True, database=None)
settings.load_profile("unknot")


@pytest.fixture(autouse=True)
def no_log_warnings(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    if loud:
        pytest.fail(f"logged warnings: {loud}", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a top-level widget, a running QTimer or QThread."""
    threads = set(threading.enumerate())
    uses_qt = "qapp" in request.fixturenames
    before = set(map(id, _running_qt())) if uses_qt else set()
    yield
    left = [*_lasting_threads(threads)]
    if uses_qt:
        _finish_deletions()
        left += _describe(before)
        if left:  # a cycle may hold what nobody wants any more
            gc.collect()
            _finish_deletions()
            left = [*_lasting_threads(threads), *_describe(before)]
    if left:
        pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


def _lasting_threads(known: set[threading.Thread]) -> list[str]:
    new = [thread for thread in threading.enumerate() if thread not in known]
    for thread in new:
        thread.join(timeout=2)
    return [f"thread {thread.name}" for thread in new if thread.is_alive()]


def _finish_deletions() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _describe(before: set[int]) -> list[str]:
    return [f"{type(thing).__name__}" for thing in _running_qt() if id(thing) not in before]


def _running_qt() -> list[object]:
    """Return top-level widgets, running timers and running threads that Python knows of."""
    import shiboken6
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication

    found: list[object] = []
    main_thread = QThread.currentThread()
    for thing in gc.get_objects():
        kind = type(thing)  # isinstance would wake lazy proxies
        if not issubclass(kind, (QTimer, QThread)) or not shiboken6.isValid(thing):
            continue
        if thing.isActive() if issubclass(kind, QTimer) else _runs(thing, main_thread):
            found.append(thing)
    return found + list(QApplication.topLevelWidgets())


def _runs(thread: object, main_thread: object) -> bool:
    return thread is not main_thread and thread.isRunning()  # type: ignore[attr-defined]


def pytest_sessionfinish() -> None:
    """Take the tests' home away again."""
    if "PySide6.QtWidgets" in sys.modules:
        gc.collect()
    _home.cleanup()
