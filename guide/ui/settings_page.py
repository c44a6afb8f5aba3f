"""The settings as they are declared: every change holds at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from guide.i18n import _
from guide.journal.settings import Control, Setting, Settings, declared
from guide.ui.controls import button, dress, empty, frame, label, row, scrolled
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.segmented import Segmented

WIDTH = 760


class SettingsPage(QWidget):
    """One card for every setting."""

    change_requested = Signal(str, object)  # key, value

    def __init__(
        self,
        look: Look,
        settings: Settings,
        folder: Path,
        last: Callable[[], QWidget] | None = None,
    ) -> None:
        """``folder`` is where the journal lies when none was chosen; ``last`` makes one more."""
        super().__init__()
        self._last = last
        self._look, self._settings, self._folder = look, settings, folder
        self.controls: dict[str, QWidget] = {}
        self._content = QWidget()
        self._content.setProperty("kind", "scrolled")
        self._lines = QVBoxLayout(self._content)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._content)
        outer.addWidget(self._area)
        look.changed.connect(self._build)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and no wider than it reads well."""
        super().resizeEvent(event)
        side = max(self._look.gap(24), (self.width() - self._look.px(WIDTH)) // 2)
        edges = self._lines.contentsMargins()
        self._lines.setContentsMargins(side, edges.top(), side, edges.bottom())

    def show_settings(self, settings: Settings) -> None:
        """Show changed settings."""
        if settings != self._settings:
            self._settings = settings
            for setting in declared():
                self._show_value(setting)

    @Slot()
    def _build(self) -> None:
        look = self._look
        at = self._area.verticalScrollBar().value()
        empty(self._lines)
        side = max(look.gap(24), (self.width() - look.px(WIDTH)) // 2)
        self._lines.setContentsMargins(side, look.gap(24), side, look.gap(24))
        self._lines.setSpacing(look.gap(12))
        self._lines.addWidget(label(_("Settings"), "title"))
        for setting in declared():
            made = self._control(setting)
            self.controls[setting.key] = made
            texts = QVBoxLayout()
            texts.setSpacing(look.gap(2))
            texts.addWidget(label(setting.label, "strong"))
            texts.addWidget(label(setting.help, "note"))
            inner = QVBoxLayout()
            inner.setSpacing(look.gap(10))
            inner.setContentsMargins(*[look.gap(16)] * 4)
            inner.addLayout(texts)
            inner.addWidget(made)
            self._lines.addWidget(frame("card", inner))
            self._show_value(setting)
        if self._last is not None:
            self._lines.addWidget(self._last())
        self._area.verticalScrollBar().setValue(at)

    def _control(self, setting: Setting) -> QWidget:
        if setting.control is Control.CHOICE:
            return _Choice(self, setting, [(c.value, c.label, "") for c in setting.choices])
        if setting.control is Control.SWITCH:
            return _Choice(self, setting, [(True, _("On"), ""), (False, _("Off"), "")])
        if setting.control is Control.NUMBER:
            return _Number(self, self._look, setting)
        return _Folder(self, self._look, setting, self._folder)

    def _show_value(self, setting: Setting) -> None:
        made = self.controls[setting.key]
        if isinstance(made, _Choice | _Number | _Folder):
            made.show_value(getattr(self._settings, setting.key))


class _Choice(QWidget):
    """One of a few values."""

    def __init__(
        self, page: SettingsPage, setting: Setting, choices: list[tuple[object, str, str]]
    ) -> None:
        super().__init__()
        self._page, self._key = page, setting.key
        self.segments = Segmented(setting.label, choices)
        self.segments.chosen.connect(self._on_chosen)
        flow = FlowLayout(self)
        flow.addWidget(self.segments)

    def show_value(self, value: object) -> None:
        """Show what is chosen."""
        self.segments.select(value)

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        self._page.change_requested.emit(self._key, value)


class _Number(QWidget):
    """A whole number with a step down and a step up."""

    def __init__(self, page: SettingsPage, look: Look, setting: Setting) -> None:
        super().__init__()
        assert setting.range is not None
        self._page, self._key, self._range = page, setting.key, setting.range
        self._value = self._range.low
        self.less, self.more = QPushButton(), QPushButton()
        for made, icon, name in (
            (self.less, "minus", _("{name}: less")),
            (self.more, "plus", _("{name}: more")),
        ):
            dress(made, look, icon)
            made.setAccessibleName(name.format(name=setting.label))
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self.shown = label("", "strong", wrap=False)
        line = row(self.less, self.shown, self.more, spacing=look.gap(12))
        line.addStretch(1)
        self.setLayout(line)

    def show_value(self, value: int) -> None:
        """Show the number with its unit."""
        self._value = value
        self.shown.setText(f"{value} {self._range.unit}")
        self.less.setEnabled(value > self._range.low)
        self.more.setEnabled(value < self._range.high)

    @Slot()
    def _on_less(self) -> None:
        self._ask(self._value - self._range.step)

    @Slot()
    def _on_more(self) -> None:
        self._ask(self._value + self._range.step)

    def _ask(self, value: int) -> None:
        value = min(max(value, self._range.low), self._range.high)
        self._page.change_requested.emit(self._key, value)


class _Folder(QWidget):
    """A folder, or the platform's own."""

    def __init__(self, page: SettingsPage, look: Look, setting: Setting, folder: Path) -> None:
        super().__init__()
        self._page, self._key, self._folder = page, setting.key, folder
        self.shown = label("", "quiet")
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = button(_("Choose a folder"), "secondary")
        self.choose.clicked.connect(self._on_choose)
        self.usual = button(_("Use the usual folder"), "secondary")
        self.usual.clicked.connect(self._on_usual)
        flow = FlowLayout(spacing=look.gap(8))
        flow.addWidget(self.choose)
        flow.addWidget(self.usual)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.gap(8))
        lines.addWidget(self.shown)
        lines.addLayout(flow)

    def show_value(self, value: str) -> None:
        """Show where the journal lies."""
        self.usual.setEnabled(bool(value))
        self.shown.setText(value or str(self._folder))

    @Slot()
    def _on_choose(self) -> None:
        found = QFileDialog.getExistingDirectory(
            self, _("Folder for the journal"), str(self._folder)
        )
        if found:
            self._page.change_requested.emit(self._key, found)

    @Slot()
    def _on_usual(self) -> None:
        self._page.change_requested.emit(self._key, "")
