"""The surface files that the program draws from: the shared mesh and one file a body.

How much light reaches a vertex is found by drawing the body's depth from many directions.
The answers are kept as shares of a few patterns that all vertices of a body have in common.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.body import DIRECTIONS, UNIT, file_name, lattice, lit_vertices
from guide.atlas.surface.mesh import FILE, SHARE, encoded, half_of
from guide.core.orientation import Build, FigureName, Pose
from tools.atlas.figure import Figure, load, surface, topology
from tools.atlas.light import curvature, reached
from tools.atlas.mesh import smoothing
from tools.atlas.rotation import about, mirrored

Floats = NDArray[np.float64]
Arrays = dict[str, NDArray[Any]]

FOLDER: Final = "surface"
PATTERNS: Final = 20
_RAISED: Final = {"shoulder": 76.0, "scapula": 14.0}
"""Degrees by which the joints lift an arm sideways."""
_ARMPIT: Final = (1.60, 13.18, 0.15)
_HOLLOW, _HOLLOW_WIDTH = 0.32, 0.42
"""Canonical middle of the armpit, and depth and half width in dm of its hollow: skinning
alone draws the raised arm's skin flat across it."""


def build(folder: Path) -> None:
    """Write the mesh and all bodies to ``surface`` below a folder."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    _write(target / FILE, mesh_arrays())
    for figure in FigureName:
        _write(target / f"{figure}.npz", {"own": _steps(load(figure).own)})
        for kind in Build:
            print(f"  {figure}, {kind}", flush=True)
            _write(target / file_name(figure, kind), body_arrays(load(figure, kind)))


def _write(path: Path, arrays: Arrays) -> None:
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _steps(points: NDArray[np.floating]) -> NDArray[np.int32]:
    return encoded(points, surface().quads, surface().mirror)


def mesh_arrays() -> Arrays:
    """Return what all bodies share, as it is written."""
    shared, drawn = topology(), surface()
    half = half_of(drawn.mirror)
    knot = drawn.triangles[(drawn.triangles >= drawn.skin_count).all(axis=1)]
    return {
        "quads": drawn.quads.astype(np.uint16),
        "knot_triangles": knot.astype(np.uint16),
        "mirror": drawn.mirror.astype(np.uint16),
        "canonical": _steps(drawn.canonical),
        "part_weights": np.round(SHARE * shared.part_weights[half]).astype(np.uint8),
        "knot": drawn.knot.astype(np.float16),
        "scalp": shared.canonical_normals[drawn.skin_count :].astype(np.float16),
    }


def body_arrays(figure: Figure) -> Arrays:
    """Return all poses of a body, as they are written."""
    result: Arrays = {}
    for pose in Pose:
        positions = posed(figure, pose)
        baked = bake(figure, positions)
        result |= {f"{pose}.{name}": values for name, values in baked.items()}
    return result


def posed(figure: Figure, pose: Pose) -> Floats:
    """Return the skin positions (V, 3) of a figure in one of the program's poses."""
    if pose is Pose.STANDING:
        return figure.anatomical()
    left = {joint: about((0, 0, 1), degrees) for joint, degrees in _RAISED.items()}
    right = {joint: mirrored(turn) for joint, turn in left.items()}
    flat = figure.pose(
        {f"{joint}.L": turn for joint, turn in left.items()}
        | {f"{joint}.R": turn for joint, turn in right.items()}
    )
    away = np.abs(figure.canonical) * [1, 1, 0] + figure.canonical * [0, 0, 1] - _ARMPIT
    near = np.exp(-(away**2).sum(axis=1) / _HOLLOW_WIDTH**2)
    return flat - (_HOLLOW * near)[:, None] * figure.normals(flat)


def bake(figure: Figure, positions: Floats) -> Arrays:
    """Return one pose: positions and light of one of every mirrored pair of vertices."""
    normals, shared = figure.normals(positions), surface()
    seen = visibility(positions, normals)
    directions = lattice().astype(np.float64)
    facing = np.clip(normals @ directions.T, 0, None)
    bright = 0.70 + 0.30 * directions[:, 1]
    sky = (seen * facing * bright).sum(axis=1) / np.maximum(facing.sum(axis=1), 1e-9)
    smooth = smoothing(figure.triangles, len(positions))
    for _ in range(2):
        seen = 0.4 * seen + 0.6 * (smooth @ seen)
        sky = 0.7 * sky + 0.3 * (smooth @ sky)
    half = half_of(shared.mirror)
    bend = curvature(positions, normals, figure.triangles)
    return {
        "positions": _steps(positions),
        "sky": np.round(np.clip(sky[half], 0, 1) * 2 * UNIT).astype(np.uint8),
        "bend": np.round(np.clip(bend[half], -1, 1) * UNIT).astype(np.int8),
        **_patterns(seen[lit_vertices(shared)]),
    }


def visibility(positions: Floats, normals: Floats) -> NDArray[np.float32]:
    """Return (V, DIRECTIONS), 1 where light from a direction reaches a vertex.

    Bodies are symmetric: light from the left reaches what light from the right does, mirrored.
    """
    directions = lattice()[: DIRECTIONS // 2].astype(np.float64)
    seen = reached(positions, normals, directions)
    return np.concatenate([seen, seen[surface().mirror]], axis=1)


def _patterns(seen: NDArray[np.floating]) -> Arrays:
    """Return scores, their scale, and the patterns that give back (N, DIRECTIONS) at best."""
    values, vectors = np.linalg.eigh(seen.T @ seen)
    del values
    basis = vectors[:, ::-1][:, :PATTERNS].T
    scores = seen @ basis.T
    scale = np.abs(scores).max(axis=0)
    return {
        "scores": np.round(scores / scale * UNIT).astype(np.int8),
        "scale": scale.astype(np.float32),
        "basis": basis.astype(np.float16),
    }
