"""The patches lie where the anatomy says, and nowhere else."""

from pathlib import Path

import numpy as np
import pytest

from tools.atlas import muscles
from tools.atlas.figure import load
from tools.atlas.landmarks import landmarks
from tools.atlas.muscles import AnatomyError, Skin, load_muscle, muscle_ids
from tools.atlas.surface import anchor

DRAWN = (
    "infraspinatus",
    "levator_scapulae",
    "pectoralis_major",
    "rhomboids",
    "semispinalis_capitis",
    "suboccipitals",
    "supraspinatus",
    "trapezius_middle",
    "trapezius_upper",
)


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


def between(one: str, other: str, share: float, *offset: float) -> np.ndarray:
    marks = landmarks()
    start = marks.get(one, marks.get(f"{one}.R"))
    end = marks.get(other, marks.get(f"{other}.R"))
    assert start is not None
    assert end is not None
    return start + (end - start) * share + np.array(offset or (0, 0, 0))


# What the written origin, insertion and position say: inside (True) or outside (False).
FACTS = [
    ("trapezius_upper", between("acromion", "neck_shoulder_angle", 0.5, 0, 0.1, 0), True),
    ("trapezius_upper", between("c2", "c7", 0.5, -0.12, 0, 0), True),
    ("trapezius_upper", between("t3", "t3", 0, -0.3, 0, 0), False),
    ("trapezius_upper", between("jugular_notch", "jugular_notch", 0), False),
    ("trapezius_middle", between("t1", "t3", 0.5, -0.2, 0, 0), True),
    ("trapezius_middle", between("scapular_spine_root", "t3", 0.5, 0, 0.15, 0), True),
    ("trapezius_middle", between("t7", "t7", 0, -0.2, 0, 0), False),
    ("levator_scapulae", between("scapula_superior_angle", "scapula_superior_angle", 0), True),
    ("levator_scapulae", between("mastoid_tip", "neck_shoulder_angle", 0.55, 0, 0, 0), True),
    ("levator_scapulae", between("scapula_inferior_angle", "t7", 0), False),
    ("suboccipitals", between("external_occipital_protuberance", "c2", 0.6, -0.2, 0, 0), True),
    ("suboccipitals", between("c7", "c7", 0, -0.2, 0, 0), False),
    ("semispinalis_capitis", between("c2", "c7", 0.6, -0.2, 0, 0), True),
    ("semispinalis_capitis", between("t1", "t3", 0.5, -0.22, 0, 0), True),
    ("semispinalis_capitis", between("acromion", "acromion", 0), False),
    ("supraspinatus", between("scapula_superior_angle", "acromial_angle", 0.5, 0, 0, 0), True),
    ("supraspinatus", between("scapula_medial_border", "scapula_medial_border", 0), False),
    ("infraspinatus", between("scapula_medial_border", "acromial_angle", 0.4, 0, -0.1, 0), True),
    ("infraspinatus", between("scapula_superior_angle", "acromial_angle", 0.5), False),
    ("infraspinatus", between("scapula_medial_border", "t7", 0.6), False),
    ("pectoralis_major", between("sternal_angle", "axillary_fold_front", 0.5, 0, 0, 0.1), True),
    ("pectoralis_major", between("clavicle_medial_end", "coracoid", 0.4, 0, -0.1, 0.1), True),
    ("pectoralis_major", between("xiphoid", "navel", 0.3, -0.3, 0, 0.1), False),
    ("rhomboids", between("scapula_medial_border", "t3", 0.5), True),
    ("rhomboids", between("t1", "scapular_spine_root", 0.5), True),
    ("rhomboids", between("scapula_medial_border", "axillary_fold_back", 0.4), False),
]


def test_what_is_drawn_is_held_by_facts() -> None:
    assert muscle_ids() == DRAWN


@pytest.mark.parametrize(("name", "point", "expected"), FACTS)
def test_a_patch_covers_what_its_anatomy_says(name: str, point: np.ndarray, expected: bool) -> None:
    depth = load_muscle(name).inside(skin_at(point[None]))[0]
    assert bool(depth > 0) is expected


@pytest.mark.parametrize("name", DRAWN)
def test_every_search_area_lies_inside_its_muscle(name: str) -> None:
    muscle = load_muscle(name)
    points = np.array([area.point for area in muscle.areas])
    assert (muscle.inside(skin_at(points)) > -0.02).all(), [area.id for area in muscle.areas]


@pytest.mark.parametrize("name", DRAWN)
def test_a_muscle_of_the_right_touches_nothing_of_the_left(name: str) -> None:
    skin = whole_skin()
    inside = load_muscle(name).inside(skin) > 0
    assert inside.any()
    assert (skin.points[inside, 0] <= 1e-6).all()


@pytest.mark.parametrize("name", DRAWN)
def test_the_left_is_the_exact_mirror_image(name: str) -> None:
    figure, skin, muscle = load("reference"), whole_skin(), load_muscle(name)
    right = muscle.inside(skin) > 1e-4
    left = muscle.inside(skin.mirrored()) > 1e-4
    assert (right == left[figure.topology.mirror]).mean() > 0.9995


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("deep = maybe", "broken.toml"),
        ('deep = true\npoint = []\n[[patch]]\nplane = "below"', "'below'"),
        (
            'deep = true\npoint = []\n[[patch]]\nplane = "back"\noutline = ["kneecap 0 0"]',
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
