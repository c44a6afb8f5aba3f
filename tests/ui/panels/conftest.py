"""What the panels stand on: requests that are listened to, and a presenter with the real facts."""

import pytest
from PySide6.QtWidgets import QApplication

from guide.app.map_presenter import MapPresenter
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.ui.look import Look
from guide.ui.reading import Kit
from guide.ui.requests import MapRequests, connect_map
from tests.ui.steps import answer_all, make_presenter

NECK = Place("neck.posterior_lower", Side.RIGHT)


@pytest.fixture
def presenter(qapp: QApplication, catalogue: Catalogue) -> MapPresenter:
    """Nothing is painted yet."""
    return make_presenter(catalogue)


@pytest.fixture
def requests(presenter: MapPresenter) -> MapRequests:
    """Requests that the presenter answers."""
    made = MapRequests(presenter)
    connect_map(made, presenter)
    return made


@pytest.fixture
def kit(look: Look, catalogue: Catalogue, requests: MapRequests) -> Kit:
    """What parts of pages are made with."""
    return Kit(look, catalogue, requests)


@pytest.fixture
def ranked(presenter: MapPresenter) -> MapPresenter:
    """The neck is painted and the questions are answered."""
    presenter.paint(NECK)
    answer_all(presenter)
    return presenter
