"""The drawn part of the map: the figure with its tints and lines, kept until it changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from guide.atlas.library import Library
from guide.core.orientation import FigureName, Side, View
from guide.ui.body.figure_layer import FigureLayer
from guide.ui.body.viewport import Viewport, fit
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

if TYPE_CHECKING:
    from guide.core.anatomy import Place
    from guide.ui.body.paths import ViewPaths
    from guide.ui.body.scene import Scene
from guide.ui.directions import side_title


class MapCanvas:
    """One view of one figure as a picture of the widget's size; only what changes is redrawn.

    The figure alone needs no shapes and no scene: both are brought in when first asked for, which
    is after the first paint.
    """

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, parent: QObject
    ) -> None:
        self._look, self._library = look, library
        self.layer = FigureLayer(look, pictures, library, parent)
        self.figure, self.view = FigureName.FEMALE, View.FRONT
        self.scene: Scene | None = None  # nothing lies over the figure
        self._image: QImage | None = None
        self._paths: ViewPaths | None = None

    def show(self, figure: FigureName, view: View, size: QSize) -> None:
        """Show another figure or view, wholly, in a widget of ``size``; raises `AtlasError`."""
        self.figure, self.view = figure, view
        self._paths = None
        self.viewport = self.fitted(size)
        self.forget()

    @property
    def paths(self) -> "ViewPaths":
        """The shapes of the view that is shown; raises `AtlasError`."""
        from guide.ui.body.paths import ViewPaths

        if self._paths is None:
            self._paths = ViewPaths(self._library.shapes(self.figure, self.view))
        return self._paths

    def fitted(self, size: QSize) -> Viewport:
        """The whole figure in a widget of ``size``."""
        wide, high, box = self._library.framing(self.figure, self.view)
        return fit(size.width(), size.height(), wide, high, box)

    def forget(self) -> None:
        """Draw everything again when it is next painted."""
        self._image = None

    def change_scene(self, scene: "Scene", inside: QRect) -> QRect:
        """Take ``scene``; returns the part of the widget that has changed."""
        from guide.ui.body import scene as scenes

        box = scenes.difference(self.scene or scenes.Scene(), scene, self.paths)
        self.scene = scene
        dirty = self.to_widget(box, 14).intersected(inside)
        if self._image is not None:
            self._draw(dirty)
        return dirty

    def shows_lit(self) -> bool:
        """True when the lit muscle or its main pattern is seen in this view."""
        from guide.ui.body.scene import seen

        return self.scene is None or seen(self.scene, self.paths)

    def place_at(self, x: float, y: float) -> "Place | None":
        """The place under a point of the widget."""
        return self._library.zone_map(self.figure, self.view).at(*self.viewport.to_picture(x, y))

    def point_of(self, place: "Place") -> QPointF | None:
        """A point of the widget well inside ``place``, or None when it is not in this view."""
        shape = self.paths.zones.get(place)
        return QPointF(*self.viewport.to_widget(*shape.anchor)) if shape else None

    def box_of(self, place: "Place", margin: int = 0) -> QRect:
        """The box of ``place`` in the widget; empty when it is not in this view."""
        if place not in self.paths.zones:
            return QRect()
        return self.to_widget(self.paths.bounds(place), margin)

    def to_widget(self, box: QRectF, margin: int) -> QRect:
        """A box of the picture in pixels of the widget, with ``margin`` around it."""
        rect = self._transform().mapRect(box).toAlignedRect()
        return rect.adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, rect: QRect, size: QSize, ratio: float) -> None:
        """Copy the part ``rect`` of the picture; draw it first where it is not there."""
        if self._image is None:
            self._image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
            self._image.setDevicePixelRatio(ratio)
            self._draw(QRect(0, 0, size.width(), size.height()))
        painter.fillRect(rect, self._look.colour("paper"))
        source = QRectF(
            rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio
        )
        painter.drawImage(QRectF(rect), self._image, source)

    def paint_sides(self, painter: QPainter, box: QRect) -> None:
        """Say at the edges which side is which: the figure's own, never the viewer's."""
        look = self._look
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("quiet"))
        box = box.adjusted(look.gap(20), look.gap(14), -look.gap(20), -look.gap(14))
        at_the_right = self.view.at_the_right
        if at_the_right is None:
            side = Side.LEFT if self.view is View.LEFT else Side.RIGHT
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, side_title(side))
            return
        for side in (Side.LEFT, Side.RIGHT):
            flags = Qt.AlignmentFlag
            align = flags.AlignRight if side is at_the_right else flags.AlignLeft
            painter.drawText(box, align, side_title(side))

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

    def _draw(self, rect: QRect) -> None:
        """Draw figure, tints and lines into the picture, inside ``rect`` only."""
        assert self._image is not None
        ratio = self._image.devicePixelRatio()
        painter = QPainter(self._image)
        painter.setClipRect(rect)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(rect, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self.layer.paint(painter, self.figure, self.view, self.viewport, ratio)
        if self.scene is not None:
            self._draw_scene(painter, self.scene, rect, ratio)
        painter.end()

    def _draw_scene(self, painter: QPainter, scene: "Scene", rect: QRect, ratio: float) -> None:
        """Lay that part of ``scene`` over the figure that reaches into ``rect``."""
        from guide.ui.body import scene as scenes

        reach = self._transform().inverted()[0].mapRect(QRectF(rect.adjusted(-14, -14, 14, 14)))
        body, scene = self._look.tokens.body, scenes.within(scene, reach, self.paths)
        if scene == scenes.Scene():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(self._transform(), True)
        scenes.paint_tints(painter, scene, self.paths, body)
        painter.restore()
        # A tint must not spill over the silhouette: keep it where the figure is.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        self.layer.paint(painter, self.figure, self.view, self.viewport, ratio)
        painter.setTransform(self._transform(), True)
        scenes.paint_lines(painter, scene, self.paths, body, self.viewport.scale)

    def _transform(self) -> QTransform:
        scale = self.viewport.scale
        return QTransform(scale, 0.0, 0.0, scale, self.viewport.x, self.viewport.y)
