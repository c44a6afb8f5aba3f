"""What stands between a wish and its session."""

import pytest
from msgspec.structs import replace

from guide.app.session_guard import SessionGuard
from guide.app.session_setup import make_plan, with_spot
from guide.app.session_state import Begin, Wish
from guide.core.anatomy import Side
from guide.core.records import Unfinished
from guide.core.safety import ProfileItem
from guide.core.safety_facts import Ceiling
from tests.app.fakes import (
    BALL,
    FINGERS,
    WAYS,
    FakeGate,
    FakeJournal,
    small_catalogue,
    small_guidance,
)
from tests.core.builders import record
from tests.core.safety.world import entry, rule

SORE = entry("sore", rule("sore.light", ceiling=Ceiling(2, 12, total=100)))
THIN = entry("thin", rule("thin.tools", tools=("@tool",), refuse=True))
CATALOGUE = replace(small_catalogue(), profile_entries={"sore": SORE, "thin": THIN})
PRESS = Wish(Begin.PRESSURE, "soft", Side.RIGHT)
STRETCH = Wish(Begin.STRETCH, "bend", Side.LEFT)


def make(gate: FakeGate, journal: FakeJournal) -> SessionGuard:
    return SessionGuard(CATALOGUE, gate, journal, small_guidance)


def test_the_history_is_read_anew_each_time() -> None:
    gate, journal = FakeGate(), FakeJournal()
    guard = make(gate, journal)
    assert guard.judge(PRESS)[1] == ()
    journal.saved.append(record("soft", at=gate.clock.utc()))
    situation, refused = guard.judge(PRESS)
    assert situation.history == tuple(journal.saved)
    assert any("a short while ago" in sentence for sentence in refused)


def test_without_a_readable_journal_nothing_is_pressed_and_stretching_is_judged() -> None:
    gate, journal = FakeGate(), FakeJournal()
    guard = make(gate, journal)
    journal.failing = "The file is damaged."
    assert guard.judge(PRESS)[1] == ("The file is damaged.",)
    assert guard.judge(STRETCH)[1] == ()
    assert guard.situation() == (gate.situation(), "The file is damaged.")
    gate.child = True
    assert guard.judge(STRETCH)[1] == (
        "Unknot is made for adults.", "Please ask a clinician together with a parent.",
    )  # fmt: skip


def test_limits_that_changed_while_one_chose_are_noticed() -> None:
    gate = FakeGate()
    guard, situation = make(gate, FakeJournal()), gate.situation()
    chosen = with_spot(guard.set_up(situation, PRESS, 10), "soft.lower", True)
    assert not guard.limits_changed(situation, PRESS, chosen)
    sore = replace(situation.profile, items=(ProfileItem("sore"),))
    assert guard.limits_changed(replace(situation, profile=sore), PRESS, chosen)


def test_what_was_cut_short_goes_on_within_the_caps_of_now() -> None:
    gate = FakeGate()
    guard, situation = make(gate, FakeJournal()), gate.situation()
    plan = make_plan(CATALOGUE, PRESS, guard.set_up(situation, PRESS, 10))
    cut = Unfinished(record("soft"), 2, plan)
    assert guard.narrowed(situation, PRESS, cut) == cut
    sore = replace(situation.profile, items=(ProfileItem("sore"),))
    less = guard.narrowed(replace(situation, profile=sore), PRESS, cut).plan
    assert (less.discomfort_cap, less.total_cap) == (2, 100.0)
    gate.child = True
    with pytest.raises(ValueError, match="may not be pressed"):
        guard.narrowed(gate.situation(), PRESS, cut)
    routine = make_plan(CATALOGUE, STRETCH, guard.set_up(situation, STRETCH, 10))
    bent = replace(cut, plan=routine)
    assert guard.narrowed(situation, STRETCH, bent).plan == routine
    gentle = guard.narrowed(replace(situation, profile=sore), STRETCH, bent).plan
    assert (gentle.discomfort_cap, gentle.total_cap) == (2, 100.0)


def test_what_was_cut_short_keeps_its_way_and_the_caps_of_that() -> None:
    gate = FakeGate()
    guard, situation = make(gate, FakeJournal()), gate.situation()
    ball = replace(PRESS, way=BALL)
    plan = make_plan(CATALOGUE, ball, guard.set_up(situation, ball, 10))
    assert guard.way_of(situation, plan) == BALL
    cut = Unfinished(record("soft"), 2, replace(plan, discomfort_cap=5))
    assert guard.narrowed(situation, ball, cut).plan.discomfort_cap == 3
    other = make_plan(CATALOGUE, PRESS, guard.set_up(situation, PRESS, 10))
    assert guard.way_of(situation, other) == FINGERS
    # A ball may not be used any more, or nobody knows what was pressed with: it does not go on.
    thin = replace(situation.profile, items=(ProfileItem("thin"),))
    for known, kept in (
        (replace(situation, profile=thin), plan),
        (situation, replace(plan, tool="")),
    ):
        assert guard.way_of(known, kept) is None
        with pytest.raises(ValueError, match="may not be pressed"):
            guard.narrowed(known, ball, replace(cut, plan=kept))


def test_only_a_muscle_with_text_has_ways() -> None:
    gate = FakeGate()
    guard, situation = make(gate, FakeJournal()), gate.situation()
    assert {choice.way for choice in guard.set_up(situation, PRESS, 10).ways} == set(WAYS)
    assert guard.set_up(situation, STRETCH, 10).ways == ()
