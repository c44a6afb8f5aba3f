"""What the program ships, for all who look for holes in the guard."""

import pytest

from guide import content
from guide.core.catalogue import Catalogue, Guidance


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


@pytest.fixture(scope="module")
def guidance(catalogue: Catalogue) -> dict[str, Guidance]:
    texts = {muscle: content.guidance(muscle, "en") for muscle in sorted(catalogue.guided)}
    return {muscle: text for muscle, text in texts.items() if text is not None}


@pytest.fixture(
    params=[
        pytest.param(6, id="a sixth"),
        pytest.param(1, id="all", marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
    ]
)
def share(request: pytest.FixtureRequest) -> int:
    """Of all pairs of a person and a muscle every so-manyth is looked at (`dealt`)."""
    found: int = request.param
    return found
