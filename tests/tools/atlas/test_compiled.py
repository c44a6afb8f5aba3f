"""What is compiled is what is written: the shipped file is made of the files in tools/atlas."""

from pathlib import Path

import numpy as np
import pytest

from guide.atlas.pack import Pack, write_pack
from guide.atlas.surface.fields import FILE, Anatomy, DrawingRecord
from tools.atlas import compiled
from tools.atlas.danger import danger_ids
from tools.atlas.figure import topology
from tools.atlas.muscles import load_muscle, muscle_ids
from tools.atlas.source import ASSETS
from tools.atlas.zones import zone_ids

SHIPPED = ASSETS / "surface"


def test_a_muscle_comes_back_from_its_record_as_it_was_drawn(tmp_path: Path) -> None:
    skin, names = compiled.whole_skin(), ("infraspinatus", "biceps_brachii")
    write_pack(tmp_path / FILE, compiled.drawn(names, ()))
    anatomy = Anatomy(tmp_path)
    for name in names:
        drawn, read = load_muscle(name), anatomy.muscle(name)
        for patch, twin in zip(drawn.patches, read.patches, strict=True):
            assert np.allclose(patch.inside(skin), twin.inside(skin), atol=1e-3)
            assert np.allclose(patch.across(skin), twin.across(skin), atol=2e-3)
        known = anatomy.muscles[name]
        inside = skin.points[drawn.inside(skin) > 0]
        assert (inside >= known.low).all()
        assert (inside <= known.high).all()


def test_the_grid_of_zones_is_the_zones() -> None:
    shared, anatomy = topology(), Anatomy(SHIPPED)
    random = np.random.default_rng(4)
    rows = random.choice(len(shared.triangles), 20000, replace=False)
    weights = random.dirichlet((1, 1, 1), len(rows))
    corners = shared.triangles[rows]
    points = np.einsum("nk,nkc->nc", weights, shared.canonical[corners].astype(float))
    normals = np.einsum("nk,nkc->nc", weights, shared.canonical_normals[corners].astype(float))
    found = anatomy.zones_at(rows, weights.astype(np.float32))
    assert (found != zone_ids(points, normals)).mean() < 0.004


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_what_is_shipped_is_up_to_date(tmp_path: Path) -> None:
    compiled.build(tmp_path)
    made, shipped = Pack(tmp_path / "surface" / "anatomy.pack"), Pack(SHIPPED / "anatomy.pack")
    assert made.names() == shipped.names()
    old = [
        name
        for name in (*(f"muscle/{m}" for m in muscle_ids()), *(f"danger/{d}" for d in danger_ids()))
        if made.read(name, DrawingRecord) != shipped.read(name, DrawingRecord)
    ]
    assert not old, f"build the anatomy again: {old}"
