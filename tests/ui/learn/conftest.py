"""What the pages of Learn stand on: the real texts, and requests that are listened to."""

import pytest
from PySide6.QtWidgets import QApplication

from guide.app.learn_presenter import Books, LearnPresenter
from guide.app.map_presenter import MapPresenter
from guide.content import drawing, glossary, guidance, lessons, search_index
from guide.core.catalogue import Catalogue
from guide.ui.look import Look
from guide.ui.reading import Kit
from guide.ui.requests import MapRequests, connect_map
from tests.ui.steps import make_presenter


@pytest.fixture
def map_(qapp: QApplication, catalogue: Catalogue) -> MapPresenter:
    """Nothing is painted yet."""
    return make_presenter(catalogue)


@pytest.fixture
def kit(look: Look, catalogue: Catalogue, map_: MapPresenter) -> Kit:
    """What pages are made with."""
    requests = MapRequests(map_)
    connect_map(requests, map_)
    return Kit(look, catalogue, requests, "read")


@pytest.fixture
def books() -> Books:
    """The real lessons, words and guidance."""
    return Books(lessons, glossary, guidance, drawing, search_index)


@pytest.fixture
def learn(catalogue: Catalogue, books: Books, map_: MapPresenter) -> LearnPresenter:
    """At the lessons."""
    return LearnPresenter(catalogue, books, map_, map_)
