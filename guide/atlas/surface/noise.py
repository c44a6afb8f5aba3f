"""Smooth value noise from a hashed lattice: the same everywhere, no random state."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
_PRIMES = (0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)


def _hash(cell: NDArray[np.uint32], seed: int) -> NDArray[np.float32]:
    """Return a number in 0..1 for every lattice cell (N, K); arithmetic wraps at 32 bits."""
    mixed = np.full(len(cell), seed * 0x9E3779B1 & 0xFFFFFFFF, dtype=np.uint32)
    for k in range(cell.shape[1]):
        mixed ^= cell[:, k] * np.uint32(_PRIMES[k])
        mixed *= np.uint32(0x2C1B3C6D)
        mixed ^= mixed >> np.uint32(15)
    return (mixed & np.uint32(0xFFFF)).astype(np.float32) / np.float32(65535)


def noise(points: Floats, seed: int = 1) -> NDArray[np.float32]:
    """Return smooth noise in -1..1 at points (N, K), K up to 3, one cell a unit."""
    low = np.floor(points)
    part = np.asarray(points - low, dtype=np.float32)
    part = part * part * (3 - 2 * part)
    cell = low.astype(np.int64).astype(np.uint32)
    total = np.zeros(len(points), dtype=np.float32)
    for corner in range(2 ** part.shape[1]):
        step = [corner >> k & 1 for k in range(part.shape[1])]
        weight = np.ones(len(points), dtype=np.float32)
        for k, up in enumerate(step):
            weight *= part[:, k] if up else 1 - part[:, k]
        total += weight * _hash(cell + np.array(step, dtype=np.uint32), seed)
    return 2 * total - 1
