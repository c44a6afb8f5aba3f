"""The ring of time: honest seconds, and a flash that says what a sound would."""

import pytest
from pytestqt.qtbot import QtBot

from guide.app.session_state import Breath, Reading
from guide.ui.look import Look
from guide.ui.session.ring import RingFace, TimeRing, breath_words, seconds_text


@pytest.mark.parametrize(
    ("left", "text"), [(0.0, "0"), (0.1, "1"), (36.0, "36"), (99.2, "1:40"), (125.0, "2:05")]
)
def test_zero_is_shown_when_it_is_over_and_not_before(left: float, text: str) -> None:
    assert seconds_text(left) == text


def test_the_breath_is_said() -> None:
    assert breath_words(Breath(True, 0.5, 2)) == "breathe in … 2"
    assert breath_words(Breath(False, 0.5, 3)) == "breathe out … 3"


@pytest.fixture
def ring(qtbot: QtBot, look: Look) -> TimeRing:
    made = TimeRing(look)
    qtbot.addWidget(made)
    made.resize(400, 400)
    return made


def ink(ring: TimeRing) -> int:
    """How many pixels have the accent."""
    image, accent = ring.grab().toImage(), ring._look.colour("accent").rgb()
    return sum(image.pixel(x, y) == accent for x in range(0, 400, 2) for y in range(0, 400, 2))


def test_the_ring_grows_shorter(ring: TimeRing) -> None:
    ring.set_face(RingFace("Hold", hold=True))
    counts = []
    for share in (0.0, 0.5, 1.0):
        ring.set_reading(Reading(30.0 * (1 - share), share, 60.0, None))
        ring.stop()
        counts.append(ink(ring))
    assert counts[0] > counts[1] * 1.5 > counts[2]


def test_another_step_lights_the_edge(ring: TimeRing) -> None:
    ring.set_face(RingFace("Hold", hold=True))
    assert ring.flashing
    ring.stop()
    ring.set_face(RingFace("Hold", hold=True))
    assert not ring.flashing


def test_the_last_ten_seconds_of_a_hold_light_the_edge_once(ring: TimeRing) -> None:
    ring.set_face(RingFace("Hold", hold=True))
    ring.set_reading(Reading(10.5, 0.5, 60.0, None))
    ring.stop()
    ring.set_reading(Reading(9.9, 0.6, 60.0, None))
    assert ring.flashing
    ring.stop()
    ring.set_reading(Reading(9.8, 0.6, 60.0, None))
    assert not ring.flashing


def test_the_seconds_are_there_for_a_screen_reader(ring: TimeRing) -> None:
    ring.set_reading(Reading(36.4, 0.5, 60.0, None))
    assert ring.accessibleDescription() == "37"
