"""Plans for the tests of the engine: the same shapes as the real ones, with free numbers."""

from guide.core.anatomy import Side
from guide.core.session import Plan, SessionKind, Step, StepKind


def pressure_plan(
    spots: int = 1,
    repeats: int = 2,
    hold: float = 30.0,
    cap: float = 60.0,
    rest: float = 20.0,
    total_cap: float = 900.0,
) -> Plan:
    """Get ready, then ease in (3 s), hold, let go (4 s), rest; the last rest is left out."""
    steps: list[Step] = []
    for spot in range(spots):
        for repeat in range(1, repeats + 1):
            about = (Side.LEFT, f"muscle.p{spot}", repeat, repeats)
            kind, pause = (StepKind.REST, rest) if steps else (StepKind.GET_READY, 10.0)
            steps += [
                Step(kind, pause, *about),
                Step(StepKind.EASE_IN, 3.0, *about),
                Step(StepKind.HOLD, hold, *about, cap=cap),
                Step(StepKind.RELEASE, 4.0, *about),
            ]
    return Plan(SessionKind.PRESSURE, "muscle", Side.LEFT, tuple(steps), total_cap=total_cap)


def stretch_plan(stretches: int = 2, hold: float = 20.0, total_cap: float = 900.0) -> Plan:
    """Each stretch on the right, then on the left, with 5 s before each and 3 s at the end."""
    steps: list[Step] = []
    for stretch in range(stretches):
        for side, kind in ((Side.RIGHT, StepKind.GET_READY), (Side.LEFT, StepKind.SWITCH_SIDE)):
            steps += [
                Step(kind, 5.0, side, f"stretch{stretch}"),
                Step(StepKind.HOLD, hold, side, f"stretch{stretch}", cap=60.0),
            ]
    steps.append(Step(StepKind.RELEASE, 3.0, Side.LEFT, f"stretch{stretches - 1}"))
    return Plan(SessionKind.STRETCH, "routine", Side.MIDLINE, tuple(steps), total_cap=total_cap)
