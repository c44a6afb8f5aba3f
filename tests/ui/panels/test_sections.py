"""Sections are made only where they are permitted; sides are words; evidence has sources."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue
from guide.core.safety import ProfileItem
from guide.ui.look import Look
from guide.ui.panels import sections
from guide.ui.requests import MapRequests
from tests.ui.panels.conftest import NECK
from tests.ui.panels.reading import pressable, said
from tests.ui.steps import HEALTHY, answer_all, make_presenter
from tests.unwritten import without_text

UPPER = Chosen("trapezius_upper", Side.RIGHT)


def _names(
    look: Look, catalogue: Catalogue, requests: MapRequests, presenter: MapPresenter
) -> list[str]:
    chosen = presenter.state.intent.chosen
    assert chosen is not None
    made = sections.pages(look, catalogue, requests, presenter.state, chosen)
    return [name for name, _title, page in made if page.setParent(None) is None]


def test_a_permitted_muscle_has_every_section(
    look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    assert _names(look, catalogue, requests, ranked) == [
        "about",
        "find",
        "press",
        "stretch",
        "keeps",
        "evidence",
    ]


@pytest.mark.parametrize(
    ("entry", "missing"),
    [("injection", {"find", "press"}), ("loose_joints", {"find", "press", "stretch"})],
)
def test_what_is_not_permitted_is_not_made(
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    ranked: MapPresenter,
    entry: str,
    missing: set[str],
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem(entry),)))
    state = ranked.state
    made = {name for name, _t, _p in sections.pages(look, catalogue, requests, state, UPPER)}
    assert made.isdisjoint(missing)
    assert {"about", "evidence"} <= made


def test_a_muscle_without_text_shows_where_it_refers_and_no_technique(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests
) -> None:
    catalogue = without_text(catalogue, "levator_scapulae")
    ranked = make_presenter(catalogue)
    ranked.paint(NECK)
    answer_all(ranked)
    chosen = Chosen("levator_scapulae", Side.RIGHT)
    ranked.choose(chosen.muscle, chosen.side)
    ((name, _title, page),) = sections.pages(look, catalogue, requests, ranked.state, chosen)
    qtbot.addWidget(page)
    assert name == "about"
    text = "\n".join(said(page))
    assert "No guidance is written for this muscle yet." in text
    assert "Its pain is commonly felt at" in text


def test_sides_are_put_into_the_words(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests
) -> None:
    stretch = next(s for s in catalogue.stretches.values() if "{side}" in s.start + s.move)
    for side, other in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        page = sections.stretch_page(look, requests, [stretch], side)
        qtbot.addWidget(page)
        text = "\n".join(said(page))
        assert "{" not in text
        assert stretch.start.replace("{side}", side).replace("{other}", other) in text


def test_the_dose_is_the_decided_one(
    qtbot: QtBot, look: Look, catalogue: Catalogue, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    for profile, pressure in (
        (HEALTHY, "4–5 of 10"),
        (replace(HEALTHY, items=(ProfileItem("widespread_pain"),)), "2 of 10"),
    ):
        ranked.use_profile(profile)
        page = sections.press_page(look, catalogue, ranked.state, UPPER)
        qtbot.addWidget(page)
        assert pressure in said(page)


def test_a_point_that_is_pressed_less_says_so(
    qtbot: QtBot, look: Look, catalogue: Catalogue, presenter: MapPresenter
) -> None:
    light = next(
        muscle
        for muscle in catalogue.muscles.values()
        if muscle.id in catalogue.guided and any(point.light for point in muscle.points)
    )
    zone = next(zone for zone in light.referral.main if catalogue.zones[zone].on_skin)
    presenter.paint(Place(zone, Side.RIGHT))
    answer_all(presenter)
    presenter.choose(light.id, Side.RIGHT)
    page = sections.press_page(look, catalogue, presenter.state, Chosen(light.id, Side.RIGHT))
    qtbot.addWidget(page)
    own = {point.label for point in light.points if point.light}
    lighter = [text for text in said(page) if ": lighter, " in text]
    assert own <= {text.partition(":")[0] for text in lighter}
    assert all("4 of 10, for at most 30 s" in text for text in lighter)


def test_limits_are_said_with_the_way_to_change_them(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    assert sections.notices(look, catalogue, requests, ranked.state, UPPER) == []
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem("osteoporosis"),)))
    (notice,) = sections.notices(look, catalogue, requests, ranked.state, UPPER)
    qtbot.addWidget(notice)
    assert any("brittle" in text for text in said(notice))
    assert pressable(notice) == ["Change it on the page About you"]


def test_every_claim_has_a_grade_and_its_sources(
    qtbot: QtBot, look: Look, catalogue: Catalogue, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    assert ranked.state.guidance is not None
    page = sections.evidence_page(look, catalogue, ranked.state.guidance.evidence)
    qtbot.addWidget(page)
    text = "\n".join(said(page))
    for claim in ranked.state.guidance.evidence:
        assert claim.text in text
        assert all(catalogue.sources[source].cite in text for source in claim.sources)


def test_postures_have_words(catalogue: Catalogue) -> None:
    assert sections.posture_words("chair") == "Sitting on a chair"
    assert sections.posture_words("moon") == ""
