"""A candidate offers what may be done, or says why not."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Offer
from guide.content import load
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, SafetyClass
from guide.core.ranking import Candidate
from guide.core.safety import Decision, Outcome, ProfileItem
from guide.ui.look import Look
from guide.ui.panels.candidate import CandidateCard, class_words
from guide.ui.requests import MapRequests
from tests.ui.panels.conftest import NECK
from tests.ui.panels.reading import press, pressable, said
from tests.ui.steps import HEALTHY, answer_all, make_presenter
from tests.unwritten import without_text

FREE = Decision(Outcome.ALLOW)


def _candidate(presenter: MapPresenter, muscle: str = "trapezius_upper") -> Candidate:
    return next(c for c in presenter.state.findings.candidates if c.muscle == muscle)


def _card(
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    candidate: Candidate,
    offer: Offer,
) -> CandidateCard:
    made = CandidateCard(look, catalogue, requests, candidate, offer)
    qtbot.addWidget(made)
    return made


def test_what_is_allowed_begins_at_once_on_its_side(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    stretch = next(s.id for s in catalogue.stretches.values() if "trapezius_upper" in s.muscles)
    offer = Offer(FREE, FREE, (stretch,))
    candidate = replace(_candidate(ranked), side=Side.LEFT)
    card = _card(qtbot, look, catalogue, requests, candidate, offer)
    assert said(card) == []
    with qtbot.waitSignal(requests.pressure) as begun:
        press(card, "Press")
    assert begun.args == ["trapezius_upper", Side.LEFT]
    with qtbot.waitSignal(requests.stretch) as begun:
        press(card, "Stretch")
    assert begun.args == [stretch, Side.LEFT]
    assert next(made.accessibleName() for made in card.buttons) == "Press: Upper trapezius, left"


def test_what_is_refused_is_not_offered_and_says_why(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    shut = Decision(Outcome.REFUSE, ("locked_24h",))
    card = _card(qtbot, look, catalogue, requests, _candidate(ranked), Offer(shut, shut, ()))
    assert pressable(card) == []
    assert said(card)[-1] == "You reported a bruise or lasting soreness."


def test_a_limit_is_said_beside_the_offer(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem("osteoporosis"),)))
    offer = ranked.state.findings.offers["trapezius_upper", Side.RIGHT]
    assert offer.press.outcome is Outcome.LIMIT
    card = _card(qtbot, look, catalogue, requests, _candidate(ranked), offer)
    assert "Press" in pressable(card)
    assert any("brittle" in text for text in said(card))


def test_what_holds_for_everybody_is_said_in_the_class_alone(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    offer = ranked.state.findings.offers["levator_scapulae", Side.RIGHT]
    assert offer.press.outcome is Outcome.LIMIT
    candidate = _candidate(ranked, "levator_scapulae")
    card = _card(qtbot, look, catalogue, requests, candidate, offer)
    assert said(card) == []
    assert "in places less" in card.row.accessibleName()


def test_a_muscle_without_text_says_so_shortly(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests
) -> None:
    catalogue = without_text(catalogue, "levator_scapulae")
    ranked = make_presenter(catalogue)
    ranked.paint(NECK)
    answer_all(ranked)
    found = _candidate(ranked, "levator_scapulae")
    offer = ranked.state.findings.offers[found.muscle, found.side]
    card = _card(qtbot, look, catalogue, requests, found, offer)
    assert "Press" not in pressable(card)
    assert "no guidance yet" in card.row.accessibleName()


def test_pointing_lights_and_pressing_the_row_opens(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    candidate = _candidate(ranked)
    card = _card(qtbot, look, catalogue, requests, candidate, Offer(FREE, FREE, ()))
    with qtbot.waitSignal(requests.point) as pointed:
        card.row.pointed.emit(True)
    assert pointed.args == [candidate.muscle, candidate.side]
    with qtbot.waitSignal(requests.point) as pointed:
        card.row.pointed.emit(False)
    assert pointed.args == ["", candidate.side]
    with qtbot.waitSignal(requests.choose) as chosen:
        card.row.click()
    assert chosen.args == [candidate.muscle, candidate.side]


def test_the_tab_key_goes_from_the_row_to_its_buttons(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    offer = Offer(FREE, FREE, ())
    card = _card(qtbot, look, catalogue, requests, _candidate(ranked), offer)
    assert card.tab_order() == [card.row, *card.buttons]


def test_classes_have_words_and_shapes(catalogue: Catalogue) -> None:
    found = {m.safety_class: class_words(m, FREE) for m in catalogue.muscles.values()}
    assert found[SafetyClass.RED][0] == "no-press"
    assert len(set(found.values())) == 3


def test_the_class_is_said_as_it_is_for_this_person(ranked: MapPresenter) -> None:
    muscle = load().muscles["trapezius_upper"]
    for entry, words in (
        ("osteoporosis", ("feather", "light touch only")),
        ("loose_joints", ("no-press", "not pressed for now")),
    ):
        ranked.use_profile(replace(HEALTHY, items=(ProfileItem(entry),)))
        offer = ranked.state.findings.offers[muscle.id, Side.RIGHT]
        assert class_words(muscle, offer.press) == words
    unwritten = Decision(Outcome.REFUSE, ("no_text", "no_way"))
    assert class_words(muscle, unwritten) == ("no-press", "no guidance yet")
