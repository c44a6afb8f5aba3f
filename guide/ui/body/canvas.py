"""The drawn part of the map: the figure with its layers, tints and lines, kept until it changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from guide.atlas.library import Framing, Library
from guide.core.orientation import Build, FigureName, Side, View
from guide.ui.body.figure_layer import FigureLayer
from guide.ui.body.viewport import Viewport, fit, reframed, seen_part, showing
from guide.ui.directions import aspect_title, side_that_faces, side_title
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

if TYPE_CHECKING:
    from guide.atlas.shapes import Shapes
    from guide.atlas.studio import Shot
    from guide.core.anatomy import Chosen, Place
    from guide.core.aspect import Aspect
    from guide.core.sight import Sight
    from guide.ui.body.paths import ViewPaths
    from guide.ui.body.renderer import Rendered
    from guide.ui.body.scene import Scene


class MapCanvas:
    """One aspect of one body as a picture of the widget's size; only what changes is redrawn.

    The figure alone needs no shapes and no scene: both are brought in when first asked for, which
    is after the first paint. A shipped picture is shown at once; what was rendered lies over it.
    """

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, parent: QObject
    ) -> None:
        self._look, self._library = look, library
        self.layer = FigureLayer(look, pictures, library, parent)
        self.figure, self.build = FigureName.FEMALE, Build.AVERAGE
        self.view: View | None = View.FRONT  # the shipped picture; None: all is rendered
        self.aspect: Aspect | None = None  # None before the first turn: the front
        self.scene: Scene | None = None  # nothing lies over the figure
        self._rendered: Rendered | None = None
        self._learnt: dict[tuple[FigureName, Build], Framing] = {}
        self._ground: QImage | None = None
        self._image: QImage | None = None  # the ground with the scene over it
        self._paths: ViewPaths | None = None

    # -- what is shown --------------------------------------------------------------------------

    def show(self, figure: FigureName, view: View, size: QSize) -> None:
        """Show a shipped view wholly, in a widget of ``size``; raises `AtlasError`."""
        self.figure, self.build, self.view, self.aspect = figure, Build.AVERAGE, view, None
        self._framing = self._framing_of(figure, view)
        self._rendered = self._paths = None
        self.viewport = self.fitted(size)
        self.forget()

    def turn_to(self, sight: "Sight", size: QSize) -> None:
        """Show a shipped view of ``sight``, as near as before; raises `AtlasError`."""
        view = sight.prebuilt
        assert view is not None
        before = self.viewport
        goes_on = self.is_whole and View.SOLES not in (view, self.view)
        self.show(sight.figure, view, size)
        self.aspect = sight.aspect
        self.layer.garment = sight.garment
        if goes_on and before.zoom > 1.0:
            self.viewport = reframed(before, *self._framing)

    def take(self, rendered: "Rendered", framing: Framing | None) -> None:
        """Show a rendered picture; ``framing`` is that of its aspect, None on the way to it."""
        shot = rendered.shot
        self._rendered = rendered
        key = shot.figure, shot.build, shot.eye.aspect
        if framing is not None and key != (self.figure, self.build, self.aspect):
            self.figure, self.build, self.aspect = key
            self.view = shot.eye.aspect.view if shot.build is Build.AVERAGE else None
            self._paths = None
            if framing != self._framing:
                self._framing = framing
                self.viewport = showing(self.viewport, rendered.seen.part, *framing)
        self.forget()

    def take_shapes(self, shot: "Shot", shapes: "Shapes") -> bool:
        """Take what lies on a rendered aspect; False when another one is shown by now."""
        from guide.ui.body.paths import ViewPaths

        if (shot.figure, shot.build, shot.eye.aspect) != (self.figure, self.build, self.aspect):
            return False
        self._paths = ViewPaths(shapes)
        self.forget()
        return True

    @property
    def is_whole(self) -> bool:
        """True when the whole figure stands there, and no close-up."""
        return self.aspect is None or self.aspect.close_up is None

    @property
    def answers(self) -> bool:
        """True when it is known what lies under a point."""
        return self.view is not None or self._paths is not None

    @property
    def paths(self) -> "ViewPaths":
        """The shapes of what is shown, none while they are being made; raises `AtlasError`."""
        from guide.ui.body.paths import NoShapes, ViewPaths

        if self._paths is None and self.view is not None:
            self._paths = ViewPaths(self._library.shapes(self.figure, self.view))
        return self._paths or ViewPaths(NoShapes())

    def framing(self, sight: "Sight") -> Framing | None:
        """The picture of an aspect of the whole figure; None for a body not seen before."""
        if sight.prebuilt is not None:
            return self._framing_of(sight.figure, sight.prebuilt)
        if sight.aspect.view is View.SOLES:
            return self._framing_of(sight.figure, View.SOLES)
        if sight.build is not Build.AVERAGE:
            return self._learnt.get((sight.figure, sight.build))
        wide, high, box = self._framing_of(sight.figure, View.FRONT)
        left, top, across, down = (part / 2 for part in box)
        return Framing(wide // 2, high // 2, (left, top, across, down))

    def learn(self, figure: FigureName, build: Build, framing: Framing) -> None:
        """Know how large a body stands in its picture, from whichever side."""
        self._learnt[figure, build] = framing

    def _framing_of(self, figure: FigureName, view: View) -> Framing:
        """A shipped view; from the side it has the room of the front, so that none jumps."""
        wide, high, box = self._library.framing(figure, view)
        if view not in (View.LEFT, View.RIGHT):
            return Framing(wide, high, box)
        across = self._library.framing(figure, View.FRONT).box[2]
        return Framing(wide, high, (wide / 2 - across / 2, box[1], across, box[3]))

    def fitted(self, size: QSize) -> Viewport:
        """All of the aspect in a widget of ``size``."""
        wide, high, box = self._framing
        return fit(size.width(), size.height(), wide, high, box)

    def visible(self, framing: Framing) -> tuple[float, float, float, float]:
        """What is seen of a picture of ``framing`` when it takes this one's place."""
        return seen_part(reframed(self.viewport, *framing))

    # -- answers --------------------------------------------------------------------------------

    def forget(self) -> None:
        """Draw everything again when it is next painted."""
        self._image = None

    @property
    def rendered(self) -> "Rendered | None":
        """What was rendered of the aspect that is shown."""
        return self._rendered

    def change_scene(self, scene: "Scene", inside: QRect) -> QRect:
        """Take ``scene``; returns the part of the widget that has changed."""
        from guide.ui.body import scene as scenes

        before = self.scene or scenes.Scene()
        self.scene = scene
        if (before.sight, before.named) != (scene.sight, scene.named):
            self.forget()
            return inside
        dirty = self.to_widget(scenes.difference(before, scene, self.paths), 14)
        dirty = dirty.intersected(inside)
        if self._image is not None and not dirty.isEmpty():
            self._draw_scene(scene, dirty)
        return dirty

    def shows_lit(self) -> bool:
        """True when the lit muscle or its main pattern is seen from here, or not known yet."""
        from guide.ui.body.scene import seen

        return self.scene is None or not self.answers or seen(self.scene, self.paths)

    def place_at(self, x: float, y: float) -> "Place | None":
        """The place under a point of the widget."""
        return self.paths.shapes.at(*self.viewport.to_picture(x, y))

    def point_of(self, place: "Place") -> QPointF | None:
        """A point of the widget well inside ``place``, or None when it is not in this view."""
        shape = self.paths.zones.get(place)
        return QPointF(*self.viewport.to_widget(*shape.anchor)) if shape else None

    def box_of(self, place: "Place", margin: int = 0) -> QRect:
        """The box of ``place`` in the widget; empty when it is not in this view."""
        if place not in self.paths.zones:
            return QRect()
        return self.to_widget(self.paths.bounds(place), margin)

    def box_of_muscle(self, muscle: "Chosen") -> QRect:
        """The box of a muscle in the widget."""
        return self.to_widget(self.paths.patch(muscle.muscle, muscle.side).boundingRect(), 0)

    def to_widget(self, box: QRectF, margin: int) -> QRect:
        """A box of the picture in pixels of the widget, with ``margin`` around it."""
        rect = self._transform().mapRect(box).toAlignedRect()
        return rect.adjusted(-margin, -margin, margin, margin)

    # -- drawing --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, rect: QRect, size: QSize, ratio: float) -> None:
        """Copy the part ``rect`` of the picture; draw it first where it is not there."""
        if self._image is None:
            self._ground = self._drawn_ground(size, ratio)
            self._image = QImage(self._ground)  # the same pixels until something lies over them
            if self.scene is not None and not self.scene.is_empty:
                self._draw_scene(self.scene, QRect(QPoint(0, 0), size))
        painter.fillRect(rect, self._look.colour("paper"))
        painter.drawImage(QRectF(rect), self._image, _scaled(rect, ratio))

    def paint_sides(self, painter: QPainter, box: QRect) -> None:
        """Say at the edges which side is which: the figure's own, never the viewer's."""
        look, flags = self._look, Qt.AlignmentFlag
        painter.setFont(look.font("label"))
        box = box.adjusted(look.gap(20), look.gap(14), -look.gap(20), -look.gap(14))
        at_the_right = Side.LEFT if self.aspect is None else self.aspect.at_the_right
        if at_the_right is None:
            assert self.aspect is not None
            close = self.aspect.close_up is not None
            words = aspect_title(self.aspect) if close else side_that_faces(self.aspect.toward)
            self._paint_words(painter, box, flags.AlignLeft, words)
            return
        for side in (Side.LEFT, Side.RIGHT):
            align = flags.AlignRight if side is at_the_right else flags.AlignLeft
            self._paint_words(painter, box, align, side_title(side))

    def _paint_words(
        self, painter: QPainter, box: QRect, align: Qt.AlignmentFlag, words: str
    ) -> None:
        """Words that stay legible where the figure lies behind them."""
        look = self._look
        ground = QRectF(painter.boundingRect(box, align, words))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("paper"))
        edge = look.gap(6)
        painter.drawRoundedRect(ground.adjusted(-edge, -3, edge, 3), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.colour("quiet"))
        painter.drawText(box, align, words)

    def paint_pointed(self, painter: QPainter, place: "Place", focused: bool) -> None:
        """Outline the zone that the pointer or the keyboard is at."""
        body = self._look.tokens.body
        line = self._look.colour("focus") if focused else QColor(body.hover)
        wider = 1.5 if focused else 0.0
        painter.save()
        painter.setTransform(self._transform(), True)
        for colour, width in ((QColor(body.hover_ground), 4.5 + wider), (line, 2.0 + wider)):
            pen = QPen(colour, width)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(self.paths.zone(place))
        painter.restore()

    def _drawn_ground(self, size: QSize, ratio: float) -> QImage:
        """The figure with its layers of muscles: what stays while marks and lights change."""
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self._paint_figure(painter)
        if self.scene is not None and self.scene.sight.covered:
            from guide.ui.body.anatomy import paint_muscles

            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(self._transform(), True)
            body = self._look.tokens.body
            paint_muscles(painter, self.paths, self.scene.sight, body, self._paint_shade)
            painter.resetTransform()
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            self._paint_figure(painter)
        painter.end()
        return image

    def _draw_scene(self, scene: "Scene", rect: QRect) -> None:
        """Lay that part of ``scene`` over the ground that reaches into ``rect``."""
        from guide.ui.body import scene as scenes

        assert self._image is not None
        assert self._ground is not None
        painter = QPainter(self._image)
        painter.setClipRect(rect)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        source = _scaled(rect, self._image.devicePixelRatio())
        painter.drawImage(QRectF(rect), self._ground, source)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        reach = self._transform().inverted()[0].mapRect(QRectF(rect.adjusted(-14, -14, 14, 14)))
        body, scene = self._look.tokens.body, scenes.within(scene, reach, self.paths)
        if not scene.is_empty:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(self._transform(), True)
            scenes.paint_tints(painter, scene, self.paths, body, self._paint_shade)
            painter.resetTransform()
            # A tint must not spill over the silhouette: keep it where the figure is.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.drawImage(QRectF(rect), self._ground, source)
            painter.setTransform(self._transform(), True)
            scenes.paint_lines(painter, scene, self.paths, body, self.viewport.scale)
        painter.end()

    def _paint_figure(self, painter: QPainter) -> None:
        """The shipped picture, and what was rendered of this aspect over it."""
        if self.view is not None:
            ratio = painter.device().devicePixelRatioF()
            self.layer.paint(painter, self.figure, self.view, self.viewport, ratio)
        if self._rendered is not None:
            if painter.compositionMode() is QPainter.CompositionMode.CompositionMode_SourceOver:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._rendered_box(), self._rendered.image)

    def _paint_shade(self, painter: QPainter) -> None:
        """The same in grey, for a painter in pixels of the picture."""
        if self.view is not None:
            self.layer.paint_shade(painter, self.figure, self.view, self.viewport)
        painter.save()
        painter.resetTransform()
        if self._rendered is not None:
            painter.drawImage(self._rendered_box(), self._rendered.shade)
        painter.restore()

    def _rendered_box(self) -> QRectF:
        """Where the rendered picture lies in the widget; on its way it fills all of it."""
        assert self._rendered is not None
        shot, seen = self._rendered.shot, self._rendered.seen
        if shot.before is not None:
            return QRectF(0, 0, self.viewport.width, self.viewport.height)
        left, top = self.viewport.to_widget(*seen.part[:2])
        right, bottom = self.viewport.to_widget(*seen.part[2:])
        return QRectF(left, top, right - left, bottom - top)

    def _transform(self) -> QTransform:
        scale = self.viewport.scale
        return QTransform(scale, 0.0, 0.0, scale, self.viewport.x, self.viewport.y)


def _scaled(rect: QRect, ratio: float) -> QRectF:
    """A part of the widget in pixels of the screen."""
    return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
