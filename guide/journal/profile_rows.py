"""The person's profile to rows and back.

Row 0 holds the person's own answers and counts the items, of which each has a row. Where any
of them is damaged or missing, the healthy items still count and ``asked`` is False: then the
program asks again before it allows anything.
"""

import sqlite3
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from guide.core.safety.profile import Profile, ProfileItem
from guide.journal import rows, sealed

KEPT = "profile"  # in ``meta``: how many rows are kept, so that a lost one is missed

T = TypeVar("T")


class Read(msgspec.Struct, frozen=True):
    """What is kept of the profile, and whether a part of it cannot be read."""

    profile: Profile = Profile()
    damaged: bool = False


def put(connection: sqlite3.Connection, profile: Profile) -> None:
    """Write `profile` inside the caller's transaction, in the place of the one before."""
    clear(connection)
    for number, part in enumerate((replace(profile, items=()), *profile.items)):
        body = msgspec.json.encode(part, order="deterministic").decode()
        sealed.insert(connection, "profile", (number, body))
    rows.set_meta(connection, KEPT, 1 + len(profile.items))


def clear(connection: sqlite3.Connection) -> None:
    """Forget the profile inside the caller's transaction."""
    connection.execute("DELETE FROM profile")
    rows.set_meta(connection, KEPT, 0)


def read(connection: sqlite3.Connection, salvage: bool = False) -> Read:
    """The profile. With ``salvage`` broken pages are read around, else sqlite3.Error."""
    found = list(sealed.read(connection, "profile", salvage))
    healthy = {row[0]: str(row[1]) for row, fits in found if fits}
    own = _decoded(healthy.pop(0, ""), Profile)
    read_items = [_decoded(body, ProfileItem) for body in healthy.values()]
    items = tuple(item for item in read_items if item is not None)
    kept = rows.read_meta(connection, salvage).get(KEPT, len(found))
    whole = len(found) == kept and (not kept or (own is not None and len(items) == kept - 1))
    profile = replace(own or Profile(), items=items)
    return Read(profile if whole else replace(profile, asked=False), damaged=not whole)


def _decoded(body: str, form: type[T]) -> T | None:
    """The value; None when it has a form that this version does not know."""
    try:
        return msgspec.json.decode(body, type=form)
    except msgspec.DecodeError:
        return None
