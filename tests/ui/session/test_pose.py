"""The posed figure: it moves from start to end, and the left is the mirror image of the right."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.core.anatomy import FigureName, Side
from guide.core.session import StepKind
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.session.pose import CYCLE, PosePicture, place_in_pose


@pytest.fixture
def picture(qtbot: QtBot, look: Look, pictures: FigurePictures, poses: Library) -> PosePicture:
    made = PosePicture(look, pictures, poses)
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.still = True
    return made


def centre(picture: PosePicture) -> tuple[float, float]:
    """The middle of what is drawn, 0 to 1 across and down."""
    image: QImage = picture.grab().toImage()
    ground = image.pixel(0, 199)
    drawn = [
        (x, y) for x in range(0, 200, 4) for y in range(0, 200, 4) if image.pixel(x, y) != ground
    ]
    assert drawn
    return (
        sum(x for x, _ in drawn) / len(drawn) / 200,
        sum(y for _, y in drawn) / len(drawn) / 200,
    )


def test_it_moves_from_its_start_to_its_end(picture: PosePicture) -> None:
    picture.show_pose(FigureName.FEMALE, "ear_to_shoulder", Side.RIGHT, "words")
    heights = []
    for place in (0.0, 0.4, 1.0):
        picture.set_place(place)
        heights.append(centre(picture)[1])
    assert heights == sorted(heights)
    assert heights[0] < 0.3 < 0.7 < heights[-1]


def test_the_left_is_the_mirror_image(picture: PosePicture) -> None:
    picture.set_place(0.0)
    picture.show_pose(FigureName.FEMALE, "ear_to_shoulder", Side.RIGHT, "words")
    right = centre(picture)[0]
    picture.show_pose(FigureName.FEMALE, "ear_to_shoulder", Side.LEFT, "words")
    assert centre(picture)[0] == pytest.approx(1 - right, abs=0.03)
    assert right > 0.6


def test_without_motion_start_and_end_stand_side_by_side(picture: PosePicture) -> None:
    picture.still = False
    picture.show_pose(FigureName.MALE, "hug", Side.MIDLINE, "Hug")
    image = picture.grab().toImage()
    ground = image.pixel(0, 0)
    columns = [any(image.pixel(x, y) != ground for y in range(170)) for x in range(200)]
    assert any(columns[:98])
    assert any(columns[104:])
    assert picture.accessibleName() == "Picture: Hug"


def test_a_pose_without_pictures_says_so(picture: PosePicture) -> None:
    picture.show_pose(FigureName.FEMALE, "headstand", Side.RIGHT, "words")
    assert centre(picture)  # the sentence is drawn
    assert "headstand" in picture._problem


@pytest.mark.parametrize(
    ("kind", "into", "share", "expected"),
    [
        (StepKind.HOLD, 3.0, 0.2, 1.0),
        (StepKind.EASE_IN, 0.0, 0.0, 0.0),
        (StepKind.EASE_IN, 4.0, 1.0, 1.0),
        (StepKind.RELEASE, 4.0, 1.0, 0.0),
        (StepKind.GET_READY, 0.0, 0.0, 0.0),
        (StepKind.GET_READY, 3.0, 0.3, 1.0),
        (StepKind.SWITCH_SIDE, CYCLE + 3.0, 0.9, 1.0),
    ],
)
def test_where_the_figure_is(kind: StepKind, into: float, share: float, expected: float) -> None:
    assert place_in_pose(kind, into, share) == pytest.approx(expected)
