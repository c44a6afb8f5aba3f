"""The studio draws what the shipped pictures show, from any side, and gives up when told to."""

from pathlib import Path

import numpy as np
import pytest

from guide.atlas.library import AtlasError, Library
from guide.atlas.studio import Eye, Shot, Studio
from guide.core.anatomy import Place
from guide.core.aspect import Aspect, of_close_up, of_view
from guide.core.orientation import Build, CloseUp, FigureName, Side, View
from guide.resources import asset_root

FEMALE = FigureName.FEMALE


@pytest.fixture(scope="module")
def studio() -> Studio:
    return Studio(asset_root())


def _shot(aspect: Aspect, **changes: object) -> Shot:
    shot = Shot(FEMALE, Build.AVERAGE, True, Eye(aspect), 120, 220, draft=True)
    return shot._replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("view", View)
def test_its_frames_are_those_of_the_shipped_pictures(studio: Studio, view: View) -> None:
    framing = Library(asset_root()).framing(FEMALE, view)
    frame, box = studio.frame(FEMALE, Build.AVERAGE, of_view(view))
    assert (frame.width, frame.height) == framing[:2]
    if view in (View.FRONT, View.BACK):
        assert box == pytest.approx(framing.box, abs=6)


def test_a_heavy_figure_stands_wider_and_all_of_it_is_seen(studio: Studio) -> None:
    slim = studio.frame(FEMALE, Build.SLIM, Aspect())[1]
    heavy = studio.frame(FEMALE, Build.HEAVY, Aspect(70.0))[1]
    assert heavy[2] > slim[2]
    made = studio.picture(_shot(Aspect(), build=Build.HEAVY, margin=0.03), lambda: False)
    assert made is not None
    alpha = made[0].alpha
    assert not any(edge.any() for edge in (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]))


def test_the_shapes_of_a_close_up_reach_beyond_it(studio: Studio) -> None:
    aspect = of_close_up(CloseUp.ARMPIT, Side.RIGHT)
    left, top, wide, high = studio.frame(FEMALE, Build.AVERAGE, aspect)[1]
    shapes = studio.shapes(FEMALE, Build.AVERAGE, aspect)
    assert shapes.at(left + wide / 2, top + high + 40) is not None
    assert shapes.at(left + wide / 2, top + high / 2) is not None


def test_a_picture_has_the_size_that_was_asked_for(studio: Studio) -> None:
    made = studio.picture(_shot(Aspect(40.0, 10.0)), lambda: False)
    assert made is not None
    picture, seen = made
    assert picture.shade.shape == (220, 120)
    assert 0.05 < np.mean(picture.alpha > 0) < 0.6
    left, top, right, bottom = seen.part
    assert (right - left) / (bottom - top) == pytest.approx(120 / 220)


def test_a_close_up_fills_its_picture(studio: Studio) -> None:
    for close_up in (CloseUp.HAND_PALM, CloseUp.FOOT_INNER, CloseUp.ARMPIT):
        aspect = of_close_up(close_up, Side.LEFT)
        made = studio.picture(_shot(aspect, margin=0.05), lambda: False)
        assert made is not None
        assert np.mean(made[0].alpha > 0) > 0.15


def test_the_way_begins_at_the_start(studio: Studio) -> None:
    front = studio.picture(_shot(Aspect()), lambda: False)
    begun = studio.picture(_shot(Aspect(180.0), before=Eye(Aspect()), share=0.0), lambda: False)
    assert front is not None
    assert begun is not None
    differing = np.mean(front[0].alpha != begun[0].alpha)
    assert differing < 0.005


def test_nothing_is_drawn_for_nobody(studio: Studio) -> None:
    assert studio.picture(_shot(Aspect(), draft=False), lambda: True) is None


def test_without_clothes_no_garment_is_drawn(studio: Studio) -> None:
    from guide.atlas.surface.paint import Material

    for garment in (True, False):
        made = studio.picture(_shot(Aspect(), garment=garment), lambda: False)
        assert made is not None
        assert bool(np.any(made[0].material == Material.GARMENT)) is garment


def test_shapes_lie_on_the_picture_and_know_their_side(studio: Studio) -> None:
    shapes = studio.shapes(FEMALE, Build.SLIM, Aspect(20.0))
    left = shapes.zones[Place("knee.anterior", Side.LEFT)]
    right = shapes.zones[Place("knee.anterior", Side.RIGHT)]
    assert left.anchor[0] > right.anchor[0]  # it faces us: its left is on the right
    assert shapes.at(*left.anchor) == Place("knee.anterior", Side.LEFT)


def test_a_missing_mesh_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="mesh"):
        Studio(tmp_path).picture(_shot(Aspect(30.0)), lambda: False)
