"""What the program ships, for all who look for holes in the guard."""

from importlib import import_module

import pytest

from guide import content
from guide.core.catalogue import Catalogue, Guidance
from guide.core.safety import Situation


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


@pytest.fixture(scope="module")
def guidance(catalogue: Catalogue) -> dict[str, Guidance]:
    texts = {muscle: content.guidance(muscle, "en") for muscle in sorted(catalogue.guided)}
    return {muscle: text for muscle, text in texts.items() if text is not None}


@pytest.fixture(
    params=[
        pytest.param(12, id="a twelfth"),
        pytest.param(2, id="half", marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
    ]
)
def share(request: pytest.FixtureRequest) -> int:
    """Of all pairs of a person and a muscle every so-manyth is looked at (`dealt`)."""
    found: int = request.param
    return found


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows from a situation is worked out once while it is asked about: for speed."""
    module = import_module("guide.core.safety.decide")
    work_out, last = module._case, []

    def case(catalogue: Catalogue, situation: Situation) -> object:
        if not last or last[0] is not catalogue or last[1] is not situation:
            last[:] = catalogue, situation, work_out(catalogue, situation)
        return last[2]

    monkeypatch.setattr(module, "_case", case)
