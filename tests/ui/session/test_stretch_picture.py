"""A stretch without a pose shows the muscles that it stretches, on their side."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Side
from guide.core.catalogue import Catalogue, Sides
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.session.stretch_picture import StretchPicture, stretched
from tests.packs.ours import files, sound_pack
from tests.ui.small_poses import write_poses

UPPER = "trapezius_upper"


@pytest.fixture
def poses(atlas_root: Path, tmp_path: Path, catalogue: Catalogue) -> Library:
    (tmp_path / "atlas").symlink_to(atlas_root / "atlas")
    write_poses(tmp_path, catalogue)
    return Library(tmp_path)


def test_the_pose_where_there_is_one(
    qtbot: QtBot, look: Look, pictures: FigurePictures, poses: Library, catalogue: Catalogue
) -> None:
    made = StretchPicture(look, pictures, poses)
    qtbot.addWidget(made)
    made.set_place(0.5)  # nothing is shown yet
    posed = catalogue.stretches["ear_to_shoulder"]
    made.show_stretch(FigureName.FEMALE, posed, Side.LEFT, "Ear to shoulder, left")
    assert made.currentWidget() is made.pose
    assert made.pose.accessibleName() == "Picture: Ear to shoulder, left"
    made.set_place(0.0)
    assert made.pose._place == 0.0
    made.forget()
    made.wait()


def test_without_a_pose_the_muscles_are_lit(
    qtbot: QtBot, look: Look, pictures: FigurePictures, poses: Library, catalogue: Catalogue
) -> None:
    made = StretchPicture(look, pictures, poses, still=True)
    qtbot.addWidget(made)
    text = replace(catalogue.stretches["ear_to_shoulder"], pose="")
    made.show_stretch(FigureName.FEMALE, text, Side.LEFT, "Ear to shoulder, left")
    assert made.currentWidget() is made.muscles
    assert made.muscles.scene == stretched(text, Side.LEFT)
    assert "Ear to shoulder, left" in made.muscles.accessibleName()
    left = made.grab().toImage()
    made.show_stretch(FigureName.FEMALE, text, Side.RIGHT, "Ear to shoulder, right")
    assert made.grab().toImage() != left
    assert made.muscles._problem == ""
    made.wait()
    made.forget()


def test_the_sides_that_are_lit_are_the_sides_that_are_stretched(catalogue: Catalogue) -> None:
    one = replace(catalogue.stretches["ear_to_shoulder"], muscles=(UPPER, "scalenes"))
    lit = stretched(one, Side.LEFT).all_lit
    assert lit == (Chosen(UPPER, Side.LEFT), Chosen("scalenes", Side.LEFT))
    both = stretched(replace(one, sides=Sides.MIDLINE), Side.MIDLINE).all_lit
    assert {each.side for each in both} == {Side.LEFT, Side.RIGHT}
    assert len(both) == 4


@pytest.mark.qt_log_ignore(".*")  # of the picture that is none
def test_a_stretch_of_a_pack_shows_what_its_pack_brought(
    qtbot: QtBot, look: Look, poses: Library
) -> None:
    brought = files()["pictures/thigh_care-heel_to_seat.png"]
    pictures = FigurePictures(look)
    pictures.packed = {"thigh_care-heel_to_seat": brought}.get
    made = StretchPicture(look, pictures, poses)
    qtbot.addWidget(made)
    stretch = sound_pack().texts["en"].stretches["thigh_care-heel_to_seat"]
    made.show_stretch(FigureName.FEMALE, stretch, Side.LEFT, "Heel to seat")
    assert made.currentWidget() is made.packed is not None
    assert made.packed.accessibleName() == "Heel to seat"
    pictures.packed = {stretch.id: b"no picture"}.get
    made.show_stretch(FigureName.FEMALE, stretch, Side.LEFT, "Heel to seat")
    assert made.currentWidget() is made.muscles
    made.wait()
