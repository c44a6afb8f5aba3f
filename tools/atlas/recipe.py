"""The figures as weighted sums of shape targets over one base mesh."""

from typing import Final

from guide.core.orientation import Build, FigureName

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
"""Target name (path below ``targets/`` without its ending) to weight, for each average figure."""

STATURE: Final[dict[str, float]] = {"female": 16.8, "male": 17.8}
"""Standing height in decimetres; the shape is scaled evenly to reach it."""

_LEANING: Final[dict[Build, tuple[str, float]]] = {
    Build.SLIM: ("minweight", 1.0),
    Build.HEAVY: ("maxweight", 0.95),
}
"""Which extreme a build leans to, and how far on the way there."""

_MUSCLE: Final = {
    Build.SLIM: {"minmuscle": 0.25, "averagemuscle": 0.55, "maxmuscle": 0.20},
    Build.HEAVY: {"minmuscle": 0.30, "averagemuscle": 0.70},
}
_MORE: Final[dict[Build, dict[str, float]]] = {
    Build.SLIM: {"head/head-fat-decr": 0.25},
    Build.HEAVY: {
        "head/head-fat-incr": 0.30,
        "neck/neck-double-incr": 0.30,
        "stomach/stomach-tone-decr": 0.35,
    },
}


def build_recipe(figure: FigureName, build: Build) -> dict[str, float]:
    """Return the weights of a build: those of the average figure, leaning to an extreme."""
    average = RECIPES[figure]
    if build not in _LEANING:
        return average
    extreme, share = _LEANING[build]
    result = {name: weight for name, weight in average.items() if "universal" not in name}
    for name in [name for name in result if name.startswith("breast/female")]:
        result[name.replace("averageweight", extreme)] = share * result.pop(name)
    for muscle, weight in _MUSCLE[build].items():
        stem = f"macrodetails/universal-{figure}-young-{muscle}"
        result[f"{stem}-{extreme}"] = weight * share
        result[f"{stem}-averageweight"] = weight * (1 - share)
    return result | _MORE[build]


def targets_in_use() -> list[str]:
    """Return the names of all targets that some figure needs, sorted."""
    return sorted({name for f in FigureName for b in Build for name in build_recipe(f, b)})
