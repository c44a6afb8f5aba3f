"""A figure: one shape of the shared mesh, with its place in every pose.

All figures share one topology, so a point of the skin has the same *canonical* position
on every figure in every pose: its place on the reference figure in the anatomical
position. What is written in canonical coordinates is drawn everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial import KDTree

from guide.atlas.surface.body import Wear, make_wear
from guide.atlas.surface.mesh import Part, Surface, make_surface, split, vertex_normals
from guide.core.orientation import Build, FigureName
from tools.atlas import bun
from tools.atlas.dress import Dress, style_of, tailor
from tools.atlas.mesh import mirrored_vertices, subdivide
from tools.atlas.recipe import RECIPES, STATURE, build_recipe
from tools.atlas.skeleton import Skeleton, skin, with_segments
from tools.atlas.source import Source, load_source
from tools.atlas.stance import WIDER, anatomical_rotations

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

REFERENCE: Final = "reference"


@dataclass(frozen=True)
class Topology:
    """What all figures share: triangles, subdivision, weights and canonical positions."""

    finer: sparse.csr_matrix  # (V, coarse)
    quads: Ints  # (Q, 4) of skin and eyes
    triangles: Ints  # (T, 3)
    weights: Floats  # (coarse, B) of the bones with sub-bones
    skin_count: int  # vertices of skin and eyes; those of the knot of hair follow
    under_knot: Ints  # skin vertices whose mean is the scalp under the knot
    mirror: Ints  # (V,) index of the mirror image
    part_weights: Floats  # (V, len(Part))
    canonical: NDArray[np.float32]  # (V, 3)
    canonical_normals: NDArray[np.float32]  # (V, 3)

    def share(self, *stems: str) -> Floats:
        """Return (V,) the share of all parts whose names begin so ("ARM", "HAND")."""
        columns = [part for part in Part if part.name.startswith(stems)]
        total: Floats = self.part_weights[:, columns].sum(axis=1)
        return total


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
    dress: Dress | None  # hair and garment; the reference figure has none
    own: Floats  # (V, 3) average build, bare, at the reference figure's stature

    @property
    def surface(self) -> Surface:
        """What all bodies share, as the program draws it."""
        return surface()

    @property
    def wear(self) -> Wear | None:
        """Hair and garment, as the program draws them; the reference figure has none."""
        return _wear(self.name) if self.dress else None

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
        bare = np.asarray(self.topology.finer @ skin(self.rest, self.topology.weights, moves))
        head = moves[self.skeleton.bones.index("head"), :3, :3]
        if self.dress is None:
            return np.concatenate([bare, self._folded(bare)])
        scalp = bare[self.topology.under_knot].mean(axis=0)
        knot = scalp + bun.knot(bun.ball().points) @ head.T
        dressed = self.dress.over(bare)
        return np.concatenate([dressed, knot if self.dress.style.bun else self._folded(bare)])

    def _folded(self, bare: Floats) -> Floats:
        eyes = bare[self.parts[: self.topology.skin_count] >= Part.EYE_LEFT].mean(axis=0)
        return np.broadcast_to(eyes, bun.ball().points.shape)

    def share(self, *stems: str) -> Floats:
        """Return (V,) the share of all parts whose names begin so ("ARM", "HAND")."""
        return self.topology.share(*stems)

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
        return np.asarray(vertex_normals(positions, self.triangles), dtype=np.float64)


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


def _body(
    source: Source, name: str, build: Build = Build.AVERAGE
) -> tuple[Floats, Skeleton, Floats, Floats]:
    """Return rest vertices, skeleton in the anatomical position, weights, to_zero.

    The rest shape is scaled to its stature; the ground is the lowest skin vertex.
    """
    if name == REFERENCE:
        shapes = [source.shape(recipe) for recipe in RECIPES.values()]
        vertices, heads, tails = (np.mean(rows, axis=0) for rows in zip(*shapes, strict=True))
        stature = float(np.mean(list(STATURE.values())))
    else:
        vertices, heads, tails = source.shape(build_recipe(FigureName(name), build))
        stature = STATURE[name]
    ground, top = vertices[:, 1].min(), vertices[:, 1].max()
    scale, lift = stature / (top - ground), np.array([0.0, -ground, 0.0])
    vertices, heads, tails = ((rows + lift) * scale for rows in (vertices, heads, tails))
    rest, weights = with_segments(
        source.bones, source.parents, heads, tails, source.weights, vertices
    )
    to_zero = rest.transforms(anatomical_rotations(rest, WIDER[build]))
    lowest = skin(vertices, weights, to_zero)[:, 1].min()
    to_zero[:, 1, 3] -= lowest
    return vertices, rest.moved(to_zero), weights, to_zero


@cache
def topology() -> Topology:
    """Return what all figures share."""
    source, ball = load_source(), bun.ball()
    vertices, skeleton, weights, to_zero = _body(source, REFERENCE)
    finer, quads = subdivide(source.faces, len(vertices))
    skin_triangles, count = split(quads), finer.shape[0]
    canonical = np.asarray(finer @ skin(vertices, weights, to_zero))
    normals = vertex_normals(canonical, skin_triangles)
    shares = np.zeros((len(vertices), len(Part)))
    for index, bone in enumerate(skeleton.bones):
        shares[:, _part_of(bone)] += weights[:, index]
    knot = bun.CENTRE + 0.3 * bun.knot(ball.points)
    scalp = KDTree(canonical).query(knot)[1]
    on_scalp = np.column_stack([knot[:, 0], canonical[scalp, 1:]])  # each half on its own side
    in_head = np.zeros((len(knot), len(Part)))
    in_head[:, Part.HEAD] = 1.0
    under = np.argmin(np.linalg.norm(canonical - bun.CENTRE, axis=1))
    mirror = mirrored_vertices(source.mirror, source.faces, quads, count)
    return Topology(
        finer=finer,
        quads=quads,
        triangles=np.concatenate([skin_triangles, ball.triangles + count]),
        weights=weights,
        skin_count=count,
        under_knot=np.unique([under, mirror[under]]),
        mirror=np.concatenate([mirror, ball.mirror + count]),
        part_weights=np.concatenate([np.asarray(finer @ shares), in_head]),
        canonical=np.concatenate([canonical, on_scalp]).astype(np.float32),
        canonical_normals=np.concatenate([normals, normals[scalp]]).astype(np.float32),
    )


@cache
def surface() -> Surface:
    """Return what all bodies share, as the program draws it."""
    shared = topology()
    side = np.cross(bun.AXIS, [1.0, 0.0, 0.0])
    knot = bun.ball().points @ np.stack([[1.0, 0, 0], side, bun.AXIS]).T
    return make_surface(
        quads=shared.quads,
        knot_triangles=bun.ball().triangles + shared.skin_count,
        mirror=shared.mirror,
        canonical=shared.canonical,
        part_weights=shared.part_weights.astype(np.float32),
        knot=knot.astype(np.float32),
        scalp=shared.canonical_normals[shared.skin_count :],
    )


@cache
def _wear(name: str) -> Wear:
    return make_wear(surface(), FigureName(name), load(name).own.astype(np.float32))


@cache
def load(name: str, build: Build = Build.AVERAGE) -> Figure:
    """Return the figure "female", "male" or "reference" (whose anatomical is canonical).

    Garment and hair lie on the same skin in every build: ``own`` is that of the average one.
    Raises KeyError for another name, FileNotFoundError without the source.
    """
    if name not in (*RECIPES, REFERENCE):
        raise KeyError(f"no figure is called {name}: say female, male or reference")
    vertices, skeleton, _, to_zero = _body(load_source(), name, build)
    if build is not Build.AVERAGE:
        average = load(name)
        return replace(average, rest=vertices, to_zero=to_zero, skeleton=skeleton)
    shared = topology()
    bare = np.asarray(shared.finer @ skin(vertices, shared.weights, to_zero))
    own = bare * (shared.canonical[: shared.skin_count, 1].max() / bare[:, 1].max())
    knot = shared.canonical[shared.skin_count :]
    return Figure(
        name, shared, vertices, to_zero, skeleton, _dress(name), np.concatenate([own, knot])
    )


def _dress(name: str) -> Dress | None:
    style, shared = style_of(name), topology()
    if style is None:
        return None
    shares = (shared.share("HEAD"), shared.share("ARM", "HAND"), shared.share("LEG", "FOOT"))
    count = shared.skin_count
    triangles = shared.triangles[(shared.triangles < count).all(axis=1)]
    canonical = shared.canonical[:count].astype(np.float64)
    head, arms, legs = (share[:count] for share in shares)
    return tailor(style, canonical, triangles, (head, arms, legs))
