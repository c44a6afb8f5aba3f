"""Every drawing that is shipped can be drawn in every theme."""

import pytest
from pytestqt.qtbot import QtBot

from guide.content import drawing, lessons
from guide.core.lessons import Drawing
from guide.ui.learn.drawing import RATIO, DrawingPicture, coloured, drawn
from guide.ui.look import Look
from guide.ui.tokens import DARK, LIGHT, THEMES

NAMES = sorted(
    {
        block.id
        for lesson in lessons().values()
        for section in lesson.sections
        for block in section.blocks
        if isinstance(block, Drawing)
    }
)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_in_every_theme(qtbot: QtBot, look: Look, name: str) -> None:
    pictures = []
    for tokens in THEMES.values():
        assert "{" not in coloured(drawing(name), tokens).partition("<svg")[2]
        pictures.append(drawn(drawing(name), tokens, 160).toImage())
    assert all(picture.width() == 160 for picture in pictures)
    assert pictures[0] != pictures[1]


def test_a_word_that_no_theme_has_is_refused() -> None:
    with pytest.raises(AttributeError, match="rainbow"):
        coloured('<svg fill="{rainbow}"/>', LIGHT)
    assert coloured('<svg fill="{ink}"/>', DARK) == f'<svg fill="{DARK.ink}"/>'


def test_the_picture_keeps_its_proportions_and_says_what_it_shows(qtbot: QtBot, look: Look) -> None:
    made = DrawingPicture(look, drawing(NAMES[0]), "A hand.")
    qtbot.addWidget(made)
    assert made.accessibleName() == "A hand."
    assert made.heightForWidth(320) == round(320 * RATIO)
    made.resize(320, made.heightForWidth(320))
    first = made.grab().toImage()
    assert first == made.grab().toImage()
    made.resize(160, 100)
    assert made.grab().toImage() != first
