"""Requests of the history page arrive, and its states come back."""

from pathlib import Path

from guide.journal.store import Journal
from tests.ui.journal.conftest import Stand


def test_page_and_presenter_are_tied(stand: Stand, journal: Journal, tmp_path: Path) -> None:
    stand.page.csv_requested.emit(str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").exists()
    stand.page.entry_requested.emit(f"{1:032x}")
    stand.page.delete_requested.emit()
    stand.page.keep_requested.emit()
    stand.page.confirmed.emit()
    assert len(journal.sessions()) == 3
    stand.page.delete_all_requested.emit()
    stand.page.confirmed.emit()
    assert journal.sessions() == ()
