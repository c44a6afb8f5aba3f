"""What is rendered when: coarse while the figure turns, fine when it rests, and gliding between."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide.atlas.library import Framing
from guide.atlas.studio import Eye, Shot
from guide.core.aspect import Aspect
from guide.core.orientation import Build, FigureName, View
from guide.core.sight import Sight, seen_from
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.renderer import Rendered, Renderer, Wish
from guide.ui.body.viewport import MARGIN, fit, seen_part
from guide.ui.look import Look

if TYPE_CHECKING:
    from guide.atlas.shapes import Shapes

DRAFT = 560  # pixels of height while it turns
GLIDE_MS = 200
REST_MS = 60  # without a change, then it is drawn finely
SHARP = 1.1  # device pixels a pixel of a shipped picture; beyond that a part is rendered

Body = tuple[FigureName, Build, bool]


class Live(QObject):
    """Brings the canvas to the sight that is wanted, by the shipped pictures where they do."""

    shown = Signal()  # the canvas has another picture
    settled = Signal()  # it is known what lies on the picture

    def __init__(
        self, look: Look, canvas: MapCanvas, renderer: Renderer, sight: Sight, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._canvas, self._renderer, self._map = look, canvas, renderer, parent
        self._wanted = sight
        self._dragging = False
        self._from: Eye | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._glide.valueChanged.connect(self._on_glide)
        self._glide.finished.connect(self._settle)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._refine)
        renderer.drawn.connect(self._on_drawn)
        renderer.shaped.connect(self._on_shaped)
        look.changed.connect(self.look_again)

    # -- where to look --------------------------------------------------------------------------

    def go(self, sight: Sight) -> None:
        """Show ``sight``: at once, gliding, or as soon as it is drawn."""
        before, self._wanted = self._wanted, sight
        let_go, self._dragging = self._dragging, False
        if _shown_by(before) == _shown_by(sight) and self._is_there():
            self._canvas.layer.garment = sight.garment
            if let_go:
                self._rest.start()
            return
        turned_only = _body(before) == _body(sight)
        if turned_only and self._look.motion and self._renderer.ready and not self._is_there():
            self._start_glide()
        else:
            self._settle()

    def prepare(self) -> None:
        """Another view may be asked for soon: be ready to glide to it."""
        if self._look.motion:
            self._renderer.prepare(self._wanted.figure, self._wanted.build)

    def drag(self, aspect: Aspect) -> None:
        """Turn to ``aspect`` while the hand is on the figure."""
        self._glide.stop()
        self._rest.stop()
        self._dragging = True
        self._wanted = seen_from(self._wanted, aspect)
        self._draft()

    @Slot()
    def look_again(self) -> None:
        """The person looks at another part, or in other colours: draw it finely when it rests."""
        if self._canvas.view is None and not self._covers() and self._from is None:
            self._draft()
        self._rest.start()

    @property
    def aspect(self) -> Aspect:
        """Where the figure is turned to."""
        return self._wanted.aspect

    @property
    def at_rest(self) -> bool:
        """True when nothing is being drawn, and nothing waits to be."""
        gliding = self._glide.state() is QVariantAnimation.State.Running
        return self._renderer.idle and not self._rest.isActive() and not gliding

    # -- inside ---------------------------------------------------------------------------------

    def _is_there(self) -> bool:
        """True when the aspect that is wanted is the one that is shown."""
        canvas, wanted = self._canvas, self._wanted
        shown = canvas.aspect or Aspect()
        return (canvas.figure, canvas.build, shown) == (wanted.figure, wanted.build, wanted.aspect)

    @Slot()
    def _settle(self) -> None:
        """The way is over: show the shipped picture, or ask for one."""
        self._glide.stop()
        self._from = None
        if self._wanted.prebuilt is not None:
            self._canvas.turn_to(self._wanted, self._map.size())
            self.shown.emit()
            self.settled.emit()
            self._rest.start()
        else:
            self._draft()  # when it is there, the fine one follows

    def _start_glide(self) -> None:
        shown = self._canvas.aspect or Aspect()
        self._from = Eye(shown, seen_part(self._canvas.viewport))
        self._rest.stop()
        self._glide.start()

    @Slot(object)
    def _on_glide(self, share: float) -> None:
        if self._from is not None and self._renderer.idle and share < 1.0:
            self._ask(draft=True, before=self._from, share=share)

    def _draft(self) -> None:
        self._ask(draft=True)

    @Slot()
    def _refine(self) -> None:
        """Draw finely what is seen, where the shipped picture is not enough."""
        if self._glide.state() is QVariantAnimation.State.Running or self._dragging:
            return
        canvas, wanted = self._canvas, self._wanted
        if not self._is_there():
            return  # it is being drawn, and comes here again
        ratio = self._map.devicePixelRatioF()
        enough = canvas.view is not None and canvas.viewport.scale * ratio <= SHARP
        if enough and wanted.garment:
            return
        if not self._covers() or not canvas.answers or self._is_coarse():
            self._ask(draft=False)

    def _is_coarse(self) -> bool:
        made = self._canvas.rendered
        return made is None or made.shot.draft or made.body != self._look.tokens.body

    def _covers(self) -> bool:
        """True when what was rendered reaches over all that is seen, in its size."""
        made = self._canvas.rendered
        if made is None or made.shot.before is not None:
            return False
        seen, part = seen_part(self._canvas.viewport), made.seen.part
        inside = all(one >= other - 1 for one, other in zip(seen[:2], part[:2], strict=True))
        inside &= all(one <= other + 1 for one, other in zip(seen[2:], part[2:], strict=True))
        return inside and (seen[2] - seen[0]) > 0.9 * (part[2] - part[0])

    def _ask(self, draft: bool, before: Eye | None = None, share: float = 1.0) -> None:
        size, wanted = self._map.size(), self._wanted
        ratio = self._map.devicePixelRatioF() if not draft else DRAFT / max(size.height(), DRAFT)
        shot = Shot(
            wanted.figure,
            wanted.build,
            wanted.garment,
            Eye(wanted.aspect, self._part()),
            max(round(size.width() * ratio), 1),
            max(round(size.height() * ratio), 1),
            draft,
            before,
            share,
            MARGIN / max(size.height(), 1),
        )
        shapes = not draft and not self._canvas.answers
        self._renderer.ask(Wish(shot, self._look.tokens.body, shapes))

    def _part(self) -> tuple[float, float, float, float] | None:
        """What will be seen of the aspect that is wanted; None for all of a close-up."""
        canvas, aspect = self._canvas, self._wanted.aspect
        if self._is_there():
            return seen_part(canvas.viewport)
        if aspect.close_up is not None:
            turned = canvas.aspect and canvas.aspect[2:] == aspect[2:]
            return seen_part(canvas.viewport) if turned else None
        framing = canvas.framing(self._wanted)
        if framing is None:
            return None
        if canvas.is_whole and View.SOLES not in (aspect.view, canvas.view):
            return canvas.visible(framing)
        wide, high, box = framing
        return seen_part(fit(self._map.width(), self._map.height(), wide, high, box))

    @Slot(object)
    def _on_drawn(self, made: Rendered) -> None:
        shot, wanted = made.shot, self._wanted
        body = shot.figure, shot.build, shot.garment
        if body != _body(wanted):
            return
        if shot.before is not None:
            if self._from is not None:
                self._canvas.take(made, None)
                self.shown.emit()
            return
        if shot.eye.aspect != wanted.aspect and not self._dragging:
            return
        size = self._map.size()
        if abs(shot.width * size.height() - shot.height * size.width()) > 2 * shot.height:
            self._ask(shot.draft)  # the window has another shape by now
            return
        self._canvas.take(made, self._framing(made))
        self.shown.emit()
        if shot.draft and not self._dragging:
            self._rest.start()
        if self._canvas.answers:
            self.settled.emit()

    def _framing(self, made: Rendered) -> Framing:
        shot, (_part, wide, high, box) = made.shot, made.seen
        aspect = shot.eye.aspect
        if aspect.close_up is not None:
            return Framing(wide, high, box)
        if shot.build is not Build.AVERAGE and aspect.view is not View.SOLES:
            self._canvas.learn(shot.figure, shot.build, Framing(wide, high, box))
        return self._canvas.framing(seen_from(self._wanted, aspect)) or Framing(wide, high, box)

    @Slot(object, object)
    def _on_shaped(self, shot: Shot, shapes: "Shapes") -> None:
        if self._canvas.take_shapes(shot, shapes):
            self.shown.emit()
            self.settled.emit()


def _body(sight: Sight) -> Body:
    return sight.figure, sight.build, sight.garment


def _shown_by(sight: Sight) -> tuple[Body, Aspect]:
    return _body(sight), sight.aspect
