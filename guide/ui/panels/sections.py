"""The sections of a muscle's guidance as widgets; what is not permitted is not made at all."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from guide.app.map_state import MapState
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import (
    Catalogue,
    Claim,
    Guidance,
    Muscle,
    PressWay,
    Range,
    Stretch,
    TriggerPoint,
)
from guide.core.dose import Allowance, Caps
from guide.core.safety import Outcome
from guide.i18n import _
from guide.ui.controls import column, frame, label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.panels.actions import StretchButton
from guide.ui.panels.candidate import class_words
from guide.ui.panels.reasons import Said, explain_all, reason_card
from guide.ui.requests import MapRequests
from guide.words import grade_text, side_word

Page = tuple[str, str, QWidget]  # name, title, widget


def notices(
    look: Look, catalogue: Catalogue, requests: MapRequests, state: MapState, chosen: Chosen
) -> list[QWidget]:
    """What forbids or limits technique, in words: what was said, the class, the day's dose."""
    offer, muscle = state.offer, catalogue.muscles[chosen.muscle]
    assert offer is not None
    reasons = offer.press.reasons if offer.press.outcome is not Outcome.ALLOW else ()
    if not offer.stretch.allowed:
        reasons = (*reasons, *offer.stretch.reasons)
    made: list[QWidget] = []
    for why in explain_all(catalogue, reasons):
        if why.said is not Said.NOWHERE:
            made.append(reason_card(look, requests, why, state.intent.taking_back))
        elif why.id != "no_text":  # the section About says that one
            text = f"{why.text} {why.what_to_do}".strip()
            title = _capital(class_words(muscle, offer.press)[1])
            made.append(note_card(look, title, text))
    return made


def pages(
    look: Look, catalogue: Catalogue, requests: MapRequests, state: MapState, chosen: Chosen
) -> list[Page]:
    """The sections that may be shown for ``chosen``, in order."""
    guidance, offer = state.guidance, state.offer
    assert offer is not None
    made: list[Page] = [("about", _("About"), about(look, catalogue, chosen, guidance))]
    if guidance is None:
        return made
    if offer.press.caps is not None and guidance.press:
        made.append(("find", _("Find it"), numbered(look, guidance.find)))
        press = press_page(look, catalogue, state, chosen)
        made.append(("press", _("Press it"), press))
    stretches = [catalogue.stretches[id_] for id_ in guidance.stretches]
    if stretches:
        page = stretch_page(look, requests, stretches, chosen.side)
        made.append(("stretch", _("Stretch it"), page))
    if guidance.keeps_going:
        keeps = listed(look, guidance.keeps_going)
        made.append(("keeps", _("Keeps it going"), keeps))
    made.append(("evidence", _("Evidence"), evidence_page(look, catalogue, guidance.evidence)))
    return made


def about(look: Look, catalogue: Catalogue, chosen: Chosen, guidance: Guidance | None) -> QWidget:
    """What the muscle does, how it hurts, and where it refers."""
    muscle = catalogue.muscles[chosen.muscle]
    page, lines = _page(look)
    lines.addWidget(label(guidance.summary if guidance else muscle.action + "."))
    if guidance:
        for text in guidance.hurts:
            lines.addLayout(_bullet(look, text))
    add_referral(lines, catalogue, muscle)
    if guidance is None:
        lines.addWidget(
            note_card(
                look,
                _("No guidance is written for this muscle yet."),
                _("Unknot shows where it refers pain, and no technique."),
            )
        )
    return page


def add_referral(lines: QVBoxLayout, catalogue: Catalogue, muscle: Muscle) -> None:
    """Where the pain of ``muscle`` is commonly felt, and where sometimes."""
    for title, zones in (
        (_("Its pain is commonly felt at"), muscle.referral.main),
        (_("and sometimes at"), muscle.referral.spillover),
    ):
        if zones:
            names = [catalogue.zones[zone].label for zone in zones if zone in catalogue.zones]
            lines.addWidget(label(title, "label"))
            lines.addWidget(label(", ".join(names)))


def press_page(look: Look, catalogue: Catalogue, state: MapState, chosen: Chosen) -> QWidget:
    """The dose as chips, the points that are pressed less, then every way with its steps."""
    guidance, offer = state.guidance, state.offer
    assert guidance is not None
    assert offer is not None
    assert offer.press.caps is not None
    page, lines = _page(look)
    lines.addLayout(dose_chips(look, offer.press.caps, state.allowance))
    for point in catalogue.muscles[chosen.muscle].points:
        own = state.spots.get(point.id)
        if own is not None and _is_less(own, offer.press.caps):
            lines.addLayout(_bullet(look, _lighter(point, own)))
    for way in guidance.press:
        lines.addWidget(label(_way_title(way), "strong"))
        if posture := posture_words(way.posture):
            lines.addWidget(label(posture, "quiet"))
        lines.addLayout(_steps(look, [_sided(step, chosen.side) for step in way.steps]))
    if guidance.press_note:
        lines.addWidget(label(guidance.press_note, "quiet"))
    return page


def _is_less(own: Caps, of_muscle: Caps) -> bool:
    dose = own.discomfort_cap, own.hold.high
    return dose != (of_muscle.discomfort_cap, of_muscle.hold.high)


def _lighter(point: TriggerPoint, own: Caps) -> str:
    """The dose of a point that is pressed less than the rest of its muscle."""
    return _("{point}: lighter, {aim} of 10, for at most {seconds} s").format(
        point=point.label, aim=_range(own.discomfort), seconds=own.hold.high
    )


def dose_chips(look: Look, limits: Caps, allowance: Allowance | None) -> FlowLayout:
    """Pressure, hold, repeats and how often today."""
    flow = FlowLayout(spacing=look.gap(8))
    chips = [
        (_("Pressure"), _("{range} of 10").format(range=_range(limits.discomfort))),
        (_("Hold"), _("{range} s").format(range=_range(limits.hold))),
        (_("Repeats"), _range(limits.repeats)),
    ]
    if allowance is not None:
        done = _("{done} of {most} done")
        text = done.format(done=allowance.done_today, most=allowance.per_day)
        chips.append((_("Today"), text))
    for name, value in chips:
        inner = column(label(name, "label", wrap=False), label(value, "strong", wrap=False))
        inner.setSpacing(2)
        inner.setContentsMargins(look.gap(12), look.gap(8), look.gap(12), look.gap(8))
        flow.addWidget(frame("chip", inner))
    return flow


def stretch_page(
    look: Look, requests: MapRequests, stretches: list[Stretch], side: Side
) -> QWidget:
    """Every stretch with its sentences and a button that starts it."""
    page, lines = _page(look)
    for stretch in stretches:
        lines.addWidget(label(stretch.name, "strong"))
        for text in (stretch.start, stretch.move, stretch.feel):
            lines.addWidget(label(_sided(text, side)))
        lines.addWidget(label(_sided(stretch.stop, side), "quiet"))
        lines.addWidget(StretchButton(requests, stretch, side), 0, Qt.AlignmentFlag.AlignLeft)
    return page


def evidence_page(look: Look, catalogue: Catalogue, claims: Iterable[Claim]) -> QWidget:
    """Claims, each with the grade of its evidence and its sources."""
    page, lines = _page(look)
    for claim in claims:
        inner = column(label(_capital(grade_text(claim.grade)), "label"), label(claim.text))
        for source in claim.sources:
            known = catalogue.sources.get(source)
            inner.addWidget(label(known.cite if known else source, "note"))
        inner.setSpacing(look.gap(4))
        inner.setContentsMargins(*[look.gap(14)] * 4)
        lines.addWidget(frame("card", inner))
    return page


def posture_words(posture: str) -> str:
    """How one sits, stands or lies; nothing for a posture that has no words."""
    return {
        "chair": _("Sitting on a chair"),
        "standing": _("Standing"),
        "wall": _("Standing at a wall"),
        "floor": _("Lying on the floor"),
        "bed": _("Lying in bed"),
        "table": _("Sitting at a table"),
    }.get(posture, "")


def numbered(look: Look, texts: Iterable[str]) -> QWidget:
    """A page of numbered steps."""
    page, lines = _page(look)
    lines.addLayout(_steps(look, texts))
    return page


def listed(look: Look, texts: Iterable[str]) -> QWidget:
    """A page of points without an order."""
    page, lines = _page(look)
    for text in texts:
        lines.addLayout(_bullet(look, text))
    return page


def note_card(look: Look, title: str, text: str) -> QFrame:
    """A quiet notice."""
    inner = column(label(title, "strong"), label(text, "quiet"), spacing=look.gap(4))
    inner.setContentsMargins(*[look.gap(14)] * 4)
    return frame("chip", inner)


def _page(look: Look) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, look.gap(4), 0, 0)
    lines.setSpacing(look.gap(10))
    lines.setAlignment(Qt.AlignmentFlag.AlignTop)
    return page, lines


def _steps(look: Look, texts: Iterable[str]) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(look.gap(8))
    for number, text in enumerate(texts, 1):
        lines.addLayout(_marked(look, str(number), text))
    return lines


def _bullet(look: Look, text: str) -> QHBoxLayout:
    return _marked(look, "•", text)


def _marked(look: Look, mark: str, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(look.gap(8))
    number = label(mark, "number", wrap=False)
    number.setFixedWidth(look.px(18))
    line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text), 1)
    return line


def _sided(text: str, side: Side) -> str:
    """Put the words for the side in; a midline muscle is worked on the right first."""
    side = Side.RIGHT if side is Side.MIDLINE else side
    return text.replace("{side}", side_word(side)).replace("{other}", side_word(side.other))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _way_title(way: PressWay) -> str:
    return way.title or way.tool.replace("_", " ").capitalize()


def _range(values: Range) -> str:
    return str(values.low) if values.low == values.high else f"{values.low}–{values.high}"
