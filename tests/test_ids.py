"""Ids of records."""

from guide.ids import new_id


def test_ids_are_hex_of_a_uuid_and_differ() -> None:
    made = {new_id() for _ in range(50)}
    assert len(made) == 50
    assert all(len(id_) == 32 and int(id_, 16) >= 0 for id_ in made)
