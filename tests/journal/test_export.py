"""What leaves the journal as a file can be read by anybody, and harms nobody."""

import csv
import errno
import io
import json
import os
import stat
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.records import MapRecord, SessionRecord
from guide.core.safety.profile import Profile
from guide.core.session import HoldDone
from guide.journal.damage import Damage
from guide.journal.export import COLUMNS, Export, as_csv, as_json, harmless
from guide.journal.store import Journal, JournalError
from tests.journal import samples, strategies

replace = msgspec.structs.replace


@given(
    maps=st.lists(strategies.maps, max_size=3).map(tuple),
    sessions=st.lists(strategies.sessions, max_size=3).map(tuple),
    profile=strategies.profiles,
)
def test_json_gives_back_every_record(
    maps: tuple[MapRecord, ...], sessions: tuple[SessionRecord, ...], profile: Profile
) -> None:
    content = as_json(maps, sessions, profile, Damage())
    read = msgspec.json.decode(content, type=Export, strict=True)
    assert (read.maps[::-1], read.sessions[::-1], read.profile) == (maps, sessions, profile)
    again = as_json(read.maps[::-1], read.sessions[::-1], read.profile, Damage())
    assert again == content, "canonical"
    assert json.loads(content)["version"] == 2


def test_json_is_what_its_description_says(journal: Journal, tmp_path: Path) -> None:
    journal.save_map(samples.a_map())
    journal.save_session(samples.a_session(2, map_id=samples.a_map().id))
    journal.save_session(samples.a_session(3))
    journal.save_profile(samples.a_profile())
    path = tmp_path / "out.json"
    journal.export_json(path)
    content = path.read_bytes()
    assert content.startswith(b'{\n "damaged": [],\n "format": "unknot-journal",\n "maps": [\n')
    assert content.endswith(b"}\n")
    read = json.loads(content)
    assert [session["id"] for session in read["sessions"]] == [samples.an_id(2), samples.an_id(3)]
    first = read["sessions"][0]
    assert (first["side"], first["before"], first["map_id"]) == ("left", 6, samples.a_map().id)
    assert first["holds"][1]["end"] == "eased"
    assert read["maps"][0]["marks"][0] == {
        "place": {"side": "left", "zone": "neck.side"},
        "strength": 3,
    }
    assert read["profile"]["items"][1] == {
        "entry": "injection",
        "places": [
            {"side": "midline", "zone": "neck.back"},
            {"side": "left", "zone": "shoulder.lateral"},
        ],
        "since": "2026-11-20",
    }
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_damaged_is_named_in_the_export(folder: Path, now: datetime) -> None:
    with Journal.open(folder, now) as journal:
        journal.save_session(samples.a_session(1, note="note 1"))
        journal.save_profile(samples.a_profile())
    path = folder / "journal.sqlite3"
    content = path.read_bytes().replace(b"note 1", b"note 9")
    path.write_bytes(content.replace(b"blood_thinners", b"flood_thinners"))
    with Journal.open(folder, now) as journal:
        journal.export_json(folder / "out.json")
    read = json.loads((folder / "out.json").read_bytes())
    assert (read["damaged"], read["sessions"]) == ([samples.an_id(1), "profile"], [])
    assert [item["entry"] for item in read["profile"]["items"]] == ["injection"]


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_csv_has_one_line_a_hold_and_one_for_a_session_without(tmp_path: Path) -> None:
    plain = replace(samples.a_session(2, note='quiet, "good"\nday'), holds=())
    content = as_csv((plain, samples.a_session(1)))
    assert content.count(b"\r\n") == 4
    head, *body = lines(content)
    assert tuple(head) == COLUMNS
    assert [len(line) for line in body] == [len(COLUMNS)] * 3
    rows = [dict(zip(head, line, strict=True)) for line in body]
    assert [row["hold"] for row in rows] == ["1", "2", ""]
    assert [row["held_seconds"] for row in rows] == ["30.0", "21.25", ""]
    assert rows[2]["note"] == 'quiet, "good"\nday'
    assert {row["side"] for row in rows} == {"left"}


@given(strategies.sessions)
def test_csv_gives_back_the_note_and_is_no_formula(session: SessionRecord) -> None:
    head, *body = lines(as_csv((session,)))
    assert len(body) == max(1, len(session.holds))
    note = dict(zip(head, body[0], strict=True))["note"]
    assert note.removeprefix("'") == session.note.removeprefix("'")
    texts = {"subject", "stop_reason", "note", "hold_subject"}
    for name, cell in zip(head, body[0], strict=True):
        if name in texts:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)", "|calc", "\n=1", "＝1"],
)
def test_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_an_ordinary_text_stays_as_it_is() -> None:
    assert harmless("eased = better, 3-4") == "eased = better, 3-4"


def test_an_export_that_fails_leaves_the_file_that_was(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.save_session(samples.a_session())
    path = tmp_path / "out.csv"
    path.write_text("last week's")

    def broken(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        with pytest.raises(JournalError, match="disk is full"):
            journal.export_csv(path)
    assert path.read_text() == "last week's"


def test_a_place_that_does_not_exist_is_said(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="could not be written"):
        journal.export_json(tmp_path / "nowhere" / "out.json")


@pytest.mark.parametrize("name", ["journal.sqlite3", "journal.sqlite3-journal"])
def test_the_journal_is_not_exported_over_itself(journal: Journal, folder: Path, name: str) -> None:
    journal.save_session(samples.a_session())
    with pytest.raises(JournalError, match="the journal itself"):
        journal.export_csv(folder / name)
    assert len(journal.sessions()) == 1


def test_a_hold_without_easing_has_an_empty_cell() -> None:
    hold: HoldDone = samples.a_session().holds[0]
    session = replace(samples.a_session(), holds=(hold,))
    head, body = lines(as_csv((session,)))
    assert dict(zip(head, body, strict=True))["eased_after_seconds"] == ""
