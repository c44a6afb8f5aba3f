"""Which body stands on the map: its sex, its build, the colour of its skin."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.sight import Sight
from guide.i18n import _
from guide.journal.settings import Setting, declared
from guide.journal.visible import Tone
from guide.ui.controls import label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.segmented import Segmented
from guide.ui.tokens import toned

SHOWN = ("figure", "build", "tone", "clothed")


class FiguresPage(QWidget):
    """The settings of the figure, beside the map; a choice is kept like any setting."""

    asked = Signal(str, object)  # key and value of a setting

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.choices: dict[str, Segmented] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.gap(4))
        for setting in declared():
            if setting.key in SHOWN:
                lines.addWidget(label(setting.label, "label"))
                lines.addWidget(self._line(setting))
                lines.addSpacing(look.gap(6))
        lines.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        """Show what is chosen."""
        shown: dict[str, Any] = {
            "figure": sight.figure,
            "build": sight.build,
            "tone": self._look.tokens.body.tone,
            "clothed": sight.clothed,
        }
        for key, value in shown.items():
            self.choices[key].select(value)

    def _line(self, setting: Setting) -> QWidget:
        choices: list[tuple[object, str, str]] = [
            (each.value, "" if setting.key == "tone" else each.label, each.label)
            for each in setting.choices
        ] or [(True, _("On"), ""), (False, _("Off"), "")]
        made = Segmented(setting.label, choices)
        made.setProperty("key", setting.key)
        made.chosen.connect(self._on_chosen)
        if setting.key == "tone":
            for each, choice in zip(made.buttons, setting.choices, strict=True):
                each.setIcon(QIcon(_patch(self._look, Tone(str(choice.value)))))
                each.setIconSize(QSize(self._look.px(18), self._look.px(18)))
        self.choices[setting.key] = made
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(made)
        return line

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        self.asked.emit(self.sender().property("key"), value)


def _patch(look: Look, tone: Tone) -> QPixmap:
    """A disc in the colour of the skin."""
    side = 2 * look.px(18)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(2.0)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("edge"))
    painter.setBrush(QColor(toned(look.tokens, tone).body.skin))
    painter.drawEllipse(1, 1, look.px(18) - 2, look.px(18) - 2)
    painter.end()
    return pixmap
