"""The builder's file is read part by part, and damage is told."""

from pathlib import Path

import numpy as np
import pytest

from guide.atlas.errors import AtlasError
from guide.atlas.pack import write_pack
from guide.atlas.surface.fields import FILE, GRID, Anatomy, ZonesRecord, load_anatomy
from tests.atlas.surface.sheet_of_skin import LEFT, RIGHT, anatomy, records, sheet


def test_a_crossed_triangle_is_decided_by_its_cells(tmp_path: Path) -> None:
    made = records()
    cells = np.ones((GRID, GRID), dtype=np.uint8)
    cells[:, GRID // 2 :] = 2  # beyond the middle towards the second corner
    zones = made["zones"]
    assert isinstance(zones, ZonesRecord)
    made["zones"] = ZonesRecord(zones.triangles, cells.tobytes())
    write_pack(tmp_path / FILE, made)
    weights = np.array([(0.9, 0.05, 0.05), (0.3, 0.65, 0.05), (0, 1, 0), (0, 0, 1)], np.float32)
    found = Anatomy(tmp_path).zones_at(np.zeros(4, np.int64), weights)
    assert found.tolist() == [1, 2, 2, 1]


def test_a_soft_form_of_the_left_is_the_mirror_image(tmp_path: Path) -> None:
    mesh, read = sheet(), anatomy(tmp_path)
    right, left = (read.soft_over(place, mesh.mirror) for place in (RIGHT, LEFT))
    assert right.max() == pytest.approx(200 / 255)
    assert np.array_equal(right[mesh.mirror], left)
    assert not np.array_equal(right, left)


def test_it_is_read_once(tmp_path: Path) -> None:
    anatomy(tmp_path)
    assert load_anatomy(tmp_path) is load_anatomy(tmp_path)
    assert load_anatomy(tmp_path).muscle("pectoralis_major") is load_anatomy(tmp_path).muscle(
        "pectoralis_major"
    )


def test_zones_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    made = records()
    made["zones"] = ZonesRecord(bytes([0, 1]), b"too short")
    write_pack(tmp_path / FILE, made)
    with pytest.raises(AtlasError, match="zones of the figure's surface are damaged"):
        Anatomy(tmp_path).zones_at(np.zeros(1, np.int64), np.ones((1, 3), np.float32))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=FILE):
        Anatomy(tmp_path)
