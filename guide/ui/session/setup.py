"""Before a session: with what, the spots, how long, how often, and how it is now."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from guide.app.session_state import GET_READY, Begin, PageState, Setup
from guide.app.session_words import about_minutes, side_word, subject_name
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, PressWay
from guide.core.dose import Caps
from guide.i18n import _, n_
from guide.ui.choices import CheckRow, RadioRow
from guide.ui.controls import button, column, empty, frame, label
from guide.ui.look import Look
from guide.ui.session.panel import StagePanel, flowing
from guide.ui.session.scale_row import ScaleRow
from guide.words import posture_words, reason_sentence, way_title


class NumberLine(QWidget):
    """A named slider with its value in words."""

    moved = Signal()

    def __init__(self, look: Look, name: str, words: str) -> None:
        """``words`` holds "{value}"."""
        super().__init__()
        self._words = words
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(name)
        self._slider.setMinimumHeight(look.px(32))
        self._value = label("", "strong", wrap=False)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(name, "label", wrap=False), 0, 0)
        layout.addWidget(self._value, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._slider, 1, 0, 1, 2)
        self._slider.valueChanged.connect(self._on_moved)

    @property
    def value(self) -> int:
        """The chosen number."""
        return self._slider.value()

    def set(self, low: int, high: int, value: int, step: int = 1) -> None:
        """Set range and value without a signal; one possible value needs no slider."""
        self._slider.blockSignals(True)
        self._slider.setRange(low, high)
        self._slider.setSingleStep(step)
        self._slider.setPageStep(step)
        self._slider.setValue(value)
        self._slider.blockSignals(False)
        self._slider.setVisible(low < high)
        self._value.setText(self._words.format(value=value))

    @Slot(int)
    def _on_moved(self, value: int) -> None:
        self._value.setText(self._words.format(value=value))
        self.moved.emit()


class SetupPanel(StagePanel):
    """Shows the `Setup` of a wish and asks for changes."""

    way_requested = Signal(int)
    spot_requested = Signal(str, bool)
    numbers_requested = Signal(int, int, int)  # hold, repeats, get ready
    before_requested = Signal(int)
    begin_requested = Signal()
    leave_requested = Signal()

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(look)
        self._catalogue = catalogue
        self._spots = frame("bare")
        self._spots_layout = QGridLayout(self._spots)
        self._spots_layout.setContentsMargins(0, 0, 0, 0)
        self._rows: dict[str, CheckRow] = {}
        self._ways = frame("bare")
        self._ways_layout = QGridLayout(self._ways)
        self._ways_layout.setContentsMargins(0, 0, 0, 0)
        self._way_rows: list[RadioRow] = []
        self._offered: tuple[PressWay, ...] = ()
        self._with = flowing(_("With what?"), "label")
        self._where = flowing(_("Which spots?"), "label")
        self._today = flowing("", "note")
        self._hold = NumberLine(look, _("Hold"), _("{value} s"))
        self._repeats = NumberLine(look, _("Holds a spot"), "{value}")
        self._ready = NumberLine(look, _("Time to get ready"), _("{value} s"))
        for line in (self._hold, self._repeats, self._ready):
            line.moved.connect(self._on_numbers)
        self.before = ScaleRow(look, _("Pain now, from 0 to 10"))
        self.before.chosen.connect(self.before_requested)
        self._begin = self.add_button(button(_("Begin"), "primary"))
        self._begin.clicked.connect(self.begin_requested)
        back = self.add_button(button(_("Not now")))
        back.clicked.connect(self.leave_requested)
        self._dose = flowing("", "quiet")
        self._limits = flowing("", "caution")
        inside = column(self._limits, margin=look.gap(12))
        self._limits_card = frame("caution", inside)
        self.body.addWidget(self._with)
        self.body.addWidget(self._ways)
        self.body.addWidget(self._limits_card)
        self.body.addWidget(self._dose)
        self.body.addWidget(self._where)
        self.body.addWidget(self._spots)
        self.body.addWidget(self._today)
        for line in (self._hold, self._repeats, self._ready):
            self.body.addWidget(line)
        self.body.addWidget(flowing(_("How much does it hurt now?"), "label"))
        self.body.addWidget(self.before)

    def show_state(self, page: PageState) -> None:
        """Show what was chosen so far."""
        wish, setup = page.wish, page.setup
        if wish is None or setup is None:
            return
        name = subject_name(self._catalogue, wish.subject)
        if wish.begin is Begin.MOVEMENTS:
            name = _("Slow movements · {muscle}").format(muscle=name)
        if wish.side is not Side.MIDLINE and wish.begin is not Begin.ROUTINE:
            name = f"{name} · {side_word(wish.side)}"
        self.say(name, self._summary(page), page.problem)
        self._show_pressing(setup)
        self._ready.set(*GET_READY, setup.get_ready)
        self.before.select(page.before)
        pressing = setup.caps is not None
        self._begin.setEnabled(not pressing or bool(setup.spots))

    def focus_first(self) -> None:
        """Begin is what most people want next."""
        self.begin(self._begin)

    def _summary(self, page: PageState) -> str:
        wish = page.wish
        if wish is None:
            return ""
        words = {
            Begin.PRESSURE: _("Press slowly, stay where you breathe easily, and let it ease."),
            Begin.STRETCH: _("To a mild pull, never into pain. Keep breathing, never bounce."),
            Begin.MOVEMENTS: _("Slowly, as far as is comfortable, without forcing anything."),
            Begin.ROUTINE: "",
        }[wish.begin]
        if wish.begin is Begin.ROUTINE:
            words = self._catalogue.routines[wish.subject].summary
        if not page.seconds or wish.begin is Begin.ROUTINE:  # its summary says it
            return words
        return _("{what} It takes {time}.").format(what=words, time=about_minutes(page.seconds))

    def _show_pressing(self, setup: Setup) -> None:
        caps = setup.limits
        said = dict.fromkeys(reason_sentence(self._catalogue, each) for each in setup.said)
        self._limits.setText("\n".join(said))
        self._limits_card.setVisible(bool(said))
        pressing = (self._with, self._ways, self._dose, self._where, self._spots, self._today)
        for widget in (*pressing, self._hold, self._repeats):
            widget.setVisible(caps is not None)
        if caps is None:
            return
        self._show_ways(setup)
        self._dose.setText(_aim(caps))
        self._hold.set(caps.hold.low, caps.hold.high, setup.hold, 5)
        self._repeats.set(caps.repeats.low, caps.repeats.high, setup.repeats)
        if tuple(self._rows) != setup.choices:
            self._make_rows(setup)
        full = len(setup.spots) >= setup.spots_allowed
        for spot, made in self._rows.items():
            made.blockSignals(True)
            made.setChecked(spot in setup.spots)
            made.blockSignals(False)
            made.setEnabled(spot in setup.spots or not full)
        self._today.setText(_today(setup))

    def _show_ways(self, setup: Setup) -> None:
        """The ways to press that may be chosen, the gentlest first."""
        ways = tuple(choice.way for choice in setup.ways)
        if ways != self._offered:
            empty(self._ways_layout)
            self._offered, self._way_rows = ways, []
            across = 2 if len(ways) > 2 and self.look.scale < 1.4 else 1
            for at in range(2):
                self._ways_layout.setColumnStretch(at, int(at < across))
            for number, way in enumerate(ways):
                made = RadioRow(self.look, way_title(way), posture_words(way.posture))
                made.setProperty("way", number)
                made.toggled.connect(self._on_way)
                self._way_rows.append(made)
                self._ways_layout.addWidget(made, number // across, number % across)
        for number, made in enumerate(self._way_rows):
            made.blockSignals(True)
            made.setChecked(number == setup.at)
            made.blockSignals(False)

    def _make_rows(self, setup: Setup) -> None:
        empty(self._spots_layout)
        self._rows = {}
        points = {
            point.id: point
            for muscle in self._catalogue.muscles.values()
            for point in muscle.points
            if point.id in setup.choices
        }
        for number, spot in enumerate(setup.choices):
            point = points[spot]
            made = CheckRow(self.look, point.label, point.location)
            made.setProperty("spot", spot)
            made.toggled.connect(self._on_spot)
            self._rows[spot] = made
            self._spots_layout.addWidget(made, number, 0)

    @Slot(bool)
    def _on_way(self, chosen: bool) -> None:
        made = self.sender()
        if chosen and made is not None:
            self.way_requested.emit(int(made.property("way")))

    @Slot(bool)
    def _on_spot(self, chosen: bool) -> None:
        made = self.sender()
        if made is not None:
            self.spot_requested.emit(str(made.property("spot")), chosen)

    @Slot()
    def _on_numbers(self) -> None:
        self.numbers_requested.emit(self._hold.value, self._repeats.value, self._ready.value)


def _aim(caps: Caps) -> str:
    """How strong it may be."""
    low, high = caps.discomfort.low, caps.discomfort.high
    if low == caps.discomfort_cap:
        return _("Stay at {cap} of 10 or below.").format(cap=caps.discomfort_cap)
    aim = _("Aim at {low} to {high} of 10, and stay at {cap} or below.")
    return aim.format(low=low, high=high, cap=caps.discomfort_cap)


def _today(setup: Setup) -> str:
    """How many spots may be chosen, and what is left of today."""
    left = setup.allowance
    if left is None:
        return ""
    most = n_(
        "Up to {count} spot in one session.",
        "Up to {count} spots in one session.",
        setup.spots_allowed,
    ).format(count=setup.spots_allowed)
    today = _("Today: {done} of {most} sessions done.").format(
        done=left.done_today, most=left.per_day
    )
    return f"{most} {today}"
