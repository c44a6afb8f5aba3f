"""Every source is there with what identifies it, and says where it is used."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.app.learn_presenter import Books
from guide.core.usage import Use
from guide.ui.learn.sources import MOST, SourcesArticle, use_words
from guide.ui.prose import Prose
from guide.ui.reading import Kit
from tests.ui.panels.reading import said


def test_every_source_with_its_identifiers_and_its_note(
    qtbot: QtBot, kit: Kit, books: Books
) -> None:
    page = SourcesArticle(kit, books.lessons(), {})
    qtbot.addWidget(page)
    texts = set(said(page))
    for source in kit.catalogue.sources.values():
        assert source.cite in texts
        assert {source.doi, source.pmid, source.note, source.url} - {""} <= texts


def test_an_identifier_can_be_copied(qtbot: QtBot, kit: Kit, books: Books) -> None:
    page = SourcesArticle(kit, books.lessons(), {})
    qtbot.addWidget(page)
    doi = kit.catalogue.sources["HOU02"].doi
    name = f"Copy the DOI {doi}"
    copy = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)
    copy.click()
    assert QGuiApplication.clipboard().text() == doi


def test_where_it_is_used_leads_there(qtbot: QtBot, kit: Kit, books: Books) -> None:
    muscles = [Use("muscle", name) for name in sorted(kit.catalogue.muscles)[: MOST + 3]]
    used = (Use("lesson", "felt_elsewhere"), *muscles, Use("", "red_flags"))
    page = SourcesArticle(kit, books.lessons(), {"HOU02": used}, "HOU02")
    qtbot.addWidget(page)
    (prose,) = [made for made in page.findChildren(Prose) if made.links()]
    assert len(prose.links()) == MOST
    assert "4 more · warning signs" in prose.text()
    with qtbot.waitSignal(kit.requests.learn) as asked:
        prose.follow(0)
    assert asked.args == [Address(Page.LESSON, "felt_elsewhere")]


def test_a_link_brings_its_source_to_the_top(qtbot: QtBot, kit: Kit, books: Books) -> None:
    page = SourcesArticle(kit, books.lessons(), {}, "YIN14")
    qtbot.addWidget(page)
    page.setMinimumSize(400, 400)
    page.resize(700, 500)
    page.show()
    qtbot.waitExposed(page)
    last = max(kit.catalogue.sources.values(), key=lambda each: each.cite.casefold())
    page.go_to(last.id)
    assert page.scrolled_to() > 0
    page.go_to("no such source")
    assert use_words("rules") == "the rules of safety"
    assert use_words("moon") == "moon"
