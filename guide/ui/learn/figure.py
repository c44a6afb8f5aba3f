"""The figure beside the text, with its caption."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from guide.atlas.library import Library
from guide.core.anatomy import FigureName
from guide.ui.controls import label
from guide.ui.figure_picture import FigurePictures
from guide.ui.learn.lit import Lit, whole_body
from guide.ui.look import Look
from guide.ui.scene_picture import ScenePicture

ACROSS_CM = 42.0, 80.0  # of the body: near to what is small, and one sees where one is


class FigureColumn(QFrame):
    """Shows what the section under the reader's eye is about."""

    def __init__(self, look: Look, pictures: FigurePictures, library: Library) -> None:
        super().__init__()
        self.setProperty("kind", "paper")
        self._figure = FigureName.FEMALE
        self.lit = whole_body()
        self.picture = ScenePicture(
            look, pictures, library, ground="paper", radius=0, across=ACROSS_CM
        )
        self.caption = label("", "note")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, look.gap(14))
        lines.setSpacing(look.gap(8))
        lines.addWidget(self.picture, 1)
        lines.addWidget(self.caption)
        self.show_lit(self.lit)

    def hideEvent(self, event: QHideEvent) -> None:
        """The page is left: keep no picture, they are 20 MB."""
        super().hideEvent(event)
        self.picture.forget()

    def show_figure(self, figure: FigureName) -> None:
        """Draw this figure."""
        self._figure = figure
        self.show_lit(self.lit)

    def show_lit(self, lit: Lit) -> None:
        """Light what the text is about."""
        self.lit = lit
        self.picture.show_scene(self._figure, lit.scene)
        self.picture.describe(lit.words)
        self.caption.setText(lit.words)
        self.caption.setVisible(bool(lit.words))
