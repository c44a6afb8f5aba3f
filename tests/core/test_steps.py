"""Plans that the engine refuses, each with a sentence that names the step."""

import pytest
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.session import Plan, SessionKind, Step, StepKind, start
from guide.core.steps import check_plan, hold_cap
from tests.core.builders import pressure_plan, stretch_plan

READY = Step(StepKind.GET_READY, 5.0, Side.LEFT, "spot")
EASE = Step(StepKind.EASE_IN, 3.0, Side.LEFT, "spot")
HOLD = Step(StepKind.HOLD, 30.0, Side.LEFT, "spot")
RELEASE = Step(StepKind.RELEASE, 3.0, Side.LEFT, "spot")
REST = Step(StepKind.REST, 20.0, Side.LEFT, "spot")


@pytest.mark.parametrize("plan", [pressure_plan(3, 3), stretch_plan(6)])
def test_sound_plans_pass(plan: Plan) -> None:
    check_plan(plan)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "at least one step"),
        ((EASE, HOLD, RELEASE), "begin and end"),
        ((READY, EASE, HOLD), "begin and end"),
        ((READY, EASE, RELEASE), "step 1: a hold must follow"),
        ((READY, replace(HOLD, side=Side.RIGHT), RELEASE), "step 1: the step before"),
        ((READY, HOLD, RELEASE, replace(HOLD, repeat=2), RELEASE), "step 3: a hold needs a rest"),
        ((READY, HOLD, REST, HOLD, RELEASE), "step 3: .* its own name"),
        ((READY, replace(HOLD, seconds=60.0, cap=45.0), RELEASE), "step 1: 60.0 seconds"),
        ((READY, replace(HOLD, seconds=91.0, cap=120.0), RELEASE), "step 1: 91.0 seconds"),
        ((READY, replace(HOLD, seconds=0.0), RELEASE), "step 1: 0.0 seconds"),
        ((replace(READY, seconds=-1.0), HOLD, RELEASE), "step 0: -1.0 seconds"),
        ((replace(READY, seconds=float("nan")), HOLD, RELEASE), "step 0: nan seconds"),
    ],
)
def test_a_plan_that_cannot_be_kept_safe_is_refused(steps: tuple[Step, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        start(Plan(SessionKind.PRESSURE, "muscle", Side.LEFT, steps), 0.0)


@pytest.mark.parametrize(
    "changes", [{"total_cap": 901.0}, {"total_cap": 0.0}, {"discomfort_cap": 7}]
)
def test_a_plan_cannot_raise_the_hard_limits(changes: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="cap must lie"):
        start(replace(pressure_plan(), **changes), 0.0)


def test_the_cap_of_a_hold_is_its_own_or_as_planned_and_never_above_90() -> None:
    assert hold_cap(HOLD) == 30.0
    assert hold_cap(replace(HOLD, cap=60.0)) == 60.0
    assert hold_cap(replace(HOLD, cap=500.0)) == 90.0
