"""Where reading begins: the lessons as cards."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from guide.app.learn import Address, Page
from guide.core.lessons import Drawing, Lesson
from guide.i18n import _
from guide.ui.controls import frame, label
from guide.ui.flow import FlowLayout
from guide.ui.learn.article import Article
from guide.ui.learn.drawing import drawn
from guide.ui.learn.lesson import minutes_text
from guide.ui.learn.rows import Card
from guide.ui.reading import Kit

CARD = 272  # pixels at 100 % text
SHELF = 4 * CARD + 3 * 16 + 40  # four of them and the room between


def start_article(
    kit: Kit, lessons: dict[str, Lesson], drawing: Callable[[str], str | bytes]
) -> Article:
    """All lessons in order; ``drawing`` gives the template of an id."""
    look = kit.look
    article = Article(
        kit,
        _("Learn"),
        _("Short lessons in plain words. Each says how sure its claims are, and by what."),
        column=SHELF,
    )
    flow = FlowLayout(spacing=look.gap(16))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sharpness = application.devicePixelRatio()  # of the sharpest screen there is
    cards = []
    for lesson in lessons.values():
        address = Address(Page.LESSON, lesson.id)
        card = Card(look, address, lesson.title, lesson.summary, minutes_text(lesson))
        picture = first_drawing(lesson)
        template = drawing(picture) if picture else ""
        if isinstance(template, str) and template:
            card.show_picture(drawn(template, look.tokens, look.px(CARD), sharpness))
        card.followed.connect(kit.requests.learn)
        cards.append(card)
    wide = look.px(CARD)
    high = max((card.heightForWidth(wide) for card in cards), default=0)
    for card in cards:
        card.setFixedSize(wide, high)
        flow.addWidget(card)
    if cards:
        article.add("", frame("bare", flow))
    else:
        article.add("", label(_("There are no lessons in this language yet."), "quiet"))
    article.alone = True
    article.begin()
    return article


def first_drawing(lesson: Lesson) -> str:
    """The id of the first drawing of a lesson; empty where it has none."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    return next((block.id for block in blocks if isinstance(block, Drawing)), "")
