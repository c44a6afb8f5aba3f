"""The journal as files for the person: JSON with everything, CSV with the sessions.

JSON, canonical (UTF-8, keys in alphabetical order, one space of indentation, a newline at the
end): the same journal always gives the same bytes::

    {
     "damaged": [ids of entries that could not be read; "profile" for a part of the profile],
     "format": "unknot-journal",
     "maps": [MapRecord ...],          the first saved first, fields as in guide.core.records
     "profile": Profile,               what the person told about themselves
     "sessions": [SessionRecord ...],  with their holds and what was felt
     "version": 2
    }

CSV (RFC 4180, UTF-8): one line a hold, the session's columns repeated on each; a session without
holds has one line. A text that a spreadsheet would read as a formula has an apostrophe before it.
"""

import csv
import io

import msgspec

from guide.core.records import MapRecord, SessionRecord
from guide.core.safety.profile import Profile
from guide.core.session import HoldDone
from guide.journal.damage import Damage
from guide.journal.profile_rows import KEPT

FORMAT = "unknot-journal"
VERSION = 2
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
# fmt: off
COLUMNS = (
    "session", "kind", "subject", "side", "at_utc", "offset_minutes", "seconds", "completed",
    "stop_reason", "before", "during", "after", "note", "map",
    "hold", "hold_subject", "hold_side", "hold_repeat", "planned_seconds", "held_seconds",
    "hold_end", "eased_after_seconds",
)
# fmt: on


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the JSON file."""

    format: str = FORMAT
    version: int = VERSION
    maps: tuple[MapRecord, ...]
    sessions: tuple[SessionRecord, ...]
    profile: Profile = Profile()
    damaged: tuple[str, ...] = ()


def as_json(
    maps: tuple[MapRecord, ...],
    sessions: tuple[SessionRecord, ...],
    profile: Profile,
    damage: Damage,
) -> bytes:
    """The JSON file for records given last first, as `Journal` answers them."""
    content = Export(
        maps=maps[::-1],
        sessions=sessions[::-1],
        profile=profile,
        damaged=tuple(sorted(damage.maps + damage.sessions + (KEPT,) * damage.profile)),
    )
    plain = msgspec.json.encode(content, order="sorted")
    return msgspec.json.format(plain, indent=1) + b"\n"


def as_csv(sessions: tuple[SessionRecord, ...]) -> bytes:
    """The CSV file for sessions given last first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in reversed(sessions):
        own = _session_cells(record)
        for number, hold in enumerate(record.holds, start=1):
            writer.writerow([*own, number, *_hold_cells(hold)])
        if not record.holds:
            writer.writerow([*own, *[""] * 8])
    return text.getvalue().encode("utf-8")


def harmless(text: str) -> str:
    """`text` as no spreadsheet takes it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _session_cells(record: SessionRecord) -> list[object]:
    # fmt: off
    return [
        record.id, record.kind.value, harmless(record.subject), record.side.value, record.at,
        record.offset_minutes, record.seconds, int(record.completed),
        harmless(record.stop_reason or ""), _level(record.before), _level(record.during),
        _level(record.after), harmless(record.note), record.map_id or "",
    ]
    # fmt: on


def _hold_cells(hold: HoldDone) -> list[object]:
    eased = "" if hold.eased_after is None else hold.eased_after
    times = [hold.planned, hold.held, hold.end.value, eased]
    return [harmless(hold.subject), hold.side.value, hold.repeat, *times]


def _level(level: int | None) -> int | str:
    return "" if level is None else level
