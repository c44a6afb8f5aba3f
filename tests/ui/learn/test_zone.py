"""The page of a zone: warning signs, what lies below, and who may refer pain there."""

from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.core.referring import dangers_of, referring, signs_of
from guide.ui.learn.rows import LinkRow
from guide.ui.learn.zone import ZoneArticle
from guide.ui.reading import Kit, capital
from tests.ui.panels.reading import said


def test_it_says_what_is_known_of_the_zone(qtbot: QtBot, kit: Kit) -> None:
    page = ZoneArticle(kit, "neck.lateral")
    qtbot.addWidget(page)
    texts = "\n".join(said(page))
    for signs in signs_of(kit.catalogue, "neck.lateral").values():
        assert all(capital(sign.text) in texts or sign.text in texts for sign in signs)
    for danger in dangers_of(kit.catalogue, "neck.lateral"):
        assert danger.text in texts
        assert danger.structure in texts
    found = referring(kit.catalogue, "neck.lateral")
    rows = [row.address.id for row in page.findChildren(LinkRow)]
    assert rows == [*found.main, *found.spillover]


def test_a_muscle_leads_to_its_page(qtbot: QtBot, kit: Kit) -> None:
    page = ZoneArticle(kit, "head.temple")
    qtbot.addWidget(page)
    row = page.findChildren(LinkRow)[0]
    with qtbot.waitSignal(kit.requests.learn) as asked:
        row.click()
    assert asked.args == [Address(Page.MUSCLE, row.address.id)]


def test_every_zone_has_a_page(qtbot: QtBot, kit: Kit) -> None:
    for zone in kit.catalogue.zones.values():
        page = ZoneArticle(kit, zone.id)
        qtbot.addWidget(page)
        assert zone.label in said(page)
        assert page.blocks
