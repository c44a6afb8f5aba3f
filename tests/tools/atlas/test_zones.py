"""The zones tile the skin, mirror exactly, hang together, and lie where anatomy says."""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from guide.core.anatomy import Side
from tools.atlas.figure import load
from tools.atlas.landmarks import landmarks
from tools.atlas.surface import anchor
from tools.atlas.zone_charts import ZoneError
from tools.atlas.zone_layers import parse
from tools.atlas.zones import mirror_numbers, zone_ids, zones

CONTENT = Path(__file__).parents[3] / "assets/content/zones.toml"
SMALLEST = 7.0  # square cm of the smallest zone (the jaw joint)
ISLAND = 0.5  # square cm that a piece of skin apart from the rest of its zone may have

# What a landmark, or a canonical point near one, must lie in.
AT_LANDMARKS = {
    "head.vertex": ["vertex"],
    "head.forehead": ["hairline", "glabella"],
    "head.temple": ["temple.R"],
    "head.occiput": ["external_occipital_protuberance"],
    "head.eye": ["eye_corner_outer.R", "eye_corner_inner.R", "brow_middle.R"],
    "head.ear": ["ear_canal.R", "ear_top.R", "ear_lobe.R"],
    "head.behind_ear": ["mastoid_tip.R"],
    "face.tmj": ["temporomandibular_joint.R"],
    "face.jaw": ["jaw_angle.R"],
    "face.cheek": ["cheekbone.R"],
    "face.nose": ["nasion", "pronasale", "subnasale"],
    "face.chin": ["chin", "chin_bottom"],
    "neck.front": ["hyoid", "thyroid", "jugular_notch"],
    "neck.posterior_upper": ["c2"],
    "neck.posterior_lower": ["c7"],
    "neck.angle": ["neck_shoulder_angle.R"],
    "shoulder.top": ["acromion.R", "acromioclavicular_joint.R"],
    "shoulder.anterior": ["coracoid.R"],
    "shoulder.lateral": ["deltoid_insertion.R"],
    "chest.sternum": ["sternal_angle", "xiphoid"],
    "chest.upper": ["clavicle_medial_end.R"],
    "chest.breast": ["nipple.R"],
    "chest.lower_ribs": ["rib_margin_midclavicular.R", "rib_margin_front.R"],
    "upper_back.interscapular": ["t1", "t3", "t7"],
    "upper_back.medial_scapular_border": [
        "scapula_superior_angle.R", "scapular_spine_root.R", "scapula_medial_border.R",
    ],
    "upper_back.inferior_angle": ["scapula_inferior_angle.R"],
    "mid_back.lower_thoracic": ["t12"],
    "low_back.lumbar": ["l4"],
    "low_back.iliac_crest": ["iliac_crest_top.R"],
    "low_back.sacroiliac": ["psis.R"],
    "low_back.sacrum": ["s2"],
    "low_back.coccyx": ["coccyx_tip"],
    "abdomen.suprapubic": ["pubis"],
    "hip.lateral": ["greater_trochanter.R"],
    "buttock.lower": ["ischial_tuberosity.R", "gluteal_fold.R"],
    "knee.anterior": ["patella_top.R", "patella_bottom.R", "tibial_tuberosity.R"],
    "knee.lateral": ["fibular_head.R"],
    "knee.posterior": ["knee_crease.R"],
    "ankle.lateral": ["lateral_malleolus.R"],
    "ankle.medial": ["medial_malleolus.R"],
    "foot.heel": ["heel_back.R", "heel_bottom.R"],
    "foot.lateral_border": ["mtp5.R"],
    "sole.arch": ["navicular.R"],
    "toe.great_dorsal": ["mtp1.R"],
    "elbow.lateral": ["lateral_epicondyle.R"],
    "elbow.medial": ["medial_epicondyle.R"],
    "elbow.posterior": ["olecranon.R"],
    "elbow.antecubital": ["cubital_crease.R"],
    "wrist.volar": ["wrist_crease.R"],
    "wrist.dorsal": ["ulnar_styloid.R"],
    "hand.dorsal": ["mcp2.R", "mcp3.R", "mcp4.R"],
    "hand.thumb_base": ["mcp1.R"],
    "hand.thumb": ["thumb_tip.R"],
    "hand.fingers_volar": ["index_tip.R", "middle_tip.R", "ring_tip.R"],
}  # fmt: skip
# (landmark, offset in dm) for zones whose middle no landmark names.
BESIDE_LANDMARKS = {
    "head.side_above_ear": ("ear_top.R", (0.05, 0.35, -0.2)),
    "neck.lateral": ("mastoid_tip.R", (0.1, -0.4, 0.1)),
    "shoulder.posterior": ("acromial_angle.R", (0, -0.45, -0.15)),
    "upper_back.suprascapular": ("scapular_spine_root.R", (-0.4, 0.3, 0.2)),
    "upper_back.scapula": ("scapula_medial_border.R", (-0.4, 0.1, 0)),
    "chest.pectoral": ("nipple.R", (0.1, 0.8, -0.2)),
    "chest.side": ("axillary_fold_front.R", (0.1, -0.9, -0.35)),
    "abdomen.epigastric": ("navel", (0, 0.5, 0)),
    "abdomen.upper_quadrant": ("navel", (-0.8, 0.4, -0.2)),
    "abdomen.lower_quadrant": ("asis.R", (0.4, 0.1, 0.2)),
    "pelvis.groin": ("asis.R", (0.5, -0.55, 0.2)),
    "pelvis.perineum": ("pubis", (0, -0.4, -0.2)),
    "low_back.flank": ("iliac_crest_top.R", (0, 0.45, 0)),
    "buttock.upper": ("psis.R", (-0.6, -0.15, 0)),
    "thigh.anterior_upper": ("patella_top.R", (0, 2.4, 0.2)),
    "thigh.anterior_lower": ("patella_top.R", (0, 0.8, 0.1)),
    "thigh.medial": ("patella_top.R", (0.65, 1.5, -0.4)),
    "thigh.posterior_upper": ("gluteal_fold.R", (0, -0.6, 0)),
    "thigh.posterior_lower": ("knee_crease.R", (0, 0.9, 0)),
    "thigh.lateral": ("greater_trochanter.R", (0, -2.0, 0.4)),
    "knee.medial": ("patella_bottom.R", (0.5, 0.1, -0.4)),
    "leg.medial": ("tibial_tuberosity.R", (0.4, -1.2, -0.5)),
    "leg.anterior": ("tibial_tuberosity.R", (0, -1.5, 0)),
    "leg.lateral": ("fibular_head.R", (0, -1.5, 0)),
    "calf.upper": ("knee_crease.R", (0, -1.2, -0.2)),
    "calf.lower": ("heel_back.R", (0, 2.2, 0)),
    "ankle.achilles": ("heel_back.R", (0, 0.9, 0.1)),
    "ankle.anterior": ("medial_malleolus.R", (-0.35, 0.3, 0.5)),
    "foot.dorsum": ("navicular.R", (-0.35, 0.15, 0.2)),
    "sole.forefoot": ("mtp1.R", (-0.3, -0.3, -0.05)),
    "toe.great_plantar": ("toe1_tip.R", (0, -0.2, -0.1)),
    "toe.lesser_plantar": ("toe3_tip.R", (0, -0.15, -0.12)),
    "toe.lesser_dorsal": ("toe3_tip.R", (0, 0.12, -0.12)),
    "arm.anterior": ("cubital_crease.R", (0, 0.9, 0.2)),
    "arm.posterior": ("olecranon.R", (0, 0.9, -0.1)),
    "arm.lateral": ("lateral_epicondyle.R", (0, 0.7, 0)),
    "arm.medial": ("medial_epicondyle.R", (0.2, 0.8, 0.1)),
    "forearm.volar": ("wrist_crease.R", (0.1, 1.2, 0.1)),
    "forearm.dorsal": ("olecranon.R", (-0.3, -1.2, -0.2)),
    "forearm.radial": ("radial_styloid.R", (0.1, 1.0, 0)),
    "forearm.ulnar": ("medial_epicondyle.R", (0, -0.8, -0.05)),
    "hand.palm": ("wrist_crease.R", (0.12, -0.55, 0.1)),
    "hand.fingers_dorsal": ("mcp3.R", (0, -0.3, 0)),
    "hand.ulnar_border": ("mcp5.R", (0.15, 0.4, 0.2)),
}


@cache
def skin() -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Return zone number and area in square cm of every skin vertex of the reference figure."""
    figure = load("reference")
    numbers = zone_ids(figure.canonical, figure.canonical_normals)
    corners = figure.canonical.astype(np.float64)[figure.triangles]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    thirds = np.repeat(np.linalg.norm(across, axis=1) / 6 * 100, 3)
    areas = np.bincount(figure.triangles.ravel(), thirds, len(numbers))
    count = figure.topology.skin_count
    return numbers[:count], areas[:count]


def of(point: NDArray[np.float64]) -> tuple[str, Side]:
    figure, place = load("reference"), anchor(point[None])
    number = zone_ids(place.on(figure.canonical), place.on(figure.canonical_normals))[0]
    zone = zones()[number - 1]
    return zone.name, zone.side


def test_the_98_zones_of_the_content_and_no_others_are_drawn() -> None:
    rows = tomllib.loads(CONTENT.read_text(encoding="utf-8"))["zones"]
    expected = {row["id"]: row.get("midline", False) for row in rows if row.get("on_skin", True)}
    drawn = {zone.name: zone.side is Side.MIDLINE for zone in zones()}
    assert drawn == expected
    assert len(drawn) == 98


def test_numbers_are_distinct_and_run_from_one() -> None:
    assert [zone.number for zone in zones()] == list(range(1, len(zones()) + 1))
    assert len({(zone.name, zone.side) for zone in zones()}) == len(zones())
    assert np.array_equal(mirror_numbers()[mirror_numbers()], np.arange(len(zones()) + 1))


def test_every_skin_vertex_lies_in_one_zone_and_every_zone_has_skin() -> None:
    numbers, _ = skin()
    assert set(np.unique(numbers)) == {zone.number for zone in zones()}


def test_left_is_exactly_the_mirror_of_right() -> None:
    figure, (numbers, _) = load("reference"), skin()
    mirror = figure.topology.mirror[: len(numbers)]
    paired = np.abs(figure.canonical[: len(numbers), 0]) > 1e-5
    assert np.array_equal(mirror_numbers()[numbers[mirror]][paired], numbers[paired])


def test_the_side_of_a_zone_is_the_side_of_its_skin() -> None:
    figure, (numbers, _) = load("reference"), skin()
    sides = np.array([zone.side for zone in zones()])[numbers - 1]
    x = figure.canonical[: len(numbers), 0]
    assert (sides[x > 1e-5] != Side.RIGHT).all()
    assert (sides[x < -1e-5] != Side.LEFT).all()


def test_no_zone_is_too_small() -> None:
    numbers, areas = skin()
    size = np.bincount(numbers, areas, len(zones()) + 1)
    assert {zone.name: size[zone.number] for zone in zones() if size[zone.number] < SMALLEST} == {}


def test_each_zone_is_one_piece() -> None:
    """But the eyeballs, which touch no skin, and the inside of the mouth, which is not seen."""
    numbers, areas = skin()
    figure = load("reference")
    triangles = figure.triangles[(figure.triangles < len(numbers)).all(axis=1)]
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = edges[numbers[edges[:, 0]] == numbers[edges[:, 1]]]
    shape = (len(numbers), len(numbers))
    graph = sparse.coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=shape)
    _, piece = connected_components(graph, directed=False)
    sizes = np.bincount(piece, areas)
    middle = np.stack(
        [np.bincount(piece, areas * figure.canonical[: len(areas), k]) / sizes for k in range(3)], 1
    )
    mouth = (np.abs(middle[:, 0]) < 0.4) & (np.abs(middle[:, 1] - 15.6) < 0.4)
    mouth &= (middle[:, 2] > 0.2) & (middle[:, 2] < 1.35)
    first = {int(number): int(np.argmax(numbers == number)) for number in np.unique(numbers)}
    islands = []
    for zone in zones():
        pieces = np.unique(piece[numbers == zone.number])
        pieces = pieces[~mouth[pieces]] if zone.name != "head.eye" else pieces[:0]
        largest = pieces[np.argmax(sizes[pieces])] if len(pieces) else piece[first[zone.number]]
        islands += [
            (zone.name, zone.side, middle[k].round(2).tolist(), round(float(sizes[k]), 1))
            for k in pieces
            if k != largest and sizes[k] > ISLAND
        ]
    assert islands == []


@pytest.mark.parametrize(
    ("zone", "landmark"), [(zone, name) for zone, names in AT_LANDMARKS.items() for name in names]
)
def test_landmark_lies_in_its_zone(zone: str, landmark: str) -> None:
    assert of(landmarks()[landmark])[0] == zone


@pytest.mark.parametrize("zone", BESIDE_LANDMARKS)
def test_point_beside_a_landmark_lies_in_its_zone(zone: str) -> None:
    landmark, offset = BESIDE_LANDMARKS[zone]
    name, side = of(landmarks()[landmark] + np.array(offset))
    assert name == zone
    midline = {row.name for row in zones() if row.side is Side.MIDLINE}
    assert side is (Side.MIDLINE if zone in midline else Side.RIGHT)


def test_every_zone_is_pinned_to_a_landmark() -> None:
    assert {*AT_LANDMARKS, *BESIDE_LANDMARKS} == {zone.name for zone in zones()}


LAYER = '[[layer]]\nzone = "head.eye"\nchart = "front"\ncurve = """\n{}\n"""\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[layer]\n", "bad.toml: "),
        ('[[layer]]\nzone = "head.eye"\n', "needs zone, chart and curve"),
        (LAYER.format("0, 0\n1, 0\n1, 1").replace("front", "globe"), "no chart is called globe"),
        (LAYER.format("0, 0\n1, 0\nacromium, 1"), "no landmark is called acromium"),
        (LAYER.format("0, 0\n1, 0\n1, up"), "no landmark is called up"),
        (LAYER.format("0, 0\n1, 0\n1, ?"), "neither a number nor a landmark"),
        (LAYER.format("0, 0\n1, 0, 3\n1, 1"), "needs one comma"),
        (LAYER.format("0, 0\n1 1\n1, 1"), "needs one comma"),
        (LAYER.format("0, 0\n1, 0"), "three points or more"),
        (LAYER.format("0, 0 *\n1, 1 *\n1, 0 *\n0, 1 *"), "crosses itself"),
        (LAYER.format("0, 0\n1, 0\n1, 1") + 'within = ["moon"]\n', "no region is called"),
    ],
)
def test_a_bad_layer_is_named_with_its_fault(text: str, sentence: str) -> None:
    with pytest.raises(ZoneError, match=sentence):
        parse("bad.toml", text)


def test_points_far_from_the_skin_are_refused() -> None:
    with pytest.raises(ZoneError, match="no zone covers 1 points"):
        zone_ids(np.array([[0.0, 40.0, 0.0]]), np.array([[0.0, 0.0, 1.0]]))
