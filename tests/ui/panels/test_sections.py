"""Sections are made only where they are permitted; sides are words; evidence has sources."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Chosen
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.safety import Permission
from guide.ui.look import Look
from guide.ui.panels import sections
from guide.ui.requests import MapRequests
from tests.ui.panels.reading import said

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
    ("permission", "missing"),
    [
        (Permission(False, True, ()), {"find", "press"}),
        (Permission(True, False, ()), {"stretch"}),
        (Permission(False, False, ()), {"find", "press", "stretch"}),
    ],
)
def test_what_is_not_permitted_is_not_made(
    look: Look,
    catalogue: Catalogue,
    requests: MapRequests,
    ranked: MapPresenter,
    permission: Permission,
    missing: set[str],
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    state = replace(ranked.state, permission=permission)
    made = {name for name, _t, _p in sections.pages(look, catalogue, requests, state, UPPER)}
    assert made.isdisjoint(missing)
    assert {"about", "evidence"} <= made


def test_a_muscle_without_text_shows_where_it_refers_and_no_technique(
    qtbot: QtBot, look: Look, catalogue: Catalogue, requests: MapRequests, ranked: MapPresenter
) -> None:
    unguided = next(c for c in ranked.state.findings.candidates if c.muscle not in catalogue.guided)
    ranked.choose(unguided.muscle, unguided.side)
    chosen = Chosen(unguided.muscle, unguided.side)
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


def test_the_dose_is_capped_and_counts_today(
    qtbot: QtBot, look: Look, catalogue: Catalogue, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    assert ranked.state.guidance is not None
    page = sections.press_page(look, catalogue, ranked.state.guidance, UPPER, None)
    qtbot.addWidget(page)
    assert "4–5 of 10" in said(page)
    assert "30–60 s" in said(page)


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
