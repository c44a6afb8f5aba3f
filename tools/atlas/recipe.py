"""The figures as weighted sums of shape targets over one base mesh."""

from typing import Final

_FACE: Final = {
    "mouth/mouth-angles-up": 0.40,
    "expression/units/caucasian/eye-left-opened-up": 0.25,
    "expression/units/caucasian/eye-right-opened-up": 0.25,
}

_FEMALE: Final = {
    **_FACE,
    "macrodetails/african-female-young": 1 / 3,
    "macrodetails/asian-female-young": 1 / 3,
    "macrodetails/caucasian-female-young": 1 / 3,
    "macrodetails/universal-female-young-averagemuscle-averageweight": 0.55,
    "macrodetails/universal-female-young-maxmuscle-averageweight": 0.45,
    "macrodetails/proportions/female-young-averagemuscle-averageweight-idealproportions": 0.5,
    "breast/female-young-averagemuscle-averageweight-averagecup-maxfirmness": 0.6,
    "breast/breast-point-decr": 0.9,
    "breast/nipple-point-decr": 0.8,
}

_MALE: Final = {
    **_FACE,
    "macrodetails/african-male-young": 1 / 3,
    "macrodetails/asian-male-young": 1 / 3,
    "macrodetails/caucasian-male-young": 1 / 3,
    "macrodetails/universal-male-young-averagemuscle-averageweight": 0.5,
    "macrodetails/universal-male-young-maxmuscle-averageweight": 0.5,
    "macrodetails/proportions/male-young-averagemuscle-averageweight-idealproportions": 0.5,
}

RECIPES: Final[dict[str, dict[str, float]]] = {"female": _FEMALE, "male": _MALE}
"""Target name (path below ``targets/`` without its ending) to weight, for each figure."""

STATURE: Final[dict[str, float]] = {"female": 16.8, "male": 17.8}
"""Standing height in decimetres; the shape is scaled evenly to reach it."""


def targets_in_use() -> list[str]:
    """Return the names of all targets that some figure needs, sorted."""
    return sorted({name for recipe in RECIPES.values() for name in recipe})
