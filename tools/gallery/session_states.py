"""Every state of a session, and the routines page."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from guide.app.clock import utc_text
from guide.app.cues import Cue
from guide.app.session_presenter import SessionPresenter
from guide.app.session_state import Begin, Stage, Wish
from guide.content import guidance
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Level, Sides
from guide.core.safety import (
    After,
    Answers,
    Onset,
    PainKind,
    Profile,
    ProfileItem,
    Situation,
)
from guide.core.session import StepKind
from guide.journal.store import Journal
from guide.ui.plotting import Plotting
from guide.ui.session.connect import connect_routines, connect_session
from guide.ui.session.page import SessionPage
from guide.ui.session.routines import RoutinesPage
from tools.gallery.scene import NOON, ORDINARY, Scene, State, settle

CHILD = Profile(adult=False, fifty_or_over=False, asked=True)
MUSCLE = "trapezius_upper"
ROUTINE = "neck_and_shoulder_reset"


def states() -> list[State]:
    """All of them, in the order a person meets them."""
    return [
        State("session", "choices", _choices),
        State("session", "choices, limited", _limited),
        State("session", "choices, another way", _another_way),
        State("session", "get ready, another way", _getting_ready),
        State("session", "get ready", _pressing(3.0)),
        State("session", "ease in", _pressing(12.0)),
        State("session", "hold", _pressing(34.0, (18.0, 3), (23.0, 6), (27.0, 5), (31.0, 4))),
        State("session", "let go", _pressing(46.0, (20.0, 4))),
        State("session", "rest", _pressing(55.0, (20.0, 4), (40.0, 3))),
        State("session", "paused", _paused),
        State("session", "no sound", _broken),
        State("session", "why stopped", _why),
        State("session", "advice, emergency", _advice(Level.EMERGENCY)),
        State("session", "advice, clinician", _advice(Level.CLINICIAN)),
        State("session", "how was it", _rate),
        State("session", "saved", _saved),
        State("session", "refused", _refused),
        State("session", "cut short", _cut_short),
        State("stretch", "choices", _stretch_choices),
        State("stretch", "get ready", _stretching(3.0)),
        State("stretch", "hold, right", _stretching(16.0)),
        State("stretch", "switch side", _stretching(33.0)),
        State("stretch", "hold, left", _stretching(46.0)),
        State("stretch", "without a pose", _without_pose),
        State("stretch", "movement", _movement),
        State("routines", "all", _routines),
        State("routines", "refused", _routines_refused),
    ]


class _Silence:
    """A room without sound: pictures make none."""

    def __init__(self, broken: bool = False) -> None:
        self.broken = broken

    def play(self, cue: Cue, side: Side) -> None:
        """Not heard."""

    def play_at(self, cue: Cue, side: Side, deadline: float) -> None:
        """Not heard."""

    def cancel(self) -> None:
        """Nothing to cancel."""

    def close(self) -> None:
        """Nothing to close."""


class _Awake:
    """A screen that is awake anyway."""

    failed = False

    def hold(self) -> None:
        """It is."""

    def release(self) -> None:
        """It stays so."""


class _Answered:
    """Somebody who answered everything, and is what ``profile`` says."""

    def __init__(self, catalogue: Catalogue, profile: Profile) -> None:
        daily = frozenset(catalogue.no_pressure)
        told = Answers(
            onset=Onset.DAYS,
            after=After.NOTHING,
            kinds=frozenset({PainKind.ACHE}),
            no_pressure=frozenset(),
            asked=daily,
        )
        self._situation = Situation(answers=told, profile=profile, now_utc=utc_text(NOON))

    def situation(self) -> Situation:
        """What is known."""
        return self._situation

    def map_id(self) -> str | None:
        """No map was painted."""
        return None


def fresh_journal(scene: Scene) -> Journal:
    """An empty journal: what another picture recorded must not count as done today."""
    return Journal.open(Path(tempfile.mkdtemp(dir=scene.folder)), scene.wall())


class SessionScene:
    """A session page with its presenter; every step is a request, as from a person."""

    def __init__(
        self,
        scene: Scene,
        profile: Profile = ORDINARY,
        sound: bool = True,
        journal: Journal | None = None,
    ) -> None:
        self.scene = scene
        self.journal = journal or fresh_journal(scene)
        self.presenter = SessionPresenter(
            scene.catalogue,
            self.journal,
            _Answered(scene.catalogue, profile),
            guidance,
            _Silence(broken=not sound),
            _Awake(),
            scene.clock,
            scene.wall,
            scene.new_id,
        )
        self.plotting = Plotting()
        self.page = SessionPage(
            scene.look, scene.pictures, scene.library, scene.catalogue, self.plotting
        )
        self.page.resize(scene.size)
        for thing in (self.presenter, self.plotting):
            thing.setParent(self.page)
        connect_session(self.page, self.presenter)
        self.page.destroyed.connect(self.journal.close)

    def wait(self, seconds: float) -> "SessionScene":
        """Let time pass as the ticks would."""
        while seconds > 0:
            self.scene.pass_time(min(1.0, seconds))
            seconds -= 1.0
            self.presenter.run.pass_time()
        return self

    def begin(self, wish: Wish, before: int | None = None) -> "SessionScene":
        """Choose and begin."""
        self.presenter.prepare(wish)
        if before is not None:
            self.presenter.rate_before(before)
        self.presenter.begin()
        return self

    def shown(self) -> QWidget:
        """The page as it is now; the clock stands still, and nothing wakes it."""
        reading = self.presenter.run.reading()
        self.page.show()
        settle()
        self.plotting.wait()
        settle()
        if reading is not None:
            self.page.read(reading)
        self.page.running.spot.grab()
        self.page.running.spot.wait()
        self.page.running.left()
        self.presenter.run.rest()
        settle()
        return self.page


PRESS = Wish(Begin.PRESSURE, MUSCLE, Side.RIGHT)


def _choices(scene: Scene) -> QWidget:
    made = SessionScene(scene)
    made.presenter.prepare(PRESS)
    return made.shown()


def _limited(scene: Scene) -> QWidget:
    items = tuple(ProfileItem(name) for name in ("osteoporosis", "widespread_pain"))
    made = SessionScene(scene, replace(ORDINARY, items=items))
    made.presenter.prepare(PRESS)
    return made.shown()


BLADE = Wish(Begin.PRESSURE, "infraspinatus", Side.RIGHT)  # four ways, one with its own limit


def _on_a_ball(scene: Scene) -> SessionScene:
    made = SessionScene(scene)
    made.presenter.prepare(BLADE)
    setup = made.presenter.state.setup
    assert setup is not None
    tools = [choice.way.tool for choice in setup.ways]
    made.presenter.choose_way(tools.index("ball_floor"))
    return made


def _another_way(scene: Scene) -> QWidget:
    return _on_a_ball(scene).shown()


def _getting_ready(scene: Scene) -> QWidget:
    made = _on_a_ball(scene)
    made.presenter.begin()
    return made.wait(3.0).shown()


def _pressing(until: float, *felt: tuple[float, int]) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        return _pressed(scene, until, *felt).shown()

    return build


def _pressed(scene: Scene, until: float, *felt: tuple[float, int]) -> SessionScene:
    made = SessionScene(scene).begin(PRESS, before=6)
    passed = 0.0
    for at, level in felt:
        made.wait(at - passed)
        made.presenter.feel(level)
        passed = at
    return made.wait(until - passed)


def _paused(scene: Scene) -> QWidget:
    made = _pressed(scene, 30.0, (20.0, 4))
    made.presenter.run.toggle_pause()
    return made.shown()


def _broken(scene: Scene) -> QWidget:
    return SessionScene(scene, sound=False).begin(PRESS).wait(30.0).shown()


def _why(scene: Scene) -> QWidget:
    made = _pressed(scene, 30.0)
    made.presenter.stop()
    return made.shown()


def _advice(level: Level) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = _pressed(scene, 30.0)
        made.presenter.stop()
        reasons = scene.catalogue.stop_reasons.values()
        made.presenter.give_reason(next(r.id for r in reasons if r.level is level))
        return made.shown()

    return build


def _rated(scene: Scene) -> SessionScene:
    made = _pressed(scene, 20.0, (18.0, 4))
    while made.presenter.state.stage is Stage.RUNNING:
        made.wait(1.0)
    made.presenter.rate_after(3)
    return made


def _rate(scene: Scene) -> QWidget:
    return _rated(scene).shown()


def _saved(scene: Scene) -> QWidget:
    made = _rated(scene)
    made.presenter.save()
    return made.shown()


def _refused(scene: Scene) -> QWidget:
    made = SessionScene(scene, CHILD)
    made.presenter.prepare(PRESS)
    return made.shown()


def _cut_short(scene: Scene) -> QWidget:
    made = _pressed(scene, 60.0)
    kept = made.journal.unfinished()
    made.presenter.halt()
    made.presenter.leave()
    assert kept is not None
    made.journal.save_unfinished(kept)
    scene.pass_time(180.0)
    made.presenter.offer_unfinished()
    return made.shown()


def _stretch_choices(scene: Scene) -> QWidget:
    made = SessionScene(scene)
    made.presenter.prepare_routine(ROUTINE)
    return made.shown()


def _stretching(until: float) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = SessionScene(scene).begin(Wish(Begin.ROUTINE, ROUTINE, Side.MIDLINE))
        return made.wait(until).shown()

    return build


def _without_pose(scene: Scene) -> QWidget:
    """A stretch that has no pictures of its own."""
    every = scene.catalogue.stretches.values()
    stretch = next(each.id for each in every if not each.pose and each.sides is Sides.EACH)
    return SessionScene(scene).begin(Wish(Begin.STRETCH, stretch, Side.LEFT)).wait(16.0).shown()


def _movement(scene: Scene) -> QWidget:
    made = SessionScene(scene).begin(Wish(Begin.MOVEMENTS, MUSCLE, Side.RIGHT)).wait(16.0)
    session = made.presenter.state.session
    assert session is not None
    assert session.step.kind is StepKind.MOVE
    return made.shown()


def _routines(scene: Scene) -> QWidget:
    return _routines_page(scene, ORDINARY)


def _routines_refused(scene: Scene) -> QWidget:
    return _routines_page(scene, CHILD)


def _routines_page(scene: Scene, profile: Profile) -> QWidget:
    made = SessionScene(scene, profile)
    page = RoutinesPage(scene.look, scene.pictures, scene.library, scene.catalogue)
    connect_routines(page, made.presenter)
    window = scene.window(page, "routines")
    made.presenter.setParent(window)
    made.page.deleteLater()
    window.show()
    settle()
    return window
