"""Hair and garment as relief: how they change the posed skin."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial import KDTree

from guide.atlas.surface import paint
from guide.atlas.surface.body import CLOTH
from guide.atlas.surface.mesh import vertex_normals

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_CLOTH_STEPS: Final = 4
_FORM_STEPS: Final = 8
_REACH: Final = 0.30


@dataclass(frozen=True)
class Dress:
    """Relief over the skin of one figure, per vertex; V of them."""

    style: paint.Style
    hair: Floats  # (V,) dm off the scalp
    cloth: Floats  # (V,) 0 bare to 1 covered
    press: Floats  # (V,) dm the cloth may press the skin in
    triangles: Ints
    covered: Ints  # vertices under the garment
    blur: sparse.csr_matrix  # (covered, V) mean over a few centimetres of skin

    def over(self, positions: Floats) -> Floats:
        """Return posed positions (V, 3) with hair and garment on.

        The garment bridges grooves, as cloth does, and lies a little off the skin.
        """
        covered, share = self.covered, self.cloth[self.covered, None]
        draped = positions.copy()
        for _ in range(_CLOTH_STEPS):
            draped[covered] += share * (self.blur @ draped - draped[covered])
        normals = vertex_normals(draped, self.triangles)
        # Smoothing shrinks the body as a whole: give the broad part of the loss back, so
        # that only bumps and grooves smaller than a hand's breadth are lost.
        gain = np.einsum("vc,vc->v", draped - positions, normals)
        for _ in range(_FORM_STEPS):
            gain[covered] += share[:, 0] * (self.blur @ gain - gain[covered])
        draped -= (np.where(self.press > 0, 0.4, 1) * gain)[:, None] * normals
        sunk = np.einsum("vc,vc->v", draped - positions, normals)
        draped -= np.minimum(sunk + self.press, 0)[:, None] * normals
        lift = self.hair + CLOTH * self.cloth
        return draped + lift[:, None] * normals


@cache
def style_of(name: str) -> paint.Style | None:
    """Return the style of a figure; the reference figure wears nothing."""
    return {str(figure): style for figure, style in paint.STYLES.items()}.get(name)


def tailor(
    style: paint.Style, canonical: Floats, triangles: Ints, shares: tuple[Floats, Floats, Floats]
) -> Dress:
    """Return the relief for a style; ``shares`` are those of head, arms and legs (V,)."""
    head, arms, legs = shares
    field = np.asarray(paint.garment(canonical, arms, legs, style), dtype=np.float64)
    cloth = np.asarray(paint.smoothstep(0.0, 0.10, field), dtype=np.float64)
    scalp = paint.hair_height(canonical, style) * paint.smoothstep(0.4, 0.9, head)
    covered = np.flatnonzero(cloth > 0)
    return Dress(
        style=style,
        hair=scalp,
        cloth=cloth,
        press=np.asarray(0.24 * paint.smoothstep(11.0, 11.6, canonical[:, 1]), dtype=np.float64),
        triangles=triangles,
        covered=covered,
        blur=_blur(canonical, triangles, covered),
    )


def _blur(points: Floats, triangles: Ints, rows: Ints) -> sparse.csr_matrix:
    """Return the matrix (rows, V) of Gaussian means over the skin within reach.

    Vertices count by the area round them, and only where the skin faces the same way.
    """
    a, b, c = (points[triangles[:, k]] for k in range(3))
    size = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    area = np.bincount(triangles.ravel(), np.repeat(size, 3), len(points))
    normals = vertex_normals(points, triangles)
    pairs = KDTree(points[rows]).sparse_distance_matrix(
        KDTree(points), _REACH, output_type="coo_matrix"
    )
    facing = np.einsum("nc,nc->n", normals[rows][pairs.row], normals[pairs.col])
    weights = np.exp(-2 * (pairs.data / (0.6 * _REACH)) ** 2) * area[pairs.col] * (facing > 0.2)
    table = sparse.csr_matrix((weights, (pairs.row, pairs.col)), shape=(len(rows), len(points)))
    return sparse.diags(1 / np.asarray(table.sum(axis=1)).ravel()) @ table
