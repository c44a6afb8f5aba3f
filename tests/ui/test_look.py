"""One look gives fonts, colours and icons, and says when it changes."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.resources import asset_root
from guide.ui.look import FAMILY, ROLES, Look, palette
from guide.ui.tokens import DARK, LIGHT


def test_text_grows_with_the_scale_and_spaces_half_as_fast(look: Look) -> None:
    look.set(LIGHT, 2.0, False)
    assert look.px(15) == 30
    assert look.gap(16) == 24
    assert look.font("body").pixelSize() == 2 * ROLES["body"][0]
    look.set(LIGHT, 1.0, False)


def test_the_shipped_typeface_is_used_with_figures_of_one_width(look: Look) -> None:
    font = look.font("time")
    assert QFontInfo(font).family() == FAMILY
    metrics = QFontMetricsF(font)
    assert metrics.horizontalAdvance("1") == pytest.approx(metrics.horizontalAdvance("8"))


def test_a_change_is_told_once_and_dresses_the_application(
    qtbot: QtBot, qapp: QApplication, look: Look
) -> None:
    with qtbot.waitSignal(look.changed):
        look.set(DARK, 1.0, False)
    assert DARK.card in qapp.styleSheet()
    with qtbot.assertNotEmitted(look.changed):
        look.set(DARK, 1.0, False)
    look.set(LIGHT, 1.0, False)


@pytest.mark.parametrize("icon", sorted(p.stem for p in (asset_root() / "icons").glob("*.svg")))
def test_every_icon_is_drawn_in_the_colour_asked_for(look: Look, icon: str) -> None:
    image, wanted = look.pixmap(icon, 48, "accent").toImage(), look.colour("accent")
    solid = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    for colour in solid:
        assert abs(colour.red() - wanted.red()) <= 1
        assert abs(colour.green() - wanted.green()) <= 1
        assert abs(colour.blue() - wanted.blue()) <= 1


def test_an_icon_that_is_not_there_is_said(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.pixmap("unicorn", 16, "ink")


def test_the_palette_has_the_colours_of_the_tokens() -> None:
    made = palette(DARK)
    assert made.color(QPalette.ColorRole.Base).name().upper() == DARK.card
    assert made.color(QPalette.ColorRole.Text).name().upper() == DARK.ink


def test_neither_a_cursor_nor_a_cache_wakes_the_machine(qapp: QApplication, look: Look) -> None:
    assert qapp.cursorFlashTime() == 0
    assert QPixmapCache.cacheLimit() == 0
