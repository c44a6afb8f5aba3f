"""Setting a card's text into two columns of one page, the figure on top of the first.

Lengths are points (1/72 inch); Qt sets the type in `UNITS` to a point, so that no hinting of a
screen moves it.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from guide.app.card import Block, Item, Tone
from guide.ui.look import FAMILY

UNITS = 20
MARGIN = 36.0
GAP = 20.0  # between the columns
LEADING = 1.23  # from line to line, of the size
INDENT = 1.35  # of what follows a mark, of the size
BEFORE_BLOCK, BEFORE_STRONG, BEFORE_ITEM = 8.0, 3.0, 1.5
PAD = 5.0  # inside a tinted block


class Run(NamedTuple):
    """A piece of one line where it stands; ``role`` chooses its colour."""

    box: QRectF
    text: str
    role: str
    line: QTextLine
    layout: QTextLayout  # keeps ``line`` alive

    @property
    def origin(self) -> QPointF:
        """Where Qt is told to draw ``line``, in `UNITS`."""
        above = (self.box.height() * UNITS - self.line.height()) / 2
        corner = QPointF(self.box.x() * UNITS, self.box.y() * UNITS + above)
        return corner - self.line.position()


class Ground(NamedTuple):
    """The tinted box behind a block, or behind the part of it in one column."""

    box: QRectF
    tone: Tone


class _Row(NamedTuple):
    """One line with its mark; ``keep``: never the last of a column."""

    runs: tuple[Run, ...]
    height: float
    before: float
    keep: bool


def font(size: float, strong: bool = False) -> QFont:
    """The typeface of a card in `UNITS`."""
    made = QFont(FAMILY)
    made.setPixelSize(round(size * UNITS))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class Breaker:
    """Breaks texts into lines; what was broken once is kept, for a card is set many times."""

    def __init__(self) -> None:
        self._broken: dict[tuple[str, float, float, bool, str], list[Run]] = {}

    def lines(self, text: str, width: float, size: float, strong: bool, role: str) -> list[Run]:
        """``text`` broken at ``width``, each line at the origin."""
        key = text, width, size, strong, role
        if key not in self._broken:
            self._broken[key] = _lines(*key)
        return self._broken[key]


def _lines(text: str, width: float, size: float, strong: bool, role: str) -> list[Run]:
    layout = QTextLayout(text, font(size, strong))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    runs = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS)
        said = text[line.textStart() : line.textStart() + line.textLength()].strip()
        box = QRectF(0, 0, line.naturalTextWidth() / UNITS, size * LEADING)
        runs.append(Run(box, said, role, line, layout))
    layout.endLayout()
    return runs


def moved(run: Run, x: float, y: float) -> Run:
    """The same run at another place."""
    return run._replace(box=run.box.translated(x, y))


class Setter:
    """Puts row after row into the columns; `full` once something is left over."""

    def __init__(
        self,
        breaker: Breaker,
        width: float,
        top: float,
        bottom: float,
        below: float,
        size: float,
    ) -> None:
        """Between ``top`` and ``bottom`` of a page ``width`` wide; first column from ``below``."""
        self._breaker = breaker
        self.column = (width - 2 * MARGIN - GAP) / 2
        self._top, self._bottom, self._size = top, bottom, size
        self._at, self._y, self._fresh = 0, below, True
        self.full = False
        self.runs: list[Run] = []
        self.grounds: list[Ground] = []

    def block(self, block: Block) -> None:
        """Set a block, in the second column what the first has no room for."""
        pad = 0.0 if block.tone is Tone.PLAIN else PAD
        rows = self._rows(block, pad)
        self._y += 0.0 if self._fresh else BEFORE_BLOCK
        start, self._y = self._y, self._y + pad
        for number, row in enumerate(rows):
            after = rows[number + 1].height if row.keep and number + 1 < len(rows) else 0.0
            before = 0.0 if self._y == start + pad else row.before
            if self._y + before + row.height + after + pad > self._bottom:
                self._ground(start, pad, block.tone)
                if self._at == 1:
                    self.full = True
                    return
                self._at, before, start = 1, 0.0, self._top
                self._y = self._top + pad
            self._y += before
            x = MARGIN + self._at * (self.column + GAP) + pad
            self.runs += [moved(run, x, self._y) for run in row.runs]
            self._y += row.height
            self._fresh = False
        self._ground(start, pad, block.tone)
        self._y += pad

    def _ground(self, start: float, pad: float, tone: Tone) -> None:
        """Tint what was set since ``start``, unless it is nothing."""
        if pad and self._y > start + pad:
            x = MARGIN + self._at * (self.column + GAP)
            box = QRectF(x, start, self.column, self._y + pad - start)
            self.grounds.append(Ground(box, tone))

    def _rows(self, block: Block, pad: float) -> list[_Row]:
        rows = []
        if block.title:
            heading = Item(block.title, strong=True)
            rows += self._item(heading, pad, "heading", self._size + 1.5)
        for part in block.parts:
            for item in part:
                rows += self._item(item, pad, block.tone, self._size)
        return rows

    def _item(self, item: Item, pad: float, role: str, size: float) -> list[_Row]:
        indent = size * INDENT if item.mark else 0.0
        width = self.column - 2 * pad - indent
        before = BEFORE_STRONG if item.strong else BEFORE_ITEM
        rows = []
        for number, run in enumerate(
            self._breaker.lines(item.text, width, size, item.strong, role)
        ):
            runs = [moved(run, indent, 0)]
            if item.mark and not number:
                runs[:0] = self._breaker.lines(item.mark, indent, size, False, role)[:1]
            rows.append(_Row(tuple(runs), run.box.height(), 0 if number else before, item.strong))
        return rows
