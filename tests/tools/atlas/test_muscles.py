"""The patches lie where the anatomy says, and nowhere else."""

from pathlib import Path

import numpy as np
import pytest

from tools.atlas import muscles
from tools.atlas.figure import load
from tools.atlas.muscles import Skin, load_muscle, muscle_ids
from tools.atlas.places import AnatomyError
from tools.atlas.surface import anchor


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
