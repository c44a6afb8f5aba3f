"""A profile is kept whole; a part that is lost is missed, and the questions are asked again."""

import sqlite3
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given

from guide.core.safety.profile import Profile
from guide.journal import profile_rows, rows, schema, sealed
from guide.journal.profile_rows import Read
from tests.journal import samples, strategies

replace = msgspec.structs.replace


def fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = fresh()
    profile_rows.put(made, samples.a_profile())
    yield made
    made.close()


@given(strategies.profiles, strategies.profiles)
def test_the_last_profile_is_the_one(first: Profile, last: Profile) -> None:
    connection = fresh()
    assert profile_rows.read(connection) == Read()
    profile_rows.put(connection, first)
    profile_rows.put(connection, last)
    found = profile_rows.read(connection), profile_rows.read(connection, salvage=True)
    connection.close()
    assert found == (Read(last), Read(last))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE profile SET body = replace(body, 'false', 'true') WHERE id = 0",
        "UPDATE profile SET body = replace(body, 'blood_thinners', 'anxiety') WHERE id = 1",
        "UPDATE profile SET body = '' WHERE id = 2",
        "UPDATE profile SET id = 7 WHERE id = 2",
        "UPDATE profile SET id = 7 WHERE id = 0",
        "DELETE FROM profile",
        "DELETE FROM profile WHERE id = 0",
        "DELETE FROM profile WHERE id = 1",
        "INSERT INTO profile SELECT 7, body, checksum FROM profile WHERE id = 2",
    ],
)
@pytest.mark.parametrize("salvage", [False, True])
def test_any_change_behind_our_back_is_asked_again(
    connection: sqlite3.Connection, statement: str, salvage: bool
) -> None:
    connection.execute(statement)
    found = profile_rows.read(connection, salvage)
    assert found.damaged
    assert not found.profile.asked
    assert set(found.profile.items) <= set(samples.a_profile().items)


def test_a_lost_row_is_missed_even_when_it_had_no_items(connection: sqlite3.Connection) -> None:
    profile_rows.put(connection, Profile(adult=True, asked=True))
    connection.execute("DELETE FROM profile")
    assert profile_rows.read(connection) == Read(damaged=True)


def test_an_item_of_a_form_that_is_not_known_is_damage(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM profile WHERE id = 1")
    sealed.insert(connection, "profile", (1, '{"entry": "cancer", "places": ["everywhere"]}'))
    found = profile_rows.read(connection)
    assert found.damaged
    assert found.profile == replace(
        samples.a_profile(), items=samples.a_profile().items[1:], asked=False
    )


def test_a_forgotten_profile_is_not_missed(connection: sqlite3.Connection) -> None:
    profile_rows.clear(connection)
    assert profile_rows.read(connection) == Read()
    assert rows.read_meta(connection)[profile_rows.KEPT] == 0
