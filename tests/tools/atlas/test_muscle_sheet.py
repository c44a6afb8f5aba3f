"""The sheet shows what is written, where it is written."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tools.atlas import muscle_sheet


def test_a_muscle_is_red_on_the_right_half_of_the_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "sheet.png"
    words = ["sheet", "rhomboids", "--turns", "180", "--near", "t3", "--size", "6"]
    monkeypatch.setattr("sys.argv", [*words, "--out", str(out)])
    muscle_sheet.main()
    pixels = np.asarray(Image.open(out)).astype(int)
    red = (pixels[..., 0] - pixels[..., 1] > 60) & (pixels[..., 1] < 160)
    columns = np.nonzero(red.sum(axis=0) > 60)[0]  # the name of a landmark has fewer
    assert columns.min() > muscle_sheet.SIZE / 2 - 20
    assert columns.max() < muscle_sheet.SIZE * 0.75


def test_a_limb_alone_leaves_the_trunk_out() -> None:
    figure = muscle_sheet.load("reference")
    camera = muscle_sheet.camera_at("0", np.array([0.0, 12.0, 0.0]), 12)
    whole = muscle_sheet.clay(figure, camera, "")[1]
    arm = muscle_sheet.clay(figure, camera, "arm")[1]
    assert 0 < len(arm.samples) < len(whole.samples) / 4
