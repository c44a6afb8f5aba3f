"""Smooth value noise from a hashed lattice: the same everywhere, no random state."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def _hash(cell: NDArray[np.int64], seed: int) -> Floats:
    """Return a number in 0..1 for every lattice cell (N, K)."""
    mixed = np.full(len(cell), seed * 0x9E3779B1 & 0xFFFFFFFF, dtype=np.uint64)
    for k, prime in zip(range(cell.shape[1]), (0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F), strict=False):
        mixed = (mixed ^ (cell[:, k].astype(np.uint64) * np.uint64(prime))) & np.uint64(0xFFFFFFFF)
        mixed = (mixed * np.uint64(0x2C1B3C6D)) & np.uint64(0xFFFFFFFF)
        mixed ^= mixed >> np.uint64(15)
    return (mixed & np.uint64(0xFFFF)).astype(np.float64) / 65535.0


def noise(points: NDArray[np.floating], seed: int = 1) -> Floats:
    """Return smooth noise in -1..1 at points (N, K), K up to 3, one cell a unit."""
    table = np.asarray(points, dtype=np.float64)
    low = np.floor(table).astype(np.int64)
    part = table - low
    part = part * part * (3 - 2 * part)
    total = np.zeros(len(table))
    for corner in range(2 ** table.shape[1]):
        step = np.array([corner >> k & 1 for k in range(table.shape[1])])
        weight = np.prod(np.where(step == 1, part, 1 - part), axis=1)
        total += weight * _hash(low + step, seed)
    return 2 * total - 1
