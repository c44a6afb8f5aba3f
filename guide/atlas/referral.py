"""How strongly a pattern of referred pain shows at a point of the skin.

The soft forms of the zones that a pattern names (`guide.atlas.shapes.Soft`) are added up, and
the sum is read through `STRENGTH`: nothing where a form has faded, all well inside.
"""

from typing import Final

SPILLOVER: Final = 0.4
"""Intensity of a spillover zone's form, that of a main zone being 1."""
_FROM, _TO = 0.3, 0.8  # sums of forms between which intensity rises


def strength(form: float) -> float:
    """The intensity 0..1 where the forms add up to ``form``: a smooth step."""
    share = min(max((form - _FROM) / (_TO - _FROM), 0.0), 1.0)
    return share * share * (3 - 2 * share)


STRENGTH: Final = bytes(round(255 * strength(value / 255)) for value in range(256))
"""`strength` for the bytes that forms are kept in."""
