"""The muscle's own claims stand at once; nothing of the others is lost."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Claim, Guidance
from guide.ui.panels.evidence import EvidencePart
from guide.ui.reading import Kit
from tests.ui.panels.reading import press, said

CLAIMS = tuple(Claim(f"Claim {n}.", "tradition", ("ST99",)) for n in range(5))
TOLD = Guidance("m", "", (), (), (), "", (), (), (), CLAIMS, own_evidence=2)


def _claims(part: EvidencePart) -> list[str]:
    return [text for text in said(part) if text.startswith("Claim")]


def test_own_claims_first_and_the_others_on_request(qtbot: QtBot, kit: Kit) -> None:
    part = EvidencePart(kit, TOLD)
    qtbot.addWidget(part)
    assert _claims(part) == ["Claim 0.", "Claim 1."]
    press(part, "And 3 that hold for every muscle: read them")
    QCoreApplication.sendPostedEvents()
    assert _claims(part) == [claim.text for claim in CLAIMS]
    part.show_all()
    assert len(_claims(part)) == len(CLAIMS)


def test_where_none_is_told_apart_all_are_shown(qtbot: QtBot, kit: Kit) -> None:
    part = EvidencePart(kit, replace(TOLD, own_evidence=0))
    qtbot.addWidget(part)
    assert _claims(part) == [claim.text for claim in CLAIMS]
    assert part.more is None
