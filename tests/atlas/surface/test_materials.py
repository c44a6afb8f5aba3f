"""What is painted on a body, sample by sample."""

import numpy as np

from guide.atlas.surface.body import Body
from guide.atlas.surface.camera import looking, turned
from guide.atlas.surface.materials import Painted, paint_samples
from guide.atlas.surface.mesh import Surface
from guide.atlas.surface.paint import Material
from guide.atlas.surface.raster import rasterise

FACE = looking((1, 0, 0), (0, 1, 0), (0, 16.0, 0), (2.4, 3.4), 500)
KEY = np.array([-0.48, 0.62, 0.62])


def test_a_face_has_all_its_materials(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, FACE)
    painted = paint_samples(surface, female.wear, raster, KEY)
    material, shade = painted.material, painted.shade
    kinds = set(np.unique(material))
    assert kinds >= {
        Material.SKIN, Material.HAIR, Material.EYE_WHITE, Material.IRIS, Material.PUPIL,
        Material.LIPS, Material.BROW,
    }  # fmt: skip
    assert (shade[material == Material.EYE_WHITE] > 2).any()  # the catchlight
    rows = raster.samples // FACE.width
    order = [
        np.median(rows[material == kind]) for kind in (Material.HAIR, Material.BROW, Material.IRIS)
    ]
    assert order == sorted(order)
    assert np.median(rows[material == Material.LIPS]) > order[-1]


def test_a_body_without_garment_shows_none(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, turned(0, 0, 300))
    dressed = paint_samples(surface, female.wear, raster, KEY).material
    bare = paint_samples(surface, female.wear, raster, KEY, garment=False).material
    assert (dressed == Material.GARMENT).mean() > 0.1
    assert not (bare == Material.GARMENT).any()
    same = dressed != Material.GARMENT
    assert np.array_equal(dressed[same], bare[same])


def test_the_garments_edge_is_exact_where_the_vertices_alone_would_be_rough(
    surface: Surface, female: Body
) -> None:
    chest = looking((1, 0, 0), (0, 1, 0), (0, 13.2, 0), (2.4, 1.2), 300)
    raster = rasterise(female.positions, surface.triangles, chest)
    material = paint_samples(surface, female.wear, raster, KEY).material
    cloth = raster.image((material == Material.GARMENT).astype(np.uint8))
    middle = cloth[:, chest.width // 2]
    assert np.abs(np.diff(middle.astype(int))).sum() == 1  # skin above, one border, cloth below


def test_without_wear_there_is_neither_hair_nor_garment(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, turned(180, 0, 300))
    material = paint_samples(surface, None, raster, KEY).material
    knot = raster.triangles[raster.triangle, 0] >= surface.skin_count
    assert set(np.unique(material[~knot])) == {Material.SKIN}


def test_blending_keeps_the_larger_share_as_the_material(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, turned(0, 0, 100))
    painted = Painted(surface, raster)
    painted.blend(np.arange(4), Material.BROW, np.array([0.0, 0.2, 0.8, 1.0]))
    assert painted.material[:4].tolist() == [
        Material.SKIN, Material.SKIN, Material.BROW, Material.BROW,
    ]  # fmt: skip
    assert painted.tint[:4].tolist() == [0, 16 * Material.BROW + 3, 16 * Material.SKIN + 3, 0]


def test_cheeks_are_warm_and_the_forehead_is_not(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, FACE)
    painted = paint_samples(surface, female.wear, raster, KEY)
    points = raster.attribute(surface.canonical)
    cheek = np.hypot(np.abs(points[:, 0]) - 0.5, points[:, 1] - 15.88) < 0.08
    forehead = np.hypot(points[:, 0], points[:, 1] - 16.65) < 0.08
    assert (painted.tint[cheek] // 16 == Material.LIPS).mean() > 0.9
    assert (painted.tint[forehead] > 0).mean() < 0.1
