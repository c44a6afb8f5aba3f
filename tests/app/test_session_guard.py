"""What stands between a wish and its session."""

import pytest
from msgspec.structs import replace

from guide.app.session_guard import SessionGuard
from guide.app.session_setup import begin_setup, make_plan, with_spot
from guide.app.session_state import Begin, Wish
from guide.core.anatomy import Side
from guide.core.records import Unfinished
from guide.core.safety import ProfileItem
from guide.core.safety_facts import Ceiling
from tests.app.fakes import FakeGate, FakeJournal, small_catalogue
from tests.core.builders import record
from tests.core.safety.world import entry, rule

SORE = entry("sore", rule("sore.light", ceiling=Ceiling(2, 12, total=100)))
CATALOGUE = replace(small_catalogue(), profile_entries={"sore": SORE})
PRESS = Wish(Begin.PRESSURE, "soft", Side.RIGHT)
STRETCH = Wish(Begin.STRETCH, "bend", Side.LEFT)


def make(gate: FakeGate, journal: FakeJournal) -> SessionGuard:
    return SessionGuard(CATALOGUE, gate, journal)


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
    chosen = with_spot(begin_setup(CATALOGUE, situation, PRESS, 10), "soft.lower", True)
    assert not guard.limits_changed(situation, PRESS, chosen)
    sore = replace(situation.profile, items=(ProfileItem("sore"),))
    assert guard.limits_changed(replace(situation, profile=sore), PRESS, chosen)


def test_what_was_cut_short_goes_on_within_the_caps_of_now() -> None:
    gate = FakeGate()
    guard, situation = make(gate, FakeJournal()), gate.situation()
    plan = make_plan(CATALOGUE, PRESS, begin_setup(CATALOGUE, situation, PRESS, 10))
    cut = Unfinished(record("soft"), 2, plan)
    assert guard.narrowed(situation, PRESS, cut) == cut
    sore = replace(situation.profile, items=(ProfileItem("sore"),))
    less = guard.narrowed(replace(situation, profile=sore), PRESS, cut).plan
    assert (less.discomfort_cap, less.total_cap) == (2, 100.0)
    gate.child = True
    with pytest.raises(ValueError, match="may not be pressed"):
        guard.narrowed(gate.situation(), PRESS, cut)
    routine = make_plan(CATALOGUE, STRETCH, begin_setup(CATALOGUE, situation, STRETCH, 10))
    bent = replace(cut, plan=routine)
    assert guard.narrowed(situation, STRETCH, bent).plan == routine
    gentle = guard.narrowed(replace(situation, profile=sore), STRETCH, bent).plan
    assert (gentle.discomfort_cap, gentle.total_cap) == (2, 100.0)
