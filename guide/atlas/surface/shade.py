"""The grey of every sample from the light that reaches the vertices of a posed body."""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from guide.atlas.surface.camera import Camera, unit

Floats = NDArray[np.floating]
Vector = tuple[float, float, float]

KEY_SPREAD: Final = 24.0
"""Half the width of the key light in degrees: how soft its shadows are."""
_SOFT: Final = 0.22
_TOWARD_FACE: Final = 0.90
"""How far the key moves over when the figure's right side is seen: it lights the face."""


class Lamps(msgspec.Struct, frozen=True):
    """A rig of lights in the frame of a view: (right, up, toward the viewer)."""

    key: Vector = (-0.48, 0.62, 0.62)
    fill: Vector = (0.75, 0.05, 0.55)


def lamps_for(camera: Camera) -> Lamps:
    """Return the lights of a view: from above left, but from ahead when a side is seen.

    They depend smoothly on the camera, so that nothing jumps while the figure turns.
    """
    side = float(camera.toward[0])
    right, left = max(0.0, -side) ** 2, max(0.0, side) ** 2
    return Lamps(
        key=(-0.48 + _TOWARD_FACE * right + 0.06 * left, 0.62, 0.62 + 0.04 * (right + left)),
        fill=(0.75 - 1.5 * right, 0.05, 0.55),
    )


class Lit(msgspec.Struct, frozen=True, eq=False):
    """Vertex light of one pose from one view: what the shading interpolates; V vertices."""

    normals: Floats  # (V, 3)
    sky: Floats  # (V,) light from a bright sky and a dimmer ground, 0 to about 1
    key: Floats  # (V,) share of the key light that arrives
    bend: Floats  # (V,) -1 (ridge) to 1 (groove)

    def table(self) -> NDArray[np.float32]:
        """Return the columns (V, 6) to interpolate: normal, sky, key, bend."""
        columns = np.column_stack([self.normals, self.sky, self.key, self.bend])
        return columns.astype(np.float32)


def axes(camera: Camera, vector: Vector) -> NDArray[np.float64]:
    """Return a direction given as right, up, toward the viewer in body axes."""
    return unit(camera.right * vector[0] + camera.up * vector[1] + camera.toward * vector[2])


def grey(camera: Camera, columns: NDArray[np.float32], lamps: Lamps) -> NDArray[np.float32]:
    """Return the shade (N,) of samples, 0 to 1, for multiplying with a colour.

    ``columns`` (N, 6) is the table of a `Lit` at them; its normals are made unit vectors.
    """
    normals = columns[:, :3]
    normals /= np.maximum(np.sqrt(np.einsum("nc,nc->n", normals, normals)), 1e-6)[:, None]
    lights = np.stack([axes(camera, lamps.key), axes(camera, lamps.fill), camera.toward], axis=1)
    facing = normals @ lights.astype(np.float32)
    sky, key_share, bend = columns[:, 3], columns[:, 4], columns[:, 5]
    key = np.clip((facing[:, 0] + np.float32(_SOFT)) * np.float32(1 / (1 + _SOFT)), 0, 1)
    light = np.float32(0.74) * key ** np.float32(1.15) * key_share
    light += np.float32(0.36) * sky
    light += np.float32(0.09) * np.clip(facing[:, 1], 0, 1) * np.sqrt(sky)
    rim = 1 - np.clip(facing[:, 2], 0, 1)
    light += np.float32(0.12) * rim * rim * rim * sky
    light *= 1 - np.float32(0.30) * np.clip(bend, 0, 1) - np.float32(0.08) * np.clip(bend, -1, 0)
    return np.clip(light, 0, None) ** np.float32(0.60)


def gloss(
    camera: Camera, columns: NDArray[np.float32], lamps: Lamps, power: float
) -> NDArray[np.float32]:
    """Return the highlight (N,) of a shiny skin such as hair, 0 to 1; normals are unit."""
    half = unit(axes(camera, lamps.key) + camera.toward).astype(np.float32)
    facing = np.clip(columns[:, :3] @ half, 0, 1)
    return facing ** np.float32(power) * columns[:, 4]
