"""Drawing a body: every side, smooth edges, parts, drafts, and giving up."""

import numpy as np
import pytest

from guide.atlas.surface.body import Body
from guide.atlas.surface.camera import turned, view
from guide.atlas.surface.mesh import Surface
from guide.atlas.surface.paint import Material
from guide.atlas.surface.raster import rasterise
from guide.atlas.surface.render import Stopped, render


def test_silhouettes_pass_through_many_steps(surface: Surface, female: Body) -> None:
    picture = render(surface, female, turned(30, 0, 400))
    partial = picture.alpha[(picture.alpha > 0) & (picture.alpha < 255)]
    assert len(np.unique(partial)) > 30
    jumps = (picture.alpha[:, :-1] == 0) & (picture.alpha[:, 1:] == 255)
    assert jumps.sum() < 0.03 * 400


def test_everything_shown_has_a_material(surface: Surface, female: Body) -> None:
    picture = render(surface, female, turned(140, 20, 300))
    assert (picture.material[picture.alpha > 0] > 0).all()
    assert set(np.unique(picture.material)) >= {Material.SKIN, Material.GARMENT, Material.HAIR}
    for layer in (picture.shade, picture.alpha, picture.material, picture.edge):
        assert layer.dtype == np.uint8
        assert layer.flags.c_contiguous


def test_a_part_is_the_same_picture_sharper(surface: Surface, female: Body) -> None:
    whole = turned(0, 0, 400)
    picture = render(surface, female, whole)
    part = render(surface, female, whole.window(60, 40, 160, 140, 100))
    same = picture.alpha[40:140, 60:160].astype(int) - part.alpha
    assert np.abs(same[1:-1, 1:-1]).max() <= 2
    assert np.abs(same).max() < 64  # a pixel at the border knows less about its neighbours
    shade = picture.shade[40:140, 60:160].astype(int) - part.shade
    assert np.abs(shade[part.alpha == 255]).mean() < 1


def test_a_draft_resembles_the_picture(surface: Surface, female: Body) -> None:
    camera = turned(75, 10, 300)
    fine, draft = render(surface, female, camera), render(surface, female, camera, draft=True)
    both = (fine.alpha == 255) & (draft.alpha == 255)
    assert np.mean((fine.alpha > 127) != (draft.alpha > 127)) < 0.01
    assert np.abs(fine.shade[both].astype(int) - draft.shade[both]).mean() < 6


def test_a_raster_that_is_there_is_not_drawn_again(surface: Surface, female: Body) -> None:
    camera = turned(10, 0, 200)
    raster = rasterise(female.positions, surface.triangles, camera)
    one, other = render(surface, female, camera), render(surface, female, camera, raster=raster)
    assert np.array_equal(one.shade, other.shade)


@pytest.mark.parametrize("name", ["front", "back"])
def test_front_and_back_agree_about_the_silhouette(
    surface: Surface, female: Body, name: str
) -> None:
    one = render(surface, female, view(name, 300)).alpha
    other = render(surface, female, view("back" if name == "front" else "front", 300)).alpha
    assert np.mean((one > 127) != (other[:, ::-1] > 127)) < 0.003


def test_a_picture_that_nobody_wants_is_given_up(surface: Surface, female: Body) -> None:
    asked = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) == 4

    with pytest.raises(Stopped):
        render(surface, female, turned(0, 0, 400), stop=stop)
    assert len(asked) == 4
