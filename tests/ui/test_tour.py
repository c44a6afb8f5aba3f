"""The tour does the main job in the real window and leaves a picture of every step."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.bootstrap import build
from guide.ui.tour import TourClock, make_tour


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_it_shows_every_step(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    assert make_tour(qapp, tmp_path / "tour", build) == 0
    names = [path.stem.partition("_")[2] for path in sorted((tmp_path / "tour").iterdir())]
    for step in ("map", "ranking", "guidance", "session", "stretch", "journal"):
        assert step in names
    pictures = [QImage(str(path)) for path in (tmp_path / "tour").iterdir()]
    assert all(picture.width() >= 1024 for picture in pictures)


def test_its_clocks_go_together() -> None:
    clock = TourClock()
    before = clock.wall()
    clock.seconds += 90
    assert clock.now() == 90
    assert (clock.wall() - before).total_seconds() == 90


def test_a_folder_that_cannot_be_made_is_said(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert make_tour(qapp, tmp_path / "file" / "tour", build) == 1
    assert "cannot be made" in capsys.readouterr().err
