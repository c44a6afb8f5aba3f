"""Printing a muscle's card: where to, what stands on it now, and the file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QFileDialog

from guide.atlas.errors import AtlasError
from guide.core.anatomy import Chosen, Side
from guide.i18n import _
from guide.journal.files import write_whole

if TYPE_CHECKING:
    from guide.bootstrap.program import Program


class Cards(QObject):
    """Answers the wish for a card; says what became of it in one sentence."""

    def __init__(self, program: "Program", parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        program.requests.card.connect(self.make)

    @Slot(str, object)
    def make(self, muscle: str, side: Side) -> None:
        """Ask for a file and write the card of ``muscle`` on ``side`` into it."""
        window = self._program.window
        name = f"unknot-{muscle.replace('_', '-')}-{side.value}.pdf"
        title, kinds = _("Save the card"), _("PDF file (*.pdf)")
        path = QFileDialog.getSaveFileName(window, title, name, kinds)[0]
        if path:
            window.tell(self._write(Path(path), Chosen(muscle, side)))

    def _write(self, path: Path, chosen: Chosen) -> str:
        from guide.ui.card.fitting import CardError  # a card is seldom wanted

        try:
            write_whole(path, self._bytes(chosen))
        except (AtlasError, CardError) as error:
            return str(error)
        except OSError as error:
            text = _("The card cannot be written to {path}: {why}. Choose another folder.")
            return text.format(path=path, why=error.strerror or error)
        return _("The card is in {path}.").format(path=path)

    def _bytes(self, chosen: Chosen) -> bytes:
        """The PDF; raises `AtlasError` or `CardError`."""
        from guide.app.card import compose
        from guide.ui.card.figure import picture
        from guide.ui.card.fitting import A4, LETTER, fit
        from guide.ui.card.pdf import as_pdf

        program = self._program
        card = compose(
            program.catalogue,
            program.map.situation(),
            program.map.advise(chosen) is not None,
            chosen,
            program.map.read_guidance(chosen.muscle),
            program.wall().date(),
        )
        inches = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        sheet = fit(card, LETTER if inches else A4)
        figure = program.settings.settings.figure
        referral = program.catalogue.muscles[chosen.muscle].referral
        return as_pdf(sheet, picture(program.library, figure, chosen, referral), card.title)
