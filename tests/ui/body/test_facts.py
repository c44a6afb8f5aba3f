"""What the map says of a place, and what a state lays over the figure."""

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.ui.body.facts import MapFacts
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
