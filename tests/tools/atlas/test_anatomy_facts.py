"""What is written about a muscle holds for its drawing, and for no neighbour's."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from scipy.spatial import KDTree

from tools.atlas.figure import load
from tools.atlas.muscles import Skin, load_muscle, muscle_ids
from tools.atlas.places import space
from tools.atlas.surface import anchor


class Fact(NamedTuple):
    """Skin points (N, 3) that the muscle covers or leaves free."""

    says: str
    points: np.ndarray
    covered: np.ndarray  # (N,) bool


def facts() -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for path in sorted(Path(__file__).with_name("anatomy_facts").glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["fact"]:
            places = [*row.get("inside", ()), *row.get("outside", ())]
            covered = np.arange(len(places)) < len(row.get("inside", ()))
            points = np.array([space(text) for text in places])
            found.setdefault(row["muscle"], []).append(Fact(row["says"], points, covered))
    return found


FACTS = facts()


def skin_at(points: np.ndarray) -> Skin:
    figure, place = load("reference"), anchor(points)
    return Skin(
        place.on(figure.canonical),
        place.on(figure.canonical_normals),
        place.on(figure.topology.part_weights),
    )


@cache
def seen(muscle: str) -> Skin:
    """The skin at every place that a muscle's facts name."""
    return skin_at(np.concatenate([fact.points for fact in FACTS[muscle]]))


def broken(muscle: str, drawn_as: str) -> list[str]:
    """What the facts of ``muscle`` say that the drawing of ``drawn_as`` contradicts."""
    depths = iter(load_muscle(drawn_as).inside(seen(muscle)))
    return [
        f"{fact.says} ({point.round(2)} is {'not ' if want else ''}covered)"
        for fact in FACTS[muscle]
        for point, want in zip(fact.points, fact.covered, strict=True)
        if bool(next(depths) > 0) is not bool(want)
    ]


def middles() -> dict[str, np.ndarray]:
    """The middle of every muscle's patch on the skin of the right side."""
    figure = load("reference")
    rows = slice(0, figure.topology.skin_count, 4)
    skin = Skin(
        figure.canonical[rows].astype(float),
        figure.canonical_normals[rows].astype(float),
        figure.topology.part_weights[rows],
    )
    return {
        name: skin.points[np.maximum(load_muscle(name).inside(skin), 0) > 0].mean(axis=0)
        for name in muscle_ids()
    }


def test_every_muscle_has_two_facts() -> None:
    counts = {name: sum(len(f.points) for f in FACTS.get(name, ())) for name in muscle_ids()}
    assert [name for name, count in counts.items() if count < 2] == []
    assert [name for name in FACTS if name not in counts] == []


@pytest.mark.parametrize("name", muscle_ids())
def test_a_drawing_keeps_to_its_facts(name: str) -> None:
    assert broken(name, name) == []


def test_no_muscle_may_be_swapped_with_its_nearest_neighbour() -> None:
    names, places = zip(*middles().items(), strict=True)
    near = KDTree(np.array(places)).query(np.array(places), k=2)[1][:, 1]
    unnoticed = [
        f"{name} drawn as {names[other]}"
        for name, other in zip(names, near.tolist(), strict=True)
        if not broken(name, names[other])
    ]
    assert unnoticed == []
