"""Every state of the map page."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.catalogue import Level
from guide.core.drawing import Strength
from guide.core.safety import TOLD_TO_STOP, Profile, ProfileItem, QuestionKind, Stopped
from guide.ui.panels.actions import WayButton
from guide.ui.panels.closed import ClosedPanel
from guide.ui.panels.drawing import PaintedPanel
from guide.ui.panels.guidance import GuidancePanel
from guide.ui.panels.questions import QuestionsPanel
from guide.ui.profile.entry import EntryRow
from tools.gallery.scene import ORDINARY, MapScene, Scene, State, settle

NECK = ("neck.posterior_lower", Side.RIGHT, Strength.STRONG)
TEMPLE = ("head.temple", Side.RIGHT, Strength.MODERATE)
CALF = ("calf.upper", Side.LEFT, Strength.MODERATE)
ELBOW = ("forearm.dorsal", Side.RIGHT, Strength.MODERATE)
SHOULDER = ("upper_back.suprascapular", Side.RIGHT, Strength.MILD)


def states() -> list[State]:
    """All of them, in the order a person meets them."""
    found = [
        State("map", "start", _start),
        State("map", "hover", _hover),
        State("map", "keyboard", _keyboard),
        State("map", "filter", _filter),
        State("map", "side view, male", _side_view),
        State("map", "soles", _soles),
        State("map", "zoomed", _zoomed),
        State("map", "painted", _painted),
        State("map", "painted, several areas", _several),
        State("map", "painted, more to ask", _more),
        *[State("questions", kind, _question(kind)) for kind in QuestionKind],
        State("questions", "after an injury", _injury),
        State("questions", "entries", _entries),
        State("questions", "signs ticked", _ticked),
        State("closed", "emergency", _closed(Level.EMERGENCY)),
        State("closed", "emergency, in Britain", _britain),
        State("closed", "emergency, slip", _slip),
        State("closed", "urgent", _closed(Level.URGENT)),
        State("closed", "no pressure", _no_pressure),
        State("closed", "about you", _lasting),
        State("closed", "after a grave stop", _stopped(Level.EMERGENCY)),
        State("closed", "child", _child),
        State("ranking", "neck", _ranking),
        State("ranking", "lit", _lit),
        State("ranking", "all shown", _all_shown),
        State("ranking", "clinician sign", _clinician),
        State("ranking", "limited", _limited),
        State("guidance", "limited", _limited_muscle),
        State("guidance", "after a stop", _stopped(Level.CLINICIAN)),
        State("guidance", "not pressed", _red),
    ]
    sections = ("about", "find", "press", "stretch", "keeps", "evidence")
    found += [State("guidance", name, _guidance(name)) for name in sections]
    return [*found, State("guidance", "press, a limited way", _limited_way)]


def _start(scene: Scene) -> QWidget:
    return scene.map().window


def _hover(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.hover(Place("shoulder.anterior", Side.LEFT))
    return made.window


def _keyboard(scene: Scene) -> QWidget:
    made = scene.map()
    made.window.activateWindow()
    made.page.body.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return made.window


def _filter(scene: Scene) -> QWidget:
    made = scene.map()
    made.page.top.areas.setChecked(True)
    assert made.page.list is not None
    made.page.list.filter.setText("neck")
    return made.window


def _side_view(scene: Scene) -> QWidget:
    made = scene.map()
    made.see(figure=FigureName.MALE)
    made.presenter.turn(View.RIGHT)
    return made.paint(TEMPLE).window


def _soles(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.turn(View.SOLES)
    return made.window


def _zoomed(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.paint(NECK, SHOULDER)
    body = made.page.body
    point = body.point_of(Place(NECK[0], NECK[1])) or QPointF(body.width() / 2, 100)
    body.zoom_by(3.2, point)
    return made.window


def _painted(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.presenter.choose_strength(Strength.STRONG)
    made.presenter.paint(Place(NECK[0], NECK[1]))
    return made.window


def _several(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.turn(View.BACK)
    return made.paint(NECK, TEMPLE, SHOULDER).window


def _more(scene: Scene) -> QWidget:
    made = _ranked(scene)
    return made.paint(CALF).window


def _asked(scene: Scene) -> MapScene:
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.paint(NECK, TEMPLE)
    made.presenter.ask()
    return made


def _question(kind: QuestionKind) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = _asked(scene)
        made.answer_until(kind)
        return made.window

    return build


def _injury(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.paint(NECK)
    panel = made.page.panel
    assert isinstance(panel, PaintedPanel)
    panel.stories.rows[3].click()
    return made.window


def _entries(scene: Scene) -> QWidget:
    """The entries of a ticked group, one of which asks where and when."""
    made = _asked(scene)
    made.answer_until(QuestionKind.ABOUT)
    panel = made.page.panel
    assert isinstance(panel, QuestionsPanel)
    list(panel.buttons().values())[5].click()
    panel.answer_ticked()
    for row in panel.findChildren(EntryRow):
        if "injection" in row.check.accessibleName():
            row.check.click()
            assert row.areas is not None
            assert row.days is not None
            row.areas.areas.chips[3].click()
            row.days.days.chips[1].click()
            break
    return made.window


def _ticked(scene: Scene) -> QWidget:
    made = _asked(scene)
    made.answer_until(QuestionKind.SIGNS)
    panel = made.page.panel
    assert isinstance(panel, QuestionsPanel)
    for check in list(panel.buttons().values())[1:3]:
        check.click()
    return made.window


def _closed(level: Level) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        return _with_sign(scene, level).window

    return build


def _with_sign(scene: Scene, level: Level) -> MapScene:
    """Answer one sign of ``level`` with yes, and none besides."""
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.paint(NECK, ELBOW if level is Level.CLINICIAN else TEMPLE)
    made.presenter.ask()
    signs = {s.id: s for flag in scene.catalogue.red_flags.values() for s in flag.signs}
    said = False
    while True:
        made.answer_until(QuestionKind.SIGNS)
        question = made.presenter.state.findings.question
        if question is None:
            return made
        known = [name for name in question.items if name in signs and not said]
        fitting = [name for name in known if signs[name].level is level]
        made.presenter.answer_items(frozenset(fitting[:1]))
        said = said or bool(fitting)


def _slip(scene: Scene) -> QWidget:
    made = _with_sign(scene, Level.EMERGENCY)
    made.presenter.doubt(made.presenter.state.findings.verdict.reasons[0])
    return made.window


def _britain(scene: Scene) -> QWidget:
    made = _with_sign(scene, Level.EMERGENCY)
    panel = made.page.panel
    assert isinstance(panel, ClosedPanel)
    panel.be_in("GB")
    panel.show_state(made.presenter.state)
    return made.window


def _no_pressure(scene: Scene) -> QWidget:
    made = _asked(scene)
    while True:
        made.answer_until(QuestionKind.SIGNS)
        question = made.presenter.state.findings.question
        if question is None:
            return made.window
        daily = [name for name in question.items if name in scene.catalogue.no_pressure]
        made.presenter.answer_items(frozenset(daily[:1]))


def _with_entries(scene: Scene, *items: ProfileItem) -> MapScene:
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.presenter.use_profile(replace(ORDINARY, items=items))
    return made.paint(NECK).answer_all()


def _stopped(level: Level) -> Callable[[Scene], QWidget]:
    """A session was stopped for a reason of ``level``."""

    def build(scene: Scene) -> QWidget:
        made = _ranked(scene)
        made.presenter.choose("trapezius_upper", Side.RIGHT)
        reasons = scene.catalogue.stop_reasons.values()
        reason = next(each.id for each in reasons if each.level is level)
        if level is Level.EMERGENCY:
            told = replace(ORDINARY, items=(ProfileItem(TOLD_TO_STOP),))
            made.presenter.use_profile(told)
        made.presenter.report(Stopped(reason, "trapezius_upper", Side.RIGHT))
        return made.window

    return build


def _lasting(scene: Scene) -> QWidget:
    return _with_entries(scene, ProfileItem("unstable_neck")).window


def _child(scene: Scene) -> QWidget:
    made = _asked(scene)
    made.presenter.use_profile(Profile(adult=False, fifty_or_over=False, asked=True))
    return made.window


def _limited(scene: Scene) -> QWidget:
    return _with_entries(scene, ProfileItem("osteoporosis"), ProfileItem("widespread_pain")).window


def _limited_muscle(scene: Scene) -> QWidget:
    made = _with_entries(scene, ProfileItem("osteoporosis"))
    made.presenter.choose("trapezius_upper", Side.RIGHT)
    return made.window


def _ranked(scene: Scene) -> MapScene:
    made = scene.map()
    made.presenter.turn(View.BACK)
    return made.paint(NECK, TEMPLE).answer_all()


def _ranking(scene: Scene) -> QWidget:
    return _ranked(scene).window


def _lit(scene: Scene) -> QWidget:
    made = _ranked(scene)
    made.presenter.point_at("trapezius_upper", Side.RIGHT)
    return made.window


def _all_shown(scene: Scene) -> QWidget:
    from guide.ui.panels.ranking import RankingPanel

    made = _ranked(scene)
    panel = made.page.panel
    assert isinstance(panel, RankingPanel)
    panel.show_all()
    return made.window


def _clinician(scene: Scene) -> QWidget:
    return _with_sign(scene, Level.CLINICIAN).window


def _red(scene: Scene) -> QWidget:
    muscles = scene.catalogue.muscles
    first = next(muscle for muscle in muscles.values() if not muscle.may_be_pressed)
    made = scene.map()
    zones = [zone for zone in first.referral.main if scene.catalogue.zones[zone].on_skin]
    side = Side.MIDLINE if scene.catalogue.zones[zones[0]].midline else Side.RIGHT
    made.paint((zones[0], side, Strength.MODERATE)).answer_all()
    red = [
        candidate
        for candidate in made.presenter.state.findings.candidates
        if not muscles[candidate.muscle].may_be_pressed
    ]
    made.presenter.choose(red[0].muscle, red[0].side)
    return made.window


def _limited_way(scene: Scene) -> QWidget:
    window = _guidance("press", "infraspinatus")(scene)
    window.show()
    settle()
    (last,) = (
        made for made in window.findChildren(WayButton) if "on a ball" in made.accessibleName()
    )
    for area in window.findChildren(QScrollArea):
        if area.isAncestorOf(last):
            area.ensureWidgetVisible(last)
    return window


def _guidance(section: str, muscle: str = "trapezius_upper") -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = _ranked(scene)
        made.presenter.choose(muscle, Side.RIGHT)
        panel = made.page.panel
        assert isinstance(panel, GuidancePanel)
        if section != "about":  # a section that is chosen comes up, in a window that stands
            made.window.show()
            settle()
            panel.open_section(section)
        return made.window

    return build
