"""The session page: one screen for every stage of a session, dark and large by default."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from guide.app.session_state import PageState, Reading, Stage
from guide.atlas.library import Library
from guide.core.anatomy import FigureName
from guide.core.catalogue import Catalogue
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look, palette
from guide.ui.plotting import Plotting
from guide.ui.session.after import AdvicePanel, RatePanel, SavedPanel, WhyPanel
from guide.ui.session.notices import OfferPanel, RefusedPanel
from guide.ui.session.panel import StagePanel
from guide.ui.session.running import RunningScreen
from guide.ui.session.setup import SetupPanel
from guide.ui.stylesheet import stylesheet
from guide.ui.tokens import SESSION, Tokens, toned


class SessionPage(QWidget):
    """Shows a `PageState`; its parts ask, nothing here decides."""

    journal_requested = Signal()
    hidden_changed = Signal(bool)  # nobody can see it: draw less

    def __init__(
        self,
        look: Look,
        pictures: FigurePictures,
        library: Library,
        catalogue: Catalogue,
        plotting: Plotting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._window_look = look
        self._look = Look(session_tokens(look.tokens), look.scale, look.motion)
        self._look.setParent(self)
        self._stage = Stage.NONE
        self.setProperty("kind", "paper")
        self.setAutoFillBackground(True)
        mine = self._look
        self.setup = SetupPanel(mine, catalogue)
        self.running = RunningScreen(mine, pictures, library, catalogue, plotting)
        self.why = WhyPanel(mine, catalogue)
        self.advice = AdvicePanel(mine)
        self.rate = RatePanel(mine)
        self.saved = SavedPanel(mine, catalogue)
        self.refused = RefusedPanel(mine, catalogue)
        self.offer = OfferPanel(mine, catalogue)
        self._screens: dict[Stage, StagePanel | RunningScreen] = {
            Stage.OFFER: self.offer,
            Stage.REFUSED: self.refused,
            Stage.SETUP: self.setup,
            Stage.RUNNING: self.running,
            Stage.WHY: self.why,
            Stage.ADVICE: self.advice,
            Stage.RATE: self.rate,
            Stage.SAVED: self.saved,
        }
        self._stack = QStackedWidget()
        for screen in self._screens.values():
            self._stack.addWidget(screen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.saved.journal_requested.connect(self.journal_requested)
        look.changed.connect(self._follow)
        self._dress()

    def show_figure(self, figure: FigureName) -> None:
        """Draw this figure in all pictures."""
        self.running.show_figure(figure)

    @Slot(object)
    def show_state(self, page: PageState) -> None:
        """Show the stage, and put the keyboard where it is needed when it is a new one."""
        screen = self._screens.get(page.stage)
        changed, self._stage = page.stage is not self._stage, page.stage
        if screen is None:
            self.running.left()
            return
        screen.show_state(page)
        self._stack.setCurrentWidget(screen)
        if changed:
            if page.stage is not Stage.RUNNING:
                self.running.left()
            screen.focus_first()

    @Slot(object)
    def read(self, reading: Reading) -> None:
        """Show another time."""
        if self._stage is Stage.RUNNING:
            self.running.read(reading)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody can see it."""
        super().showEvent(event)
        self.hidden_changed.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody can."""
        super().hideEvent(event)
        self.hidden_changed.emit(True)

    @Slot()
    def _follow(self) -> None:
        """The person chose another theme, text size or motion."""
        look, window = self._look, self._window_look
        look.tokens = session_tokens(window.tokens)
        look.scale, look.motion = window.scale, window.motion
        self._dress()
        look.changed.emit()

    def _dress(self) -> None:
        look = self._look
        self.setPalette(palette(look.tokens))
        side = f'QLabel[role="side"] {{ font-size: {look.px(60)}px; font-weight: 600; }}'
        loud = (
            f'QLabel[large="true"] {{ font-size: {look.px(22)}px; font-weight: 600;'
            f" color: {look.tokens.stop_text}; }}"
        )
        sheet = stylesheet(look.tokens, look.px, look.gap)
        self.setStyleSheet(f"{sheet}\n{side}\n{loud}")


def session_tokens(window: Tokens) -> Tokens:
    """Dark, whatever the window is; high contrast stays high contrast."""
    return window if window.name == "contrast" else toned(SESSION, window.body.tone)
