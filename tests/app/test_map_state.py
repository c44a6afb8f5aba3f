"""Which panel a state asks for, and what stays forbidden while a question is open."""

from msgspec.structs import replace

from guide.app.map_state import Chosen, Findings, Intent, Panel, find, panel_for, permission_for
from guide.content import load
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Level
from guide.core.drawing import Drawing, Strength, paint
from guide.core.safety import Answers, Question, QuestionKind, Verdict

OPEN = Verdict(None, False, False, frozenset(), ())
SHUT = Verdict(Level.EMERGENCY, True, True, frozenset(), ("x",))
QUESTION = Question(QuestionKind.ONSET)
PAINTED = paint(Drawing(), Place("neck.posterior_lower", Side.RIGHT), Strength.MILD)


def _panel(verdict: Verdict, question: Question | None, **intent: object) -> Panel:
    return panel_for(replace(Intent(), **intent), Findings(question, verdict, ()))


def test_the_panels_follow_the_conversation() -> None:
    assert _panel(OPEN, None) is Panel.START
    assert _panel(OPEN, QUESTION) is Panel.START
    assert _panel(OPEN, QUESTION, asking=True) is Panel.ASKING
    assert _panel(OPEN, QUESTION, drawing=PAINTED) is Panel.PAINTED
    assert _panel(OPEN, None, drawing=PAINTED) is Panel.RANKING
    chosen = Chosen("trapezius_upper", Side.RIGHT)
    assert _panel(OPEN, None, drawing=PAINTED, chosen=chosen) is Panel.GUIDANCE


def test_a_closed_map_comes_before_any_advice() -> None:
    chosen = Chosen("trapezius_upper", Side.RIGHT)
    assert _panel(SHUT, None, drawing=PAINTED, chosen=chosen) is Panel.CLOSED
    assert _panel(SHUT, None) is Panel.CLOSED
    assert _panel(SHUT, QUESTION, asking=True) is Panel.ASKING


def test_nothing_is_ranked_before_the_questions_are_answered() -> None:
    found = find(load(), PAINTED, Answers())
    assert found.question is not None
    assert found.candidates == ()


def test_an_open_question_forbids_technique() -> None:
    catalogue, intent = load(), replace(Intent(), drawing=PAINTED)
    found = find(catalogue, intent.drawing, intent.answers)
    allowed = permission_for(catalogue, intent, found, "trapezius_upper", Side.RIGHT)
    assert not allowed.press
    assert not allowed.stretch


def test_the_gravest_reported_reason_counts() -> None:
    catalogue = load()
    levels = {reason.id: reason.level for reason in catalogue.stop_reasons.values()}
    urgent = next(name for name, level in levels.items() if level is Level.URGENT)
    emergency = next(name for name, level in levels.items() if level is Level.EMERGENCY)
    assert find(catalogue, PAINTED, Answers(), (urgent,)).verdict.level is Level.URGENT
    both = find(catalogue, PAINTED, Answers(), (urgent, emergency)).verdict
    assert both.level is Level.EMERGENCY
    assert both.map_closed
    assert both.stretch_closed
