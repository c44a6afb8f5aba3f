"""One sheet, made of tokens: no colour is written anywhere else, and Qt can read it."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from guide.ui.stylesheet import stylesheet
from guide.ui.tokens import CONTRAST, DARK, LIGHT, SESSION, Tokens


def _same(length: float) -> int:
    return round(length)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST, SESSION], ids=lambda t: t.name)
def test_every_colour_is_a_token(tokens: Tokens) -> None:
    sheet = stylesheet(tokens, _same, _same)
    known = {value for value in vars_of(tokens).values() if isinstance(value, str)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= known
    assert sheet.count("{") == sheet.count("}")


def test_sizes_grow_with_the_scale() -> None:
    double = stylesheet(LIGHT, lambda n: round(2 * n), _same)
    assert "font-size: 30px" in double


def test_it_is_understood(qtbot: QtBot, qapp: QApplication) -> None:
    made = QPushButton("x")
    qtbot.addWidget(made)
    made.setProperty("kind", "primary")
    made.setStyleSheet(stylesheet(LIGHT, _same, _same))
    made.resize(80, 40)
    colour = made.grab().toImage().pixelColor(10, 20).name().upper()
    assert colour == LIGHT.accent


def vars_of(tokens: Tokens) -> dict[str, object]:
    """The colours by name."""
    return tokens._asdict()
