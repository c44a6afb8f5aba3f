"""What to do when the answers speak against pressing: said calmly, with the way back."""

import msgspec
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from guide.app.map_state import MapState
from guide.core.catalogue import Catalogue, Level
from guide.i18n import _
from guide.ui.controls import column, empty, frame, label, row
from guide.ui.look import Look
from guide.ui.panels.panel import SidePanel
from guide.ui.panels.reasons import explain, reason_card
from guide.ui.requests import MapRequests


class ClosedPanel(SidePanel):
    """An emergency, something urgent, a condition or the age: no technique is offered."""

    def __init__(self, look: Look, catalogue: Catalogue, requests: MapRequests) -> None:
        super().__init__(look, catalogue, requests)
        self._territory = territory()
        self._shown: tuple[tuple[str, ...], str | None] | None = None
        self._content = QVBoxLayout()
        self._content.setSpacing(look.gap(12))
        self.body.addLayout(self._content)

    def be_in(self, territory: str) -> None:
        """Show the numbers of another ``territory`` (ISO 3166; empty for an unknown one)."""
        self._territory, self._shown = territory, None

    def show_state(self, state: MapState) -> None:
        """Say what was found and what to do."""
        verdict, doubted = state.findings.verdict, state.intent.taking_back
        if self._shown == (verdict.reasons, doubted):
            return
        fresh = self._shown is None or self._shown[0] != verdict.reasons
        self._shown = verdict.reasons, doubted
        empty(self._content)
        whys = [explain(self.catalogue, reason) for reason in verdict.reasons]
        closing = [why for why in whys if why.level is not Level.CLINICIAN]
        self._content.addWidget(label(_title(verdict.level, verdict.reasons), "title"))
        if verdict.level is Level.EMERGENCY:
            self._content.addWidget(_numbers(self.look, self.catalogue, self._territory))
        for why in closing:
            if verdict.level is Level.EMERGENCY and why.level is not Level.EMERGENCY:
                why = msgspec.structs.replace(why, what_to_do="")  # one thing to do: call
            self._content.addWidget(reason_card(self.look, self.requests, why, doubted))
        stays = (
            _("Pressing and stretching stay hidden while this holds.")
            if verdict.stretch_closed
            else _("Pressing stays hidden while this holds. Stretching is open.")
        )
        self._content.addWidget(label(stays, "quiet"))
        if fresh:
            self.take_focus()

    def take_focus(self) -> None:
        """To the top, so that it is read first."""
        super().take_focus()
        self.setAccessibleName(_("What to do"))


def _title(level: Level | None, reasons: tuple[str, ...]) -> str:
    if level is Level.EMERGENCY:
        return _("Please get help now")
    if level is Level.URGENT:
        return _("Please see a doctor today")
    if "child" in reasons:
        return _("Not for children")
    return _("Nothing is pressed for now")


def _numbers(look: Look, catalogue: Catalogue, territory: str) -> QFrame:
    """Whom to call: the number of ``territory`` first and large, the others for elsewhere."""
    icon = QLabel()
    icon.setPixmap(look.pixmap("phone", look.px(28), "stop_text"))
    lines = column(spacing=look.gap(4))
    known = catalogue.emergency_numbers.get(territory)
    here = () if known is None else (known.number, *known.also)
    if known is not None:
        lines.addWidget(label(known.number, "number-huge", wrap=False))
        if known.also:
            also = _("or {numbers}").format(numbers=", ".join(known.also))
            lines.addWidget(label(also, "number-big", wrap=False))
        lines.addSpacing(look.gap(6))
        lines.addWidget(label(_("If you are somewhere else:"), "emergency"))
    for number, place in (
        ("112", _("Europe, and most mobile phones anywhere")),
        ("999", _("United Kingdom")),
        ("911", _("United States and Canada")),
    ):
        if number not in here:
            lines.addLayout(_number(look, number, place, "number-big" if not here else "emergency"))
    whole = row(icon, lines, spacing=look.gap(16))
    whole.setContentsMargins(*[look.gap(18)] * 4)
    whole.setStretch(1, 1)
    whole.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
    return frame("emergency", whole)


def _number(look: Look, number: str, place: str, role: str) -> QHBoxLayout:
    big = label(number, role, wrap=False)
    big.setFixedWidth(look.px(56))
    line = row(big, spacing=look.gap(8))
    line.addWidget(label(place, "emergency"), 1)
    return line


def territory() -> str:
    """The territory (ISO 3166, two letters) that the system is set to; empty when unknown."""
    return QLocale.territoryToCode(QLocale.system().territory())
