"""Settings become looks; "as the computer" follows what the computer tells."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from guide.journal.visible import Motion, TextSize, Theme, Visible
from guide.ui.appearance import Appearance, system_tokens
from guide.ui.look import Look
from guide.ui.tokens import CONTRAST, DARK, LIGHT, Tokens


@pytest.mark.parametrize(
    ("theme", "tokens"),
    [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.HIGH_CONTRAST, CONTRAST)],
)
def test_a_chosen_theme_holds(qapp: QApplication, look: Look, theme: Theme, tokens: Tokens) -> None:
    appearance = Appearance(qapp, look)
    appearance.follow(Visible(theme=theme, text_size=TextSize.LARGE, motion=Motion.REDUCED))
    assert look.tokens is tokens
    assert look.scale == pytest.approx(1.5)
    assert not look.motion
    appearance.follow(Visible(theme=Theme.LIGHT, motion=Motion.FULL))
    assert look.motion
    appearance.deleteLater()


def test_a_computer_that_tells_nothing_gets_the_light_theme(qapp: QApplication) -> None:
    assert system_tokens(QGuiApplication.styleHints()) is LIGHT
