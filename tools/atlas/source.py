"""The reduced source of the figures: base mesh, shape targets and rig, all CC0."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

ASSETS: Final = Path(__file__).resolve().parents[2] / "assets" / "atlas"
SOURCE_DIR: Final = ASSETS / "source"
SOURCE_FILE: Final = SOURCE_DIR / "figure.npz"


@dataclass(frozen=True)
class Source:
    """Base mesh and rig shared by all figures; mirror-symmetric exactly.

    ``rows`` holds V mesh vertices, then the heads of B bones, then their tails: joints
    move with the shape as vertices do.
    """

    rows: NDArray[np.float32]
    faces: NDArray[np.int64]  # (F, 4) quads, skin first
    skin_faces: int
    mirror: NDArray[np.int64]  # (V,)
    bones: tuple[str, ...]
    parents: NDArray[np.int64]  # (B,), -1 for the root
    weights: NDArray[np.float64]  # (V, B)
    targets: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]]

    def shape(
        self, recipe: dict[str, float]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return vertices (V, 3), bone heads (B, 3) and tails (B, 3) of a weighted sum."""
        rows = self.rows.astype(np.float64)
        for name, weight in recipe.items():
            touched, moved = self.targets[name]
            rows[touched] += weight * moved
        count, bones = len(self.mirror), len(self.bones)
        heads, tails = rows[count : count + bones], rows[count + bones :]
        return rows[:count], self._even(heads), self._even(tails)

    def _even(self, joints: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return joints made exactly symmetric: the rig names single vertices for some."""
        swap = {".L": ".R", ".R": ".L"}
        other = [
            self.bones.index(name[:-2] + swap[name[-2:]] if name[-2:] in swap else name)
            for name in self.bones
        ]
        even: NDArray[np.float64] = (joints + joints[other] * [-1.0, 1.0, 1.0]) / 2
        return even


@cache
def load_source() -> Source:
    """Read the committed source.

    Raises FileNotFoundError, with what to do, when it is absent.
    """
    if not SOURCE_FILE.exists():
        raise FileNotFoundError(f"{SOURCE_FILE} is missing: run python -m tools.atlas.fetch_source")
    with np.load(SOURCE_FILE, allow_pickle=False) as arrays:
        mirror = arrays["mirror"].astype(np.int64)
        bones = tuple(str(name) for name in arrays["bones"])
        table = sparse.coo_matrix(
            (arrays["weights"], (arrays["weight_rows"], arrays["weight_bones"])),
            shape=(len(mirror), len(bones)),
        )
        weights = table.toarray().astype(np.float64)
        targets = {
            key.removeprefix("target:"): (
                arrays[key.replace("target:", "target_rows:")].astype(np.int64),
                arrays[key],
            )
            for key in arrays.files
            if key.startswith("target:")
        }
        return Source(
            rows=arrays["vertices"],
            faces=arrays["faces"].astype(np.int64),
            skin_faces=int(arrays["eye_faces"][0]),
            mirror=mirror,
            bones=bones,
            parents=arrays["parents"].astype(np.int64),
            weights=weights / weights.sum(axis=1, keepdims=True),
            targets=targets,
        )
