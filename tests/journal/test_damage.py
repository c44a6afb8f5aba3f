"""Everything that cannot be shown is counted, each kind by itself."""

from guide.journal.damage import Damage, look_through
from guide.journal.store import Journal
from tests.journal import samples


def test_a_sound_journal_has_no_damage(journal: Journal) -> None:
    journal.save_map(samples.a_map())
    journal.save_session(samples.a_session())
    assert journal._connection is not None
    assert look_through(journal._connection) == Damage()
    assert Damage().count == 0


def test_each_kind_of_damage_is_told_apart(journal: Journal) -> None:
    for number in (1, 2):
        journal.save_map(samples.a_map(number))
        journal.save_session(samples.a_session(number + 10))
    journal.save_unfinished(samples.an_unfinished())
    journal.save_profile(samples.a_profile())
    connection = journal._connection
    assert connection is not None
    connection.execute("UPDATE maps SET offset_minutes = 61 WHERE id = ?", (samples.an_id(1),))
    connection.execute("UPDATE felt SET level = 9 WHERE session_id = ?", (samples.an_id(11),))
    connection.execute("DELETE FROM sessions WHERE id = ?", (samples.an_id(12),))
    connection.execute("DELETE FROM profile WHERE id = 0")
    connection.execute("UPDATE unfinished SET body = 'x'")
    found = look_through(connection)
    assert found == Damage((samples.an_id(1),), (samples.an_id(11),), 1, True, True)
    assert found.count == 4, "the profile is told apart"
