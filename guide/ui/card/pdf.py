"""A card as a PDF: one page, everything in it drawn as lines, areas and letters."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from guide.app.card import Tone
from guide.i18n import _
from guide.ui.card.figure import Picture, paint, paint_swatch
from guide.ui.card.fitting import CardError, Sheet
from guide.ui.card.setting import UNITS
from guide.ui.tokens import LIGHT

_COLOURS = {
    "title": LIGHT.ink,
    "heading": LIGHT.accent_text,
    "quiet": LIGHT.quiet,
    Tone.CAUTION: LIGHT.caution_ink,
}
_GROUNDS = {Tone.CAUTION: LIGHT.caution, Tone.QUESTION: LIGHT.stop_soft}


def as_pdf(sheet: Sheet, picture: Picture, title: str) -> bytes:
    """The file's bytes; `CardError` when Qt cannot write it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Unknot")
    writer.setResolution(72 * UNITS)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(*sheet.page), QPageSize.Unit.Point, "", exact)
    margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins))
    painter = QPainter()
    if not painter.begin(writer):
        raise CardError(_("The card cannot be drawn."))
    draw(painter, sheet, picture)
    painter.end()
    return bytes(buffer.data().data())


def draw(painter: QPainter, sheet: Sheet, picture: Picture) -> None:
    """Everything on the page; the painter counts in `UNITS` to a point."""
    painter.save()
    painter.scale(UNITS, UNITS)
    painter.setPen(Qt.PenStyle.NoPen)
    for ground in sheet.grounds:
        painter.setBrush(QColor(_GROUNDS[ground.tone]))
        painter.drawRoundedRect(ground.box, 5, 5)
    paint(painter, picture, sheet.points, sheet.figure)
    for kind, box in sheet.swatches:
        paint_swatch(painter, kind, box)
    painter.restore()
    for run in sheet.runs:
        painter.setPen(QColor(_COLOURS.get(run.role, LIGHT.ink)))
        run.line.draw(painter, run.origin)
