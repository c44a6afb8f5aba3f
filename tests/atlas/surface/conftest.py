"""The surface files that the program ships, read once."""

from pathlib import Path

import pytest

from guide.atlas.surface.body import Body, load_body
from guide.atlas.surface.mesh import Surface, load_surface
from guide.core.orientation import FigureName

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "atlas" / "surface"


@pytest.fixture(scope="session")
def surface() -> Surface:
    return load_surface(FOLDER)


@pytest.fixture(scope="session")
def female(surface: Surface) -> Body:
    return load_body(FOLDER, surface, FigureName.FEMALE)
