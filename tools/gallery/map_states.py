"""Every state of the map page."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.catalogue import Level
from guide.core.drawing import Strength
from guide.core.safety import QuestionKind
from guide.ui.panels.guidance import GuidancePanel
from guide.ui.panels.questions import QuestionsPanel
from tools.gallery.scene import MapScene, Scene, State, settle

NECK = ("neck.posterior_lower", Side.RIGHT, Strength.STRONG)
TEMPLE = ("head.temple", Side.RIGHT, Strength.MODERATE)
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
        State("map", "painted, paused", _paused),
        *[State("questions", kind, _question(kind)) for kind in QuestionKind if kind != "age"],
        State("questions", "signs ticked", _ticked),
        State("closed", "emergency", _closed(Level.EMERGENCY)),
        State("closed", "emergency, slip", _slip),
        State("closed", "urgent", _closed(Level.URGENT)),
        State("closed", "no pressure", _no_pressure),
        State("closed", "child", _child),
        State("ranking", "neck", _ranking),
        State("ranking", "lit", _lit),
        State("ranking", "all shown", _all_shown),
        State("ranking", "clinician sign", _clinician),
        State("guidance", "no text yet", _unguided),
        State("guidance", "not pressed", _red),
    ]
    sections = ("about", "find", "press", "stretch", "keeps", "evidence")
    return found + [State("guidance", name, _guidance(name)) for name in sections]


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
    made.presenter.show_figure(FigureName.MALE)
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


def _paused(scene: Scene) -> QWidget:
    made = scene.map()
    made.presenter.turn(View.BACK)
    return made.paint(NECK, TEMPLE, SHOULDER).window


def _asked(scene: Scene) -> MapScene:
    made = scene.map()
    made.presenter.turn(View.BACK)
    made.paint(NECK, TEMPLE)
    made.presenter.ask()
    return made


def _answer_until(made: MapScene, kind: QuestionKind) -> None:
    """Answer as with an ordinary ache until the question ``kind`` stands there."""
    from guide.core.safety import After, Onset, PainKind

    presenter = made.presenter
    while (question := presenter.state.findings.question) is not None and question.kind != kind:
        if question.kind in (QuestionKind.ADULT, QuestionKind.AGE):
            presenter.answer_age(True, False)
        elif question.kind is QuestionKind.ONSET:
            presenter.answer_onset(Onset.DAYS)
        elif question.kind is QuestionKind.AFTER:
            presenter.answer_after(After.NOTHING)
        elif question.kind is QuestionKind.KIND:
            presenter.answer_kinds(frozenset({PainKind.ACHE}))
        else:
            presenter.answer_items(frozenset())


def _question(kind: QuestionKind) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = _asked(scene)
        _answer_until(made, kind)
        return made.window

    return build


def _ticked(scene: Scene) -> QWidget:
    made = _asked(scene)
    _answer_until(made, QuestionKind.SIGNS)
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
        _answer_until(made, QuestionKind.SIGNS)
        question = made.presenter.state.findings.question
        if question is None:
            return made
        fitting = [name for name in question.items if signs[name].level is level and not said]
        made.presenter.answer_items(frozenset(fitting[:1]))
        said = said or bool(fitting)


def _slip(scene: Scene) -> QWidget:
    made = _with_sign(scene, Level.EMERGENCY)
    made.presenter.doubt(made.presenter.state.findings.verdict.reasons[0])
    return made.window


def _no_pressure(scene: Scene) -> QWidget:
    made = _asked(scene)
    _answer_until(made, QuestionKind.NO_PRESSURE)
    question = made.presenter.state.findings.question
    assert question is not None
    made.presenter.answer_items(frozenset(question.items[:1]))
    made.answer_all()
    return made.window


def _child(scene: Scene) -> QWidget:
    made = _asked(scene)
    made.presenter.answer_age(False, False)
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


def _unguided(scene: Scene) -> QWidget:
    made = _ranked(scene)
    rest = [
        candidate
        for candidate in made.presenter.state.findings.candidates
        if candidate.muscle not in scene.catalogue.guided
        and scene.catalogue.muscles[candidate.muscle].may_be_pressed
    ]
    made.presenter.choose(rest[0].muscle, rest[0].side)
    return made.window


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


def _guidance(section: str) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = _ranked(scene)
        made.presenter.choose("trapezius_upper", Side.RIGHT)
        panel = made.page.panel
        assert isinstance(panel, GuidancePanel)
        panel.open_section(section)
        return made.window

    return build
