"""The history page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from guide.app.journal_presenter import Asking, Looking, Period
from guide.core.anatomy import Side
from guide.core.session import SessionKind
from guide.journal.store import Journal
from guide.ui.journal.page import JournalPage
from tests.ui.journal.conftest import Stand


def choose(box: object, value: str) -> None:
    """As a person would: pick an item of a combo box."""
    from PySide6.QtWidgets import QComboBox

    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_opening_it_reads_the_journal(stand: Stand) -> None:
    assert stand.page._count.text() == "3 entries"
    assert stand.page._stack.currentWidget() is stand.page._full
    assert not stand.page.chart.isHidden()


def test_filters_ask_for_what_fits(stand: Stand) -> None:
    choose(stand.page._kind, "pressure")
    choose(stand.page._side, "left")
    looking = Looking(kind=SessionKind.PRESSURE, side=Side.LEFT)
    assert stand.presenter.state.looking == looking
    assert stand.page._count.text() == "1 of 3 entries"
    choose(stand.page._period, Period.WEEK.value)
    assert stand.page._stack.currentWidget() is stand.page._none
    stand.page.all_requested.emit()
    assert stand.page._count.text() == "3 entries"
    choose(stand.page._subject, "neck_and_shoulder_reset")
    assert stand.page._count.text() == "1 of 3 entries"


def test_an_entry_is_shown_whole(stand: Stand) -> None:
    stand.page.entry_requested.emit(f"{2:032x}")
    assert stand.page._detail_title.text() == "Upper trapezius, right · 21 Nov 2026, 11:00"
    text = stand.page._detail.text()
    for part in ("pain 6 → 3", "24 s of 30 s, eased", "Desk day", "bruise", "5 of 10"):
        assert part in text


def test_deleting_asks_in_the_page_with_the_keyboard_on_keep(
    stand: Stand, qtbot: QtBot, journal: Journal
) -> None:
    page = stand.page
    page.entry_requested.emit(f"{2:032x}")
    page._delete.click()
    assert stand.presenter.state.asking is Asking.DELETE_ONE
    assert page._question_one._keep.hasFocus()
    qtbot.keyClick(page._question_one._keep, Qt.Key.Key_Space)
    assert len(journal.sessions()) == 3
    page._delete.click()
    page._question_one._yes.click()
    assert len(journal.sessions()) == 2
    assert page._detail_card.isHidden()


def test_deleting_everything_leads_to_an_empty_page_that_says_what_to_do(
    stand: Stand, qtbot: QtBot, journal: Journal
) -> None:
    page = stand.page
    page._everything.click()
    assert "3 entries" in page._question_all._words.text()
    page._question_all._yes.click()
    assert journal.sessions() == ()
    assert page._stack.currentWidget() is page._empty
    assert page._filter.isHidden()


@pytest.mark.parametrize(("name", "part"), [("json", "unknot"), ("csv", "trapezius_upper")])
def test_exports_go_where_the_person_says(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, part: str
) -> None:
    target = tmp_path / f"out.{name}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    (stand.page._on_json if name == "json" else stand.page._on_csv)()
    assert part in target.read_text(encoding="utf-8").lower()
    assert str(target) in stand.page._message.text()


def test_a_file_dialog_that_is_left_exports_nothing(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(stand.page.json_requested):
        stand.page._on_json()


def test_a_problem_is_told_in_a_calm_line(stand: Stand, journal: Journal) -> None:
    journal.close()
    stand.page.entry_requested.emit(f"{2:032x}")
    stand.presenter.ask_delete()
    stand.presenter.delete()
    assert stand.page._message.property("role") == "caution"
    assert stand.page._message.text()


def test_a_narrow_page_shows_the_list_or_the_entry(stand: Stand, qapp: QApplication) -> None:
    page: JournalPage = stand.page
    page.resize(600, 700)
    qapp.processEvents()
    assert page.entries.isVisible()
    assert not page._aside.isVisible()
    page.entry_requested.emit(f"{2:032x}")
    qapp.processEvents()
    assert not page.entries.isVisible()
    assert page._aside.isVisible()
    page._to_list.click()
    assert stand.presenter.state.chosen is None
    assert page.entries.isVisibleTo(page)


def test_the_map_is_one_press_away_from_an_empty_journal(stand: Stand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stand.page.map_requested):
        stand.page._empty.findChild(type(stand.page._delete)).click()  # type: ignore[union-attr]
