"""Claims say how sure they are, and by what; the parts hold plain words."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.core.catalogue import Catalogue, Claim
from guide.ui import reading
from guide.ui.look import Look
from guide.ui.prose import Prose
from guide.ui.reading import Kit
from guide.ui.requests import MapRequests
from guide.words import short_cite
from tests.ui.panels.reading import said

TREATED = Claim("It may ease pain.", "limited", ("HOU02", "unheard"), "yes", "unknown", "partly")


@pytest.fixture
def kit(qapp: QApplication, look: Look, catalogue: Catalogue) -> Kit:
    return Kit(look, catalogue, MapRequests())


def test_a_claim_has_its_grade_its_answers_and_its_sources(qtbot: QtBot, kit: Kit) -> None:
    card = reading.claim_card(kit, TREATED)
    qtbot.addWidget(card)
    texts = said(card)
    assert {"Few or small trials", "It may ease pain."} <= set(texts)
    assert texts[texts.index("Effect seen:") + 1] == "yes"
    assert texts[texts.index("How it works is known:") + 1] == "not known"
    assert texts[texts.index("Better than rest:") + 1] == "partly"
    assert f"{short_cite(kit.catalogue.sources['HOU02'])} · unheard" in texts


def test_a_source_leads_to_its_page(qtbot: QtBot, kit: Kit) -> None:
    card = reading.claim_card(kit, TREATED)
    qtbot.addWidget(card)
    sources = next(made for made in card.findChildren(Prose) if made.links())
    with qtbot.waitSignal(kit.requests.learn) as asked:
        sources.follow(0)
    assert asked.args == [Address(Page.SOURCES, "HOU02")]


def test_a_claim_that_judges_no_treatment_has_no_answers(qtbot: QtBot, kit: Kit) -> None:
    part = reading.claim_card(kit, Claim("It is disputed.", "disputed", ()))
    qtbot.addWidget(part)
    assert said(part) == ["Disputed", "It is disputed."]


def test_steps_have_numbers_and_points_have_none(qtbot: QtBot, kit: Kit) -> None:
    numbered, listed = reading.numbered(kit, ("a", "b")), reading.listed(kit, ("a", "b"))
    for made in (numbered, listed):
        qtbot.addWidget(made)
    assert said(numbered) == ["1", "a", "2", "b"]
    assert said(listed) == ["•", "a", "•", "b"]


def test_a_notice_is_read_whole(qtbot: QtBot, kit: Kit) -> None:
    card = reading.note_card(kit, "Title", "Text")
    qtbot.addWidget(card)
    assert [made.text() for made in card.findChildren(QLabel)] == ["Title", "Text"]
