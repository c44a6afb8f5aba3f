"""The second half of the start: everything is tied to everything that answers it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guide.app.map_state import Panel
from guide.app.session_state import Stage
from guide.bootstrap import Program, build, rest
from guide.core.anatomy import FigureName, Place, Side
from guide.core.aspect import Aspect
from guide.core.catalogue import Level
from guide.core.safety.profile import TOLD_TO_STOP, Profile, ProfileItem
from guide.core.sight import seen_from
from guide.journal.places import find_places
from guide.journal.visible import Tone
from guide.packs import store
from guide.packs.opening import packs_folder
from guide.resources import asset_root
from guide.ui.session.page import SessionPage
from guide.ui.trouble import Trouble
from tests.packs.ours import files, shipped
from tests.packs.zips import zipped
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import answer_all, noon


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    write_atlas(tmp_path / "assets")
    places = find_places({"UNKNOT_HOME": str(tmp_path / "home")})
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=tmp_path / "assets")
    made.answer()
    made.settings.change("sound", False)
    made.window.show()
    made.finish()
    yield made
    made.close()


def test_a_session_asks_first_and_goes_on_when_all_is_answered(
    qtbot: QtBot, program: Program
) -> None:
    sessions = program.rest.sessions
    program.requests.routine.emit("neck_and_shoulder_reset")
    assert sessions.state.stage is Stage.NONE
    assert program.map.state.panel is Panel.ASKING
    answer_all(program.map)
    assert sessions.state.stage is Stage.SETUP
    (page,) = program.window.findChildren(SessionPage)
    assert page.isVisible()
    sessions.leave()
    assert program.page.isVisible()


def test_a_grave_stop_reason_closes_the_map(qtbot: QtBot, program: Program) -> None:
    program.map.paint(Place("neck.posterior_lower", Side.RIGHT))
    answer_all(program.map)
    grave = next(
        reason.id
        for reason in program.catalogue.stop_reasons.values()
        if reason.level is Level.EMERGENCY
    )
    sessions = program.rest.sessions
    sessions.prepare_pressure("trapezius_upper", Side.RIGHT)
    sessions.begin()
    sessions.stop()
    sessions.give_reason(grave)
    assert program.map.state.panel is Panel.CLOSED
    assert [item.entry for item in program.rest.journal.profile().items] == [TOLD_TO_STOP]


def test_what_was_told_is_kept_and_goes_with_everything(qtbot: QtBot, program: Program) -> None:
    told = Profile(True, False, (ProfileItem("blood_thinners"),), asked=True)
    program.profile.keep(told)
    assert program.rest.journal.profile() == told
    program.rest.history.ask_delete_all()
    program.rest.history.delete()
    assert program.rest.journal.profile() == program.profile.profile == Profile()


def test_every_page_of_the_navigation_opens(qtbot: QtBot, program: Program) -> None:
    for name in program.window.nav_names():
        program.window.show_page(name)
        assert program.window.pages[name].isVisible()


def test_the_chosen_figure_is_drawn_everywhere(qtbot: QtBot, program: Program) -> None:
    program.settings.change("figure", FigureName.MALE)
    assert program.map.state.intent.sight.figure is FigureName.MALE


def test_a_chosen_build_and_tone_reach_the_map_and_the_look(qtbot: QtBot, program: Program) -> None:
    program.requests.setting.emit("clothed", True)
    program.requests.setting.emit("tone", "brown")
    assert program.map.state.intent.sight.clothed
    assert program.look.tokens.body.tone is Tone.BROWN


def test_memory_is_kept_for_pictures_from_the_first_turn_on(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(rest, "keep_working", lambda: asked.append(True))
    shutil.copytree(asset_root() / "atlas/surface", program.library.assets / "atlas/surface")
    for turn in (30.0, 60.0):
        program.map.see(seen_from(program.map.state.intent.sight, Aspect(turn)))
        with qtbot.waitSignal(program.page.body.renderer.drawn, timeout=20_000):
            pass
    assert asked == [True]


def test_closing_stops_what_runs_and_keeps_it(qtbot: QtBot, program: Program) -> None:
    program.map.paint(Place("neck.posterior_lower", Side.RIGHT))
    answer_all(program.map)
    sessions = program.rest.sessions
    sessions.prepare_pressure("trapezius_upper", Side.RIGHT)
    sessions.begin()
    program.window.close()
    assert not sessions.active


def test_the_tab_key_goes_from_the_header_over_the_bars_to_the_map(program: Program) -> None:
    program.window.resize(1440, 900)
    program.window.grab()
    order, widget = [], program.window.nextInFocusChain()
    while widget is not program.window:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and widget.isVisible() and widget.isEnabled():
            order.append(widget)
        widget = widget.nextInFocusChain()
    names = [widget.accessibleName() for widget in order]
    pages = ("Map", "Stretch", "Learn", "Journal", "About you", "Settings")
    first = [*(f"Go to: {page}" for page in pages), "Search, Ctrl+K", "List of areas"]
    assert names[:8] == first
    page = program.page
    assert order.index(page.top.show_more) + 1 == order.index(page.body)
    assert order.index(page.body) < order.index(page.zooms.closer)
    assert order.index(page.zooms.whole) < order.index(page.bottom.strengths.buttons[0])


@pytest.fixture
def with_pack(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    places = find_places({"UNKNOT_HOME": str(tmp_path / "home")})
    (tmp_path / "thighs.zip").write_bytes(zipped(files()))
    folder = packs_folder(places.data)
    store.add(folder, *store.check(tmp_path / "thighs.zip", shipped()))
    shutil.copytree(folder / "thigh_care", folder / "changed")
    (folder / "changed" / store.ZIP).write_bytes(b"something else")
    write_atlas(tmp_path / "assets")
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=tmp_path / "assets")
    made.finish()
    yield made
    made.close()


def test_what_a_pack_brings_is_there_from_the_start(qtbot: QtBot, with_pack: Program) -> None:
    with_pack.window.show_page("routines")
    words = {each.text() for each in with_pack.window.pages["routines"].findChildren(QLabel)}
    assert {"Evening for the thighs", "Heel to seat"} <= words
    answer_all(with_pack.map)
    with_pack.requests.routine.emit("thigh_care-evening")
    assert with_pack.rest.sessions.state.stage is Stage.SETUP
    with_pack.rest.sessions.leave()


def test_packs_are_shown_on_the_settings_page(qtbot: QtBot, with_pack: Program) -> None:
    assert "was changed on the disk" in with_pack.window.told()
    with_pack.window.show_page("settings")
    words = {each.text() for each in with_pack.window.pages["settings"].findChildren(QLabel)}
    assert {"Content packs", "Thigh care", "changed"} <= words
