"""The shared mesh: one topology, mirrored exactly, with a coarse one inside it."""

from pathlib import Path

import numpy as np
import pytest

from guide.atlas.surface import mesh
from guide.atlas.surface.mesh import FLIP, Part, Region, Surface


def test_the_mesh_is_symmetric(surface: Surface) -> None:
    mirror = surface.mirror
    assert np.array_equal(mirror[mirror], np.arange(len(mirror)))
    assert np.abs(surface.canonical[mirror] * FLIP - surface.canonical).max() < 1e-4
    left, right = surface.share("ARM_LEFT"), surface.share("ARM_RIGHT")
    assert np.allclose(left[mirror], right)
    assert np.allclose(surface.part_weights.sum(axis=1), 1, atol=1e-5)


def test_the_coarse_mesh_uses_the_same_vertices(surface: Surface) -> None:
    assert 25_000 < len(surface.coarse) < 36_000
    assert len(surface.triangles) > 3.3 * len(surface.coarse)
    skin = surface.coarse[surface.coarse < surface.skin_count]
    assert skin.max() == surface.coarse_count - 1


def test_regions_are_where_they_belong(surface: Surface) -> None:
    head = surface.canonical[surface.regions == Region.HEAD]
    assert head[:, 1].min() > 13
    assert surface.eyes[0, 0] > 0 > surface.eyes[1, 0]
    assert (surface.regions[surface.skin_count :] == Region.KNOT).all()
    assert (surface.parts[surface.regions == Region.EYE_RIGHT] == Part.EYE_RIGHT).all()


def test_normals_point_outward(surface: Surface) -> None:
    crown = int(np.argmax(surface.canonical[: surface.skin_count, 1]))
    assert surface.canonical_normals[crown, 1] > 0.9
    assert np.allclose(np.linalg.norm(surface.canonical_normals, axis=1), 1, atol=1e-2)


def test_positions_come_back_as_they_were_given(surface: Surface) -> None:
    moved = surface.canonical + np.float32(0.3) * surface.canonical_normals
    kept = mesh.encoded(moved, surface.quads, surface.mirror)
    back = mesh.decoded(kept, surface.quads, surface.mirror)
    even = np.abs(moved[surface.mirror] * FLIP - moved).max(axis=1) < 1e-4
    assert even.mean() > 0.9
    assert np.abs(back - moved)[even].max() < 3 * mesh.STEP


def test_lifting_keeps_what_is_linear_nearly_linear(surface: Surface) -> None:
    lifted = mesh.lifted(surface.canonical, surface.quads)
    assert np.linalg.norm(lifted - surface.canonical, axis=1).max() < 0.12
    assert np.array_equal(lifted[: surface.coarse_count], surface.canonical[: surface.coarse_count])


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(mesh.SurfaceError, match=r"mesh\.npz cannot be read"):
        mesh.load_surface(tmp_path)
    (tmp_path / mesh.FILE).write_bytes(b"no archive")
    with pytest.raises(mesh.SurfaceError, match="Install Unknot again"):
        mesh.load_surface(tmp_path)
