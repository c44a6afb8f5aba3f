"""The contrast of two colours after WCAG 2.2 (relative luminance, section 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of two colours "#RRGGBB", in either order.

    Raises ValueError for anything else.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"{colour!r} is no colour: write #RRGGBB")
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
