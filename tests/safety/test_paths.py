"""Whatever order somebody clicks in, the map never offers what the oracle forbids.

Painting, wiping off, telling, ticking, going back, taking back, changing the profile and
stopping sessions come in any order; after each of them the state is looked at.
"""

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from guide import content
from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Panel
from guide.core.anatomy import Place, Side
from guide.core.answers import After, Onset, PainKind
from guide.core.catalogue import Level
from guide.core.safety import Profile, ProfileItem, QuestionKind
from guide.core.safety.situation import Stopped
from tests.safety import oracle
from tests.safety.people import PAINTED, Person, whole
from tests.ui.steps import answer_all, make_presenter

CATALOGUE = content.load()
GUIDED = sorted(CATALOGUE.guided)
ENTRIES = sorted(CATALOGUE.profile_entries)
# Most entries leave something to press: the others are drawn more rarely.
MILDER = [name for name in ENTRIES if not CATALOGUE.profile_entries[name].no_pressure] * 5 + ENTRIES
STOPS = [name for name, stop in CATALOGUE.stop_reasons.items() if stop.level is Level.CLINICIAN]
STOPS = STOPS * 8 + sorted(CATALOGUE.stop_reasons)
SIDES = st.sampled_from([Side.LEFT, Side.RIGHT])
PLACES = st.sampled_from([*PAINTED, Place("hand.palm", Side.RIGHT), Place("neck.front", Side.LEFT)])
PARTS = ("neck", "head", "upper_back", "shoulder", "hand")


def areas(parts: set[str], side: Side) -> frozenset[Place]:
    """What somebody names who ticks these parts of the body."""
    return whole(CATALOGUE, parts, side)


AREAS = st.builds(areas, st.sets(st.sampled_from(PARTS), max_size=2), SIDES)
PROFILES = st.builds(
    Profile,
    adult=st.sampled_from([True] * 9 + [False]),
    fifty_or_over=st.booleans(),
    items=st.lists(
        st.builds(ProfileItem, st.sampled_from(MILDER), AREAS),
        max_size=2,
    ).map(tuple),
    asked=st.just(True),
)
LEVELS: dict[str, set[Level]] = {}
for _flag in CATALOGUE.red_flags.values():
    for _sign in _flag.signs:
        LEVELS.setdefault(_sign.id, set()).add(_sign.level)
GRAVE = {Level.EMERGENCY, Level.URGENT}


class Clicking(RuleBasedStateMachine):
    """Somebody at the map."""

    def __init__(self) -> None:
        super().__init__()
        self.map: MapPresenter = make_presenter(CATALOGUE)

    @initialize(place=PLACES)
    def begin(self, place: Place) -> None:
        self.map.paint(place)
        answer_all(self.map)

    @rule(place=PLACES)
    def paint_or_wipe(self, place: Place) -> None:
        self.map.paint(place)

    @rule()
    def paint_and_answer_calmly(self) -> None:
        """Most people have none of the signs."""
        if not self.map.state.intent.drawing.marks:
            self.map.paint(PAINTED[0])
        answer_all(self.map)

    @rule(step=st.sampled_from(["undo", "clear", "ask", "leave_questions", "back"]))
    def click(self, step: str) -> None:
        getattr(self.map, step)()

    @rule(after=st.sampled_from(After), kinds=st.frozensets(st.sampled_from(PainKind), min_size=1))
    def tell(self, after: After, kinds: frozenset[PainKind]) -> None:
        self.map.tell(Onset.DAYS, after, kinds)

    @rule(profile=PROFILES)
    def say_who(self, profile: Profile) -> None:
        self.map.about(profile)

    @rule(profile=PROFILES)
    def change_the_profile(self, profile: Profile) -> None:
        self.map.use_profile(profile)

    @precondition(lambda self: self.items())
    @rule(which=st.sampled_from([None] * 6 + [0, -1]))
    def answer(self, which: int | None) -> None:
        items = self.items()
        self.map.answer_items(frozenset() if which is None else frozenset({items[which]}))

    @precondition(lambda self: self.map.state.findings.verdict.reasons)
    @rule()
    def take_the_first_back(self) -> None:
        self.map.doubt(self.map.state.findings.verdict.reasons[0])
        self.map.take_back()

    @rule(reason=st.sampled_from(STOPS), muscle=st.sampled_from(GUIDED))
    def stop_a_session(self, reason: str, muscle: str) -> None:
        self.map.report(Stopped(reason, muscle, Side.RIGHT))

    @rule(muscle=st.sampled_from(GUIDED), side=SIDES)
    def choose(self, muscle: str, side: Side) -> None:
        self.map.choose(muscle, side)

    @rule(profile=PROFILES, muscle=st.sampled_from(GUIDED), side=SIDES)
    def choose_and_change_the_profile(self, profile: Profile, muscle: str, side: Side) -> None:
        self.map.choose(muscle, side)
        self.map.use_profile(profile)

    def items(self) -> tuple[str, ...]:
        """The lines that are asked now."""
        question = self.map.state.findings.question
        return question.items if question and question.kind is QuestionKind.SIGNS else ()

    @invariant()
    def nothing_is_offered_while_something_is_open_or_closed(self) -> None:
        state = self.map.state
        pressable = [key for key, offer in state.findings.offers.items() if offer.press.allowed]
        if state.findings.question is not None or self.closed():
            assert not pressable
            assert state.guidance is None or not state.guidance.press
        if self.closed():
            assert state.panel not in (Panel.RANKING, Panel.GUIDANCE)

    @invariant()
    def no_forbidden_way_is_shown(self) -> None:
        state = self.map.state
        if state.guidance is None or state.intent.chosen is None:
            return
        muscle, side = state.intent.chosen.muscle, state.intent.chosen.side
        person = Person("", self.map.situation(), self.told())
        for way in state.guidance.press:
            assert not person.forbids(CATALOGUE, muscle, side, way)
        for name in state.guidance.stretches:
            assert not person.forbids_stretch(CATALOGUE, name, side)
        for stop in state.intent.stopped:
            if CATALOGUE.stop_reasons[stop.reason].level is Level.CLINICIAN:
                assert (muscle, side) != (stop.muscle, stop.side) or not state.guidance.press

    def told(self) -> tuple[oracle.Told, ...]:
        items = self.map.state.intent.profile.items
        return tuple(oracle.Told(item.entry, item.places, item.since) for item in items)

    def closed(self) -> bool:
        """Whether anything that was said closes pressing everywhere."""
        intent = self.map.state.intent
        return bool(
            intent.profile.adult is False
            or intent.answers.no_pressure
            or any(LEVELS[sign] & GRAVE for sign in intent.answers.signs)
            or any(CATALOGUE.stop_reasons[each.reason].level in GRAVE for each in intent.stopped)
            or any(CATALOGUE.profile_entries[i.entry].no_pressure for i in intent.profile.items)
        )


TestClicking = Clicking.TestCase
TestClicking.settings = settings(
    max_examples=120,
    stateful_step_count=20,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
