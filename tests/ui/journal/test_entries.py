"""The list of entries."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue
from guide.ui.journal.entries import EntryList, EntryModel
from tests.app.test_journal_presenter import record

ENTRIES = (record(2, "2026-11-22T10:00:00Z"), record(1, "2026-11-21T10:00:00Z"))


def test_rows_say_when_what_and_how(catalogue: Catalogue, qtbot: QtBot) -> None:
    model = EntryModel(catalogue)
    model.show_entries(ENTRIES)
    assert model.rowCount() == 2
    text = model.data(model.index(0))
    assert text == "22 Nov 2026, 11:00 · Upper trapezius, right\nPressure · 2 min · pain 6 → 3"
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "\n" not in str(spoken)
    assert model.row_of(ENTRIES[1].id) == 1
    assert model.row_of("none") == -1
    assert model.id_at(5) == ""


def test_choosing_is_asked_and_showing_is_not(catalogue: Catalogue, qtbot: QtBot) -> None:
    entries = EntryList(catalogue)
    qtbot.addWidget(entries)
    with qtbot.assertNotEmitted(entries.chosen):
        entries.show_entries(ENTRIES, ENTRIES[0].id)
    assert entries.currentIndex().row() == 0
    with qtbot.waitSignal(entries.chosen) as chosen:
        qtbot.keyClick(entries, Qt.Key.Key_Down)
    assert chosen.args == [ENTRIES[1].id]
    with qtbot.assertNotEmitted(entries.chosen):
        entries.show_entries(ENTRIES, "")
    assert not entries.currentIndex().isValid()
