"""The words of a session."""

import pytest

from guide.app import session_words as words
from guide.core.anatomy import Side
from guide.core.session import SessionKind, Status, Step, StepKind
from tests.app.fakes import small_catalogue

CATALOGUE = small_catalogue()


@pytest.mark.parametrize("kind", list(SessionKind))
@pytest.mark.parametrize("step", list(StepKind))
def test_every_step_has_its_words(kind: SessionKind, step: StepKind) -> None:
    made = Step(step, 10.0, Side.LEFT, "soft.upper")
    for status in (Status.RUNNING, Status.PAUSED, Status.INTERRUPTED):
        assert words.phase_word(kind, made, status)
        assert words.phase_hint(kind, made, status).endswith(".")


def test_the_side_is_said_where_something_is_done() -> None:
    hold = Step(StepKind.HOLD, 10.0, Side.RIGHT, "soft.upper")
    rest = Step(StepKind.REST, 10.0, Side.RIGHT, "soft.upper")
    middle = Step(StepKind.HOLD, 10.0, Side.MIDLINE, "nod")
    pressure = SessionKind.PRESSURE
    assert words.spoken(pressure, hold, Status.RUNNING) == "Hold. Right."
    assert words.spoken(pressure, rest, Status.RUNNING) == "Rest."
    assert words.spoken(pressure, middle, Status.RUNNING) == "Hold."
    assert words.spoken(pressure, hold, Status.PAUSED) == "Paused."
    assert words.spoken(pressure, hold, Status.STOPPED) == "Stopped."
    assert words.spoken(pressure, hold, Status.FINISHED).startswith("Finished")


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("soft", "Soft muscle"),
        ("soft.upper", "upper"),
        ("bend", "Bend"),
        ("reset", "Reset"),
        ("roll", "Shoulder roll"),
        ("from.another.version", "from.another.version"),
    ],
)
def test_everything_has_a_name(subject: str, name: str) -> None:
    assert words.subject_name(CATALOGUE, subject) == name


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.0, "0 s"), (0.2, "1 s"), (60.0, "1 min"), (61.5, "1 min 2 s"), (-3.0, "0 s")],
)
def test_time_is_rounded_up(seconds: float, text: str) -> None:
    assert words.duration(seconds) == text
