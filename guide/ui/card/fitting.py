"""Fitting a card on one page: first smaller, then shorter, never over the edge.

Text shrinks to `FLOOR`, then the figure does, then blocks are cut part by part in the order that
they name themselves; what then has room comes back, and a last line says what does not. Lengths
are points.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from guide.app.card import VITAL, Block, Card, Item
from guide.i18n import _
from guide.ui.card.setting import MARGIN, UNITS, Breaker, Ground, Run, Setter, font, moved

SIZES = (10.0, 9.5, 9.0, 8.5)
FLOOR = SIZES[-1]
FIGURES = (290.0, 230.0, 170.0)  # heights of the figure with its legend
TITLE = 21.0
A4, LETTER = (595.0, 842.0), (612.0, 792.0)

LEGEND = 30.0  # height of the legend below the figure
SWATCH = 16.0


class Swatch(StrEnum):
    """What the legend explains."""

    MUSCLE = "muscle"
    SEARCH = "search"
    MAIN = "main"
    SPILLOVER = "spillover"


Page = tuple[float, float]  # width and height
Cuts = tuple[tuple[str, int], ...]  # a block's title, and how many parts are left: the last holds


class CardError(Exception):
    """A card that cannot be made; its text is one sentence for a person."""


class Sheet(NamedTuple):
    """A page with everything in its place."""

    page: Page
    figure: QRectF
    points: tuple[str, ...]  # search areas that are drawn: none where nothing says how to press
    swatches: tuple[tuple[Swatch, QRectF], ...]  # of the legend; their words are among the runs
    runs: tuple[Run, ...]
    grounds: tuple[Ground, ...]
    size: float  # of the text
    shortened: tuple[str, ...]  # titles of the blocks that were cut


def fit(card: Card, page: Page) -> Sheet:
    """``card`` on a page; `CardError` when what is never cut is too long for it."""
    whole = [(FIGURES[0], size) for size in SIZES]
    smaller = [(figure, FLOOR) for figure in FIGURES[1:]]
    breaker = Breaker()
    for figure, size in whole + smaller:
        if sheet := _set(breaker, card, page, figure, size, ()):
            return sheet
    for cuts in _shorter(card.blocks):
        if sheet := _set(breaker, card, page, FIGURES[-1], FLOOR, cuts):
            return _filled(breaker, card, sheet, cuts)
    raise CardError(
        _("The card of {muscle} does not fit on one page: read it in the program.").format(
            muscle=card.title
        )
    )


def _shorter(blocks: tuple[Block, ...]) -> Iterator[Cuts]:
    """Longer and longer lists of cuts, in the order that the blocks ask for."""
    turns = sorted(
        (cut.turn, number, cut.least) for number, block in enumerate(blocks) for cut in block.cuts
    )
    left = [len(block.parts) for block in blocks]
    done: Cuts = ()
    for _turn, number, least in turns:
        while left[number] > least:
            left[number] -= 1
            done = (*done, (blocks[number].title, left[number]))
            yield done


def _filled(breaker: Breaker, card: Card, sheet: Sheet, cuts: Cuts) -> Sheet:
    """``sheet`` with what was cut and has room again: what was cut last comes back first.

    Nothing does while something vital is missing.
    """
    left = dict(cuts)
    whole = {block.title: len(block.parts) for block in card.blocks}
    for title in reversed(left):
        while left[title] < whole[title]:
            more = {**left, title: left[title] + 1}
            still = tuple(each for each in more.items() if each[1] < whole[each[0]])
            fuller = _set(breaker, card, sheet.page, FIGURES[-1], FLOOR, still)
            if fuller is None:
                break
            sheet, left = fuller, more
        if any(_lacks(block, left) for block in card.blocks):
            break
    return sheet


def _lacks(block: Block, left: dict[str, int]) -> bool:
    """Whether something vital of ``block`` is cut."""
    early = min((c.least for c in block.cuts if c.turn < VITAL), default=len(block.parts))
    vital = any(cut.turn >= VITAL for cut in block.cuts)
    return vital and left.get(block.title, early) < early


def _cut(blocks: tuple[Block, ...], cuts: Cuts) -> tuple[Block, ...]:
    """What is left of ``blocks``, and a line that says what is not."""
    if not cuts:
        return blocks
    left = _left(blocks, cuts)
    kept = [
        replace(block, parts=block.parts[: left.get(block.title, len(block.parts))])
        for block in blocks
    ]
    said = _("Cut to fit one page. The program has more of: {titles}.").format(
        titles=", ".join(left)
    )
    return (*(block for block in kept if block.parts), Block("", ((Item(said),),)))


def _left(blocks: tuple[Block, ...], cuts: Cuts) -> dict[str, int]:
    """How many parts are left of the blocks that are cut, or go with one that is."""
    left = dict(cuts)
    useless = [block.title for block in blocks if left.get(block.needs, 1) == 0]
    return left | dict.fromkeys(useless, 0)


def _set(
    breaker: Breaker, card: Card, page: Page, figure: float, size: float, cuts: Cuts
) -> Sheet | None:
    """The page at this size, or None when something is left over."""
    width, height = page
    head, top = _across(breaker, (card.title, card.subtitle), width, MARGIN, TITLE)
    foot, end = _across(breaker, (*card.foot, card.made), width, 0, FLOOR)
    top, bottom = top + 8, height - MARGIN - end
    setter = Setter(breaker, width, top, bottom - 8, top + figure + 8, size)
    blocks = _cut(card.blocks, cuts)
    for block in blocks:
        setter.block(block)
        if setter.full:
            return None
    points = card.points if any(block.presses for block in blocks) else ()
    frame = QRectF(MARGIN, top, setter.column, figure - LEGEND)
    swatches, words = _legend(breaker, frame, bool(points))
    return Sheet(
        page,
        frame,
        points,
        swatches,
        (*head, *words, *setter.runs, *(moved(run, 0, bottom) for run in foot)),
        tuple(setter.grounds),
        size,
        tuple(_left(card.blocks, cuts)),
    )


def _legend(
    breaker: Breaker, frame: QRectF, points: bool
) -> tuple[tuple[tuple[Swatch, QRectF], ...], list[Run]]:
    """Two by two below the figure: a sample of each kind, and its name."""
    names = (
        (Swatch.MUSCLE, _("the muscle")),
        (Swatch.MAIN, _("pain is commonly felt here")),
        (Swatch.SEARCH, _("search here")),
        (Swatch.SPILLOVER, _("and sometimes here")),
    )
    shown = [each for each in names if points or each[0] is not Swatch.SEARCH]
    swatches, runs = [], []
    row = (LEGEND - 5) / 2
    for number, (kind, name) in enumerate(shown):
        x = frame.x() + number % 2 * frame.width() * 0.4
        y = frame.bottom() + 5 + number // 2 * row
        swatches.append((kind, QRectF(x, y + 1.5, SWATCH, row - 3)))
        for run in breaker.lines(name, frame.width() * 0.6 - SWATCH - 5, FLOOR, False, "quiet")[:1]:
            runs.append(moved(run, x + SWATCH + 5, y + (row - run.box.height()) / 2))
    return tuple(swatches), runs


def _across(
    breaker: Breaker, texts: tuple[str, ...], width: float, y: float, largest: float
) -> tuple[list[Run], float]:
    """Lines across the whole page from ``y``, and where they end; the first may be a title."""
    room, runs = width - 2 * MARGIN, []
    for text in texts:
        title = largest > FLOOR and text is texts[0]
        size = largest if title else FLOOR
        while (
            size > FLOOR and QFontMetricsF(font(size, True)).horizontalAdvance(text) > room * UNITS
        ):
            size -= 0.5
        for run in breaker.lines(text, room, size, title, "title" if title else "quiet"):
            runs.append(moved(run, MARGIN, y))
            y += run.box.height()
    return runs, y


def _wide(text: str, size: float) -> float:
    return QFontMetricsF(font(size, True)).horizontalAdvance(text) / UNITS
