"""All muscles and all zones, each once, lit where one points."""

from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.ui.learn.lists import MusclesArticle, ZonesArticle
from guide.ui.learn.rows import LinkRow
from guide.ui.reading import Kit
from guide.words import class_text


def test_every_muscle_stands_once_with_its_class(qtbot: QtBot, kit: Kit) -> None:
    page = MusclesArticle(kit)
    qtbot.addWidget(page)
    rows = page.findChildren(LinkRow)
    assert sorted(row.address.id for row in rows) == sorted(kit.catalogue.muscles)
    for row in rows:
        muscle = kit.catalogue.muscles[row.address.id]
        assert muscle.latin in row.accessibleName()
        assert class_text(muscle) in row.accessibleName()
    assert all(block.title and block.title[0].isupper() for block in page.blocks)
    with qtbot.waitSignal(page.lit) as lit:
        rows[5].pointed.emit(rows[5].address)
    assert lit.args is not None
    assert kit.catalogue.muscles[rows[5].address.id].name in lit.args[0].words


def test_every_zone_stands_once_from_head_to_foot(qtbot: QtBot, kit: Kit) -> None:
    page = ZonesArticle(kit)
    qtbot.addWidget(page)
    rows = page.findChildren(LinkRow)
    assert sorted(row.address.id for row in rows) == sorted(kit.catalogue.zones)
    assert page.blocks[0].title == "Head"
    assert page.blocks[-1].title == "Toes"
    assert page.lit_of(Address(Page.ZONE, "no.such")).words == ""


def test_latin_names_are_found_too(qtbot: QtBot, kit: Kit) -> None:
    page = MusclesArticle(kit)
    qtbot.addWidget(page)
    page.filter.setText("trapezius, pars descendens")
    (row,) = page.left()
    assert isinstance(row, LinkRow)
    assert row.address.id == "trapezius_upper"
