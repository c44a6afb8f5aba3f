"""A look, the real content, and a small drawn-by-rule figure that stands in for the atlas."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from guide.atlas.library import Library
from guide.content import load
from guide.core.catalogue import Catalogue
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look, start_style
from tests.ui.small_atlas import write_atlas


@pytest.fixture(scope="session")
def atlas_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An assets folder with a figure of five squares."""
    root = tmp_path_factory.mktemp("assets")
    write_atlas(root)
    return root


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look at 100 %, without motion."""
    start_style(qapp)
    made = Look(motion=False)
    made.apply()
    yield made
    made.deleteLater()


@pytest.fixture
def library(atlas_root: Path) -> Library:
    """The small atlas."""
    return Library(atlas_root)


@pytest.fixture
def pictures(look: Look) -> FigurePictures:
    """Pictures in the colours of the look."""
    return FigurePictures(look)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real facts."""
    return load()
