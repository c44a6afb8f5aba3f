"""Cards of the real content, and the shipped typeface they are set in."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from guide import content
from guide.app.card import Card, compose
from guide.atlas.library import Library
from guide.core.anatomy import Chosen
from guide.core.catalogue import Catalogue
from guide.core.safety import Situation
from guide.resources import asset_root
from guide.ui.look import load_fonts

Make = Callable[..., Card]


@pytest.fixture
def make(qapp: QApplication, catalogue: Catalogue) -> Make:
    """Composes the card of a muscle for somebody about whom nothing is told."""
    load_fonts()

    def composed(chosen: Chosen, answered: bool = True) -> Card:
        guidance = content.guidance(chosen.muscle)
        situation = Situation(on_paper=answered)
        return compose(catalogue, situation, answered, chosen, guidance, date(2026, 11, 23))

    return composed


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The figures of the program."""
    return Library(asset_root())
