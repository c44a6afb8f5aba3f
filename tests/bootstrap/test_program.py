"""The start: what the window needs first, and what is said when it cannot be."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.atlas.library import AtlasError
from guide.bootstrap.program import BENCH, GEOMETRY, Program, build, tour_folder
from guide.core.anatomy import FigureName
from guide.journal.places import Places, find_places
from guide.journal.settings import Settings, Theme, save
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon


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
    assert set(program.window.nav_names()) == {"map", "routines", "journal", "settings"}


def test_settings_hold_from_the_first_paint(program: Program) -> None:
    assert program.look.tokens.dark
    assert program.map.state.intent.figure is FigureName.MALE


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
    with pytest.raises(AtlasError, match=r"front\.shapes\.json"):
        _build(qapp, places, tmp_path)


def test_arguments_are_understood_or_refused_in_a_sentence() -> None:
    assert tour_folder([]) is None
    assert tour_folder(["--tour", "pictures"]) == Path("pictures")
    with pytest.raises(SystemExit, match="does not understand '--turbo'"):
        tour_folder(["--turbo"])
