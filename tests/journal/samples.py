"""Records to save, one of each by hand."""

from uuid import UUID

from guide.core.anatomy import Place, Side
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord, SessionRecord, Unfinished
from guide.core.safety import After, Answers, Onset, PainKind
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.session import Felt, HoldDone, HoldEnd, Plan, SessionKind, Step, StepKind


def an_id(number: int) -> str:
    """A UUID4 in hex that differs for every number."""
    return UUID(int=(number * 0x9E3779B97F4A7C15F39CC0605CEDC835) % 2**128, version=4).hex


def a_map(number: int = 1, at: str = "2026-11-22T15:04:05Z") -> MapRecord:
    return MapRecord(
        id=an_id(number),
        at=at,
        offset_minutes=60,
        marks=(
            Mark(Place("neck.side", Side.LEFT), Strength.STRONG),
            Mark(Place("head.occiput", Side.MIDLINE), Strength.MILD),
        ),
        answers=Answers(
            adult=True,
            fifty_or_over=False,
            onset=Onset.DAYS,
            after=After.NOTHING,
            kinds=frozenset({PainKind.ACHE, PainKind.SHARP}),
            no_pressure=frozenset(),
            asked=frozenset({"RF-HEAD.sudden", "RF-NECK-VASC.dizzy"}),
        ),
    )


def a_session(
    number: int = 100,
    note: str = "eased a little",
    map_id: str | None = None,
    at: str = "2026-11-22T15:10:00Z",
    kind: SessionKind = SessionKind.PRESSURE,
    side: Side = Side.LEFT,
    subject: str = "levator_scapulae",
) -> SessionRecord:
    return SessionRecord(
        id=an_id(number),
        kind=kind,
        subject=subject,
        side=side,
        at=at,
        offset_minutes=60,
        seconds=312.5,
        completed=True,
        stop_reason=None,
        before=6,
        during=5,
        after=3,
        note=note,
        map_id=map_id,
        holds=(
            HoldDone("levator_scapulae.tp1", side, 1, 30, 30.0, HoldEnd.COMPLETED, None),
            HoldDone("levator_scapulae.tp1", side, 2, 30, 21.25, HoldEnd.EASED, 21.25),
        ),
        felt=(Felt(12.5, 4), Felt(60.0, 5)),
    )


def a_profile() -> Profile:
    return Profile(
        adult=True,
        fifty_or_over=False,
        items=(
            ProfileItem("blood_thinners"),
            ProfileItem(
                "injection",
                frozenset({Place("shoulder.lateral", Side.LEFT), Place("neck.back", Side.MIDLINE)}),
                "2026-11-20",
            ),
        ),
        asked=True,
    )


def an_unfinished(number: int = 100, note: str = "") -> Unfinished:
    record = a_session(number, note=note)
    steps = (
        Step(StepKind.GET_READY, 10, record.side, "levator_scapulae.tp1"),
        Step(StepKind.HOLD, 30, record.side, "levator_scapulae.tp1", 1, 2, 60),
    )
    return Unfinished(record, 1, Plan(record.kind, record.subject, record.side, steps))
