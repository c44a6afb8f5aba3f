"""The cards beside the ring."""

from guide.core.session import SessionKind
from tests.ui.session.conftest import Stand


def test_while_getting_ready_the_pain_before_is_asked_for(stand: Stand) -> None:
    stand.press(until=3.0)
    card = stand.page.running.discomfort
    assert card._title.text() == "Pain before"
    stand.presenter.feel(6)
    assert card._value.text() == "6 of 10"


def test_then_what_it_feels_like(stand: Stand) -> None:
    stand.press()
    card = stand.page.running.discomfort
    assert card._title.text() == "Discomfort"
    assert "7" in card._hint.text()
    stand.presenter.feel(4)
    assert card._value.text() == "4 of 10"
    assert card._hint.isHidden()


def test_a_stretch_shows_what_to_feel_and_the_next_pose(stand: Stand) -> None:
    stand.stretch()
    running = stand.page.running
    assert stand.state.kind is SessionKind.STRETCH
    assert running.discomfort.isHidden()
    assert not running.feeling.isHidden()
    assert running.next._title.text().endswith("left")
    assert not running.next.picture.isHidden()
