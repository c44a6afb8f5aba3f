"""The muscle's own cautions stand at once; nothing of the others is lost."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Guidance
from guide.ui.panels.cautions import FIRST, CautionCard
from guide.ui.reading import Kit
from tests.ui.panels.reading import press, said

OWN = Guidance(
    "m", "", (), (), (), "", (), (), tuple(f"Care {n}." for n in range(9)), (), own_cautions=2
)


def test_own_cautions_first_and_the_others_on_request(qtbot: QtBot, kit: Kit) -> None:
    card = CautionCard(kit, OWN)
    qtbot.addWidget(card)
    assert said(card) == ["First, take care", "Care 0.", "Care 1."]
    assert not card.opened
    press(card, "And 7 more: read them")
    assert card.opened
    QCoreApplication.sendPostedEvents()  # what was added is shown with the next turn
    assert said(card)[1:] == list(OWN.cautions)


def test_without_own_ones_the_first_are_shown(qtbot: QtBot, kit: Kit) -> None:
    card = CautionCard(kit, replace(OWN, own_cautions=0))
    qtbot.addWidget(card)
    assert said(card)[1:] == list(OWN.cautions[:FIRST])


def test_a_card_that_was_opened_opens_again(qtbot: QtBot, kit: Kit) -> None:
    card = CautionCard(kit, OWN, opened=True)
    qtbot.addWidget(card)
    assert said(card)[1:] == list(OWN.cautions)
