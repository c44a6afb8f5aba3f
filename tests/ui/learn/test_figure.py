"""The figure says in words what it shows."""

from pytestqt.qtbot import QtBot

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Side
from guide.core.catalogue import Catalogue
from guide.ui.figure_picture import FigurePictures
from guide.ui.learn.figure import FigureColumn
from guide.ui.learn.lit import muscle_lit, whole_body
from guide.ui.look import Look


def test_it_lights_and_says_what_it_lights(
    qtbot: QtBot, look: Look, pictures: FigurePictures, library: Library, catalogue: Catalogue
) -> None:
    made = FigureColumn(look, pictures, library)
    qtbot.addWidget(made)
    made.resize(300, 400)
    plain = made.grab().toImage()
    assert made.caption.isHidden()
    made.show_lit(muscle_lit(catalogue, Chosen("trapezius_upper", Side.LEFT)))
    assert made.caption.text() == "Upper trapezius, left"
    assert "Upper trapezius, left" in made.picture.accessibleName()
    assert made.grab().toImage() != plain
    assert "back" in made.picture.accessibleDescription()
    made.show_figure(FigureName.MALE)
    assert made.lit.words == "Upper trapezius, left"
    made.show_lit(whole_body())
    assert made.caption.isHidden()
    made.picture.wait()
