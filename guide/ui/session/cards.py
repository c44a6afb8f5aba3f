"""The cards beside the ring: discomfort with its trace, what to feel, what is next."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from guide.app.session_state import PageState
from guide.atlas.library import Library
from guide.core.anatomy import FigureName
from guide.core.catalogue import Catalogue
from guide.core.session import SessionState, StepKind
from guide.i18n import _
from guide.ui.controls import label, row
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.plotting import Plotting
from guide.ui.session.panel import flowing
from guide.ui.session.stretch_picture import StretchPicture
from guide.ui.session.telling import Next
from guide.ui.session.trace import DiscomfortTrace


class TextCard(QFrame):
    """A heading and some text."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        self._title, self._text = flowing(title, "label"), flowing("")
        layout.addWidget(self._title)
        layout.addWidget(self._text)

    def set_text(self, text: str, title: str = "") -> None:
        """Show ``text``, under another title if there is one."""
        self._text.setText(text)
        if title:
            self._title.setText(title)


class DiscomfortCard(QFrame):
    """How it feels now, and the trace of it; while getting ready: how it was before."""

    def __init__(self, look: Look, plotting: Plotting) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title, self._value = flowing("", "label"), label("", "heading", wrap=False)
        self._hint = flowing("", "note")
        self.trace = DiscomfortTrace(look, plotting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        head = row(self._title, self._value)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self.trace)

    def prepare(self) -> None:
        """The screen opens."""
        self.trace.prepare()

    def show_state(self, page: PageState, session: SessionState) -> None:
        """Show what was entered last."""
        before = session.index == 0 and session.step.kind is StepKind.GET_READY
        level = page.before if before else session.felt[-1].level if session.felt else None
        self._title.setText(_("Pain before") if before else _("Discomfort"))
        self._value.setText("" if level is None else _("{value} of 10").format(value=level))
        hint = _("How much does it hurt now? Press a digit from 0 to 9.")
        if not before:
            hint = _("Press a digit: how does it feel? From {much} on the hold ends.")
            hint = hint.format(much=session.plan.discomfort_cap + 1)
        self._hint.setText(hint)
        self._hint.setVisible(level is None)
        self.trace.setVisible(not before)
        self.trace.show_felt(session.felt, session.plan.discomfort_cap)


class NextCard(QFrame):
    """What comes next, with a small picture where there is one."""

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, catalogue: Catalogue
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._catalogue = catalogue
        self._figure = FigureName.FEMALE
        self._shown = Next("")
        self._title, self._detail = flowing("", "strong"), label("", "note", wrap=False)
        self.picture = StretchPicture(look, pictures, library, still=True)
        self.picture.setMinimumHeight(look.px(110))
        self.picture.setMaximumHeight(look.px(170))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        head = row(flowing(_("Next"), "label"), self._detail)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addWidget(self.picture)

    def show_figure(self, figure: FigureName) -> None:
        """Draw this figure."""
        self._figure = figure

    def show_state(self, following: Next) -> None:
        """Show what follows."""
        if following == self._shown:
            return
        self._shown = following
        self._title.setText(following.title)
        self._detail.setText(following.detail)
        stretch = self._catalogue.stretches.get(following.stretch)
        self.picture.setVisible(stretch is not None)
        if stretch is not None:
            self.picture.show_stretch(self._figure, stretch, following.side, following.title)
            self.picture.set_place(1.0)
