"""Every pattern of the facts is strong in its zones, and reaches no other limb through the air."""

from functools import cache

import numpy as np
import pytest
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from guide.atlas.referral import SPILLOVER, strength
from guide.atlas.surface.fields import Anatomy
from guide.content.library import Library
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Muscle, Referral
from guide.resources import asset_root
from tools.atlas.figure import Topology, topology
from tools.atlas.source import ASSETS
from tools.atlas.zones import zone_ids, zones

REACH = 0.2  # dm from a zone that is named, beyond which nothing of a pattern is seen
LEAST_CORE = 0.15  # of a main zone's area, over half intensity


@cache
def catalogue() -> Catalogue:
    return Library(asset_root() / "content").catalogue()


@cache
def graph() -> sparse.csr_matrix:
    shared = topology()
    pairs = np.concatenate([shared.triangles[:, [k, (k + 1) % 3]] for k in range(3)])
    ends = np.unique(np.sort(pairs, axis=1), axis=0)
    steps = np.linalg.norm(np.diff(shared.canonical[ends].astype(float), axis=1)[:, 0], axis=1)
    count = len(shared.canonical)
    return sparse.coo_matrix((steps, (ends[:, 0], ends[:, 1])), (count, count)).tocsr()


@cache
def numbers() -> np.ndarray:
    shared = topology()
    return zone_ids(shared.canonical, shared.canonical_normals)


@cache
def areas() -> np.ndarray:
    shared = topology()
    corners = shared.canonical[shared.triangles].astype(float)
    size = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    return np.bincount(shared.triangles.ravel(), np.repeat(size / 6, 3), len(shared.canonical))


@cache
def own(place: Place) -> np.ndarray:
    number = next(z.number for z in zones() if (z.name, z.side) == (place.zone, place.side))
    return numbers() == number


@cache
def away(place: Place) -> np.ndarray:
    """Distance along the skin (V,) from a place, up to a little more than the reach."""
    rows = np.flatnonzero(own(place))
    return dijkstra(graph(), directed=False, indices=rows, min_only=True, limit=0.3)


@pytest.fixture(scope="module")
def anatomy() -> Anatomy:
    return Anatomy(ASSETS / "surface")


def drawn(zone_names: tuple[str, ...], crosses: tuple[str, ...]) -> list[Place]:
    """Return the places of a pattern on the right that are skin."""
    known = {(zone.name, zone.side) for zone in zones()}
    wanted = [
        Place(name, side)
        for name in zone_names
        for side in (Side.RIGHT, Side.MIDLINE, *((Side.LEFT,) if name in crosses else ()))
    ]
    return [place for place in wanted if (place.zone, place.side) in known]


def intensity(anatomy: Anatomy, places: list[Place], shared: Topology) -> np.ndarray:
    if not places:
        return np.zeros(len(numbers()))
    total = np.sum([anatomy.soft_over(place, shared.mirror) for place in places], axis=0)
    values, where = np.unique(np.minimum(total, 1.0), return_inverse=True)
    return np.array([strength(value) for value in values.tolist()])[where]


def check(anatomy: Anatomy, pattern: Referral) -> list[str]:
    """Return what is wrong with a pattern."""
    shared = topology()
    main = drawn(pattern.main, pattern.crosses)
    spillover = drawn(pattern.spillover, pattern.crosses)
    strong = intensity(anatomy, main, shared)
    shown = np.maximum(strong, SPILLOVER * intensity(anatomy, spillover, shared))
    wrong = [
        f"{place.zone}: too weak"
        for place in main
        if areas()[own(place) & (strong > 0.5)].sum() < LEAST_CORE * areas()[own(place)].sum()
    ]
    if not (main or spillover):
        return wrong
    far = np.min([away(place) for place in (*main, *spillover)], axis=0) > REACH
    if far.any() and shown[far].max() >= 0.1:
        wrong.append(f"it reaches too far: {shared.canonical[far][shown[far].argmax()].round(1)}")
    return wrong


def patterns() -> list[tuple[str, Muscle, str]]:
    return [
        (point or name, muscle, point)
        for name, muscle in catalogue().muscles.items()
        for point in ("", *(each.id for each in muscle.points))
    ]


def test_every_pattern_fills_its_zones_and_stays_near_them(anatomy: Anatomy) -> None:
    wrong = {
        name: found
        for name, muscle, point in patterns()
        if (found := check(anatomy, muscle.pattern(point)))
    }
    assert not wrong
    assert len(patterns()) == 118 + 175


def test_a_wrong_pattern_is_found(anatomy: Anatomy, monkeypatch: pytest.MonkeyPatch) -> None:
    good = Referral(("hand.thumb",), ())
    assert not check(anatomy, good)
    other = anatomy.soft_over(Place("thigh.lateral", Side.RIGHT), topology().mirror)
    monkeypatch.setattr(anatomy, "soft_over", lambda *_: other)
    assert len(check(anatomy, good)) == 2  # nothing in the thumb, much on the thigh beside it


def test_only_what_is_said_to_cross_is_drawn_on_both_sides() -> None:
    places = drawn(("chest.sternum", "hand.thumb", "face.jaw"), ("face.jaw",))
    assert {(p.zone, p.side) for p in places} == {
        ("chest.sternum", Side.MIDLINE), ("hand.thumb", Side.RIGHT),
        ("face.jaw", Side.RIGHT), ("face.jaw", Side.LEFT),
    }  # fmt: skip


def test_the_inside_of_the_mouth_is_no_skin() -> None:
    inside = [zone.id for zone in catalogue().zones.values() if not zone.on_skin]
    assert len(inside) == 3
    assert drawn(tuple(inside), ()) == []
