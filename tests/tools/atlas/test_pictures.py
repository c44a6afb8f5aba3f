"""The pictures: smooth edges, painted where they should be, and the same again when rebuilt."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from guide.atlas.surface.body import load_body
from guide.atlas.surface.camera import VIEWS, view
from guide.atlas.surface.mesh import Part, load_surface
from guide.atlas.surface.paint import Material, garment
from guide.atlas.surface.picture import Picture
from guide.core.orientation import FigureName
from tools.atlas.figure import load
from tools.atlas.light import sky
from tools.atlas.pictures import COLOURS, SMALL, views, write
from tools.atlas.source import ASSETS

HEIGHT = 500
FOLDER = ASSETS / "surface"


@cache
def small(name: str, stem: str = "front") -> Picture:
    """Return a small view as it is written."""
    surface = load_surface(FOLDER)
    body = load_body(FOLDER, surface, FigureName(name))
    return views(surface, body, (stem,), (HEIGHT,))[stem, HEIGHT]


def test_standing_views_share_scale_and_ground() -> None:
    cameras = [view(name, 900) for name in VIEWS if name != "soles"]
    assert len({camera.scale for camera in cameras}) == 1
    assert len({float(camera.project((0, 0, 0))[0, 1]) for camera in cameras}) == 1


@pytest.mark.parametrize(("name", "beyond"), [("front", True), ("back", False), ("soles", True)])
def test_the_left_hand_is_where_the_viewer_expects_it(name: str, beyond: bool) -> None:
    camera = view(name, 900)
    assert bool(camera.project((1, 0, 0))[0, 0] > camera.width / 2) is beyond


def test_side_views_face_their_own_way() -> None:
    assert view("right", 900).project((0, 0, 1))[0, 0] > view("right", 900).width / 2
    assert view("left", 900).project((0, 0, 1))[0, 0] < view("left", 900).width / 2


def test_silhouettes_pass_through_many_steps() -> None:
    alpha = small("male").alpha
    partial = alpha[(alpha > 0) & (alpha < 255)]
    assert len(np.unique(partial)) > 30
    # Going in from the left, no row jumps from nothing to everything.
    jumps = (alpha[:, :-1] == 0) & (alpha[:, 1:] == 255)
    assert jumps.sum() < 0.03 * HEIGHT


@pytest.mark.parametrize("name", ["female", "male"])
def test_every_material_of_a_standing_figure_is_there(name: str) -> None:
    picture = small(name)
    seen = set(np.unique(picture.material)) | set(np.unique(picture.edge // 16))
    wanted = (Material.SKIN, Material.GARMENT, Material.HAIR, Material.EYE_WHITE, Material.IRIS)
    assert seen.issuperset(wanted)
    assert picture.material[picture.alpha > 0].min() > 0
    assert picture.material.max() < len(COLOURS)


def test_hidden_ground_has_no_material_and_edges_carry_one_on() -> None:
    picture = small("female")
    assert picture.material[0, 0] == Material.NONE
    outside = (picture.alpha == 0) & (picture.material != Material.NONE)
    assert outside.any()


@pytest.mark.parametrize("name", ["female", "male"])
def test_the_garment_touches_no_arm(name: str) -> None:
    figure = load(name)
    count = figure.topology.skin_count
    arms, legs = figure.share("ARM", "HAND")[:count], figure.share("LEG", "FOOT")[:count]
    assert figure.dress is not None
    field = garment(
        figure.canonical[:count].astype(np.float64), arms, legs, figure.dress.style,
        figure.own[:count],
    )  # fmt: skip
    arm = np.isin(
        figure.parts[:count], (Part.ARM_LEFT, Part.ARM_RIGHT, Part.HAND_LEFT, Part.HAND_RIGHT)
    )
    assert (field > 0).sum() > 1000
    assert not (field[arm] > 0).any()


def test_light_is_stronger_where_the_sky_is_seen() -> None:
    figure = load("reference")
    positions = figure.anatomical()
    openness = sky(positions, figure.normals(positions))
    crown = openness[int(np.argmax(positions[:, 1]))]
    under_arm = (np.abs(np.abs(figure.canonical[:, 0]) - 1.6) < 0.06) & (
        np.abs(figure.canonical[:, 1] - 13.1) < 0.1
    )
    assert crown > 1.5 * float(np.median(openness[under_arm]))


@pytest.mark.slow
def test_rebuilding_a_view_gives_the_committed_picture(tmp_path: Path) -> None:
    surface = load_surface(FOLDER)
    body = load_body(FOLDER, surface, FigureName.MALE)
    picture = views(surface, body, ("right",), (SMALL,))["right", SMALL]
    write(picture, tmp_path, "right", "-small")
    for kind in ("shade-small.webp", "material-small.png", "edge-small.png"):
        fresh = np.array(Image.open(tmp_path / f"right.{kind}")).astype(int)
        kept = np.array(Image.open(ASSETS / "male" / f"right.{kind}")).astype(int)
        assert fresh.shape == kept.shape
        if kind.startswith("shade"):
            assert np.abs(fresh - kept).max() <= 2
        else:
            assert (fresh != kept).mean() < 1e-4


def test_left_is_written_as_the_mirror_image_of_right() -> None:
    picture = small("male")
    assert np.array_equal(picture.mirrored().material, picture.material[:, ::-1])
    assert np.array_equal(picture.mirrored().mirrored().alpha, picture.alpha)
