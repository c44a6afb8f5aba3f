"""The newest wish is drawn; what nobody wants any more is dropped; a damaged mesh is told once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from guide.atlas.studio import Eye, Shot, Studio
from guide.core.aspect import Aspect
from guide.core.orientation import Build, FigureName
from guide.resources import asset_root
from guide.ui.body.renderer import Rendered, Renderer, Wish
from guide.ui.tokens import LIGHT


def _wish(turn: float, shapes: bool = False) -> Wish:
    shot = Shot(FigureName.FEMALE, Build.AVERAGE, True, Eye(Aspect(turn)), 90, 160, draft=True)
    return Wish(shot, LIGHT.body, shapes)


def test_the_last_wish_is_the_one_that_is_drawn(qtbot: QtBot, qapp: QObject) -> None:
    renderer = Renderer(Studio(asset_root()), QObject(qapp))
    drawn: list[Rendered] = []
    renderer.drawn.connect(drawn.append)
    for turn in (10.0, 20.0, 30.0, 40.0):
        renderer.ask(_wish(turn))
    qtbot.waitUntil(lambda: renderer.idle, timeout=20_000)
    assert drawn[-1].shot.eye.aspect.turn == 40.0
    assert len(drawn) <= 2
    assert drawn[-1].image.size() == drawn[-1].shade.size()
    assert drawn[-1].image.pixelColor(45, 80).alpha() == 255
    assert renderer.ready
    renderer.close()


def test_the_mesh_may_be_read_before_anything_is_drawn(qtbot: QtBot, qapp: QObject) -> None:
    renderer = Renderer(Studio(asset_root()), QObject(qapp))
    with qtbot.assertNotEmitted(renderer.drawn):
        renderer.prepare(FigureName.FEMALE, Build.AVERAGE)
        qtbot.waitUntil(lambda: renderer.ready, timeout=20_000)
    renderer.close()


def test_what_cannot_be_prepared_is_told_with_the_first_picture(
    qtbot: QtBot, qapp: QObject, tmp_path: Path
) -> None:
    renderer = Renderer(Studio(tmp_path), QObject(qapp))
    renderer.prepare(FigureName.FEMALE, Build.AVERAGE)
    with qtbot.waitSignal(renderer.failed, timeout=20_000):
        renderer.ask(_wish(10.0))
    assert not renderer.ready
    renderer.close()


def test_a_closed_one_draws_nothing(qtbot: QtBot, qapp: QObject) -> None:
    renderer = Renderer(Studio(asset_root()), QObject(qapp))
    renderer.close()
    renderer.ask(_wish(10.0))
    assert renderer.idle


def test_a_missing_mesh_is_told_once(qtbot: QtBot, qapp: QObject, tmp_path: Path) -> None:
    renderer = Renderer(Studio(tmp_path), QObject(qapp))
    with qtbot.waitSignal(renderer.failed, timeout=20_000) as told:
        renderer.ask(_wish(10.0))
    assert told.args is not None
    assert str(tmp_path) in str(told.args[0])
    qtbot.waitUntil(lambda: renderer.idle)
    assert not renderer.ready
    with qtbot.assertNotEmitted(renderer.failed):
        renderer.ask(_wish(20.0))
    renderer.close()


@pytest.mark.parametrize("kind", ["drawn", "shaped"])
def test_shapes_come_with_the_picture_where_they_are_wanted(
    qtbot: QtBot, qapp: QObject, kind: str
) -> None:
    renderer = Renderer(Studio(asset_root()), QObject(qapp))
    with qtbot.waitSignal(getattr(renderer, kind), timeout=20_000):
        renderer.ask(_wish(10.0, shapes=True))
    renderer.close()
