"""A standard view reads at once what the map needs, and the rest when it is asked."""

from pathlib import Path

import pytest

from guide.atlas.errors import AtlasError
from guide.atlas.pack import write_pack
from guide.atlas.shapes import DangerShape, MuscleShape, MuscleSpot, Soft, ZoneShape, pack_line
from guide.atlas.standard import DANGERS, StandardShapes, ViewShapes, muscle_record, soft_record
from guide.core.anatomy import FigureName, Place, Side, View

TEMPLE = ZoneShape("head.temple", Side.LEFT, 1, (5, 5), (0, 0, 10, 20))
RING = (pack_line((0, 0, 10, 0, 10, 20)),)
SPOT = MuscleSpot("temporalis", Side.LEFT, 1, False, False, (0, 0, 10, 20))
MUSCLE = MuscleShape("temporalis", Side.LEFT, 1, False, False, RING, (), ())
SOFT = Soft(0, 0, 4, 1, 2, b"\x01\xff")
DANGER = DangerShape("temple", Side.LEFT, RING, (0, 0, 10, 20))
READ = ViewShapes(
    FigureName.MALE, View.LEFT, 40, 80, 1.0, 20, 40, (TEMPLE,), (RING,), (SPOT,), {"chin": (3, 4)}
)


def no_map() -> object:
    raise AssertionError("the zone map was not asked for")


def opened(path: Path) -> StandardShapes:
    return StandardShapes(READ, no_map, path)  # type: ignore[arg-type]


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    shapes = opened(tmp_path / "none.pack")
    assert shapes.zones == {TEMPLE.place: TEMPLE}
    assert shapes.rings(TEMPLE.place) == RING
    assert shapes.rings(Place("sole.arch", Side.LEFT)) == ()
    assert (shapes.muscles, shapes.landmarks) == ((SPOT,), {"chin": (3, 4)})
    for ask in (
        lambda: shapes.muscle("temporalis", Side.LEFT),
        lambda: shapes.soft(TEMPLE.place),
        lambda: shapes.dangers,
    ):
        with pytest.raises(AtlasError, match=r"none\.pack"):
            ask()


def test_records_are_read_once_and_by_side(tmp_path: Path) -> None:
    records = {
        DANGERS: (DANGER,),
        muscle_record("temporalis", Side.LEFT): MUSCLE,
        soft_record(TEMPLE.place): SOFT,
    }
    write_pack(tmp_path / "a.pack", records)
    shapes = opened(tmp_path / "a.pack")
    assert shapes.muscle("temporalis", Side.LEFT) == MUSCLE
    assert shapes.muscle("temporalis", Side.LEFT) is shapes.muscle("temporalis", Side.LEFT)
    assert shapes.muscle("temporalis", Side.RIGHT) is None
    assert shapes.soft(TEMPLE.place) == SOFT
    assert shapes.soft(Place("head.temple", Side.RIGHT)) is None
    assert shapes.dangers == (DANGER,)
