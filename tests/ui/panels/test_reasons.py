"""Reasons in words: what to do, why, and the way back to where it was said."""

import pytest
from pytestqt.qtbot import QtBot

from guide.core.catalogue import Catalogue, Level
from guide.ui.look import Look
from guide.ui.panels.reasons import Said, Why, explain, explain_all, reason_card
from guide.ui.requests import MapRequests
from tests.ui.panels.reading import press, pressable, said


def test_every_reason_has_words_and_something_to_do(catalogue: Catalogue) -> None:
    signs = [sign.id for flag in catalogue.red_flags.values() for sign in flag.signs]
    entries = [*catalogue.no_pressure, *catalogue.stop_reasons, *catalogue.profile_entries]
    for reason in ("child", *signs, *entries):
        why = explain(catalogue, reason)
        assert why.what_to_do
        assert why.text not in ("", reason)


def test_reasons_know_where_they_were_said(catalogue: Catalogue) -> None:
    entry = next(e for e in catalogue.profile_entries.values() if e.rules)
    sign = next(iter(catalogue.red_flags.values())).signs[0]
    for reason, where in (
        (sign.id, Said.NOW),
        (next(iter(catalogue.no_pressure)), Said.NOW),
        (next(iter(catalogue.stop_reasons)), Said.NOW),
        ("child", Said.NOW),
        (entry.id, Said.ABOUT),
        (entry.rules[0].id, Said.ABOUT),
        ("red", Said.NOWHERE),
        ("daily_cap", Said.NOWHERE),
    ):
        assert explain(catalogue, reason).said is where, reason


def test_a_sign_of_two_flags_has_its_gravest_level(catalogue: Catalogue) -> None:
    levels: dict[str, set[Level]] = {}
    for flag in catalogue.red_flags.values():
        for sign in flag.signs:
            levels.setdefault(sign.id, set()).add(sign.level)
    for name, known in levels.items():
        gravest = next(level for level in Level if level in known)
        assert explain(catalogue, name).level is gravest


def test_rules_of_one_entry_stand_together(catalogue: Catalogue) -> None:
    entry = next(e for e in catalogue.profile_entries.values() if len(e.rules) > 1)
    rules = [rule.id for rule in entry.rules]
    (why, other) = explain_all(catalogue, [rules[0], "red", *rules, "red"])
    assert other.id == "red"
    assert all(rule.text in why.text.splitlines() for rule in entry.rules)


@pytest.mark.parametrize(
    ("where", "back"),
    [
        (Said.NOW, ["I ticked this by mistake"]),
        (Said.ABOUT, ["Change it on the page About you"]),
        (Said.NOWHERE, []),
    ],
)
def test_the_way_back_is_where_it_was_said(
    qtbot: QtBot, look: Look, where: Said, back: list[str]
) -> None:
    card = reason_card(look, MapRequests(look), Why("id", "Why.", "Do this.", where), None)
    qtbot.addWidget(card)
    assert said(card) == ["Do this.", "Why."]
    assert pressable(card) == back


def test_the_page_is_asked_for(qtbot: QtBot, look: Look) -> None:
    requests = MapRequests(look)
    card = reason_card(look, requests, Why("id", "Why.", "", Said.ABOUT), None)
    qtbot.addWidget(card)
    with qtbot.waitSignal(requests.profile):
        press(card, "Change it on the page About you")


def test_a_slip_is_asked_about_once_more(qtbot: QtBot, look: Look) -> None:
    requests = MapRequests(look)
    card = reason_card(look, requests, Why("id", "Why.", "Do this.", Said.NOW), "id")
    qtbot.addWidget(card)
    assert "Is this not true for you after all?" in said(card)
    with qtbot.waitSignal(requests.keep):
        press(card, "It is true")
    with qtbot.waitSignal(requests.take_back):
        press(card, "It is not true: take it back")
