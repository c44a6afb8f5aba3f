"""The routines page: poses, minutes, and a start that is only there when it may be."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guide.app.routines import routines_state
from guide.app.session_state import Begin, Wish
from guide.atlas.library import Library
from guide.core.anatomy import FigureName, Side
from guide.core.catalogue import Catalogue
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.session.pose import PosePicture
from guide.ui.session.routines import RoutinesPage, posture_words
from guide.ui.session.stretch_picture import StretchPicture
from tests.app.fakes import FakeGate


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, pictures: FigurePictures, poses: Library, catalogue: Catalogue
) -> RoutinesPage:
    made = RoutinesPage(look, pictures, poses, catalogue)
    qtbot.addWidget(made)
    made.show_state(routines_state(catalogue, FakeGate().situation()))
    return made


def start(page: RoutinesPage, name: str) -> QPushButton:
    buttons = page.findChildren(QPushButton)
    return next(made for made in buttons if made.accessibleName() == name)


def test_the_routine_shows_its_poses_and_minutes(page: RoutinesPage, catalogue: Catalogue) -> None:
    texts = [made.text() for made in page.findChildren(QLabel)]
    assert "Neck and shoulder reset" in texts
    assert "About 6 minutes" in texts
    pictures = page.findChildren(StretchPicture)
    routines = catalogue.routines.values()
    shown = sum(len(set(routine.stretches)) for routine in routines) + len(catalogue.stretches)
    assert len(pictures) == shown


def test_a_start_is_a_wish_with_its_side(page: RoutinesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wish_requested) as wish:
        start(page, "Start: Neck and shoulder reset").click()
    assert wish.args == [Wish(Begin.ROUTINE, "neck_and_shoulder_reset", Side.MIDLINE)]
    name = page._catalogue.stretches["ear_to_shoulder"].name
    with qtbot.waitSignal(page.wish_requested) as wish:
        start(page, f"{name}, Left").click()
    assert wish.args == [Wish(Begin.STRETCH, "ear_to_shoulder", Side.LEFT)]


def test_what_may_not_be_done_cannot_be_started_and_says_why(
    page: RoutinesPage, catalogue: Catalogue
) -> None:
    gate = FakeGate()
    gate.child = True
    page.show_state(routines_state(catalogue, gate.situation()))
    buttons = [made for made in page.findChildren(QPushButton) if not made.isHidden()]
    fresh = [made for made in buttons if made in page._wishes]
    assert fresh
    assert not any(made.isEnabled() for made in fresh)
    assert any("adults" in made.text() for made in page.findChildren(QLabel))


def test_another_figure_is_drawn(page: RoutinesPage) -> None:
    page.show_figure(FigureName.MALE)
    fresh = [made for made in page.findChildren(PosePicture) if made._shown]
    assert any(made._shown is not None and made._shown[0] is FigureName.MALE for made in fresh)


def test_a_posture_is_said() -> None:
    assert posture_words("chair") == "on a chair"
    assert posture_words("trapeze") == "trapeze"
