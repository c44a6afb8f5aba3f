"""Nothing that the oracle forbids is offered, begun, lengthened, printed or spoken.

Every person of `tests.safety.people` goes to every place of the program where technique can be
met, with each muscle that has guidance, on both sides. Forbidden technique is recognised by the
sentences of its steps.
"""

import time
from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from guide.app.map_state import find, offer_for
from guide.app.routines import routines_state
from guide.app.session_setup import (
    begin_setup,
    decide_wish,
    make_plan,
    offers_after,
    with_numbers,
    with_spot,
    with_way,
)
from guide.app.session_state import Begin, Wish
from guide.app.session_words import spoken
from guide.core import session as engine
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance
from guide.core.pressure import narrowed
from guide.core.safety import Request, decide_all, permitted, spot_caps
from guide.core.safety_facts import Act
from guide.core.session import Plan, Status, StepKind
from tests.safety.people import Person, dealt, people, rarer
from tests.safety.tally import tell

SIDES = (Side.LEFT, Side.RIGHT)


@pytest.fixture(scope="module")
def persons(catalogue: Catalogue) -> tuple[Person, ...]:
    return tuple(people(catalogue))


def everybody(
    persons: tuple[Person, ...], guidance: dict[str, Guidance], share: int
) -> Iterator[tuple[Person, str, Side]]:
    for number, person in enumerate(persons):
        for muscle in dealt(guidance, number, share):
            for side in SIDES[: 1 if person.closed else 2]:  # what is closed has no side
                yield person, muscle, side


def test_rows_of_the_ranking_and_the_page_of_guidance(
    catalogue: Catalogue, guidance: dict[str, Guidance], persons: tuple[Person, ...], share: int
) -> None:
    seen: Counter[str] = Counter()
    for person, muscle, side in everybody(persons, guidance, share):
        text = guidance[muscle]
        offer = offer_for(catalogue, person.situation, muscle, side)
        shown = permitted(catalogue, person.situation, side, text)
        left = [way for way in text.press if not person.forbids(catalogue, muscle, side, way)]
        about = (person.name, muscle, side)
        assert not offer.press.allowed or left, about
        assert set(shown.press) <= set(left), about
        for way in shown.stroke:
            assert not person.forbids(catalogue, muscle, side, way), (about, way.title)
        assert shown.press or not (shown.find or shown.stroke), about
        for name in (*offer.stretches, *shown.stretches):
            assert not person.forbids_stretch(catalogue, name, side), (about, name)
        seen["ways left by the oracle"] += len(left)
        seen["ways shown"] += len(shown.press)
        seen["rows with Press"] += offer.press.allowed
    assert seen["ways shown"] > 0
    tell(f"Rows and guidance of {len(persons)} people: {dict(seen)}")


def test_that_a_closed_map_has_no_rows(catalogue: Catalogue, persons: tuple[Person, ...]) -> None:
    for person in persons:
        findings = find(catalogue, person.situation)
        if "stretch" in person.closed:
            assert not findings.offers, person.name
        for offer in findings.offers.values():
            assert not (offer.press.allowed and "press" in person.closed), person.name


def test_setup_plan_and_everything_that_lengthens_a_session(
    catalogue: Catalogue, guidance: dict[str, Guidance], persons: tuple[Person, ...], share: int
) -> None:
    plans, lengthened, begun = 0, set(), time.perf_counter()
    for person, muscle, side in everybody(persons, guidance, rarer(share)):
        wish = Wish(Begin.PRESSURE, muscle, side)
        if not decide_wish(catalogue, person.situation, wish).allowed:
            continue
        assert "press" not in person.closed, (person.name, muscle)
        for plan in every_plan(catalogue, person, wish, guidance[muscle]):
            check_plan(person, catalogue, plan)
            plans += 1
            if (shape := shape_of(plan)) not in lengthened:  # many people may do the same
                check_lengthened(person, catalogue, plan)
                lengthened.add(shape)
    seconds = time.perf_counter() - begun
    tell(f"{plans} plans, {len(lengthened)} different ones lengthened, in {seconds:.1f} s")
    assert plans > 0


def shape_of(plan: Plan) -> Plan:
    """``plan`` without the names: for the engine all plans of one shape are the same."""
    subjects = list(dict.fromkeys(step.subject for step in plan.steps))
    steps = (replace(s, subject=str(subjects.index(s.subject)), side=SIDES[0]) for s in plan.steps)
    return replace(plan, subject="", side=SIDES[0], steps=tuple(steps), tool="", posture="")


def every_plan(catalogue: Catalogue, person: Person, wish: Wish, text: Guidance) -> Iterator[Plan]:
    """The longest sessions that can be chosen: in every way, with all, the first, the last spot."""
    first = begin_setup(catalogue, person.situation, wish, 5, text.press)
    for number, choice in enumerate(first.ways):
        about = (person.name, wish, choice.way.title)
        assert not person.forbids(catalogue, wish.subject, wish.side, choice.way), about
        setup = with_way(first, number)
        for spot in setup.choices:
            setup = with_spot(setup, spot, chosen=True)
        for spots in {setup.spots, setup.choices[:1], setup.choices[-1:]}:
            chosen = with_numbers(replace(setup, spots=spots), 9999, 9999, 5)
            plan = make_plan(catalogue, wish, chosen)
            check_way(catalogue, person, plan)
            yield plan


def check_way(catalogue: Catalogue, person: Person, plan: Plan) -> None:
    """No step is above what is decided for its own point, tool and posture."""
    ways = {
        step.subject: Request(
            Act.PRESS, plan.subject, plan.side, step.subject, plan.tool, plan.posture
        )
        for step in plan.steps
    }
    decided = decide_all(catalogue, person.situation, ways.values())
    caps = {point: found.caps for point, found in zip(ways, decided, strict=True)}
    for step in plan.steps:
        own = caps[step.subject]
        assert own is not None, (person.name, step)
        assert plan.discomfort_cap <= own.discomfort_cap, (person.name, plan)
        assert plan.total_cap <= own.total, (person.name, plan)
        if step.kind is StepKind.HOLD:
            assert step.cap <= own.hold.high, (person.name, step)
            assert step.repeats <= own.repeats.high, (person.name, step)


def check_plan(person: Person, catalogue: Catalogue, plan: Plan) -> None:
    """No step of the plan is longer, harder or more often than the oracle lets it be."""
    about = (person.name, plan.subject, plan.side)
    holds = [step for step in plan.steps if step.kind is StepKind.HOLD]
    least = [
        person.limits(catalogue, plan.subject, plan.side, step.subject, plan.tool, plan.posture)
        for step in holds
    ]
    for step, limits in zip(holds, least, strict=True):
        assert step.side is plan.side, about
        assert step.cap is not None, about
        assert step.seconds <= step.cap <= limits["hold"], (about, step)
        assert step.repeats <= limits["repeats"], (about, step)
    assert plan.discomfort_cap <= min(limits["discomfort"] for limits in least), about
    assert plan.total_cap <= min(limits["total"] for limits in least), about
    assert sum(step.seconds for step in plan.steps) <= plan.total_cap, about
    assert len({step.subject for step in holds}) <= min(each["spots"] for each in least), about


def check_lengthened(person: Person, catalogue: Catalogue, plan: Plan) -> None:
    """A session in which somebody adds time, goes back, pauses and goes on as often as can be."""
    state, now, turned = engine.start(plan, 0.0), 0.0, 0
    while state.status is Status.RUNNING and now < 3 * 3600:
        if state.step.kind is StepKind.HOLD:
            for _ in range(12):
                state = engine.add_time(state, now)
            limit = person.limits(catalogue, plan.subject, plan.side, state.step.subject)["hold"]
            assert state.step_seconds <= limit, (person.name, state.step)
            if turned < 3 and now - state.step_began > 2:
                turned += 1
                state = engine.resume(engine.pause(state, now), now)
                state = engine.back(state, now)
        assert engine.elapsed(state, now) <= plan.total_cap + 1, (person.name, plan.subject)
        now += 1.0
        state = engine.tick(state, now)
    assert state.status is Status.FINISHED, (person.name, plan.subject, state.status)
    pressed = sum(hold.held for hold in state.holds)
    assert pressed <= plan.total_cap, (person.name, plan.subject)
    for hold in state.holds:
        limits = person.limits(catalogue, plan.subject, plan.side, hold.subject)
        assert hold.held <= limits["hold"] + 1e-6, (person.name, hold)


def test_that_an_interrupted_session_goes_on_within_the_limits_of_now(
    catalogue: Catalogue, guidance: dict[str, Guidance], persons: tuple[Person, ...], share: int
) -> None:
    """What was begun by somebody healthy is narrowed for whoever they are now, or ended."""
    healthy, narrower = persons[0].situation, 0
    for muscle in dealt(pressed(catalogue, guidance), 0, share):
        for side in SIDES:
            wish = Wish(Begin.PRESSURE, muscle, side)
            setup = begin_setup(catalogue, healthy, wish, 5, guidance[muscle].press)
            for number, choice in enumerate(setup.ways):
                wanted = with_numbers(with_way(setup, number), 9999, 9999, 5)
                plan = make_plan(catalogue, wish, wanted)
                for person in persons:
                    own = spot_caps(catalogue, person.situation, muscle, side, choice.way)
                    try:
                        fresh = narrowed(plan, own)
                    except ValueError:
                        continue  # it does not fit any more, and is not gone on with
                    assert not person.forbids(catalogue, muscle, side, choice.way), person.name
                    check_plan(person, catalogue, fresh)
                    check_way(catalogue, person, fresh)
                    narrower += fresh != plan
    assert narrower > 0


def test_routines_movements_and_what_is_offered_afterwards(
    catalogue: Catalogue, persons: tuple[Person, ...], share: int
) -> None:
    for number, person in enumerate(persons):
        state = routines_state(catalogue, person.situation)
        for row in state.routines:
            stretches = catalogue.routines[row.routine].stretches
            bad = [name for name in stretches if forbidden_somewhere(person, catalogue, name)]
            if bad and person.name not in ("signs open", "not asked"):  # asked when it is chosen
                assert row.refused, (person.name, row.routine, bad)
            wish = Wish(Begin.ROUTINE, row.routine, Side.MIDLINE)
            assert not (bad and decide_wish(catalogue, person.situation, wish).allowed)
        for name in dealt(catalogue.stretches, number, share):
            for side in SIDES:
                wish = Wish(Begin.STRETCH, name, side)
                if decide_wish(catalogue, person.situation, wish).allowed:
                    assert not person.forbids_stretch(catalogue, name, side), (person.name, name)
        for muscle in dealt(catalogue.guided, number, share):
            wish = Wish(Begin.PRESSURE, muscle, Side.RIGHT)
            for offer in offers_after(catalogue, person.situation, wish):
                if offer.begin is Begin.STRETCH:
                    bad = person.forbids_stretch(catalogue, offer.subject, offer.side)
                    assert not bad, (person.name, offer)
                else:
                    assert "move" not in person.closed, (person.name, offer)
                    assert not any(each.entry == "told_to_stop" for each in person.told)


def pressed(catalogue: Catalogue, guidance: dict[str, Guidance]) -> list[str]:
    return [muscle for muscle in guidance if catalogue.muscles[muscle].may_be_pressed]


def forbidden_somewhere(person: Person, catalogue: Catalogue, stretch: str) -> bool:
    return any(person.forbids_stretch(catalogue, stretch, side) for side in SIDES)


def test_that_the_voice_says_only_the_step_and_its_own_side(
    catalogue: Catalogue, guidance: dict[str, Guidance], persons: tuple[Person, ...]
) -> None:
    healthy = persons[0].situation
    for muscle in pressed(catalogue, guidance):
        for side in SIDES:
            wish = Wish(Begin.PRESSURE, muscle, side)
            setup = begin_setup(catalogue, healthy, wish, 5, guidance[muscle].press)
            for step in make_plan(catalogue, wish, setup).steps:
                said = spoken(engine.SessionKind.PRESSURE, step, Status.RUNNING).lower()
                assert side.other.value not in said
                assert not any(word in said for word in ("harder", "longer", "more"))
