"""Learn is made when it is first wanted, and reads in the language of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.bootstrap import Program, build
from guide.core.anatomy import FigureName
from guide.journal.places import find_places
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    write_atlas(tmp_path / "assets")
    places = find_places({"UNKNOT_HOME": str(tmp_path / "home")})
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=tmp_path / "assets")
    made.window.show()
    made.finish()
    yield made
    made.close()


def test_nothing_is_made_before_something_is_read(program: Program) -> None:
    assert program.rest._learning is None
    program.requests.learn.emit(Address(Page.ZONE, "head.temple"))
    made = program.rest._learning
    assert made is not None
    assert made.presenter.state.here == Address(Page.ZONE, "head.temple")
    assert program.window.current_page() == "learn"
    program.requests.learn.emit(Address(Page.TERMS))
    assert program.rest._learning is made


def test_the_figure_of_the_settings_is_drawn(program: Program) -> None:
    program.requests.learn.emit(Address(Page.LESSONS))
    made = program.rest._learning
    assert made is not None
    program.settings.change("figure", FigureName.MALE)
    assert made.page.figure._figure is FigureName.MALE
