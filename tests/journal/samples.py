"""Records to save: one of each by hand, and all that hypothesis can think of."""

from uuid import UUID

from hypothesis import strategies as st

from guide.core.anatomy import Place, Side
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord, SessionRecord, Unfinished
from guide.core.safety import After, Answers, Onset, PainKind
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


def an_unfinished(number: int = 100, note: str = "") -> Unfinished:
    record = a_session(number, note=note)
    steps = (
        Step(StepKind.GET_READY, 10, record.side, "levator_scapulae.tp1"),
        Step(StepKind.HOLD, 30, record.side, "levator_scapulae.tp1", 1, 2, 60),
    )
    return Unfinished(record, 1, Plan(record.kind, record.subject, record.side, steps))


ids = st.uuids(version=4).map(lambda value: value.hex)
moments = st.datetimes().map(lambda at: f"{at:%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0"))
offsets = st.integers(-14 * 60, 14 * 60)
sides = st.sampled_from(Side)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=100)
notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
levels = st.none() | st.integers(0, 10)
several = st.frozensets(words, max_size=4)


def seconds(most: float) -> st.SearchStrategy[float]:
    return st.floats(0, most) | st.integers(0, int(most)).map(float) | st.just(-0.0)


marks = st.builds(Mark, st.builds(Place, words, sides), st.sampled_from(Strength))
answers = st.builds(
    Answers,
    adult=st.none() | st.booleans(),
    fifty_or_over=st.none() | st.booleans(),
    onset=st.none() | st.sampled_from(Onset),
    after=st.none() | st.sampled_from(After),
    kinds=st.none() | st.frozensets(st.sampled_from(PainKind)),
    no_pressure=st.none() | several,
    signs=several,
    asked=several,
)
maps = st.builds(MapRecord, ids, moments, offsets, st.lists(marks, max_size=5).map(tuple), answers)
holds = st.builds(
    HoldDone,
    words,
    sides,
    st.integers(1, 100),
    seconds(90),
    seconds(95),
    st.sampled_from(HoldEnd),
    st.none() | seconds(95),
)
sessions = st.builds(
    SessionRecord,
    id=ids,
    kind=st.sampled_from(SessionKind),
    subject=words,
    side=sides,
    at=moments,
    offset_minutes=offsets,
    seconds=seconds(86400),
    completed=st.booleans(),
    stop_reason=st.none() | words,
    before=levels,
    during=levels,
    after=levels,
    note=notes,
    map_id=st.none(),
    holds=st.lists(holds, max_size=5).map(tuple),
    felt=st.lists(st.builds(Felt, seconds(86400), st.integers(0, 10)), max_size=5).map(tuple),
)
