"""The library finds pictures, reads shapes once and answers what lies under a point."""

import zlib
from pathlib import Path

import msgspec
import pytest

from guide.atlas.library import AtlasError, Library
from guide.atlas.pack import write_pack
from guide.atlas.shapes import MuscleShape, MuscleSpot, Soft, ZoneShape, line_values, pack_line
from guide.atlas.standard import DANGERS, StandardShapes, ViewShapes
from guide.core.anatomy import FigureName, Place, Side, View
from guide.resources import asset_root

TEMPLE = ZoneShape("head.temple", Side.RIGHT, 1, (5, 5), (0, 0, 10, 20))
RING = (pack_line((0, 0, 10, 0, 10, 20)),)
SPOT = MuscleSpot("temporalis", Side.RIGHT, 1, False, False, (0, 0, 10, 20))
SHAPES = ViewShapes(
    FigureName.MALE, View.FRONT, 40, 80, 1.0, 20, 40, (TEMPLE,), (RING,), (SPOT,), {"chin": (3, 4)}
)
MUSCLE = MuscleShape("temporalis", Side.RIGHT, 1, False, False, RING, (), ())
SOFT = Soft(0, 0, 4, 2, 1, b"\x01\xff")


def write_atlas(root: Path, numbers: bytes) -> Library:
    folder = root / "atlas" / "male"
    folder.mkdir(parents=True)
    (folder / "front.shapes.json").write_bytes(msgspec.json.encode(SHAPES))
    (folder / "front.zones.z").write_bytes(zlib.compress(numbers))
    records = {DANGERS: (), "muscle/temporalis/right": MUSCLE, "soft/head.temple/right": SOFT}
    write_pack(folder / "front.pack", records)
    return Library(root)


def test_a_point_answers_the_place_drawn_there(tmp_path: Path) -> None:
    numbers = bytearray(20 * 40)
    numbers[3 * 20 + 2] = 1
    zone_map = write_atlas(tmp_path, bytes(numbers)).zone_map(FigureName.MALE, View.FRONT)
    assert zone_map.at(4.5, 7.9) == Place("head.temple", Side.RIGHT)
    assert zone_map.at(6.5, 7.9) is None


@pytest.mark.parametrize(("x", "y"), [(-1, 0), (0, -1), (40, 0), (0, 80), (1e9, 1e9)])
def test_a_point_outside_the_picture_is_no_place(tmp_path: Path, x: float, y: float) -> None:
    zone_map = write_atlas(tmp_path, bytes([1]) * 800).zone_map(FigureName.MALE, View.FRONT)
    assert zone_map.at(x, y) is None


def test_shapes_come_back_as_they_were_written(tmp_path: Path) -> None:
    shapes = write_atlas(tmp_path, bytes([1]) * 800).shapes(FigureName.MALE, View.FRONT)
    assert isinstance(shapes, StandardShapes)
    assert shapes.read == SHAPES
    assert shapes.at(1, 1) == TEMPLE.place
    assert shapes.muscle("temporalis", Side.RIGHT) == MUSCLE
    assert shapes.soft(TEMPLE.place) == SOFT


def test_a_zone_map_of_the_wrong_size_is_refused_by_name(tmp_path: Path) -> None:
    library = write_atlas(tmp_path, bytes(799))
    with pytest.raises(AtlasError, match="male/front has 799 bytes instead of 800"):
        library.zone_map(FigureName.MALE, View.FRONT)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    library = write_atlas(tmp_path, bytes(800))
    (tmp_path / "atlas" / "male" / "front.zones.z").write_bytes(b"no zlib")
    with pytest.raises(AtlasError, match=r"front\.zones\.z cannot be read"):
        library.zone_map(FigureName.MALE, View.FRONT)
    (tmp_path / "atlas" / "male" / "front.shapes.json").write_bytes(b'{"figure": "male"}')
    with pytest.raises(AtlasError, match=r"front\.shapes\.json cannot be read"):
        Library(tmp_path).shapes(FigureName.MALE, View.FRONT)


def test_pictures_are_named_by_view_and_size(tmp_path: Path) -> None:
    paths = Library(tmp_path).picture(FigureName.FEMALE, View.BACK, large=False)
    assert paths.shade == tmp_path / "atlas" / "female" / "back.shade-small.webp"
    assert paths.material == tmp_path / "atlas" / "female" / "back.material-small.png"
    assert paths.edge == tmp_path / "atlas" / "female" / "back.edge-small.png"


def test_frames_of_a_pose_come_in_order_with_their_materials(tmp_path: Path) -> None:
    folder = tmp_path / "poses" / "female" / "chin_tuck"
    folder.mkdir(parents=True)
    for number in ("01", "00"):
        (folder / f"{number}.shade.webp").touch()
    frames = Library(tmp_path).frames(FigureName.FEMALE, "chin_tuck")
    assert [frame.shade.name for frame in frames] == ["00.shade.webp", "01.shade.webp"]
    assert frames[1].material == folder / "01.material.png"
    assert frames[1].edge == folder / "01.edge.png"


def test_a_pose_without_pictures_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="pose 'split' for the male figure"):
        Library(tmp_path).frames(FigureName.MALE, "split")


@pytest.mark.parametrize("figure", FigureName)
@pytest.mark.parametrize("view", View)
def test_the_framing_of_the_shipped_figure_fits_its_shapes(figure: FigureName, view: View) -> None:
    library = Library(asset_root())
    framing, shapes = library.framing(figure, view), library.shapes(figure, view)
    assert (framing.width, framing.height) == (shapes.width, shapes.height)
    left, top, wide, high = framing.box
    lines = [line_values(ring) for place in shapes.zones for ring in shapes.rings(place)]
    xs, ys = [x for line in lines for x in line[::2]], [y for line in lines for y in line[1::2]]
    assert (min(xs), max(xs)) == (pytest.approx(left, abs=1), pytest.approx(left + wide, abs=1))
    assert (min(ys), max(ys)) == (pytest.approx(top, abs=1), pytest.approx(top + high, abs=1))


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"front": [1, 2]}', '{"front": 7}'])
def test_a_damaged_framing_is_named(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "atlas" / "male"
    folder.mkdir(parents=True)
    (folder / "framing.json").write_text(content, encoding="utf-8")
    with pytest.raises(AtlasError, match=r"framing\.json cannot be read"):
        Library(tmp_path).framing(FigureName.MALE, View.FRONT)
