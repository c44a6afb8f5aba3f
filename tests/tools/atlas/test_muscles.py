"""The patches lie where the anatomy says, and nowhere else."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from guide.content.library import Library
from guide.core.catalogue import Muscle
from guide.resources import asset_root
from tools.atlas import muscles
from tools.atlas.figure import load, topology
from tools.atlas.muscles import Skin, load_muscle, muscle_ids
from tools.atlas.places import AnatomyError, paper
from tools.atlas.surface import anchor
from tools.atlas.zones import zone_ids, zones


def skin_at(points: np.ndarray) -> Skin:
    figure = load("reference")
    place = anchor(points)
    return Skin(
        place.on(figure.canonical),
        place.on(figure.canonical_normals),
        place.on(figure.topology.part_weights),
    )


def whole_skin() -> Skin:
    figure = load("reference")
    return Skin(
        figure.canonical.astype(float),
        figure.canonical_normals.astype(float),
        figure.topology.part_weights,
    )


@pytest.mark.parametrize("name", muscle_ids())
def test_every_search_area_lies_inside_its_muscle(name: str) -> None:
    muscle = load_muscle(name)
    points = np.array([area.point for area in muscle.areas])
    assert (muscle.inside(skin_at(points)) > -0.02).all(), [area.id for area in muscle.areas]


@cache
def facts() -> dict[str, Muscle]:
    return Library(asset_root() / "content").catalogue().muscles


def test_every_muscle_of_the_facts_is_drawn() -> None:
    assert set(muscle_ids()) == set(facts())


@pytest.mark.parametrize("name", muscle_ids())
def test_every_search_area_reaches_into_the_zones_that_its_text_says(name: str) -> None:
    """Its middle lies in one of them, or no farther from one than its radius."""
    points = {point.id: point for point in facts()[name].points}
    areas = {area.id: area for area in load_muscle(name).areas}
    assert set(areas) == set(points)
    shared, numbers = topology(), skin_numbers()
    for point, area in areas.items():
        named = [zone.number for zone in zones() if zone.name in points[point].zones]
        near = shared.canonical[np.isin(numbers, named)]
        away = np.linalg.norm(near - area.point, axis=1).min()
        assert away < max(area.radius / 10, 0.1), f"{point}: {away * 10:.1f} cm"


@cache
def skin_numbers() -> np.ndarray:
    shared = topology()
    return zone_ids(shared.canonical, shared.canonical_normals)


@pytest.mark.parametrize(
    "downward",
    [
        "platysma pectoralis_major pectoralis_minor intercostals diaphragm",
        "sternalis pectoralis_major",
        "platysma deltoid_anterior",
        "platysma trapezius_upper levator_scapulae scalenes",
        "platysma scm_sternal scalenes longus_colli",
        "platysma masseter temporalis pterygoid_lateral",
        "trapezius_middle rhomboids serratus_posterior_superior splenius_capitis",
        "trapezius_upper splenius_capitis semispinalis_capitis suboccipitals",
        "splenius_cervicis semispinalis_capitis semispinalis_cervicis multifidi_cervical",
        "trapezius_lower latissimus_dorsi teres_major serratus_anterior intercostals",
        "latissimus_dorsi serratus_posterior_inferior longissimus_thoracis multifidi_thoracic",
        "latissimus_dorsi iliocostalis_lumborum quadratus_lumborum",
        "obliquus_externus obliquus_internus_transversus quadratus_lumborum iliopsoas",
        "longissimus_thoracis multifidi_lumbar",
        "rectus_abdominis diaphragm iliopsoas",
        "gluteus_maximus gluteus_medius gluteus_minimus",
        "gluteus_maximus piriformis",
        "gluteus_maximus biceps_femoris lateral_rotators",
        "gluteus_maximus hamstrings_medial adductor_magnus",
        "sartorius rectus_femoris vastus_intermedius",
        "sartorius adductor_longus adductor_brevis adductor_magnus",
        "sartorius gracilis adductor_magnus",
        "sartorius pectineus adductor_brevis",
        "tensor_fasciae_latae vastus_lateralis vastus_intermedius",
        "biceps_femoris gastrocnemius soleus flexor_hallucis_longus tibialis_posterior",
        "hamstrings_medial gastrocnemius plantaris popliteus",
        "gastrocnemius soleus flexor_digitorum_longus tibialis_posterior",
        "peroneus_longus peroneus_brevis",
        "extensor_digitorum_longus extensor_hallucis_longus extensor_digitorum_brevis",
        "flexor_digitorum_brevis quadratus_plantae adductor_hallucis interossei_foot",
        "flexor_digitorum_brevis flexor_digitorum_longus adductor_hallucis",
        "abductor_hallucis flexor_hallucis_longus flexor_hallucis_brevis",
    ],
)
def test_what_lies_under_a_muscle_has_a_larger_layer(downward: str) -> None:
    layers = [load_muscle(name).layer for name in downward.split()]
    assert layers == sorted(set(layers))


@pytest.mark.parametrize("name", muscle_ids())
def test_a_muscle_of_the_right_touches_nothing_of_the_left(name: str) -> None:
    skin = whole_skin()
    inside = load_muscle(name).inside(skin) > 0
    assert inside.any()
    assert (skin.points[inside, 0] <= 1e-6).all()


@pytest.mark.parametrize("name", muscle_ids())
def test_the_left_is_the_exact_mirror_image(name: str) -> None:
    figure, skin, muscle = load("reference"), whole_skin(), load_muscle(name)
    right = muscle.inside(skin) > 1e-4
    left = muscle.inside(skin.mirrored()) > 1e-4
    assert (right == left[figure.topology.mirror]).mean() > 0.9995


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("deep = maybe", "broken.toml"),
        ('deep = true\nlayer = 1\npoint = []\n[[patch]]\nplane = "beneath"', "'beneath'"),
        (
            'deep = true\nlayer = 1\npoint = []\npatch = [{plane = "back", outline = ["kneecap"]}]',
            "no landmark 'kneecap'",
        ),
        ("patch = []\npoint = []", "deep"),
    ],
)
def test_a_broken_anatomy_file_is_named(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(muscles, "FOLDER", tmp_path)
    with pytest.raises(AnatomyError, match=r"broken\.toml") as caught:
        load_muscle("broken")
    assert message in str(caught.value)


def test_the_hollow_side_of_bent_fibres_has_no_fibres() -> None:
    """Between a bent edge and its chord no share of fibres farther off comes in."""
    patch = muscles.read_patch(
        {
            "plane": "back",
            "parts": ["trunk"],
            "outline": ["t7 +1 +1.5", "t7 0 +1.6", "t7 0 0 corner", "t7 +0.6 +0.7"],
            "origin": ["t7 +1 +1.5", "t7 0 +1.6"],
            "through": ["t7 +0.3 +0.8", "t7 0 +0.8"],
            "insertion": ["t7 0 +0.1", "t7 0 0"],
        }
    )
    assert patch.course is not None
    start = paper("back").flat("t7 0 0")
    hollow = start + np.array([[0.36, 0.75], [0.5, 0.8], [0.55, 0.85], [0.3, 0.55]])
    assert patch.course.at(hollow, -1.0) == pytest.approx(0, abs=0.02)
    assert patch.course.at(start + np.array([[0.15, 0.8]]), -1.0) == pytest.approx(0.5, abs=0.1)
