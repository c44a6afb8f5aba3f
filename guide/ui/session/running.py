"""The running session: ring, side, spot or pose, discomfort, what is next, and the keys.

The whole keyboard and the pointer are one button here; keys with a meaning of their own are in
`guide.ui.session.keys`. Nothing on this screen asks a question.
"""

import math

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from guide.app.one_button import OneButton
from guide.app.session_state import PageState, Reading
from guide.app.session_words import (
    big_side,
    duration,
    phase_hint,
    phase_word,
    plan_title,
    subject_name,
    told_side,
)
from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Side
from guide.core.catalogue import Catalogue
from guide.core.session import SessionKind, SessionState, Status, StepKind
from guide.i18n import _
from guide.ui.body.scene import Scene
from guide.ui.controls import column, empty, frame, label, row
from guide.ui.figure_picture import FigurePictures
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from guide.ui.scene_picture import ScenePicture
from guide.ui.session.cards import DiscomfortCard, NextCard, TextCard
from guide.ui.session.keys import KeyChip, Request, meaning, pressure_chips, stretch_chips
from guide.ui.session.panel import flowing
from guide.ui.session.pose import place_in_pose
from guide.ui.session.ring import RingFace, TimeRing
from guide.ui.session.stretch_picture import WITHOUT_POINTS, StretchPicture
from guide.ui.session.telling import (
    announced,
    counted,
    feel,
    how,
    stretch_of,
    what_is_next,
    where,
)
from guide.ui.session.ticking import Ticking
from guide.words import way_title

NARROW = 1010  # pixels at 100 % text: below that the cards on the right make room


class RunningScreen(QWidget):
    """Shows a `PageState` that runs; every request is a signal without a decision."""

    feel_requested = Signal(int)
    pause_requested = Signal()
    more_requested = Signal()
    tap_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()
    repeat_requested = Signal()
    stop_requested = Signal()

    def __init__(
        self,
        look: Look,
        pictures: FigurePictures,
        library: Library,
        catalogue: Catalogue,
        plotting: Plotting,
    ) -> None:
        super().__init__()
        self._look, self._catalogue = look, catalogue
        self._figure = FigureName.FEMALE
        self._page = PageState()
        self._told: int | None = None  # seconds to go, as they were told
        self._kind: SessionKind | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._progress = label("", "title", wrap=False), Ticking("quiet")
        self._signs = flowing("", "caution")
        self._signs.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.ring = TimeRing(look)
        self.spot = ScenePicture(look, pictures, library)
        self.pose = StretchPicture(look, pictures, library)
        self._picture = QStackedWidget()
        self._picture.addWidget(self.spot)
        self._picture.addWidget(self.pose)
        self._no_picture = QWidget()
        self._picture.addWidget(self._no_picture)
        self._side, self._where = label("", "side", wrap=False), flowing("", "quiet")
        self._name = flowing("", "title")
        self.discomfort = DiscomfortCard(look, plotting)
        self.feeling = TextCard(_("What to feel"))
        self.how = TextCard("")
        self.next = NextCard(look, pictures, library, catalogue)
        self._chips: list[KeyChip] = []
        self._keys = FlowLayout(spacing=look.gap(10))
        self._button = OneButton(self)
        self._button.tapped.connect(self.tap_requested)
        self._button.doubled.connect(self.back_requested)
        self._button.held.connect(self.stop_requested)
        self._build()
        look.changed.connect(self._on_look)

    def show_figure(self, figure: FigureName) -> None:
        """Draw this figure."""
        self._figure = figure
        self.next.show_figure(figure)

    def show_state(self, page: PageState) -> None:
        """Show the session; nothing happens for a page that does not run."""
        session = page.session
        if session is None:
            return
        self._page = page
        self._told = None
        if session.plan.kind is not self._kind:
            self._kind = session.plan.kind
            self._make_chips(session.plan.kind)
        step = session.step
        self._title.setText(plan_title(self._catalogue, session.plan))
        quiet = session.status is not Status.RUNNING or step.kind not in (
            StepKind.HOLD,
            StepKind.EASE_IN,
            StepKind.MOVE,
        )
        hold = session.status is Status.RUNNING and step.kind is StepKind.HOLD
        phase = phase_word(session.plan.kind, step, session.status)
        hint = phase_hint(session.plan.kind, step, session.status)
        self.ring.set_face(RingFace(phase, hint, quiet, hold))
        self.ring.setAccessibleName(announced(session))
        side = told_side(step)
        midline = side is Side.MIDLINE
        self._side.setText("" if midline and self._kind is SessionKind.STRETCH else big_side(side))
        self._side.setVisible(bool(self._side.text()))
        self._where.setText(where(self._catalogue, step))
        # The name of a spot means little; what is stretched or moved is known by its name.
        named = self._kind is SessionKind.STRETCH
        self._name.setText(subject_name(self._catalogue, step.subject) if named else "")
        self._name.setVisible(named)
        self._show_picture(session)
        self._show_cards(page, session)
        self._show_signs(page)
        for chip in self._chips:
            if chip.chip.request is Request.PAUSE:
                chip.set_words(_("pause") if session.status is Status.RUNNING else _("go on"))
            elif chip.chip.request is Request.TAP:
                easing = hold and session.plan.kind is SessionKind.PRESSURE
                chip.set_words(_("it has eased") if easing else _("next"))

    def read(self, reading: Reading) -> None:
        """Show another time."""
        self.ring.set_reading(reading)
        session = self._page.session
        if session is None:
            return
        seconds = math.ceil(reading.total_left)
        if seconds != self._told:
            self._told = seconds
            to_go = _("{time} to go").format(time=duration(seconds))  # "left" is a side
            count = counted(session)
            self._progress.set_text(f"{count} · {to_go}" if count else to_go)
        if stretch_of(self._catalogue, session.step) is not None:
            into = reading.share * session.step_seconds
            self.pose.set_place(place_in_pose(session.step.kind, into, reading.share))

    def focus_first(self) -> None:
        """The screen is shown: take the keys, and fetch what the chart needs."""
        self._button.forget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.discomfort.prepare()

    def left(self) -> None:
        """The screen is no longer shown."""
        self._button.forget()
        self.ring.stop()
        self.spot.forget()
        self.pose.forget()

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key means something; a key that repeats itself means it once."""
        request, level = meaning(event)
        if request is Request.NONE:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._ask(request, level)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The one button comes up."""
        if meaning(event)[0] is Request.TAP and not event.isAutoRepeat():
            self._button.release()
        else:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click anywhere is the one button too."""
        self._button.press()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The second press of a double click."""
        self._button.press()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The one button comes up."""
        self._button.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a chip, Enter presses it; every other key means what it means everywhere here."""
        if isinstance(event, QKeyEvent) and isinstance(watched, KeyChip):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self._ask_chip(watched)
                return True
            if meaning(event)[0] is not Request.NONE:
                pressed = event.type() is QEvent.Type.KeyPress
                (self.keyPressEvent if pressed else self.keyReleaseEvent)(event)
                return True
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """It arranges itself in whatever room it gets (see `_arrange`)."""
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows keep what is needed."""
        super().resizeEvent(event)
        self._arrange()

    def _ask(self, request: Request, level: int = 0) -> None:
        if request is Request.TAP:
            self._button.press()
            return
        self._button.forget()
        if request is Request.FEEL:
            self.feel_requested.emit(level)
            return
        {
            Request.PAUSE: self.pause_requested,
            Request.MORE: self.more_requested,
            Request.BACK: self.back_requested,
            Request.STOP: self.stop_requested,
            Request.SKIP: self.skip_requested,
            Request.REPEAT: self.repeat_requested,
        }[request].emit()

    def _ask_chip(self, chip: KeyChip) -> None:
        if chip.chip.request is Request.TAP:
            self.tap_requested.emit()
        elif chip.chip.request is not Request.FEEL:
            self._ask(chip.chip.request)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, KeyChip):
            self._ask_chip(chip)

    # Parts

    def _build(self) -> None:
        look = self._look
        head = row(self._title, self._progress, spacing=look.gap(14))
        head.setStretch(1, 1)
        head.addWidget(self._signs, 1)  # as wide as the rest: a wrapped label asks for nothing
        left = column(self._picture, self._side, self._name, self._where, spacing=look.gap(8))
        left.setStretch(0, 1)
        self._left = QWidget()
        self._left.setLayout(left)
        right = column(self.discomfort, self.how, self.feeling, self.next, spacing=look.gap(16))
        right.addStretch(1)
        self._right = QWidget()
        self._right.setLayout(right)
        self._middle = QGridLayout()
        self._middle.setSpacing(look.gap(28))
        self._middle.addWidget(self._left, 0, 0)
        self._middle.addWidget(self.ring, 0, 1)
        self._middle.addWidget(self._right, 0, 2)
        self._stop_place = row()
        keys = frame("bare")
        keys.setLayout(self._keys)
        foot = row(keys, self._stop_place, spacing=look.gap(16))
        foot.setStretch(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.gap(36), look.gap(24), look.gap(36), look.gap(24))
        outer.setSpacing(look.gap(18))
        outer.addLayout(head)
        outer.addLayout(self._middle, 1)
        outer.addLayout(foot)

    def _make_chips(self, kind: SessionKind) -> None:
        empty(self._keys)
        chips = pressure_chips() if kind is SessionKind.PRESSURE else stretch_chips()
        self._chips = [KeyChip(self._look, chip) for chip in chips]
        empty(self._stop_place)
        for chip in self._chips:
            chip.installEventFilter(self)
            # STOP must not wait for the finger to come up again, and has its own place.
            stop = chip.chip.request is Request.STOP
            (chip.pressed if stop else chip.clicked).connect(self._on_chip)
            (self._stop_place if stop else self._keys).addWidget(chip)
        self._arrange()

    def _show_picture(self, session: SessionState) -> None:
        step = session.step
        stretch = stretch_of(self._catalogue, step)
        name = subject_name(self._catalogue, step.subject)
        words = f"{name}, {big_side(step.side).lower()}"
        if stretch is not None:
            self.pose.show_stretch(self._figure, stretch, step.side, words)
            self._picture.setCurrentWidget(self.pose)
        elif session.plan.subject in self._catalogue.muscles:
            muscle = Chosen(session.plan.subject, step.side)
            moving = Scene(lit=muscle, sight=WITHOUT_POINTS)
            pressing = session.plan.kind is SessionKind.PRESSURE
            scene = Scene(lit=muscle, spot=step.subject) if pressing else moving
            self.spot.show_scene(self._figure, scene)
            self.spot.describe(words)
            self._picture.setCurrentWidget(self.spot)
        else:
            self._picture.setCurrentWidget(self._no_picture)

    def _show_cards(self, page: PageState, session: SessionState) -> None:
        pressing = session.plan.kind is SessionKind.PRESSURE
        self.discomfort.setVisible(pressing)
        if pressing:
            self.discomfort.show_state(page, session)
        text = feel(self._catalogue, session.step)
        self.feeling.setVisible(bool(text))
        self.feeling.set_text(text)
        steps = how(page)
        self.how.setVisible(bool(steps))
        if page.way is not None:
            self.how.set_text(steps, way_title(page.way))
        self.next.show_state(what_is_next(self._catalogue, session))

    def _show_signs(self, page: PageState) -> None:
        signs = (
            (page.signs.no_sound, _("no sound")),
            (page.signs.no_voice, _("no voice")),
            (page.signs.screen_may_sleep, _("the screen may go dark")),
        )
        words = [word for shown, word in signs if shown]
        if page.problem:
            words.append(page.problem)
        self._signs.setText(" · ".join(words))
        self._signs.setVisible(bool(words))

    @Slot()
    def _on_look(self) -> None:
        if self._kind is not None:
            self._make_chips(self._kind)
        self.spot.redraw()
        self.ring.redraw()

    def _arrange(self) -> None:
        """Give the ring the room it needs; leave out what can be left out."""
        px = self._look.px
        narrow = self.width() < px(NARROW)
        low = self.height() < px(620)
        self._right.setVisible(not narrow)
        self._where.setVisible(not low)
        shares = (28, 46, 26) if self._kind is SessionKind.PRESSURE else (42, 34, 24)
        for index, share in enumerate((40, 60, 0) if narrow else shares):
            self._middle.setColumnStretch(index, share)
        most = 1 if narrow and low else 1 if low else 2 if narrow else 9
        for chip in self._chips:
            chip.setVisible(chip.chip.rank <= most)
            if chip.chip.request is Request.STOP:
                chip.set_cap(_("Esc") if narrow else chip.chip.cap)
