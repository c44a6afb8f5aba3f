"""Which panel a state asks for, and what the core makes of a situation."""

from msgspec.structs import replace

from guide.app.map_state import (
    Findings,
    Intent,
    MapState,
    Panel,
    find,
    offer_for,
    panel_for,
)
from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Level
from guide.core.drawing import Drawing, Strength, paint
from guide.core.safety import (
    Outcome,
    Profile,
    ProfileItem,
    Question,
    QuestionKind,
    Situation,
    Stopped,
    Verdict,
)
from tests.core.safety.world import CALM, HEALTHY, NOW, WORLD, visit

OPEN = Verdict(None, False, False, frozenset(), frozenset(), ())
SHUT = Verdict(Level.EMERGENCY, True, True, frozenset(), frozenset(), ("x",))
QUESTION = Question(QuestionKind.STORY)
PAINTED = paint(Drawing(), Place("neck.side", Side.RIGHT), Strength.MILD)


def _panel(verdict: Verdict, question: Question | None, **intent: object) -> Panel:
    findings = Findings(Situation(), question, verdict, (), {})
    return panel_for(replace(Intent(), **intent), findings)


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
    found = find(WORLD, Situation(drawing=PAINTED))
    assert found.question == QUESTION
    assert (found.candidates, found.offers) == ((), {})
    offer = offer_for(WORLD, found.situation, "fit", Side.RIGHT)
    assert (offer.press.reasons, offer.stretch.reasons) == (("unanswered",), ("unanswered",))
    assert offer.stretches == ()


def test_every_ranked_muscle_has_its_offer() -> None:
    found = find(WORLD, visit("leg.calf"))
    ranked = {(each.muscle, each.side) for each in found.candidates}
    assert set(found.offers) == ranked
    assert ranked
    for (muscle, side), offer in found.offers.items():
        assert offer == offer_for(WORLD, found.situation, muscle, side)
    assert found.offers["soft", Side.RIGHT].press.outcome is Outcome.ALLOW
    assert found.offers["red", Side.RIGHT].press.reasons == ("red",)


def test_an_offer_names_the_stretches_that_are_allowed() -> None:
    assert offer_for(WORLD, visit(), "fit", Side.RIGHT).stretches == ("lean",)
    bones = replace(HEALTHY, items=(ProfileItem("bones"),))
    barred = offer_for(WORLD, visit(profile=bones), "fit", Side.RIGHT)
    assert (barred.stretch.reasons, barred.stretches) == (("bones.neck",), ())
    none = offer_for(WORLD, visit(), "hidden", Side.RIGHT)
    assert none.stretch.allowed
    assert none.stretches == ()


def test_the_gravest_stop_of_a_visit_counts_and_closes_everything() -> None:
    one, two = (Stopped(name, "fit", Side.RIGHT) for name in ("dizzy", "chest"))
    assert find(WORLD, visit("leg.calf", stopped=(one,))).verdict.level is Level.URGENT
    both = find(WORLD, visit("leg.calf", stopped=(one, two)))
    assert both.verdict.level is Level.EMERGENCY
    assert (both.candidates, both.offers) == ((), {})


def test_the_state_knows_the_day() -> None:
    situation = Situation(answers=CALM, profile=Profile(), now_utc=NOW, offset_minutes=13 * 60)
    findings = find(WORLD, situation)
    state = MapState(Intent(), findings, Panel.START)
    assert f"{state.today}" == "2026-11-23"
    assert not state.may_undo
