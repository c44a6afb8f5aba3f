"""An entry opens what it asks for when it is ticked, and says what follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.app.areas import places_in
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.safety.profile import ProfileItem
from guide.ui.controls import column
from guide.ui.look import Look
from guide.ui.profile.entry import EntryRow
from tests.ui.panels.reading import said
from tests.ui.profile.samples import TODAY, with_samples


def _row(qtbot: QtBot, look: Look, catalogue: Catalogue, name: str, small: str = "") -> EntryRow:
    known = with_samples(catalogue)
    made = EntryRow(look, known, known.profile_entries[name], TODAY, small)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("name", "areas", "days"),
    [
        ("thin_blood", False, False),
        ("veins", True, False),
        ("needles", False, True),
        ("shot", True, True),
    ],
)
def test_it_asks_for_what_it_needs_once_it_is_ticked(
    qtbot: QtBot, look: Look, catalogue: Catalogue, name: str, areas: bool, days: bool
) -> None:
    row = _row(qtbot, look, catalogue, name)
    assert row.item() is None
    assert said(row) == []
    with qtbot.waitSignal(row.changed):
        row.check.click()
    assert row.item() == ProfileItem(name)
    assert (row.areas is not None, row.days is not None) == (areas, days)
    assert {f"{name}: effect", f"{name}: what to do"} <= set(said(row))
    row.check.click()
    assert row.item() is None
    assert said(row) == []


def test_what_stands_in_the_row_is_not_said_twice(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    row = _row(qtbot, look, catalogue, "thin_blood", small="thin_blood: effect")
    row.check.click()
    assert row.check.accessibleName() == "thin_blood: text thin_blood: effect"
    assert said(row) == ["thin_blood: what to do"]


def test_what_was_said_comes_back_whole(qtbot: QtBot, look: Look, catalogue: Catalogue) -> None:
    row = _row(qtbot, look, catalogue, "shot")
    item = ProfileItem("shot", places_in(catalogue, "neck", Side.LEFT), "2026-11-20")
    with qtbot.assertNotEmitted(row.changed):
        row.show_item(item)
    assert row.item() == item
    row.show_item(None)
    assert row.item() is None


def test_areas_and_days_are_told(qtbot: QtBot, look: Look, catalogue: Catalogue) -> None:
    row = _row(qtbot, look, catalogue, "shot")
    row.check.click()
    assert row.areas is not None
    assert row.days is not None
    for chip in (row.areas.areas.chips[0], row.days.days.chips[0]):
        with qtbot.waitSignal(row.changed):
            chip.click()
    item = row.item()
    assert item is not None
    assert item.places
    assert item.since == TODAY.isoformat()


def test_the_tab_key_goes_on_from_a_ticked_entry_to_what_it_asks(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    both, known = QWidget(), with_samples(catalogue)
    qtbot.addWidget(both)
    first, second = (
        EntryRow(look, known, known.profile_entries[name], TODAY) for name in ("shot", "veins")
    )
    both.setLayout(column(first, second))
    first.check.click()
    assert first.areas is not None
    first.areas.areas.chips[2].click()
    wanted = first.tab_order()
    assert len(wanted) > len(first.areas.areas.chips) + 2
    chain, at = [first.check], first.check.nextInFocusChain()
    while at is not second.check:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(at)
        at = at.nextInFocusChain()
    assert chain == wanted
