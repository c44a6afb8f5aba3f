"""Sessions and the journal: whatever the journal refuses is told, never raised."""

import pytest

from guide.app.session_log import SessionLog, wish_of
from guide.app.session_state import Begin, PageState
from guide.core import session
from guide.core.records import Unfinished
from tests.app.fakes import FakeClock, FakeJournal, small_catalogue
from tests.core.builders import pressure_plan

CATALOGUE = small_catalogue()


def make(journal: FakeJournal) -> SessionLog:
    log = SessionLog(journal, FakeClock().wall, lambda: "b" * 32, lambda: "c" * 32)
    log.begin()
    return log


def test_what_is_kept_can_be_offered_and_is_cleared_by_saving() -> None:
    journal = FakeJournal()
    log = make(journal)
    state = session.start(pressure_plan(), 0.0)
    assert log.keep(state, PageState(before=4, note=" x ")) == ""
    found, problem = log.cut_short()
    assert problem == ""
    assert found is not None
    assert (found.record.id, found.record.before, found.record.note) == ("b" * 32, 4, "x")
    assert found.record.map_id == "c" * 32
    assert log.save(found.record) == ""
    assert log.cut_short() == (None, "")


def test_every_refusal_of_the_journal_is_a_sentence() -> None:
    journal = FakeJournal()
    log = make(journal)
    state = session.start(pressure_plan(), 0.0)
    record = log.record(state, PageState())
    journal.failing = "The disk is full."
    assert log.keep(state, PageState()) == "The disk is full."
    assert log.save(record) == "The disk is full."
    assert log.clear() == "The disk is full."
    assert log.cut_short() == (None, "The disk is full.")


@pytest.mark.parametrize(
    ("kind", "subject", "begin"),
    [
        ("pressure", "soft", Begin.PRESSURE),
        ("stretch", "bend", Begin.STRETCH),
        ("stretch", "reset", Begin.ROUTINE),
        ("stretch", "soft", Begin.MOVEMENTS),
        ("pressure", "gone", None),
        ("stretch", "gone", None),
    ],
)
def test_what_was_wished_for_is_found_again(kind: str, subject: str, begin: Begin | None) -> None:
    from msgspec.structs import replace

    plan = replace(pressure_plan(), kind=session.SessionKind(kind), subject=subject)
    record = make(FakeJournal()).record(session.start(plan, 0.0), PageState())
    wish = wish_of(CATALOGUE, Unfinished(record, 0, plan))
    assert (wish and wish.begin) == begin
