"""What is painted on a body, sample by sample."""

import numpy as np

from guide.atlas.surface.body import Body
from guide.atlas.surface.camera import looking, turned
from guide.atlas.surface.materials import paint_samples
from guide.atlas.surface.mesh import Surface
from guide.atlas.surface.paint import Material
from guide.atlas.surface.raster import rasterise

FACE = looking((1, 0, 0), (0, 1, 0), (0, 16.0, 0), (2.4, 3.4), 500)
KEY = np.array([-0.48, 0.62, 0.62])


def test_a_face_has_all_its_materials(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, FACE)
    material, shade = paint_samples(surface, female.wear, raster, KEY)
    kinds = set(np.unique(material))
    assert kinds >= {
        Material.SKIN, Material.HAIR, Material.EYE_WHITE, Material.IRIS, Material.PUPIL,
        Material.LIPS, Material.BROW,
    }  # fmt: skip
    assert (shade[material == Material.EYE_WHITE] > 2).any()  # the catchlight
    rows = raster.samples // FACE.width
    order = [np.median(rows[material == kind]) for kind in (2 + 1, Material.BROW, Material.IRIS)]
    assert order == sorted(order)
    assert np.median(rows[material == Material.LIPS]) > order[-1]


def test_a_body_without_garment_shows_none(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, turned(0, 0, 300))
    dressed, _ = paint_samples(surface, female.wear, raster, KEY)
    bare, _ = paint_samples(surface, female.wear, raster, KEY, garment=False)
    assert (dressed == Material.GARMENT).mean() > 0.1
    assert not (bare == Material.GARMENT).any()
    same = dressed != Material.GARMENT
    assert np.array_equal(dressed[same], bare[same])


def test_the_garments_edge_is_exact_where_the_vertices_alone_would_be_rough(
    surface: Surface, female: Body
) -> None:
    chest = looking((1, 0, 0), (0, 1, 0), (0, 13.2, 0), (2.4, 1.2), 300)
    raster = rasterise(female.positions, surface.triangles, chest)
    material, _ = paint_samples(surface, female.wear, raster, KEY)
    cloth = raster.image((material == Material.GARMENT).astype(np.uint8))
    middle = cloth[:, chest.width // 2]
    assert np.abs(np.diff(middle.astype(int))).sum() == 1  # skin above, one border, cloth below


def test_without_wear_there_is_neither_hair_nor_garment(surface: Surface, female: Body) -> None:
    raster = rasterise(female.positions, surface.triangles, turned(180, 0, 300))
    material, _ = paint_samples(surface, None, raster, KEY)
    knot = raster.triangles[raster.triangle, 0] >= surface.skin_count
    assert set(np.unique(material[~knot])) == {Material.SKIN}
