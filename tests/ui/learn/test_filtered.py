"""A few letters leave what is meant."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.ui.learn.filtered import FilteredArticle
from guide.ui.learn.rows import LinkRow
from guide.ui.reading import Kit, blank


@pytest.fixture
def page(qtbot: QtBot, kit: Kit) -> FilteredArticle:
    made = FilteredArticle(kit, "Things", "", "Find a thing")
    for title in ("Fruit", "Trees"):
        part, lines = blank(kit)
        rows = [
            LinkRow(kit.look, Address(Page.ZONE, f"{title} {n}"), f"{title} {n}") for n in (1, 2)
        ]
        for row in rows:
            lines.addWidget(row)
            row.followed.connect(kit.requests.learn)
        made.add_things(title, part, [(row, row.text()) for row in rows])
    made.begin()
    qtbot.addWidget(made)
    return made


def test_headings_without_anything_left_go_too(page: FilteredArticle) -> None:
    assert len(page.left()) == 4
    page.filter.setText("  TREES ")
    assert len(page.left()) == 2
    assert [block.isHidden() for block in page.blocks] == [True, False]
    page.filter.setText("nothing like it")
    assert page.left() == []
    assert not page.nothing.isHidden()
    page.filter.clear()
    assert len(page.left()) == 4
    assert page.nothing.isHidden()


def test_enter_opens_the_only_one(qtbot: QtBot, kit: Kit, page: FilteredArticle) -> None:
    page.filter.setText("fruit 2")
    with qtbot.waitSignal(kit.requests.learn) as asked:
        page.filter.returnPressed.emit()
    assert asked.args == [Address(Page.ZONE, "Fruit 2")]
    page.filter.setText("fruit")
    with qtbot.assertNotEmitted(kit.requests.learn):
        page.filter.returnPressed.emit()
