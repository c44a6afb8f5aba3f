"""What the map says of a place, and what a state lays over the figure."""

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.ui.body.facts import MapFacts, spoken_of
from tests.ui.steps import make_presenter

TEMPLE = Place("head.temple", Side.RIGHT)


def test_a_place_is_named_and_described(catalogue: Catalogue, qapp: QApplication) -> None:
    facts, presenter = MapFacts(catalogue), make_presenter(catalogue)
    assert facts.name(TEMPLE) == facts.tip(presenter.state, TEMPLE) == "Temple · its right"
    assert facts.description(presenter.state, TEMPLE) == "not painted"
    presenter.choose_strength(Strength.STRONG)
    presenter.paint(TEMPLE)
    assert facts.tip(presenter.state, TEMPLE) == "Temple · its right · strong"


def test_a_lit_muscle_brings_its_referral(catalogue: Catalogue, qapp: QApplication) -> None:
    facts, presenter = MapFacts(catalogue), make_presenter(catalogue)
    lit = Chosen("trapezius_upper", Side.RIGHT)
    scene = facts.scene(replace(presenter.state, lit=lit))
    assert scene.lit == lit
    assert TEMPLE in scene.main
    assert facts.scene(presenter.state).main == ()


def test_a_landmark_is_named_with_its_side_and_found_in_a_text(catalogue: Catalogue) -> None:
    facts = MapFacts(catalogue)
    mark = next(each for each in catalogue.landmarks.values() if each.words)
    assert facts.landmark_words(f"{mark.id}.L") == f"{mark.label} · its left"
    assert facts.landmark_words(mark.id) == mark.label
    assert facts.landmark_words("nowhere.R") == ""
    word = mark.words[0]
    assert spoken_of(mark, f"feel for the {word}, then go down")
    assert not spoken_of(mark, f"x{word}x")
