"""The program's own window in the middle of a hold, left alone.

It paints an area, answers as somebody with an ordinary ache does, begins to press, and reports a
second line (see process.py) when the hold runs: {"hold": seconds}.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guide.app.map_state import Panel
from guide.bootstrap import Program, build
from guide.core.anatomy import Place, Side, View
from guide.core.session import StepKind
from guide.journal.places import find_places
from guide.ui.panels.drawing import PaintedPanel
from guide.ui.panels.questions import QuestionsPanel
from guide.ui.tour import settle
from guide.ui.trouble import Trouble

PLACE, MUSCLE = Place("neck.posterior_lower", Side.RIGHT), "trapezius_upper"
HOLD, READY = 40, 5  # seconds


def main(motion: str) -> int:
    """Hold, with the motion that is asked for, until the bench ends the process."""
    application = QApplication(["unknot", "-style", "fusion"])
    places = find_places(os.environ)
    program = build(application, places, Trouble(places.cache))
    program.show()
    settle(500)
    program.finish()
    program.settings.change("motion", motion)
    begin(program)
    session = program.rest.sessions.run.state
    assert session is not None, "nothing may be pressed after ordinary answers"
    with Path(os.environ["UNKNOT_BENCH_OUT"]).open("a", encoding="utf-8") as out:
        out.write(json.dumps({"hold": session.step_seconds}) + "\n")
    return application.exec()


def begin(program: Program) -> None:
    """Paint, answer, choose, and wait until the hold runs."""
    program.map.turn(View.BACK)
    program.map.paint(PLACE)
    painted = program.page.panel
    assert isinstance(painted, PaintedPanel)
    painted.stories.rows[0].click()
    while program.map.state.panel is Panel.ASKING:
        settle(20)
        panel = program.page.panel
        assert isinstance(panel, QuestionsPanel)
        panel.answer_none()
    sessions = program.rest.sessions
    sessions.prepare_pressure(MUSCLE, Side.RIGHT)
    sessions.rate_before(5)
    sessions.choose_numbers(HOLD, 1, READY)
    sessions.begin()
    run = sessions.run
    while run.state is not None and run.state.step.kind is not StepKind.HOLD:
        settle(100)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
