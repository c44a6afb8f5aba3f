"""The three stages of the start: the figure first, then answers, then everything else."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.atlas.library import AtlasError
from guide.bootstrap.program import BENCH, GEOMETRY, Program, build, tour_folder
from guide.content import ContentError
from guide.core.anatomy import FigureName, Place, Side
from guide.core.catalogue import Catalogue
from guide.journal.places import Places, find_places
from guide.journal.settings import Settings, save
from guide.journal.visible import TextSize, Theme
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon

NECK = Place("neck.posterior_lower", Side.RIGHT)

NAMES = ["map", "routines", "learn", "journal", "profile", "settings"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    write_atlas(tmp_path / "assets")
    return find_places({"UNKNOT_HOME": str(tmp_path / "home")})


def _build(qapp: QApplication, places: Places, assets: Path) -> Program:
    return build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=assets)


@pytest.fixture
def program(qapp: QApplication, places: Places, tmp_path: Path) -> Iterator[Program]:
    save(places.settings_file, Settings(theme=Theme.DARK, figure=FigureName.MALE))
    made = _build(qapp, places, tmp_path / "assets")
    yield made
    made.close()


def test_the_figure_is_painted_before_the_rest_is_built(qtbot: QtBot, program: Program) -> None:
    painted: list[bool] = []
    program.page.body.first_painted.connect(lambda: painted.append(program.started))
    program.window.show()
    qtbot.waitUntil(lambda: program.started)
    assert painted == [False]
    assert program.window.nav_names() == NAMES


def test_settings_hold_from_the_first_paint(program: Program) -> None:
    assert program.look.tokens.dark
    assert program.page.body.shown_figure is FigureName.MALE
    program.answer()
    assert program.map.state.intent.sight.figure is FigureName.MALE


@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_the_figure_stays_where_it_was_painted_first(
    qapp: QApplication,
    places: Places,
    tmp_path: Path,
    text_size: TextSize,
    size: tuple[int, int],
) -> None:
    save(places.settings_file, Settings(text_size=text_size))
    program = _build(qapp, places, tmp_path / "assets")
    program.window.resize(*size)
    body = program.page.body
    program.window.grab()  # lays everything out
    body.figure.wait()
    qapp.processEvents()
    place, picture = body.mapTo(program.window, QPoint(0, 0)), body.grab().toImage()
    program.answer()
    program.window.grab()
    body.figure.wait()
    qapp.processEvents()
    assert body.mapTo(program.window, QPoint(0, 0)) == place
    for bar in (program.page.zooms, program.page.turn):
        bar.hide()  # they lie on the map's ground
    assert body.grab().toImage() == picture
    program.close()


def test_a_click_before_the_second_stage_is_answered(qtbot: QtBot, program: Program) -> None:
    program.show()
    qtbot.waitExposed(program.window)
    handle, body = program.window.windowHandle(), program.page.body
    assert not program.answers
    at = body.mapTo(program.window, body.point_of(NECK).toPoint())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=at)
    assert program.answers
    assert program.map.state.intent.drawing.places == (NECK,)


def test_damaged_content_is_told_beside_the_figure(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def damaged() -> Catalogue:
        raise ContentError("catalogue.json is damaged: install Unknot again, completely.")

    monkeypatch.setattr("guide.content.load", damaged)
    program.finish()
    assert program.broken
    assert not program.started
    assert program.window.told() == capsys.readouterr().err.strip()
    assert "install Unknot again" in program.window.told()


def test_a_damaged_settings_file_is_told_and_set_aside(
    qapp: QApplication, places: Places, tmp_path: Path
) -> None:
    places.config.mkdir(parents=True)
    places.settings_file.write_text('{"theme": "dark", "voice": "opera"}', encoding="utf-8")
    program = _build(qapp, places, tmp_path / "assets")
    program.answer()
    assert not program.look.tokens.dark
    assert "set aside" in program.window.told()
    program.close()


def test_the_size_of_the_window_is_kept(qtbot: QtBot, program: Program, places: Places) -> None:
    program.window.show()
    program.window.close()
    assert (places.config / GEOMETRY).stat().st_size > 0


def test_a_measuring_program_is_told_of_the_first_paint(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(BENCH, str(tmp_path / "bench.jsonl"))
    program.window.show()
    qtbot.waitUntil(lambda: program.started)
    (line,) = (tmp_path / "bench.jsonl").read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert told["paint_ns"] > 0
    assert set(told["modules"]) <= set(sys.modules)


def test_without_a_figure_it_says_which_file_is_missing(
    qapp: QApplication, places: Places, tmp_path: Path
) -> None:
    with pytest.raises(AtlasError, match=r"framing\.json"):
        _build(qapp, places, tmp_path)


def test_arguments_are_understood_or_refused_in_a_sentence() -> None:
    assert tour_folder([]) is None
    assert tour_folder(["--tour", "pictures"]) == Path("pictures")
    with pytest.raises(SystemExit, match="does not understand '--turbo'"):
        tour_folder(["--turbo"])


# What costs too much to be imported before the figure is seen.
LATER = {
    "guide.app.map_presenter",
    "guide.bootstrap.answering",
    "guide.content",
    "guide.core.anatomy",
    "guide.core.catalogue",
    "guide.journal.settings",
    "guide.ui.body.scene",
    "datetime",
    "hashlib",
    "msgspec",
    "numpy",
    "platformdirs",
    "pyqtgraph",
    "sqlite3",
}


def test_the_first_paint_needs_the_figure_alone(tmp_path: Path) -> None:
    told, root = tmp_path / "told", Path(__file__).parents[2]
    os.mkfifo(told)  # reading waits until the child has painted
    environment = {
        **os.environ,
        BENCH: str(told),
        "UNKNOT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(root),
    }
    with subprocess.Popen([sys.executable, root / "main.py"], env=environment) as child:
        modules = set(json.loads(told.read_text(encoding="utf-8"))["modules"])
        child.terminate()
    assert "guide.ui.body.body_map" in modules
    assert modules & LATER == set()
