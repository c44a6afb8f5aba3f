"""The figure in a stretch: moving from its start to its end, mirrored for the other side."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.atlas.library import AtlasError, Library, PicturePaths
from guide.core.anatomy import FigureName, Side
from guide.core.steps import StepKind
from guide.i18n import _
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look

CYCLE = 5.0  # seconds of one showing: there, stay, back, stay
GOING = 1.8  # seconds from start to end within it


class PosePicture(QWidget):
    """Shows a pose at a place between its start (0) and its end (1).

    Without motion the start and the end stand side by side.
    """

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._pictures, self._library = look, pictures, library
        self._shown: tuple[FigureName, str, bool] | None = None
        self._frames: tuple[PicturePaths, ...] = ()
        self._place = 1.0
        self.still = False  # one frame only, whatever moves elsewhere
        self._problem = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 140)

    def sizeHint(self) -> QSize:
        """Portrait, like a person."""
        return QSize(360, 460)

    def show_pose(self, figure: FigureName, pose: str, side: Side, words: str) -> None:
        """Show ``pose`` worked on ``side``; ``words`` say it to a screen reader.

        The pictures are of the right side; the left is their mirror image.
        """
        wanted = figure, pose, side is Side.LEFT
        if wanted != self._shown:
            self._shown = wanted
            self._frames, self._problem = (), ""
            try:
                self._frames = self._library.frames(figure, pose)
            except AtlasError as error:
                self._problem = str(error)
            self.setAccessibleDescription(self._problem)
            self.update()
        self.setAccessibleName(_("Picture: {what}").format(what=words))

    def set_place(self, place: float) -> None:
        """Move to ``place`` between start (0) and end (1)."""
        before, self._place = self._index(), min(1.0, max(0.0, place))
        if self._look.motion and self._index() != before:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one frame, or start and end side by side."""
        painter = QPainter(self)
        if not self._frames:
            painter.setPen(self._look.colour("quiet"))
            painter.setFont(self._look.font("small"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect(), flags, self._problem)
            return
        if self._look.motion or self.still:
            self._draw(painter, self._frames[self._index()], self.rect())
            return
        gap, caption = self._look.gap(8), self._look.px(20)
        half = (self.width() - gap) // 2
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop)
        for index, (frame, word) in enumerate(
            ((self._frames[0], _("start")), (self._frames[-1], _("end")))
        ):
            part = QRect(index * (half + gap), 0, half, self.height())
            drawn = self._draw(painter, frame, part.adjusted(0, 0, 0, -caption))
            part.setTop(drawn.bottom() + 2)
            painter.setPen(self._look.colour("quiet"))
            painter.setFont(self._look.font("small"))
            painter.drawText(part, flags, word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frames are fitted anew."""
        super().resizeEvent(event)
        self.update()

    def _index(self) -> int:
        return round(self._place * (len(self._frames) - 1)) if self._frames else 0

    def _draw(self, painter: QPainter, frame: PicturePaths, part: QRect) -> QRect:
        """Draw ``frame`` in the middle of ``part``; return where it lies."""
        ratio = self.devicePixelRatioF()
        mirrored = self._shown is not None and self._shown[2]
        try:
            pixmap = self._pictures.pixmap(
                frame, part.size() * ratio, mirrored=mirrored, tokens=self._look.tokens
            )
        except AtlasError as error:
            self._problem, self._frames = str(error), ()
            self.setAccessibleDescription(self._problem)
            self.update()
            return part
        pixmap = QPixmap(pixmap)
        pixmap.setDevicePixelRatio(ratio)
        size = pixmap.deviceIndependentSize().toSize()
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(part.center())
        painter.drawPixmap(place.topLeft(), pixmap)
        return place


def place_in_pose(kind: StepKind, into: float, share: float) -> float:
    """Where the figure is, ``into`` seconds of a step and ``share`` of it done.

    While one gets ready the move is shown, over and over; then it is the person's own.
    """
    if kind is StepKind.HOLD:
        return 1.0
    if kind is StepKind.EASE_IN:
        return _smooth(share)
    if kind is StepKind.RELEASE:
        return 1.0 - _smooth(share)
    at = into % CYCLE
    if at < 0.5 or at > CYCLE - 0.2:
        return 0.0
    if at < 0.5 + GOING:
        return _smooth((at - 0.5) / GOING)
    back = CYCLE - 0.2 - GOING * 0.6
    return 1.0 if at < back else 1.0 - _smooth((at - back) / (GOING * 0.6))


def _smooth(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * part * (3.0 - 2.0 * part)
