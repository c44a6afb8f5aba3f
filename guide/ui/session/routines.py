"""The routines page: the sequences with their poses, and every stretch for itself."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guide.app.routines import RoutineRow, RoutinesState, StretchRow
from guide.app.session_state import Begin, Wish
from guide.app.session_words import about_minutes, side_word, subject_name
from guide.atlas.library import Library
from guide.core.anatomy import FigureName, Side
from guide.core.catalogue import Catalogue, Sides
from guide.i18n import _
from guide.ui.controls import button, column, empty, frame, label, row, scrolled
from guide.ui.figure_picture import FigurePictures
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.session.panel import flowing
from guide.ui.session.stretch_picture import StretchPicture
from guide.words import region_name, regions_of


class RoutinesPage(QWidget):
    """Shows a `RoutinesState`; a start is a wish."""

    wish_requested = Signal(object)  # Wish
    opened = Signal()  # the page is shown: judge again

    def __init__(
        self,
        look: Look,
        pictures: FigurePictures,
        library: Library,
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._pictures, self._library = look, pictures, library
        self._catalogue = catalogue
        self._figure = FigureName.FEMALE
        self._state = RoutinesState()
        self._wishes: dict[QPushButton, Wish] = {}
        self.setProperty("kind", "panel")
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(look.gap(32), look.gap(24), look.gap(32), look.gap(24))
        self._lines.setSpacing(look.gap(18))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
        look.changed.connect(self._rebuild)

    def showEvent(self, event: QShowEvent) -> None:
        """The page is opened: the answers may have changed."""
        super().showEvent(event)
        self.opened.emit()

    def show_figure(self, figure: FigureName) -> None:
        """Draw this figure."""
        if figure is not self._figure:
            self._figure = figure
            self._rebuild()

    @Slot(object)
    def show_state(self, state: RoutinesState) -> None:
        """Show what there is, and whether it may be done."""
        if state != self._state:
            self._state = state
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        empty(self._lines)
        self._wishes = {}
        self._lines.addWidget(label(_("Routines"), "display"))
        shared = self._shared_refusal()
        for made in self._refused(shared):
            self._lines.addWidget(made)
        for routine in self._state.routines:
            self._lines.addWidget(self._routine_card(routine))
        self._lines.addWidget(label(_("Single stretches"), "title"))
        for region in regions_of(self._catalogue):
            found = [row for row in self._state.stretches if self._region(row) == region]
            if found:
                self._lines.addWidget(label(region_name(region), "heading"))
                self._lines.addWidget(self._cards(found))
        self._lines.addStretch(1)

    def _region(self, shown: StretchRow) -> str:
        first = self._catalogue.stretches[shown.stretch].muscles[0]
        return self._catalogue.muscles[first].region

    def _cards(self, rows: list[StretchRow]) -> QWidget:
        """Cards of one size, side by side."""
        flow = FlowLayout(spacing=self._look.gap(14))
        cards = [self._stretch_card(shown) for shown in rows]
        wide = self._look.px(232)
        tallest = max(made.heightForWidth(wide) for made in cards)
        for made in cards:
            made.setFixedSize(wide, tallest)
            flow.addWidget(made)
        return frame("bare", flow)

    def _shared_refusal(self) -> tuple[str, ...]:
        """What is refused for everything alike is said once."""
        found = {row.refused for row in self._state.routines}
        found |= {row.refused for row in self._state.stretches}
        return found.pop() if len(found) == 1 else ()

    def _routine_card(self, shown: RoutineRow) -> QWidget:
        look, routine = self._look, self._catalogue.routines[shown.routine]
        poses = FlowLayout(spacing=look.gap(10))
        for name in dict.fromkeys(routine.stretches):
            poses.addWidget(self._pose(name, 116, 0.9))
        strip = frame("bare")
        strip.setLayout(poses)
        start = self._start(_("Start"), Wish(Begin.ROUTINE, routine.id, Side.MIDLINE), "primary")
        start.setAccessibleName(_("Start: {name}").format(name=routine.name))
        start.setEnabled(not shown.refused)
        length = label(about_minutes(shown.seconds).capitalize(), "strong", wrap=False)
        foot = row(start, length, spacing=look.gap(14))
        foot.addStretch(1)
        lines = column(
            flowing(routine.name, "title"),
            flowing(routine.summary),
            strip,
            *self._own_refusal(shown.refused),
            foot,
            spacing=look.gap(12),
            margin=look.gap(22),
        )
        return frame("card", lines)

    def _stretch_card(self, shown: StretchRow) -> QWidget:
        look, stretch = self._look, self._catalogue.stretches[shown.stretch]
        starts = row(spacing=look.gap(8))
        for side in shown.sides:
            words = _("Start") if stretch.sides is Sides.MIDLINE else side_word(side).capitalize()
            made = self._start(words, Wish(Begin.STRETCH, stretch.id, side), "secondary")
            made.setAccessibleName(f"{stretch.name}, {words}")
            made.setEnabled(not shown.refused)
            starts.addWidget(made)
        starts.addStretch(1)
        muscles = ", ".join(subject_name(self._catalogue, name) for name in stretch.muscles)
        lines = column(
            self._pose(stretch.id, 190, 1.05),
            flowing(stretch.name, "strong"),
            flowing(f"{posture_words(stretch.posture)} · {muscles}", "note"),
            *self._own_refusal(shown.refused[:1]),
            _stretching_space(),
            starts,
            margin=look.gap(14),
        )
        return frame("card", lines)

    def _pose(self, stretch: str, high: int, wide: float) -> StretchPicture:
        known = self._catalogue.stretches[stretch]
        picture = StretchPicture(self._look, self._pictures, self._library, still=True)
        picture.setFixedHeight(self._look.px(high))
        picture.setFixedWidth(self._look.px(round(high * wide)))
        picture.show_stretch(self._figure, known, Side.RIGHT, known.name)
        picture.setToolTip(known.name)
        return picture

    def _own_refusal(self, sentences: tuple[str, ...]) -> list[QWidget]:
        return [] if self._shared_refusal() else self._refused(sentences)

    def _refused(self, sentences: tuple[str, ...]) -> list[QWidget]:
        return [
            frame("caution", column(flowing(sentence, "caution"), margin=12))
            for sentence in sentences
        ]

    def _start(self, words: str, wish: Wish, kind: str) -> QPushButton:
        made = button(words, kind)
        made.clicked.connect(self._on_start)
        self._wishes[made] = wish
        return made

    @Slot()
    def _on_start(self) -> None:
        made = self.sender()
        if isinstance(made, QPushButton) and made in self._wishes:
            self.wish_requested.emit(self._wishes[made])


def _stretching_space() -> QWidget:
    """Pushes what follows to the lower edge, so that buttons of a row of cards line up."""
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return space


def posture_words(posture: str) -> str:
    """Where and how one stands or sits."""
    return {
        "chair": _("on a chair"),
        "standing": _("standing"),
        "wall": _("at a wall"),
        "floor": _("on the floor"),
        "bed": _("in bed"),
        "table": _("at a table"),
    }.get(posture, posture)
