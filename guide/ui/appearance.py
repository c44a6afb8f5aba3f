"""From settings to looks: theme, text size and motion, following the computer where asked to."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from guide.journal.visible import Motion, Theme, Visible
from guide.ui.look import Look
from guide.ui.tokens import CONTRAST, DARK, LIGHT, Tokens, toned

FIXED = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: CONTRAST}


class Appearance(QObject):
    """Keeps the look in step with the settings and with the computer."""

    def __init__(self, application: QApplication, look: Look) -> None:
        super().__init__(application)
        self._application, self._look = application, look
        self._settings = Visible()
        application.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def follow(self, settings: Visible) -> None:
        """Look as ``settings`` say."""
        self._settings = settings
        tokens = FIXED.get(settings.theme) or system_tokens(self._application.styleHints())
        tokens = toned(tokens, settings.tone)
        self._look.set(tokens, settings.text_size / 100, self._moves(settings.motion))

    def _moves(self, motion: Motion) -> bool:
        if motion is not Motion.SYSTEM:
            return motion is Motion.FULL
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    @Slot()
    def _on_scheme(self) -> None:
        self.follow(self._settings)


def system_tokens(hints: QStyleHints) -> Tokens:
    """The theme that fits what the computer tells; light where it tells nothing."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
