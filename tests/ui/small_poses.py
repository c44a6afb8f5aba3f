"""Poses for the small figure: frame n is a bar in the right half, n quarters down."""

from pathlib import Path

from PySide6.QtGui import QImage

from guide.core.anatomy import FigureName
from guide.core.catalogue import Catalogue

FRAMES = 4


def write_poses(root: Path, catalogue: Catalogue) -> None:
    """Write the pictures of every stretch under ``root``/poses."""
    for pose in {stretch.pose for stretch in catalogue.stretches.values() if stretch.pose}:
        for figure in FigureName:
            folder = root / "poses" / figure / pose
            folder.mkdir(parents=True)
            for number in range(FRAMES):
                _write_frame(folder, number)


def _write_frame(folder: Path, number: int) -> None:
    shade = QImage(40, 40, QImage.Format.Format_ARGB32)
    shade.fill(0)
    material = QImage(40, 40, QImage.Format.Format_Indexed8)
    material.setColorTable([0xFF000000 + 0x010101 * index for index in range(256)])
    material.fill(1)
    for y in range(number * 10, number * 10 + 10):
        for x in range(20, 40):
            shade.setPixel(x, y, 0xFFFFFFFF)
    assert shade.save(str(folder / f"{number:02d}.shade.webp"), quality=100)
    assert material.save(str(folder / f"{number:02d}.material.png"))
    material.fill(0)
    assert material.save(str(folder / f"{number:02d}.edge.png"))
