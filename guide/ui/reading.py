"""The parts that pages of text are made of: paragraphs, lists, steps, claims with their grade."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from guide.core.catalogue import Catalogue, Claim
from guide.core.links import Run
from guide.i18n import _
from guide.ui.controls import column, frame, label, row
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.prose import Prose
from guide.ui.requests import MapRequests
from guide.words import answer_text, grade_text, short_cite


class Kit(NamedTuple):
    """What parts are made with; ``role`` is the font of what is read."""

    look: Look
    catalogue: Catalogue
    requests: MapRequests
    role: str = "body"


def prose(kit: Kit, text: str | Iterable[Run], role: str = "") -> Prose:
    """A paragraph; its links ask for their pages."""
    runs = text if isinstance(text, str) else tuple(text)
    made = Prose(kit.look, runs, role or kit.role)
    made.followed.connect(kit.requests.learn)
    return made


def blank(kit: Kit) -> tuple[QWidget, QVBoxLayout]:
    """An empty part, and its lines."""
    part = QWidget()
    lines = QVBoxLayout(part)
    lines.setContentsMargins(0, kit.look.gap(4), 0, 0)
    lines.setSpacing(kit.look.gap(10))
    lines.setAlignment(Qt.AlignmentFlag.AlignTop)
    return part, lines


def steps(kit: Kit, texts: Iterable[str]) -> QVBoxLayout:
    """Numbered steps."""
    lines = column(spacing=kit.look.gap(11))
    for number, text in enumerate(texts, 1):
        lines.addLayout(_marked(kit, str(number), text))
    return lines


def bullets(kit: Kit, texts: Iterable[str]) -> QVBoxLayout:
    """Points without an order."""
    lines = column(spacing=kit.look.gap(11))
    for text in texts:
        lines.addLayout(_marked(kit, "•", text))
    return lines


def numbered(kit: Kit, texts: Iterable[str]) -> QWidget:
    """A part of numbered steps."""
    part, lines = blank(kit)
    lines.addLayout(steps(kit, texts))
    return part


def listed(kit: Kit, texts: Iterable[str]) -> QWidget:
    """A part of points without an order."""
    part, lines = blank(kit)
    lines.addLayout(bullets(kit, texts))
    return part


def note_card(kit: Kit, title: str, text: str) -> QFrame:
    """A quiet notice."""
    gap = kit.look.gap
    inner = column(label(title, "strong"), label(text, "quiet"), spacing=gap(4))
    inner.setContentsMargins(*[gap(14)] * 4)
    return frame("chip", inner)


def claim_card(kit: Kit, claim: Claim) -> QFrame:
    """What is claimed, how well it is supported, and by what."""
    gap = kit.look.gap
    lines = column(spacing=gap(6), margin=gap(14))
    lines.addWidget(_chip(kit, capital(grade_text(claim.grade))), 0, Qt.AlignmentFlag.AlignLeft)
    lines.addWidget(prose(kit, claim.text))
    if claim.effect:
        answers = FlowLayout(spacing=gap(14))
        for question, answer in (
            (_("Effect seen:"), claim.effect),
            (_("How it works is known:"), claim.mechanism),
            (_("Better than rest:"), claim.over_rest),
        ):
            words = label(question, "label", wrap=False), label(answer_text(answer), wrap=False)
            answers.addWidget(frame("bare", row(*words, spacing=gap(5))))
        lines.addLayout(answers)
    if claim.sources:
        lines.addWidget(sources_line(kit, claim.sources))
    return frame("card", lines)


def sources_line(kit: Kit, sources: Iterable[str]) -> Prose:
    """Sources in short, each leading to all that is known of it."""
    runs: list[Run] = []
    for source in sources:
        known = kit.catalogue.sources.get(source)
        runs += [Run(" · ")] if runs else []
        runs.append(Run(short_cite(known), "source", source) if known else Run(source))
    return prose(kit, runs, "note")


def capital(text: str) -> str:
    """``text`` as a sentence begins."""
    return text[:1].upper() + text[1:]


def _chip(kit: Kit, text: str) -> QFrame:
    gap = kit.look.gap
    inner = row(label(text, "label", wrap=False))
    inner.setContentsMargins(gap(10), gap(3), gap(10), gap(3))
    return frame("chip", inner)


def _marked(kit: Kit, mark: str, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(kit.look.gap(8))
    number = label(mark, "number", wrap=False)
    number.setFixedWidth(kit.look.px(20))
    line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(prose(kit, text), 1)
    return line
