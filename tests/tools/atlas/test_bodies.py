"""The surface files: what the builder writes is what is shipped, and light is true."""

import numpy as np
import pytest

from guide.atlas.surface.body import DIRECTIONS, aim, file_name, lattice
from guide.atlas.surface.mesh import FILE, FLIP, decoded, read_arrays
from guide.core.orientation import Build, FigureName, Pose
from tools.atlas import bodies
from tools.atlas.figure import load, surface
from tools.atlas.recipe import RECIPES, build_recipe
from tools.atlas.source import ASSETS

FOLDER = ASSETS / bodies.FOLDER


def test_the_shipped_mesh_is_the_one_that_is_built() -> None:
    kept = read_arrays(FOLDER / FILE)
    for name, fresh in bodies.mesh_arrays().items():
        assert np.allclose(kept[name], fresh, atol=1), name


@pytest.mark.parametrize("figure", list(FigureName))
@pytest.mark.parametrize("build", list(Build))
def test_the_shipped_bodies_have_the_shape_that_is_built(figure: FigureName, build: Build) -> None:
    kept = read_arrays(FOLDER / file_name(figure, build))
    for pose in Pose:
        points = decoded(kept[f"{pose}.positions"], surface().quads, surface().mirror)
        assert np.abs(points - bodies.posed(load(figure, build), pose)).max() < 1e-3


def test_the_average_build_is_the_figure_itself() -> None:
    for figure in FigureName:
        assert build_recipe(figure, Build.AVERAGE) == RECIPES[figure]
        for build in (Build.SLIM, Build.HEAVY):
            recipe = build_recipe(figure, build)
            muscles = [weight for name, weight in recipe.items() if "universal" in name]
            assert sum(muscles) == pytest.approx(1)


def test_directions_are_spread_evenly_and_mirrored() -> None:
    directions = lattice()
    assert directions.shape == (DIRECTIONS, 3)
    assert np.allclose(np.linalg.norm(directions, axis=1), 1, atol=1e-6)
    assert np.allclose(directions[DIRECTIONS // 2 :], directions[: DIRECTIONS // 2] * FLIP)
    angle = np.radians(np.arange(0, 360, 3))
    for ring in (
        np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1),
        np.stack([0 * angle, np.cos(angle), np.sin(angle)], axis=1),
    ):
        assert np.degrees(np.arccos((ring @ directions.T).max(axis=1))).max() < 10


def test_a_broad_light_is_made_of_the_directions_round_it() -> None:
    share = aim(np.array([0.0, 1.0, 0.0]))
    assert share.sum() == pytest.approx(1)
    assert lattice()[share > 0, 1].min() > np.cos(np.radians(31))


def test_baked_light_is_nearly_the_light_that_was_found() -> None:
    kept = read_arrays(FOLDER / file_name(FigureName.MALE, Build.AVERAGE))
    scores = kept["standing.scores"] * (kept["standing.scale"] / 127)
    share = scores @ (kept["standing.basis"].astype(float) @ aim(np.array([0.0, 1.0, 0.0])))
    figure = load(FigureName.MALE)
    positions = figure.anatomical()
    chosen = bodies.lit_vertices(surface())
    crown = positions[chosen, 1] > 17.3
    sole = positions[chosen, 1] < 0.05
    assert share[crown].mean() > 0.85
    assert abs(share[sole].mean()) < 0.1
