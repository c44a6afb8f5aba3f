"""Every page of Learn: as a screen on contact sheets, and whole, to be read."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from guide.app.learn import Address, Page
from guide.ui.look import make_font
from tools.gallery.learn_states import NECK, LearnScene, open_learn
from tools.gallery.scene import Scene, settle, wait_for_pictures

SCREEN = QSize(1200, 800)
THUMB = QSize(480, 320)
HEAD, ACROSS, DOWN = 24, 6, 8


def addresses(scene: Scene) -> Iterator[Address]:
    """Every page there is, kind by kind."""
    books, facts = scene.books(), scene.catalogue
    yield Address(Page.LESSONS)
    yield from (Address(Page.LESSON, name) for name in books.lessons())
    yield Address(Page.MUSCLES)
    yield from (Address(Page.MUSCLE, name) for name in facts.muscles)
    yield Address(Page.ZONES)
    yield from (Address(Page.ZONE, name) for name in facts.zones)
    yield Address(Page.TERMS)
    yield Address(Page.SOURCES)


def draw_pages(scene: Scene, out: Path) -> Iterator[str]:
    """Draw them, as somebody sees them who has answered everything; yields what was written."""
    made = open_learn(scene.map(), scene)
    made.map.paint(NECK).answer_all()
    made.window.resize(SCREEN)
    thumbs = []
    for address in addresses(scene):
        thumbs.append((address, _picture(made, address, out)))
    for number, some in enumerate(_batches(thumbs, ACROSS * DOWN), 1):
        name = f"sheet_pages_{number}.png"
        _sheet(some).save(str(out / name))
        yield name
    made.page.figure.picture.wait()
    made.window.close()
    made.window.deleteLater()


def _picture(made: LearnScene, address: Address, out: Path) -> QPixmap:
    """The page as a screen; all of its text goes to a file of its own."""
    made.presenter.open(address)
    settle()
    wait_for_pictures(made.window)
    assert made.page.article is not None
    whole = made.page.article.whole()
    whole.save(str(out / f"page_{address.page}_{address.id or 'all'}.png"))
    return made.window.grab().scaled(
        THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _batches(
    thumbs: list[tuple[Address, QPixmap]], size: int
) -> Iterator[list[tuple[Address, QPixmap]]]:
    for start in range(0, len(thumbs), size):
        yield thumbs[start : start + size]


def _sheet(thumbs: list[tuple[Address, QPixmap]]) -> QPixmap:
    down = -(-len(thumbs) // ACROSS)
    sheet = QPixmap(ACROSS * THUMB.width(), down * (THUMB.height() + HEAD))
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.setFont(make_font(14, 500))
    painter.setPen(Qt.GlobalColor.black)
    for index, (address, picture) in enumerate(thumbs):
        x, y = index % ACROSS * THUMB.width(), index // ACROSS * (THUMB.height() + HEAD)
        box = QRect(x + 6, y, THUMB.width() - 6, HEAD)
        words = f"{address.page} · {address.id}" if address.id else address.page.value
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawPixmap(x, y + HEAD, picture)
    painter.end()
    return sheet
