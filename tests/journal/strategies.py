"""All records that hypothesis can think of."""

from hypothesis import strategies as st

from guide.core.anatomy import Place, Side
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.safety import After, Answers, Onset, PainKind
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.session import Felt, HoldDone, HoldEnd, SessionKind

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
items = st.builds(
    ProfileItem,
    entry=words,
    places=st.frozensets(st.builds(Place, words, sides), max_size=4),
    since=st.just("") | st.dates().map(str),
)
profiles = st.builds(
    Profile,
    adult=st.none() | st.booleans(),
    fifty_or_over=st.none() | st.booleans(),
    items=st.lists(items, max_size=5).map(tuple),
    asked=st.booleans(),
)
