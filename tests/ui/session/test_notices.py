"""Instead of a session."""

from guide.app.session_state import Stage
from guide.core.anatomy import Side
from guide.ui.controls import QLabel
from tests.ui.session.conftest import MUSCLE, Stand


def test_a_refusal_is_said_in_words(stand: Stand) -> None:
    stand.gate.child = True
    stand.presenter.prepare_pressure(MUSCLE, Side.RIGHT)
    refused = stand.page.refused
    texts = [made.text() for made in refused.findChildren(QLabel)]
    assert any("adults" in text for text in texts)
    assert refused._back.hasFocus()


def test_what_was_cut_short_is_named_with_side_and_time(stand: Stand) -> None:
    stand.press(until=60.0)
    kept = stand.journal.kept
    stand.presenter.halt()
    stand.presenter.leave()
    stand.journal.kept = kept
    stand.presenter.offer_unfinished()
    assert stand.state.stage is Stage.OFFER
    text = stand.page.offer.text.text()
    assert "Upper trapezius, right" in text
    assert "22 Nov 2026, 15:00" in text
    assert "1 hold was done" in text
    assert not stand.page.offer._go_on.isHidden()
    stand.page.offer.discard_requested.emit()
    assert stand.journal.kept is None
