"""The second stage: the painted map answers, and the settings are followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from guide.bootstrap import Program, build
from guide.core.anatomy import FigureName, Place, Side
from guide.journal.places import find_places
from guide.ui.panels.drawing import PaintedPanel
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    write_atlas(tmp_path / "assets")
    places = find_places({"UNKNOT_HOME": str(tmp_path / "home")})
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=tmp_path / "assets")
    made.answer()
    yield made
    made.close()


def test_a_painted_zone_changes_the_panel(program: Program) -> None:
    program.page.body.painted.emit(Place("neck.posterior_lower", Side.RIGHT))
    assert isinstance(program.page.panel, PaintedPanel)


def test_a_changed_setting_is_seen_at_once(program: Program) -> None:
    program.settings.change("theme", "dark")
    program.settings.change("figure", "male")
    assert program.look.tokens.dark
    assert program.page.body.shown_figure is FigureName.MALE


def test_what_could_not_be_kept_is_said(program: Program) -> None:
    program.places.config.parent.mkdir(parents=True)
    program.places.config.write_bytes(b"a file where the folder should be")
    program.settings.change("theme", "dark")
    assert program.look.tokens.dark
    assert program.window.told()


def test_it_is_entered_once(program: Program) -> None:
    before = program.map
    program.answer()
    assert program.map is before
    assert program.window.nav_names() == ["map"]
