"""The pictures of the stretches: the figure in its pose, the stretched muscle lit."""

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera
from guide.atlas.surface.paint import Material
from guide.atlas.surface.picture import SUPERSAMPLE, Picture, Samples, develop, empty
from guide.atlas.surface.raster import Raster, rasterise
from guide.atlas.surface.render import shade_samples
from guide.atlas.surface.shade import Lamps, Lit, axes
from tools.atlas.figure import Figure, load, topology
from tools.atlas.light import light_vertices
from tools.atlas.muscles import Skin, load_muscle, skin_samples
from tools.atlas.pictures import bled, write
from tools.atlas.props import Prop, chair, wall_edge
from tools.atlas.recipe import RECIPES
from tools.atlas.stretches import (
    Pose,
    StretchPose,
    load_stretch,
    moments,
    posed,
    stretch_names,
)

Floats = NDArray[np.float64]

HEIGHT: Final = 900
_FADE: Final = 0.09  # share of the picture over which its lower edge fades out
_FIBRE_WIDTH: Final = 0.34
_NEAR: Final = 0.29  # dm, more than the longest edge of a triangle lies outside a patch
_LAMPS: Final = Lamps()


def build(folder: Path) -> None:
    """Write every moment of every stretch for both figures to ``poses`` beside ``folder``."""
    for name in RECIPES:
        figure = load(name)
        for stretch in map(load_stretch, stretch_names()):
            print(f"  {name}, {stretch.name}", flush=True)
            for k, picture in enumerate(frames(figure, stretch, HEIGHT)):
                write(picture, folder.parent / "poses" / name / stretch.name, f"{k:02d}")


def frames(figure: Figure, stretch: StretchPose, height: int) -> list[Picture]:
    """Return the pictures of a stretch from its start to its end.

    Light is worked out for the two ends and blended between them.
    """
    shares = moments()
    poses = [posed(figure, stretch, float(share)) for share in shares]
    camera = stretch.camera(figure, height)
    first, last = (light(figure, pose, camera) for pose in (poses[0], poses[-1]))
    return [
        snapshot(figure, stretch, pose, camera, _blended(figure, pose, first, last, float(share)))
        for pose, share in zip(poses, shares, strict=True)
    ]


def light(figure: Figure, pose: Pose, camera: Camera) -> Lit:
    """Return the light on a posed figure."""
    normals = figure.normals(pose.positions)
    return light_vertices(pose.positions, normals, camera, _LAMPS)


def _blended(figure: Figure, pose: Pose, first: Lit, last: Lit, share: float) -> Lit:
    def mix(one: NDArray[np.floating], other: NDArray[np.floating]) -> NDArray[np.floating]:
        return one + (other - one) * share

    return Lit(
        figure.normals(pose.positions),
        mix(first.sky, last.sky),
        mix(first.key, last.key),
        mix(first.bend, last.bend),
    )


def snapshot(figure: Figure, stretch: StretchPose, pose: Pose, camera: Camera, lit: Lit) -> Picture:
    """Return the picture of one moment."""
    raster = rasterise(pose.positions, figure.triangles, camera, SUPERSAMPLE)
    shown = shade_samples(figure.surface, figure.wear, raster, lit.table(), _LAMPS)
    _light_muscles(figure, stretch, raster, shown)
    prop = _prop(figure, stretch, pose)
    if prop is not None:
        raster, shown = _with_prop(raster, shown, pose.positions, prop)
    picture = empty(camera.height, camera.width)
    develop(picture, raster, shown)
    return _faded(bled(picture))


def _light_muscles(figure: Figure, stretch: StretchPose, raster: Raster, shown: Samples) -> None:
    bare = np.isin(shown.material, (Material.SKIN, Material.HAIR, Material.GARMENT))
    for mirrored in (False, True) if stretch.both else (False,):
        for name in stretch.lit:
            muscle = load_muscle(name)
            rows = np.flatnonzero(_near(name, mirrored)[raster.triangle] & bare)
            rows = rows[muscle.inside(_skin(figure, raster.part(rows), mirrored)) > 0]
            shown.tint[rows] = 0
            shown.material[rows] = Material.MUSCLE
            inside = _skin(figure, raster.part(rows), mirrored)
            shown.material[rows[muscle.fibre_lines(inside, _FIBRE_WIDTH)]] = Material.FIBRE


def _skin(figure: Figure, raster: Raster, mirrored: bool) -> Skin:
    skin = skin_samples(figure, raster)
    return skin.mirrored() if mirrored else skin


@cache
def _near(name: str, mirrored: bool) -> NDArray[np.bool_]:
    """Tell (T,) which triangles lie near a muscle, on every figure: all others can be left out."""
    shared = topology()
    skin = Skin(
        shared.canonical.astype(np.float64),
        shared.canonical_normals.astype(np.float64),
        shared.part_weights,
    )
    near = load_muscle(name).inside(skin.mirrored() if mirrored else skin) > -_NEAR
    return np.asarray(np.any(near[shared.triangles], axis=1))


def _prop(figure: Figure, stretch: StretchPose, pose: Pose) -> Prop | None:
    if pose.seat is not None:
        return chair(pose.seat)
    if stretch.wall:
        palm = pose.positions[figure.share("HAND_RIGHT") > 0.9].max(axis=0)
        middle = pose.positions[figure.share("HAND_RIGHT") > 0.9].mean(axis=0)
        return wall_edge(np.array([middle[0], middle[1], palm[2]]))
    return None


def _with_prop(
    raster: Raster, shown: Samples, positions: Floats, prop: Prop
) -> tuple[Raster, Samples]:
    """Return the samples of figure and prop together, the nearer one showing."""
    camera = raster.camera
    other = rasterise(prop.positions, prop.triangles, camera, raster.supersample)
    count = raster.shape[0] * raster.shape[1]
    near = np.full(count, -np.inf)
    near[raster.samples] = raster.attribute(camera.project(positions)[:, 2])
    ahead = other.attribute(camera.project(prop.positions)[:, 2]) > near[other.samples]
    whole = Samples.blank(count)
    whole.put(raster.samples, shown)
    hidden = other.samples[ahead]
    whole.material[hidden], whole.tint[hidden] = Material.PROP, 0
    whole.shade[hidden] = prop.shade(other, axes(camera, _LAMPS.key))[ahead]
    samples = np.flatnonzero(whole.material != Material.NONE)
    return _bare_raster(camera, raster.supersample, samples), whole.part(samples)


def _bare_raster(camera: Camera, supersample: int, samples: NDArray[np.int64]) -> Raster:
    """Return a raster that knows which samples are covered, and no triangles."""
    none = np.zeros(len(samples), dtype=np.int64)
    return Raster(
        camera, supersample, samples, none, np.zeros((len(samples), 3), np.float32), none[:0]
    )


def _faded(picture: Picture) -> Picture:
    rows = np.linspace(0, 1, picture.alpha.shape[0], dtype=np.float32)[:, None]
    fade = np.clip((1 - rows) / _FADE, 0, 1)
    alpha = np.round(picture.alpha * (fade * fade * (3 - 2 * fade))).astype(np.uint8)
    return replace(picture, alpha=alpha)
