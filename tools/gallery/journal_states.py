"""Every state of the history page."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from guide.app.clock import utc_text
from guide.app.journal_presenter import JournalPresenter, Looking, Period
from guide.core.anatomy import Place, Side
from guide.core.answers import After, Answers, Onset, PainKind
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord, SessionRecord
from guide.core.session import HoldDone, HoldEnd, SessionKind
from guide.journal.database import FILE_NAME
from guide.journal.store import Journal
from guide.ui.journal.connect import connect_journal
from guide.ui.journal.page import JournalPage
from guide.ui.plotting import Plotting
from tools.gallery.scene import NOON, Scene, State, settle
from tools.gallery.session_states import fresh_journal

# pain before and after, days ago, pressing (or stretching) which side
PAST = (
    (7, 5, 20, Side.RIGHT),
    (6, 4, 18, Side.RIGHT),
    (6, 6, 15, Side.LEFT),
    (5, 4, 13, None),
    (6, 3, 11, Side.RIGHT),
    (5, 3, 8, None),
    (4, 4, 6, Side.RIGHT),
    (5, 2, 4, Side.RIGHT),
    (4, 2, 2, None),
    (4, 1, 0, Side.RIGHT),
)


def states() -> list[State]:
    """All of them."""
    return [
        State("journal", "empty", _empty),
        State("journal", "list", _with(_nothing)),
        State("journal", "one entry", _with(_choose)),
        State("journal", "delete one", _with(_ask_one)),
        State("journal", "delete all", _with(_ask_all)),
        State("journal", "nothing fits", _with(_narrow)),
        State("journal", "exported", _with(_export)),
        State("journal", "damaged file set aside", _damaged),
    ]


class JournalScene:
    """The history page in its window, with its presenter."""

    def __init__(self, scene: Scene, journal: Journal) -> None:
        self.presenter = JournalPresenter(journal, scene.wall)
        self.plotting = Plotting()
        self.page = JournalPage(scene.look, scene.catalogue, self.plotting)
        connect_journal(self.page, self.presenter)
        self.window = scene.window(self.page, "journal")
        for thing in (self.presenter, self.plotting):
            thing.setParent(self.window)
        self.window.destroyed.connect(journal.close)

    def shown(self) -> QWidget:
        """The window, with its chart."""
        self.window.show()
        settle()
        self.plotting.wait()
        settle()
        return self.window


def filled(scene: Scene) -> Journal:
    """A journal with some weeks in it."""
    journal = fresh_journal(scene)
    journal.save_map(_VISIT)
    for before, after, days, side in PAST:
        begun = scene.wall() - timedelta(days=days, hours=days % 5)
        journal.save_session(_record(scene, utc_text(begun), before, after, side))
    return journal


def _record(scene: Scene, at: str, before: int, after: int, side: Side | None) -> SessionRecord:
    pressing = side is not None
    spot = "trapezius_upper.trp1" if pressing else "ear_to_shoulder"
    held = (HoldEnd.EASED, HoldEnd.COMPLETED, HoldEnd.COMPLETED)
    return SessionRecord(
        id=scene.new_id(),
        kind=SessionKind.PRESSURE if pressing else SessionKind.STRETCH,
        subject="trapezius_upper" if pressing else "neck_and_shoulder_reset",
        side=side or Side.MIDLINE,
        at=at,
        offset_minutes=60,
        seconds=190.0 if pressing else 360.0,
        completed=after < before,
        stop_reason=None,
        before=before,
        during=before,
        after=after,
        note=_NOTE if before == PAST[-1][0] and after == PAST[-1][1] else "",
        map_id=_VISIT.id if pressing else None,
        holds=tuple(
            HoldDone(spot, side or Side.RIGHT, repeat, 30.0, 24.0 + 2 * repeat, end, None)
            for repeat, end in enumerate(held, start=1)
        ),
        felt=(),
    )


_NOTE = "A long day at the desk; turning the head is easier now."


_VISIT = MapRecord(
    id="f" * 32,
    at=utc_text(NOON),
    offset_minutes=60,
    marks=(Mark(Place("neck.posterior_lower", Side.RIGHT), Strength.STRONG),),
    answers=Answers(
        onset=Onset.DAYS,
        after=After.EFFORT,
        kinds=frozenset({PainKind.ACHE}),
        no_pressure=frozenset(),
        asked=frozenset({"NP-INFECTION", "NP-DROWSY", "RF-MYELO.hands"}),
    ),
)


def _empty(scene: Scene) -> QWidget:
    return JournalScene(scene, fresh_journal(scene)).shown()


def _with(step: Callable[[JournalScene, Scene], None]) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = JournalScene(scene, filled(scene))
        made.shown()
        step(made, scene)
        return made.shown()

    return build


def _nothing(_made: JournalScene, _scene: Scene) -> None:
    """The page as it opens."""


def _choose(made: JournalScene, _scene: Scene) -> None:
    made.presenter.choose(made.presenter.state.entries[0].id)


def _ask_one(made: JournalScene, scene: Scene) -> None:
    _choose(made, scene)
    made.presenter.ask_delete()


def _ask_all(made: JournalScene, _scene: Scene) -> None:
    made.presenter.ask_delete_all()


def _narrow(made: JournalScene, _scene: Scene) -> None:
    made.presenter.look_at(Looking(side=Side.LEFT, period=Period.WEEK))


def _export(made: JournalScene, scene: Scene) -> None:
    made.presenter.export_csv(str(scene.folder / "unknot-journal.csv"))


def _damaged(scene: Scene) -> QWidget:
    folder = Path(tempfile.mkdtemp(dir=scene.folder))
    (folder / FILE_NAME).write_bytes(b"not a journal" * 100)
    return JournalScene(scene, Journal.open(folder, scene.wall())).shown()
