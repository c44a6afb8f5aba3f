"""A row is written with its seal, and any change behind our back is seen."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.journal import schema, sealed
from tests.journal import strategies

values = st.lists(
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | strategies.notes,
    min_size=1,
    max_size=5,
).map(tuple)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(made)
    yield made
    made.close()


@given(values, values)
def test_rows_that_differ_have_seals_that_differ(first: sealed.Row, second: sealed.Row) -> None:
    same = repr(first) == repr(second)
    assert (sealed.seal("felt", first) == sealed.seal("felt", second)) is same
    assert sealed.seal("felt", first) != sealed.seal("holds", first)


def test_a_row_is_read_with_the_judgement_of_its_seal(connection: sqlite3.Connection) -> None:
    sealed.insert(connection, "meta", ("a", 1))
    sealed.insert(connection, "meta", ("b", 2))
    connection.execute("UPDATE meta SET value = 3 WHERE key = 'b'")
    assert list(sealed.read(connection, "meta")) == [(("a", 1), True), (("b", 3), False)]


def test_a_table_that_is_not_there_is_only_read_around(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE profile")
    assert list(sealed.read(connection, "profile", salvage=True)) == []
    with pytest.raises(sqlite3.OperationalError):
        list(sealed.read(connection, "profile"))
