"""Plans, muscles and catalogues for the tests of the core, with free numbers and names."""

from typing import Any

from guide.core.anatomy import Place, Side
from guide.core.catalogue import (
    Catalogue,
    Dose,
    GuideEntry,
    Muscle,
    NoPressure,
    Range,
    RedFlag,
    Referral,
    Sides,
    StopReason,
    Stretch,
    TriggerPoint,
    Way,
    Zone,
)
from guide.core.drawing import Mark, Strength
from guide.core.records import SessionRecord
from guide.core.safety_facts import DangerZone, ProfileEntry, SafetyClass, Tool
from guide.core.session import HoldDone, HoldEnd, Plan, SessionKind, Step, StepKind


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


def muscle(
    name: str,
    main: tuple[str, ...] = (),
    spillover: tuple[str, ...] = (),
    crosses: tuple[str, ...] = (),
    safety: SafetyClass = SafetyClass.GREEN,
    dose: Dose | None = None,
    points: tuple[TriggerPoint, ...] | None = None,
) -> Muscle:
    """A muscle with two points that may be pressed, unless told otherwise."""
    if points is None:
        points = (point(f"{name}.one"), point(f"{name}.two"))
    dose = dose or Dose(Range(4, 6), Range(30, 60), Range(2, 3), Range(1, 2))
    referral = Referral(main, spillover, crosses)
    return Muscle(name, name, name, "neck", safety, "", "", "", points, referral, dose, (), (), {})


def point(name: str, self_press: bool = True, zones: tuple[str, ...] = ()) -> TriggerPoint:
    """A trigger point."""
    return TriggerPoint(name, name, "", "superficial", (), self_press, zones)


def catalogue(
    *muscles: Muscle,
    guide: tuple[GuideEntry, ...] = (),
    flags: tuple[RedFlag, ...] = (),
    no_pressure: tuple[NoPressure, ...] = (),
    stretches: tuple[Stretch, ...] = (),
    zones: tuple[str, ...] = (),
    guided: frozenset[str] | None = None,
    entries: tuple[ProfileEntry, ...] = (),
    danger: tuple[DangerZone, ...] = (),
    tools: tuple[Tool, ...] = (),
    ways: dict[str, tuple[Way, ...]] | None = None,
    stop_reasons: tuple[StopReason, ...] = (),
) -> Catalogue:
    """A catalogue of these muscles, all of them guided unless told otherwise."""
    names = [each.id for each in muscles]
    return Catalogue(
        zones={zone: Zone(zone, zone, "", zone in MIDLINE, on_skin=True) for zone in zones},
        muscles={each.id: each for each in muscles},
        guide_order=guide,
        stretches={each.id: each for each in stretches},
        movements={},
        routines={},
        red_flags={each.id: each for each in flags},
        no_pressure={each.id: each for each in no_pressure},
        stop_reasons={each.id: each for each in stop_reasons},
        sources={},
        guided=frozenset(names) if guided is None else guided,
        ways=ways or {},
        tools={each.id: each for each in tools},
        profile_entries={each.id: each for each in entries},
        danger_zones={each.id: each for each in danger},
    )


def stretch(
    name: str, sides: Sides = Sides.EACH, muscles: tuple[str, ...] = (), hold: int = 20
) -> Stretch:
    """A stretch."""
    return Stretch(name, name, sides, "chair", muscles, "", "", "", "", hold, (), False, name)


MIDLINE = frozenset({"back.sacrum", "belly.middle"})


def place(zone: str, side: Side = Side.RIGHT) -> Place:
    """``zone`` on ``side``; zones of the midline have none."""
    return Place(zone, Side.MIDLINE if zone in MIDLINE else side)


def marks(*zones: str, side: Side = Side.RIGHT, strength: int = 2) -> tuple[Mark, ...]:
    """Marks on ``zones``, all of one side and strength."""
    return tuple(Mark(place(zone, side), Strength(strength)) for zone in zones)


def record(
    subject: str = "trap",
    at: str = "2026-11-22T12:00:00Z",
    held: float = 30.0,
    kind: SessionKind = SessionKind.PRESSURE,
    side: Side = Side.RIGHT,
    **more: Any,
) -> SessionRecord:
    """A whole session of one hold, ten minutes long."""
    done = HoldDone(f"{subject}.one", side, 1, 30.0, held, HoldEnd.COMPLETED, None)
    values: dict[str, Any] = {
        "offset_minutes": 0,
        "seconds": 600.0,
        "completed": True,
        "stop_reason": None,
        "before": None,
        "during": None,
        "after": None,
        "note": "",
        "map_id": None,
        "felt": (),
    }
    holds = (done,)
    return SessionRecord(
        id=f"{subject}-{at}", kind=kind, subject=subject, side=side, at=at, holds=holds,
        **values | more,
    )  # fmt: skip
