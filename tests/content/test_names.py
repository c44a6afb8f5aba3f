"""Slugs of labels."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content import slug
from guide.content.names import is_id


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("TrP1", "trp1"),
        ("TrP2-3", "trp2_3"),
        ("Angle of neck", "angle_of_neck"),
        ("Any level (T4-T5 common)", "any_level_t4_t5_common"),
        ("  L5-S1 ", "l5_s1"),
    ],
)
def test_a_label_becomes_its_slug(label: str, expected: str) -> None:
    assert slug(label) == expected


@given(st.text())
def test_a_slug_is_its_own_slug(label: str) -> None:
    made = slug(label)
    assert re.fullmatch(r"([a-z0-9]+(_[a-z0-9]+)*)?", made)
    assert slug(made) == made


@pytest.mark.parametrize("text", ["tilt", "t4_t5", "physio-tilt"])
def test_an_id_is_small_letters_with_a_pack_before_it_perhaps(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "Tilt", "a-b-c", "-a", "a-", "a b", "a.b", "../a"])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)
