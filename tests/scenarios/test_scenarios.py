"""Written people go through the real window: nobody is harmed, nobody healthy is nagged."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.app.session_state import Stage
from guide.bootstrap import Program
from guide.core.catalogue import PressWay
from guide.core.dose import Caps
from tools.scenarios.player import Player
from tools.scenarios.texts import Scenario, scenarios, sided
from tools.scenarios.visits import visit

WRITTEN = {scenario.id: scenario for scenario in scenarios()}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_person(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    scenario = WRITTEN[name]
    with visit(scenario, tmp_path) as program:
        player = Player(program, scenario)
        player.play()
        state = program.map.state
        level = state.findings.verdict.level
        assert state.panel.value == scenario.end
        if scenario.end == "closed":
            assert (level.value if level else "") == scenario.level
            assert not any("Press" in text for text in player.screens[-1].buttons)
        if scenario.clicks is not None:
            assert player.clicks <= scenario.clicks
        assert set(scenario.asked) <= set(player.asked)
        assert not set(scenario.unasked) & set(player.asked)
        for muscle in scenario.press:
            assert player.offers(muscle), muscle
        for muscle in scenario.no_press:
            assert not player.offers(muscle), muscle
            offer = state.findings.offers.get(sided(muscle))
            assert offer is None or not offer.press.allowed, muscle
            assert_no_session(program, muscle)
        _read(player, scenario)
        if scenario.light is not None:
            for muscle in scenario.light.muscles:
                assert_light(program, player, scenario, muscle)


def _read(player: Player, scenario: Scenario) -> None:
    last = "\n".join((*player.screens[-1].texts, *player.screens[-1].buttons))
    for pattern in scenario.see:
        assert re.search(pattern, last), f"{pattern!r} is not to be read in:\n{last}"
    read = "\n".join(text for screen in player.screens for text in screen.texts)
    for pattern in scenario.never:
        assert not re.search(pattern, read), pattern


def assert_no_session(program: Program, muscle: str) -> None:
    """Asked for past the map, the session refuses too."""
    program.rest.sessions.prepare_pressure(*sided(muscle))
    assert program.rest.sessions.state.stage in (Stage.REFUSED, Stage.NONE), muscle
    program.rest.sessions.begin()
    assert not program.rest.sessions.active
    program.rest.sessions.leave()


def assert_light(program: Program, player: Player, scenario: Scenario, muscle: str) -> None:
    """Its guidance shows no forbidden tool, and its setup no more than the limits."""
    limits = scenario.light
    assert limits is not None
    player.read_guidance(muscle)
    shown = program.map.state.guidance
    assert shown is not None
    assert shown.press
    read = "\n".join(player.screens[-1].texts)
    for way in _forbidden(program, muscle, limits.tools):
        assert way not in shown.press
        assert not any(step in read for step in way.steps), way.title
    program.rest.sessions.prepare_pressure(*sided(muscle))
    setup = program.rest.sessions.state.setup
    assert setup is not None
    for caps in setup.own.values():
        assert_within(caps, limits.discomfort, limits.hold, limits.total)
    program.rest.sessions.leave()


def assert_within(caps: Caps, discomfort: int, hold: int, total: int | None) -> None:
    assert max(caps.discomfort_cap, caps.discomfort.high) <= discomfort
    assert caps.hold.high <= hold
    assert total is None or caps.total <= total


def _forbidden(program: Program, muscle: str, tools: tuple[str, ...]) -> list[PressWay]:
    from guide import content

    whole = content.guidance(sided(muscle)[0], "en")
    assert whole is not None
    return [way for way in whole.press if way.tool in tools]


def test_that_every_named_id_exists(qtbot: QtBot, tmp_path: Path) -> None:
    from guide import content

    catalogue = content.load()
    signs = {sign.id for flag in catalogue.red_flags.values() for sign in flag.signs}
    for scenario in WRITTEN.values():
        ids = {*scenario.ticks, *scenario.asked, *scenario.unasked}
        assert ids <= signs | set(catalogue.no_pressure), scenario.id
        assert {told.entry for told in scenario.profile} <= set(catalogue.profile_entries)
        assert {mark.place.zone for mark in scenario.marks} <= set(catalogue.zones)
    assert len(WRITTEN) >= 20
