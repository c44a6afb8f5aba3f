"""A list that opens below its line: named, and with an arrow in the theme's colour."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from guide.ui.drop_down import ARROW, DropDown
from guide.ui.look import Look
from guide.ui.tokens import DARK, LIGHT


def made(qtbot: QtBot, look: Look) -> DropDown:
    box = DropDown(look, "Side")
    box.addItems(["Both sides", "Left", "Right"])
    qtbot.addWidget(box)
    box.resize(200, 40)
    return box


def near(image: QImage, colour: str) -> int:
    """How many pixels at the right end are close to ``colour``."""
    wanted = QColor(colour)
    reach = range(image.width() - ARROW - 10, image.width())
    pixels = (image.pixelColor(x, y) for x in reach for y in range(image.height()))
    return sum(abs(p.red() - wanted.red()) + abs(p.green() - wanted.green()) < 40 for p in pixels)


def test_it_says_what_it_chooses(qtbot: QtBot, look: Look) -> None:
    box = made(qtbot, look)
    assert box.accessibleName() == "Side"
    assert box.accessibleDescription() == "Side"


def test_its_arrow_has_the_colour_of_the_theme(qtbot: QtBot, look: Look) -> None:
    box = made(qtbot, look)
    light = near(box.grab().toImage(), LIGHT.quiet)
    look.set(DARK, 1.0, False)
    dark = near(box.grab().toImage(), DARK.quiet)
    look.set(LIGHT, 1.0, False)
    assert light > 5
    assert dark > 5
