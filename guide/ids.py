"""Ids of records: made by the program, never by the database."""


def new_id() -> str:
    """An id for a record: UUID4 in hex."""
    from uuid import uuid4  # the first paint needs none

    return uuid4().hex
