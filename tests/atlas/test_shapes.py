"""Numbers of a stipple survive their packing, and what cannot be packed is refused."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.atlas.shapes import packed, unpacked


@given(st.lists(st.integers(0, 65535)))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    assert unpacked(packed(numbers)) == tuple(numbers)
    assert len(packed(numbers)) == 2 * len(numbers)


@pytest.mark.parametrize("number", [-1, 65536])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(struct.error):
        packed([number])


def test_half_a_number_is_refused() -> None:
    with pytest.raises(struct.error):
        unpacked(b"abc")
