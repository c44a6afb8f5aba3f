"""The ring of time: honest seconds, and a flash that says what a sound would."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.app.session_state import Breath, Reading, breath_at
from guide.ui.look import Look
from guide.ui.session.ring import RingFace, TimeRing, breath_words, seconds_text, turn_of
from guide.ui.session.ring_drawing import TURNS


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
    ring.set_face(RingFace("Hold", hold=True))
    for left, said in ((36.4, "37"), (10.4, "11"), (9.9, "10")):  # the last one flashes
        ring.set_reading(Reading(left, 0.5, 60.0, None))
        assert ring.accessibleDescription() == said


def _reading(left: float, length: float = 30.0) -> Reading:
    return Reading(left, 1 - left / length, left, breath_at(length - left))


@pytest.mark.parametrize("motion", [True, False])
def test_what_is_drawn_bit_by_bit_is_what_is_drawn_at_once(
    qtbot: QtBot, ring: TimeRing, look: Look, motion: bool
) -> None:
    look.motion = motion
    ring.set_face(RingFace("Hold", hold=True))
    ring.set_reading(_reading(30.0))
    ring.stop()
    ring.grab()
    for tick in range(150):  # from the full ring to its end, five times a second
        ring.set_reading(_reading(30.0 - tick / 5))
        if ring.flashing:  # its end comes with the time, and then all is drawn anew
            ring.stop()
        if tick % 10 == 9:
            moved = ring.grab().toImage()
            ring.redraw()
            once = ring.grab().toImage()
            assert _differing(moved, once) < 12, f"after {tick / 5} s"


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels of every third line differ by more than a shade of grey."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 24
        for x in range(0, one.width(), 2)
        for y in range(0, one.height(), 3)
    )


def test_without_motion_the_ring_goes_on_with_the_seconds(look: Look) -> None:
    turns = [turn_of(_reading(left), smooth=False) for left in (29.9, 29.5, 29.1)]
    assert turns == [TURNS] * 3
    assert turn_of(_reading(29.0), smooth=False) == round(TURNS * 29 / 30)
    assert turn_of(_reading(0.0), smooth=False) == 0
    assert turn_of(_reading(29.5), smooth=True) == round(TURNS * 29.5 / 30)


def test_a_tick_that_shows_nothing_new_draws_nothing(
    qtbot: QtBot, ring: TimeRing, look: Look
) -> None:
    look.motion = False
    qtbot.addWidget(ring)
    ring.show()
    ring.set_face(RingFace("Hold", hold=True))
    ring.stop()
    ring.set_reading(_reading(29.9))
    QApplication.processEvents()
    painted = _Paints(ring)
    ring.set_reading(_reading(29.5))
    QApplication.processEvents()
    assert painted.count == 0
    ring.set_reading(_reading(28.9))
    QApplication.processEvents()
    assert painted.count == 1


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: TimeRing) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_pictures_are_kept_only_while_the_screen_is_shown(ring: TimeRing) -> None:
    ring.set_face(RingFace("Hold", hold=True))
    ring.grab()
    assert ring._ring is not None
    ring.stop()
    assert (ring._ring, ring._words) == (None, None)
