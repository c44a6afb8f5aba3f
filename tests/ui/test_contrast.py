"""Contrast is measured as WCAG 2.2 says."""

import pytest

from guide.ui.contrast import contrast


def test_contrast_is_the_published_ratio() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("wrong", ["#12", "white", "#GGGGGG", ""])
def test_a_colour_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"colour|invalid literal"):
        contrast(wrong, "#FFFFFF")
