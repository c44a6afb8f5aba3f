"""Sections are made only where they are permitted; sides are words; evidence has sources."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.app.learn import Address, Page
from guide.app.map_presenter import MapPresenter
from guide.app.map_state import Advice
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Guidance, Range
from guide.core.safety import ProfileItem
from guide.ui.panels import sections
from guide.ui.panels.actions import WayButton
from guide.ui.prose import Prose
from guide.ui.reading import Kit
from tests.ui.panels.reading import pressable, said
from tests.ui.steps import HEALTHY

UPPER = Chosen("trapezius_upper", Side.RIGHT)


def _advice(presenter: MapPresenter) -> Advice:
    assert presenter.state.advice is not None
    return presenter.state.advice


def _names(kit: Kit, presenter: MapPresenter) -> list[str]:
    advice = _advice(presenter)
    made = [*sections.technique(kit, advice), *sections.background(kit, advice.guidance)]
    return [part.name for part in made if part.widget.setParent(None) is None]


def test_a_permitted_muscle_has_every_section(kit: Kit, ranked: MapPresenter) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    wanted = ["find", "press", "stroke", "stretch", "move", "keeps", "evidence"]
    assert _names(kit, ranked) == wanted


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("injection", {"find", "press", "stroke"}),
        ("loose_joints", {"find", "press", "stroke", "stretch"}),
    ],
)
def test_what_is_not_permitted_is_not_made(
    kit: Kit, ranked: MapPresenter, entry: str, missing: set[str]
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem(entry),)))
    made = set(_names(kit, ranked))
    assert made.isdisjoint(missing)
    assert "evidence" in made


def test_a_muscle_without_text_shows_where_it_refers_and_no_technique(
    qtbot: QtBot, kit: Kit, ranked: MapPresenter
) -> None:
    chosen = Chosen("trapezius_upper", Side.RIGHT)
    page = sections.about(kit, chosen, None)
    qtbot.addWidget(page)
    text = "\n".join(said(page))
    assert "No guidance is written for this muscle yet." in text
    assert "Its pain is commonly felt at" in text
    ranked.choose(UPPER.muscle, UPPER.side)
    silent = replace(_advice(ranked), guidance=None)
    assert sections.technique(kit, silent) == sections.background(kit, None) == []


def test_the_places_of_referral_lead_to_their_pages(qtbot: QtBot, kit: Kit) -> None:
    page = sections.about(kit, UPPER, None)
    qtbot.addWidget(page)
    first = next(made for made in page.findChildren(Prose) if made.links())
    with qtbot.waitSignal(kit.requests.learn) as asked:
        first.follow(0)
    main = kit.catalogue.muscles[UPPER.muscle].referral.main
    assert asked.args == [Address(Page.ZONE, main[0])]


def test_a_muscle_that_nobody_presses_says_why(qtbot: QtBot, kit: Kit) -> None:
    red = next(m for m in kit.catalogue.muscles.values() if not m.may_be_pressed)
    told = Guidance(
        red.id,
        "It turns.",
        ("It aches.",),
        (),
        (),
        "A large vessel lies here.",
        (),
        (),
        (),
        (),
        helpers=("A physiotherapist can test it.",),
    )
    page = sections.about(kit, Chosen(red.id, Side.RIGHT), told)
    qtbot.addWidget(page)
    assert "A large vessel lies here." in said(page)
    (helpers,) = sections.background(kit, told)
    qtbot.addWidget(helpers.widget)
    assert "A physiotherapist can test it." in said(helpers.widget)


def test_sides_are_put_into_the_words(qtbot: QtBot, kit: Kit) -> None:
    every = kit.catalogue.stretches.values()
    stretch = next(s for s in every if "{side}" in s.start + s.move)
    for side, other in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        page = sections.stretch_part(kit, "", [stretch], side)
        qtbot.addWidget(page)
        text = "\n".join(said(page))
        assert "{" not in text
        assert stretch.start.replace("{side}", side).replace("{other}", other) in text


def test_the_dose_is_the_decided_one(qtbot: QtBot, kit: Kit, ranked: MapPresenter) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    for profile, pressure in (
        (HEALTHY, "4–5 of 10"),
        (replace(HEALTHY, items=(ProfileItem("widespread_pain"),)), "2 of 10"),
    ):
        ranked.use_profile(profile)
        page = sections.press_part(kit, _advice(ranked))
        qtbot.addWidget(page)
        assert pressure in said(page)


def test_a_point_that_is_pressed_less_or_not_says_so(
    qtbot: QtBot, kit: Kit, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    advice = _advice(ranked)
    first, second = kit.catalogue.muscles[UPPER.muscle].points
    light = replace(advice.spots[second.id], discomfort_cap=4, hold=Range(10, 30))
    page = sections.press_part(kit, replace(advice, spots={second.id: light}))
    qtbot.addWidget(page)
    assert f"{first.label}: not pressed for now" in said(page)
    assert any(text.startswith(f"{second.label}: lighter, ") for text in said(page))
    assert sections.left_alone(replace(first, self_press=False)).endswith("on your own")


def test_strokes_and_movements_are_told(qtbot: QtBot, kit: Kit, ranked: MapPresenter) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    advice = replace(_advice(ranked), chosen=Chosen(UPPER.muscle, Side.LEFT))
    guidance = advice.guidance
    assert guidance is not None
    way = replace(guidance.press[0], title="Slow strokes", steps=("Stroke the {side} side.",))
    told = replace(guidance, stroke=(way,), stroke_note="Slowly.", move_note="Gently.")
    strokes = sections.stroke_part(kit, replace(advice, guidance=told))
    moves = sections.move_part(kit, told)
    for page in (strokes, moves):
        qtbot.addWidget(page)
    assert {"Slowly.", "Slow strokes", "Stroke the left side."} <= set(said(strokes))
    names = {kit.catalogue.movements[name].text for name in guidance.movements}
    assert names
    assert names | {"Gently."} <= set(said(moves))


def test_limits_are_said_with_the_way_to_change_them(
    qtbot: QtBot, kit: Kit, ranked: MapPresenter
) -> None:
    ranked.choose(UPPER.muscle, UPPER.side)
    assert sections.notices(kit, _advice(ranked), None) == []
    ranked.use_profile(replace(HEALTHY, items=(ProfileItem("osteoporosis"),)))
    (notice,) = sections.notices(kit, _advice(ranked), None)
    qtbot.addWidget(notice)
    assert any("brittle" in text for text in said(notice))
    assert pressable(notice) == ["Change it on the page About you"]


def test_a_way_says_its_own_limit_and_can_be_started_with(
    qtbot: QtBot, kit: Kit, ranked: MapPresenter
) -> None:
    ranked.choose("infraspinatus", Side.RIGHT)
    advice = _advice(ranked)
    assert advice.guidance is not None
    assert sections.notices(kit, advice, None) == [], "a ball's limit is not the muscle's"
    page = sections.press_part(kit, advice)
    qtbot.addWidget(page)
    read = said(page)
    ball = next(way for way in advice.guidance.press if way.tool == "ball_floor")
    assert read[read.index(ball.title) + 2] == "With this, stay at 5 of 10 or below."
    assert sum(text.startswith("With this") for text in read) == 1
    with qtbot.waitSignal(kit.requests.press_with) as asked:
        button = page.findChildren(WayButton)[advice.guidance.press.index(ball)]
        button.click()
    assert asked.args == ["infraspinatus", Side.RIGHT, ball]
    strokes = sections.stroke_part(kit, advice)
    qtbot.addWidget(strokes)
    assert pressable(strokes) == [], "a session holds; strokes are read"
