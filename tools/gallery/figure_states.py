"""The figure at any angle, near by, in other bodies, and with its layers."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from guide.core.anatomy import Chosen, FigureName, Side, View
from guide.core.aspect import Aspect, of_close_up, of_view
from guide.core.drawing import Strength
from guide.core.orientation import Build, CloseUp
from guide.core.sight import USUAL, Layer
from guide.journal.visible import Tone
from guide.ui.tokens import toned
from tools.gallery.scene import MapScene, Scene, State

SHOULDER = ("upper_back.suprascapular", Side.RIGHT, Strength.STRONG)
MUSCLES = USUAL | {Layer.SUPERFICIAL}
DEEP = USUAL | {Layer.DEEP}
CARE = USUAL | {Layer.DANGER, Layer.LANDMARKS}


def states() -> list[State]:
    """All of them; every skin tone once."""
    tones = [State("figure", f"skin, {tone}", _tone(tone)) for tone in Tone]
    return [
        State("figure", "turned", _seen(aspect=Aspect(145.0, 10.0))),
        State("figure", "muscles", _seen(layers=MUSCLES, aspect=of_view(View.BACK))),
        State("figure", "muscle lit", _lit),
        State("figure", "muscle page", _chosen),
        State("figure", "peeled", _peeled),
        State("figure", "deep", _seen(layers=DEEP, aspect=Aspect(330.0))),
        State("figure", "take care", _drawer(0, layers=CARE)),
        State("figure", "close-ups", _drawer(1, aspect=_near(CloseUp.HAND_PALM, Side.LEFT))),
        State("figure", "armpit", _seen(aspect=_near(CloseUp.ARMPIT, Side.RIGHT), layers=MUSCLES)),
        State("figure", "body", _drawer(2, figure=FigureName.MALE, build=Build.HEAVY)),
        State("figure", "slim", _seen(build=Build.SLIM, aspect=Aspect(30.0))),
        *tones,
    ]


def _near(close_up: CloseUp, side: Side) -> Aspect:
    return of_close_up(close_up, side)


def _seen(**changes: object) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        return scene.map().paint(SHOULDER).see(**changes).window

    return build


def _drawer(page: int, **changes: object) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        made = scene.map().see(**changes)
        made.page.top.show_more.click()
        assert made.page.drawer is not None
        made.page.drawer.open(page)
        return made.window

    return build


def _with_muscles(scene: Scene) -> MapScene:
    return scene.map().see(layers=MUSCLES, aspect=of_view(View.BACK))


def _lit(scene: Scene) -> QWidget:
    made = _with_muscles(scene)
    made.presenter.point_at("trapezius_upper", Side.RIGHT)
    return made.window


def _chosen(scene: Scene) -> QWidget:
    made = _with_muscles(scene)
    made.presenter.choose("gluteus_maximus", Side.LEFT)
    return made.window


def _peeled(scene: Scene) -> QWidget:
    made = _with_muscles(scene)
    names = ("trapezius_upper", "trapezius_middle", "trapezius_lower", "latissimus_dorsi")
    made.see(layers=MUSCLES | DEEP, peeled=tuple(Chosen(name, Side.RIGHT) for name in names))
    made.presenter.point_at("rhomboids", Side.RIGHT)
    return made.window


def _tone(tone: Tone) -> Callable[[Scene], QWidget]:
    def build(scene: Scene) -> QWidget:
        scene.look.set(toned(scene.look.tokens, tone), scene.look.scale, motion=False)
        made = scene.map().paint(SHOULDER)
        made.see(aspect=of_view(View.BACK), layers=USUAL).answer_all()
        made.presenter.point_at("infraspinatus", Side.LEFT)
        assert made.presenter.state.lit is not None
        return made.window

    return build
