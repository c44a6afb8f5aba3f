"""Joints, bones and linear-blend skinning, with the twist of a limb spread along it.

A *joint* has a plain name ("elbow.R") and turns one bone, or several by shares (the
neck). Long limb segments are cut into sub-bones, so that a spin about the segment's
axis grows evenly from its near to its far end instead of wringing the skin.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import unit
from tools.atlas.rotation import fraction, twist_about

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEGMENTS: Final = {"upperarm": 6, "lowerarm": 7, "upperleg": 5, "lowerleg": 3}
"""Limb segment to number of sub-bones; the rig cuts each of them in two (01 and 02)."""

_FINGERS: Final = {"thumb": 1, "index": 2, "middle": 3, "ring": 4, "little": 5}
_MIDLINE: Final[dict[str, tuple[str, ...]]] = {
    "body": ("root",),
    "lumbar": ("spine05", "spine04", "spine03"),
    "thorax": ("spine02", "spine01"),
    "neck": ("neck01", "neck02", "neck03"),
    "head": ("head",),
    "jaw": ("jaw",),
}
_SIDED: Final[dict[str, tuple[str, ...]]] = {
    "scapula": ("clavicle",),
    "shoulder": ("upperarm",),
    "elbow": ("lowerarm",),
    "forearm": ("lowerarm",),
    "wrist": ("wrist",),
    "hip": ("upperleg",),
    "knee": ("lowerleg",),
    "ankle": ("foot",),
    "eye": ("eye",),
    "toes": tuple(f"toe{k}-1" for k in range(1, 6)),
} | {f"{finger}-{k}": (f"finger{n}-{k}",) for finger, n in _FINGERS.items() for k in (1, 2, 3)}
TOGETHER: Final = frozenset({"toes"})
"""Joints whose bones each take the whole turn; elsewhere several bones share it."""


def _joints() -> dict[str, tuple[str, ...]]:
    sided = {
        f"{joint}.{side}": tuple(f"{bone}.{side}" for bone in bones)
        for joint, bones in _SIDED.items()
        for side in "LR"
    }
    return _MIDLINE | sided


JOINTS: Final = _joints()
"""Joint name to the bones it turns."""


@dataclass(frozen=True)
class Skeleton:
    """Bones in one position of the body. Parents come before their children."""

    bones: tuple[str, ...]
    parents: Ints  # (B,), -1 for the root
    heads: Floats  # (B, 3)
    tails: Floats  # (B, 3)
    shares: Floats  # (B,), part of its segment's spin that a sub-bone takes

    def head(self, bone: str) -> Floats:
        """Return where a bone begins: the centre its joint turns about."""
        return self.heads[self.bones.index(bone)]

    def tail(self, bone: str) -> Floats:
        """Return where a bone ends."""
        return self.tails[self.bones.index(bone)]

    def moved(self, transforms: Floats) -> "Skeleton":
        """Return the skeleton after rigid transforms (B, 4, 4) of its bones."""
        return replace(
            self, heads=apply(transforms, self.heads), tails=apply(transforms, self.tails)
        )

    def transforms(self, rotations: Mapping[str, Floats], shift: Floats | None = None) -> Floats:
        """Return rigid transforms (B, 4, 4) for joint rotations about this position.

        A rotation is written in body axes as they are in this position and is carried
        along by the joints nearer the root. Raises KeyError for an unknown joint.
        """
        turns = self._turns(rotations)
        result = np.zeros((len(self.bones), 4, 4))
        for index, parent in enumerate(self.parents):
            local = turning(turns.get(index, np.eye(3)), self.heads[index])
            result[index] = result[parent] @ local if parent >= 0 else local
        if shift is not None:
            result[:, :3, 3] += shift
        return result

    def _turns(self, rotations: Mapping[str, Floats]) -> dict[int, Floats]:
        turns: dict[int, Floats] = {}
        unknown = sorted(set(rotations) - set(JOINTS))
        if unknown:
            raise KeyError(f"no joint is called {unknown[0]}; the joints are {', '.join(JOINTS)}")
        for joint in (name for name in JOINTS if name in rotations):
            bones = JOINTS[joint]
            part = rotations[joint]
            if len(bones) > 1 and joint not in TOGETHER:
                part = fraction(part, 1 / len(bones))
            for bone in bones:
                stem, _, side = bone.partition(".")
                if stem in SEGMENTS:
                    self._turn_segment(turns, joint, stem, side, part)
                else:
                    index = self.bones.index(bone)
                    turns[index] = turns.get(index, np.eye(3)) @ part
        return turns

    def _turn_segment(
        self, turns: dict[int, Floats], joint: str, stem: str, side: str, rotation: Floats
    ) -> None:
        """Turn the sub-bones: each has the segment's parent as its own and takes all the swing."""
        first = self.bones.index(f"{stem}-0.{side}")
        last = first + SEGMENTS[stem] - 1
        twist = twist_about(rotation, unit(self.tails[last] - self.heads[first]))
        swing = rotation @ twist.T
        spread = joint.startswith(("shoulder", "hip", "forearm"))
        for index in range(first, last + 1):
            share = float(self.shares[index]) if spread else 1.0
            own = swing @ fraction(twist, share)
            turns[index] = turns.get(index, np.eye(3)) @ own


def turning(rotation: Floats, centre: Floats) -> Floats:
    """Return the rigid transform (4, 4) that rotates about a centre."""
    matrix = np.eye(4)
    matrix[:3, :3] = rotation
    matrix[:3, 3] = centre - rotation @ centre
    return matrix


def apply(transforms: Floats, points: Floats) -> Floats:
    """Return points (N, 3), each moved by its own transform (N, 4, 4)."""
    return np.einsum("nij,nj->ni", transforms[:, :3, :3], points) + transforms[:, :3, 3]


def skin(positions: Floats, weights: Floats, transforms: Floats) -> Floats:
    """Return linear-blend skinned positions (V, 3) for weights (V, B)."""
    blended = np.tensordot(weights, transforms[:, :3, :], axes=(1, 0))
    return np.einsum("vij,vj->vi", blended[:, :, :3], positions) + blended[:, :, 3]


def with_segments(
    bones: tuple[str, ...],
    parents: Ints,
    heads: Floats,
    tails: Floats,
    weights: Floats,
    positions: Floats,
) -> tuple[Skeleton, Floats]:
    """Return the skeleton and weights after cutting the limb segments into sub-bones.

    All sub-bones of a segment hang on the bone before the segment and begin at its joint;
    what followed the segment hangs on its last sub-bone.
    """
    order: list[tuple[str, str, Floats, Floats, float]] = []
    columns: list[Floats] = []
    renamed: dict[str, str] = {}
    for index, bone in enumerate(bones):
        stem, _, side = bone.partition(".")
        name, number = stem[:-2], stem[-2:]
        above = bones[parents[index]] if parents[index] >= 0 else ""
        above = renamed.get(above, above)
        if name not in SEGMENTS:
            order.append((bone, above, heads[index], tails[index], 1.0))
            columns.append(weights[:, index])
        elif number == "01":
            far = bones.index(f"{name}02.{side}")
            count = SEGMENTS[name]
            renamed[bone] = renamed[bones[far]] = f"{name}-{count - 1}.{side}"
            line = tails[far] - heads[index]
            along = (positions - heads[index]) @ line / (line @ line) * (count - 1)
            whole = weights[:, index] + weights[:, far]
            for k in range(count):
                hat = np.clip(1 - np.abs(np.clip(along, 0, count - 1) - k), 0, 1)
                share = k / (count - 1)
                order.append((f"{name}-{k}.{side}", above, heads[index], tails[far], share))
                columns.append(whole * hat)
    names = tuple(row[0] for row in order)
    skeleton = Skeleton(
        bones=names,
        parents=np.array([names.index(row[1]) if row[1] else -1 for row in order]),
        heads=np.array([row[2] for row in order]),
        tails=np.array([row[3] for row in order]),
        shares=np.array([row[4] for row in order]),
    )
    return skeleton, np.stack(columns, axis=1)
