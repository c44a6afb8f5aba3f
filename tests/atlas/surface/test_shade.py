"""The light: where it comes from, and what it makes of a surface."""

import numpy as np
import pytest

from guide.atlas.surface.camera import turned
from guide.atlas.surface.shade import Lit, axes, gloss, grey, lamps_for

FRONT = turned(0)


def columns(normal: tuple[float, float, float], sky: float = 1, key: float = 1) -> np.ndarray:
    one = np.ones((1,))
    return Lit(np.array([normal]), sky * one, key * one, 0 * one).table()


def test_what_faces_the_key_is_brighter_than_what_lies_in_its_shadow() -> None:
    lamps = lamps_for(FRONT)
    toward = tuple(axes(FRONT, lamps.key))
    bright = grey(FRONT, columns(toward), lamps)[0]
    shadowed = grey(FRONT, columns(toward, key=0), lamps)[0]
    away = grey(FRONT, columns(tuple(-np.array(toward)), sky=0.3), lamps)[0]
    assert bright > shadowed > away > 0


def test_normals_need_not_be_unit_vectors() -> None:
    lamps = lamps_for(FRONT)
    assert grey(FRONT, columns((0, 0, 3)), lamps) == pytest.approx(
        grey(FRONT, columns((0, 0, 1)), lamps)
    )


def test_the_profiles_are_lit_from_ahead_and_alike() -> None:
    left, right = lamps_for(turned(90)), lamps_for(turned(270))
    assert left.key[0] < 0 < right.key[0]
    assert left.key[0] == pytest.approx(-right.key[0])
    assert left.key[1:] == pytest.approx(right.key[1:])


def test_light_moves_smoothly_while_the_figure_turns() -> None:
    keys = np.array([lamps_for(turned(angle)).key for angle in range(0, 361, 3)])
    assert np.abs(np.diff(keys, axis=0)).max() < 0.06
    assert np.allclose(keys[0], keys[-1])


def test_gloss_is_where_the_light_is_mirrored() -> None:
    lamps = lamps_for(FRONT)
    half = axes(FRONT, lamps.key) + FRONT.toward
    mirror = tuple(half / np.linalg.norm(half))
    assert gloss(FRONT, columns(mirror), lamps, 14)[0] == pytest.approx(1, abs=1e-3)
    assert gloss(FRONT, columns((1, 0, 0)), lamps, 14)[0] < 0.1
