"""Lines survive their packing, and what cannot be packed is refused."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.atlas.shapes import line_values, pack_line


@given(st.lists(st.floats(0, 8191)))
def test_packed_numbers_come_back(numbers: list[float]) -> None:
    assert line_values(pack_line(numbers)) == pytest.approx(tuple(numbers), abs=1 / 16)
    assert len(pack_line(numbers)) == 2 * len(numbers)


@pytest.mark.parametrize("number", [-1, 8192])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(struct.error):
        pack_line([number])


def test_half_a_number_is_refused() -> None:
    with pytest.raises(struct.error):
        line_values(b"abc")
