"""The window shows only pages that exist, covers them for a session, and says what happens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guide.ui.look import Look
from guide.ui.window import LEAST, MainWindow


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> MainWindow:
    made = MainWindow(look)
    qtbot.addWidget(made)
    made.add_page("one", "One", lambda: QLabel("first"))
    made.add_page("two", "Two", lambda: QLabel("second"))
    made.show_page("one")
    made.show()
    qtbot.waitExposed(made)
    return made


def _nav(window: MainWindow, text: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.text() == text)


def test_navigation_shows_the_pages_that_were_added(window: MainWindow) -> None:
    names = [b.text() for b in window.findChildren(QPushButton) if b.isCheckable()]
    assert names == ["One", "Two"]


def test_the_name_gives_way_to_the_navigation(qtbot: QtBot, look: Look, window: MainWindow) -> None:
    def named() -> bool:
        labels = window.findChildren(QLabel)
        return any(made.text() == "Unknot" and made.isVisible() for made in labels)

    window.resize(*LEAST)
    assert named()
    for number in range(8):
        window.add_page(f"page{number}", "A page with a name", lambda: QLabel("page"))
    assert not named()
    bar = [b for b in window.findChildren(QPushButton) if b.isCheckable()]
    window.resize(2560, 1440)
    assert named()
    assert all(made.width() >= made.sizeHint().width() for made in bar)


def test_a_page_is_built_when_it_is_first_shown(qtbot: QtBot, window: MainWindow) -> None:
    assert list(window.pages) == ["one"]
    qtbot.mouseClick(_nav(window, "Two"), Qt.MouseButton.LeftButton)
    assert list(window.pages) == ["one", "two"]
    assert window.current_page() == "two"
    assert window.pages["two"].isVisible()


def test_pages_are_reached_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.current_page() == "two"
    nav = _nav(window, "One")
    nav.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(nav, Qt.Key.Key_Space)
    assert window.current_page() == "one"


def test_a_session_covers_the_navigation_and_gives_it_back(window: MainWindow) -> None:
    session = QWidget()
    window.show_session(session)
    assert session.isVisible()
    assert not _nav(window, "One").isVisible()
    window.leave_session()
    assert _nav(window, "One").isVisible()
    assert window.pages["one"].isVisible()


def test_a_notice_stays_until_it_is_put_away(qtbot: QtBot, window: MainWindow) -> None:
    assert window.told() == ""
    window.tell("The journal cannot be written here.")
    assert window.told() == "The journal cannot be written here."
    qtbot.mouseClick(_nav(window, "Put away"), Qt.MouseButton.LeftButton)
    assert window.told() == ""


def test_size_and_place_come_back(qtbot: QtBot, look: Look, window: MainWindow) -> None:
    window.resize(1024, 730)
    kept = window.geometry_bytes()
    other = MainWindow(look)
    qtbot.addWidget(other)
    other.restore(kept)
    assert (other.width(), other.height()) == (1024, 730)
    other.restore(b"nonsense")
    assert (other.width(), other.height()) == (1024, 730)


def test_it_is_never_smaller_than_it_works(window: MainWindow) -> None:
    window.resize(100, 100)
    assert (window.width(), window.height()) >= LEAST


def test_closing_says_so_first(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_the_search_is_a_key_away_and_gives_way_to_the_navigation(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.add_search()
    search = next(b for b in window.findChildren(QPushButton) if b.property("kind") == "field")
    assert search.accessibleName() == "Search, Ctrl+K"
    window.resize(1440, 900)
    assert "Search" in search.text()
    window.resize(*LEAST)
    with qtbot.waitSignal(window.search_requested):
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.search_requested):
        search.click()
    for number in range(6):
        window.add_page(f"page{number}", "A page with a name", lambda: QLabel("page"))
    assert search.text() == ""
    qtbot.waitUntil(search.isVisible)
