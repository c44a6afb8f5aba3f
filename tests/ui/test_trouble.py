"""An error in a slot is kept, said in a sentence, and ends a running session."""

import faulthandler
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.ui.trouble import CRASHES, ERRORS, KEPT_BYTES, Trouble


@pytest.fixture
def trouble(tmp_path: Path) -> Iterator[Trouble]:
    hook, was_on = sys.excepthook, faulthandler.is_enabled()
    made = Trouble(tmp_path / "cache")
    made.watch()
    yield made
    made.close()
    sys.excepthook = hook
    if was_on:
        faulthandler.enable()


def _fail(trouble: Trouble) -> None:
    try:
        raise RuntimeError("a slot broke")
    except RuntimeError as error:
        trouble.caught(type(error), error, error.__traceback__)


def test_it_stops_what_runs_and_tells(trouble: Trouble, tmp_path: Path, capsys: object) -> None:
    stopped: list[str] = []
    told: list[str] = []
    trouble.stop_with(lambda: stopped.append("session"))
    trouble.tell_by(told.append)
    _fail(trouble)
    assert stopped == ["session"]
    assert len(told) == 1
    assert "RuntimeError" in told[0]
    log = tmp_path / "cache" / ERRORS
    assert "a slot broke" in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "cache" / CRASHES).stat().st_mode) == 0o600


def test_trouble_while_stopping_does_not_go_round(trouble: Trouble, capsys: object) -> None:
    count: list[int] = []

    def stop() -> None:
        count.append(1)
        _fail(trouble)

    trouble.stop_with(stop)
    _fail(trouble)
    assert count == [1]


def test_an_old_long_file_is_begun_anew(trouble: Trouble, tmp_path: Path, capsys: object) -> None:
    log = tmp_path / "cache" / ERRORS
    log.write_text("x" * (KEPT_BYTES + 1), encoding="utf-8")
    _fail(trouble)
    assert log.stat().st_size < KEPT_BYTES


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    trouble = Trouble(blocked / "cache")
    told: list[str] = []
    trouble.tell_by(told.append)
    _fail(trouble)
    assert len(told) == 1
    assert "a slot broke" in capsys.readouterr().err
