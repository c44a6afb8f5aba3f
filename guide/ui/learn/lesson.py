"""One lesson: its sections, its claims with their grades, its drawings."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from guide.core.lessons import Drawing, Graded, Item, Lesson, Paragraph
from guide.core.links import plain
from guide.i18n import _, n_
from guide.ui.controls import column, frame, label
from guide.ui.learn.article import Article
from guide.ui.learn.drawing import DrawingPicture
from guide.ui.learn.lit import cue_lit, whole_body
from guide.ui.packed_picture import PackedPicture
from guide.ui.reading import Kit, blank, bullets, claim_card, prose, sources_line

WORDS_A_MINUTE = 180  # of somebody who reads with care


def lesson_article(kit: Kit, lesson: Lesson, drawing: Callable[[str], str | bytes]) -> Article:
    """The page of a lesson; ``drawing`` gives the template, or the picture of a pack, of an id."""
    article = Article(kit, lesson.title, minutes_text(lesson))
    summary = column(prose(kit, lesson.summary), margin=kit.look.gap(14))
    cues = [section.cue for section in lesson.sections if section.cue is not None]
    article.alone = not cues
    first = cue_lit(kit.catalogue, cues[0]) if cues else whole_body()
    article.add("", frame("chip", summary), first)
    for section in lesson.sections:
        part, lines = blank(kit)
        for block in section.blocks:
            match block:
                case Paragraph(text):
                    lines.addWidget(prose(kit, text))
                case Item(text):
                    lines.addLayout(bullets(kit, (text,)))
                case Graded(claim):
                    lines.addWidget(claim_card(kit, claim))
                case Drawing(name, words):
                    lines.addWidget(_figure(kit, drawing(name), words))
        cue = section.cue
        article.add(section.heading, part, None if cue is None else cue_lit(kit.catalogue, cue))
    if lesson.sources:
        article.add(_("Sources"), sources_line(kit, lesson.sources))
    article.lines.addWidget(label(_("Not reviewed by a clinician."), "note"))
    article.begin()
    return article


def minutes(lesson: Lesson) -> int:
    """How long a lesson takes to read, one minute at least."""
    words = len(plain(lesson.summary).split())
    for section in lesson.sections:
        for block in section.blocks:
            match block:
                case Paragraph(text) | Item(text):
                    words += len(plain(text).split())
                case Graded(claim):
                    words += len(claim.text.split())
                case Drawing():
                    pass
    return max(round(words / WORDS_A_MINUTE), 1)


def minutes_text(lesson: Lesson) -> str:
    """The same in words."""
    count = minutes(lesson)
    return n_("{count} minute to read", "{count} minutes to read", count).format(count=count)


def _figure(kit: Kit, drawing: str | bytes, words: str) -> QWidget:
    """A drawing with the words that say what it shows."""
    lines = column(spacing=kit.look.gap(8))
    if isinstance(drawing, bytes):
        packed = PackedPicture(kit.look)
        if packed.show_picture(drawing, words):
            lines.addWidget(packed)
    elif drawing:
        lines.addWidget(DrawingPicture(kit.look, drawing, words))
    lines.addWidget(prose(kit, words, "note"))
    lines.setContentsMargins(0, kit.look.gap(6), 0, kit.look.gap(6))
    return frame("bare", lines)
