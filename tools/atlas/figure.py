"""A figure: one shape of the shared mesh, with its place in every pose.

All figures share one topology, so a point of the skin has the same *canonical* position
on every figure in every pose: its place on the reference figure in the anatomical
position. What is written in canonical coordinates is drawn everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tools.atlas.mesh import split, subdivide, vertex_normals
from tools.atlas.recipe import RECIPES, STATURE
from tools.atlas.skeleton import Skeleton, skin, with_segments
from tools.atlas.source import Source, load_source
from tools.atlas.stance import anatomical_rotations

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

REFERENCE: Final = "reference"


class Part(IntEnum):
    """Coarse part of the body a vertex belongs to, by skinning weight."""

    TRUNK = 0
    NECK = 1
    HEAD = 2
    ARM_LEFT = 3
    ARM_RIGHT = 4
    HAND_LEFT = 5
    HAND_RIGHT = 6
    LEG_LEFT = 7
    LEG_RIGHT = 8
    FOOT_LEFT = 9
    FOOT_RIGHT = 10
    EYE_LEFT = 11
    EYE_RIGHT = 12


@dataclass(frozen=True)
class Topology:
    """What all figures share: triangles, subdivision, weights and canonical positions."""

    finer: sparse.csr_matrix  # (V, coarse)
    triangles: Ints  # (T, 3)
    weights: Floats  # (coarse, B) of the bones with sub-bones
    mirror: Ints  # (V,) index of the mirror image
    part_weights: Floats  # (V, len(Part))
    canonical: NDArray[np.float32]  # (V, 3)
    canonical_normals: NDArray[np.float32]  # (V, 3)


@dataclass(frozen=True)
class Figure:
    """A body shape, scaled to its stature and standing on y = 0.

    ``anatomical()`` is the zero pose: ``pose({})`` equals it. Arrays are float64 in
    decimetres unless said otherwise; V vertices, T triangles, B bones.
    """

    name: str
    topology: Topology
    rest: Floats  # (coarse, 3)
    to_zero: Floats  # (B, 4, 4) from rest to the anatomical position
    skeleton: Skeleton  # in the anatomical position

    @property
    def triangles(self) -> Ints:
        """(T, 3) vertex indices, counter-clockwise seen from outside."""
        return self.topology.triangles

    @property
    def canonical(self) -> NDArray[np.float32]:
        """(V, 3) canonical positions."""
        return self.topology.canonical

    @property
    def canonical_normals(self) -> NDArray[np.float32]:
        """(V, 3) unit normals of the reference figure in the anatomical position."""
        return self.topology.canonical_normals

    @property
    def part_weights(self) -> Floats:
        """(V, 13) share of each ``Part``; rows sum to one."""
        return self.topology.part_weights

    @property
    def parts(self) -> NDArray[np.uint8]:
        """(V,) the ``Part`` with the largest share."""
        return np.argmax(self.part_weights, axis=1).astype(np.uint8)

    def pose(self, rotations: Mapping[str, Floats], shift: Floats | None = None) -> Floats:
        """Return positions (V, 3) for joint rotations (3, 3) about the anatomical position.

        ``shift`` moves the whole body. Raises KeyError for an unknown joint.
        """
        moves = self.skeleton.transforms(rotations, shift) @ self.to_zero
        return np.asarray(self.topology.finer @ skin(self.rest, self.topology.weights, moves))

    def posed_skeleton(
        self, rotations: Mapping[str, Floats], shift: Floats | None = None
    ) -> Skeleton:
        """Return where the joints are in a pose."""
        return self.skeleton.moved(self.skeleton.transforms(rotations, shift))

    def anatomical(self) -> Floats:
        """Return positions (V, 3) in the anatomical position."""
        return self.pose({})

    def normals(self, positions: Floats) -> Floats:
        """Return smooth unit normals (V, 3) of posed positions."""
        return vertex_normals(positions, self.triangles)


def _part_of(bone: str) -> Part:
    stem, _, side = bone.partition(".")
    sided = {
        "upperarm": "ARM",
        "lowerarm": "ARM",
        "wrist": "HAND",
        "metaca": "HAND",
        "finger": "HAND",
        "upperleg": "LEG",
        "lowerleg": "LEG",
        "foot": "FOOT",
        "toe": "FOOT",
        "eye": "EYE",
    }
    for start, part in sided.items():
        if stem.startswith(start):
            return Part[f"{part}_{'LEFT' if side == 'L' else 'RIGHT'}"]
    if stem in ("head", "jaw"):
        return Part.HEAD
    return Part.NECK if stem.startswith("neck") else Part.TRUNK


def _body(source: Source, name: str) -> tuple[Floats, Skeleton, Floats, Floats]:
    """Return rest vertices, skeleton in the anatomical position, weights, to_zero.

    The rest shape is scaled to its stature; the ground is the lowest skin vertex.
    """
    if name == REFERENCE:
        shapes = [source.shape(recipe) for recipe in RECIPES.values()]
        vertices, heads, tails = (np.mean(rows, axis=0) for rows in zip(*shapes, strict=True))
        stature = float(np.mean(list(STATURE.values())))
    else:
        vertices, heads, tails = source.shape(RECIPES[name])
        stature = STATURE[name]
    ground, top = vertices[:, 1].min(), vertices[:, 1].max()
    scale, lift = stature / (top - ground), np.array([0.0, -ground, 0.0])
    vertices, heads, tails = ((rows + lift) * scale for rows in (vertices, heads, tails))
    rest, weights = with_segments(
        source.bones, source.parents, heads, tails, source.weights, vertices
    )
    to_zero = rest.transforms(anatomical_rotations(rest))
    lowest = skin(vertices, weights, to_zero)[:, 1].min()
    to_zero[:, 1, 3] -= lowest
    return vertices, rest.moved(to_zero), weights, to_zero


@cache
def topology() -> Topology:
    """Return what all figures share."""
    source = load_source()
    vertices, skeleton, weights, to_zero = _body(source, REFERENCE)
    finer, quads = subdivide(source.faces, len(vertices))
    triangles = split(quads)
    canonical = np.asarray(finer @ skin(vertices, weights, to_zero))
    shares = np.zeros((len(vertices), len(Part)))
    for index, bone in enumerate(skeleton.bones):
        shares[:, _part_of(bone)] += weights[:, index]
    return Topology(
        finer=finer,
        triangles=triangles,
        weights=weights,
        mirror=_mirror(source, quads, finer.shape[0]),
        part_weights=np.asarray(finer @ shares),
        canonical=canonical.astype(np.float32),
        canonical_normals=vertex_normals(canonical, triangles).astype(np.float32),
    )


def _mirror(source: Source, quads: Ints, count: int) -> Ints:
    """Return the mirror image of every finer vertex.

    A finer quad joins an old vertex, two edge points and a face point; the mirror images
    of its old neighbours name the mirror image of each.
    """
    old = source.mirror
    faces = {tuple(sorted(face)): k for k, face in enumerate(source.faces.tolist())}
    corners = quads.reshape(-1, 4, 4)
    result = np.full(count, -1, dtype=np.int64)
    result[: len(old)] = old
    for index, face in enumerate(source.faces.tolist()):
        other = faces[tuple(sorted(int(old[v]) for v in face))]
        names = source.faces[other].tolist()
        for k, vertex in enumerate(face):
            place = names.index(int(old[vertex]))
            after = int(old[face[(k + 1) % 4]])
            ahead = names[(place + 1) % 4] == after
            result[corners[index, k, 1]] = corners[other, place, 1 if ahead else 3]
            result[corners[index, k, 2]] = corners[other, place, 2]
    return result


@cache
def load(name: str) -> Figure:
    """Return the figure "female", "male" or "reference" (whose anatomical is canonical).

    Raises KeyError for another name, FileNotFoundError without the source.
    """
    if name not in (*RECIPES, REFERENCE):
        raise KeyError(f"no figure is called {name}: say female, male or reference")
    vertices, skeleton, _, to_zero = _body(load_source(), name)
    return Figure(name, topology(), vertices, to_zero, skeleton)
