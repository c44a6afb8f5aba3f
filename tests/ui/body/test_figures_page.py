"""The figure's settings beside the map are the settings."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from guide.core.orientation import Build, FigureName
from guide.core.sight import Sight
from guide.journal.visible import Tone
from guide.ui.body.figures_page import SHOWN, FiguresPage
from guide.ui.look import Look
from guide.ui.tokens import LIGHT, toned


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> FiguresPage:
    made = FiguresPage(look)
    qtbot.addWidget(made)
    made.show_sight(Sight())
    return made


@pytest.mark.parametrize(
    ("key", "at", "value"),
    [("figure", 1, "male"), ("build", 2, "heavy"), ("tone", 5, "dark"), ("clothed", 0, True)],
)
def test_a_choice_asks_for_its_setting(
    qtbot: QtBot, page: FiguresPage, key: str, at: int, value: object
) -> None:
    with qtbot.waitSignal(page.asked) as asked:
        page.choices[key].buttons[at].click()
    assert asked.args == [key, value]


def test_what_is_chosen_is_shown(page: FiguresPage, look: Look) -> None:
    look.set(toned(LIGHT, Tone.BROWN), 1.0, motion=False)
    page.show_sight(replace(Sight(), figure=FigureName.MALE, build=Build.SLIM))
    checked = {
        key: [made.accessibleName() for made in page.choices[key].buttons if made.isChecked()]
        for key in SHOWN
    }
    assert checked["figure"] == ["Figure: Male"]
    assert checked["build"] == ["Build: Slim"]
    assert checked["tone"] == ["Skin: Brown"]
