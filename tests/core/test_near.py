"""Zooming in leads to a close-up of the same place on the same side."""

import pytest

from guide.core.anatomy import Place, Side
from guide.core.aspect import Aspect, of_view
from guide.core.near import close_up_of
from guide.core.orientation import CloseUp, View


@pytest.mark.parametrize(
    ("zone", "close_up"),
    [
        ("hand.palm", CloseUp.HAND_PALM),
        ("hand.dorsal", CloseUp.HAND_BACK),
        ("sole.heel", CloseUp.FOOT_SOLE),
        ("toe.great_dorsal", CloseUp.FOOT_TOP),
        ("toe.lesser_plantar", CloseUp.FOOT_SOLE),
        ("ankle.medial", CloseUp.FOOT_INNER),
        ("foot.lateral_border", CloseUp.FOOT_OUTER),
        ("elbow.antecubital", CloseUp.ELBOW_CREASE),
        ("arm.medial", CloseUp.ARMPIT),
    ],
)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_zone_leads_to_its_close_up(zone: str, close_up: CloseUp, side: Side) -> None:
    found = close_up_of(Place(zone, side), of_view(View.FRONT))
    assert found is not None
    assert (found.close_up, found.side) == (close_up, side)


def test_the_head_is_seen_from_where_one_stands() -> None:
    place = Place("head.vertex", Side.LEFT)
    for view, expected in (
        (View.FRONT, (CloseUp.HEAD_FRONT, Side.MIDLINE)),
        (View.BACK, (CloseUp.HEAD_BACK, Side.MIDLINE)),
        (View.RIGHT, (CloseUp.HEAD_SIDE, Side.RIGHT)),
    ):
        found = close_up_of(place, of_view(view))
        assert found is not None
        assert found[2:] == expected


def test_where_the_figure_serves_there_is_no_close_up() -> None:
    assert close_up_of(Place("thigh.anterior_upper", Side.LEFT), Aspect()) is None
