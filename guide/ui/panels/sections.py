"""The sections of a muscle's guidance as widgets; what is not permitted is not made at all.

The panel beside the map and the page of a muscle in Learn are made of the same sections.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.app.map_state import Advice
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import (
    Guidance,
    Muscle,
    PressWay,
    Range,
    Stretch,
    TriggerPoint,
)
from guide.core.dose import Allowance, Caps
from guide.core.links import Run
from guide.core.safety import Outcome
from guide.i18n import _
from guide.ui.controls import column, frame, label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.panels.actions import StretchButton, WayButton
from guide.ui.panels.candidate import class_words
from guide.ui.panels.evidence import EvidencePart
from guide.ui.panels.reasons import Said, explain_all, reason_card
from guide.ui.reading import (
    Kit,
    blank,
    bullets,
    capital,
    listed,
    note_card,
    numbered,
    prose,
    steps,
)
from guide.words import posture_words, side_word, way_text, way_title


class Section(NamedTuple):
    """A named part of what is said about a muscle."""

    name: str
    title: str
    widget: QWidget


def notices(kit: Kit, advice: Advice, doubted: str | None) -> list[QWidget]:
    """What forbids or limits technique, in words: what was said, the class, the day's dose.

    ``doubted`` is the reason whose slip is asked about.
    """
    offer, muscle = advice.offer, kit.catalogue.muscles[advice.chosen.muscle]
    reasons = offer.press.reasons if offer.press.outcome is not Outcome.ALLOW else ()
    if not offer.stretch.allowed:
        reasons = (*reasons, *offer.stretch.reasons)
    made: list[QWidget] = []
    for why in explain_all(kit.catalogue, reasons):
        if why.said is not Said.NOWHERE:
            made.append(reason_card(kit.look, kit.requests, why, doubted))
        elif why.id != "no_text":  # the section About says that one
            text = f"{why.text} {why.what_to_do}".strip()
            made.append(note_card(kit, capital(class_words(muscle, offer.press)[1]), text))
    return made


def technique(kit: Kit, advice: Advice) -> list[Section]:
    """What may be done with the muscle now, in order; nothing of it where nothing may."""
    guidance, made = advice.guidance, []
    if guidance is None:
        return []
    side = advice.chosen.side
    if advice.offer.press.caps is not None and guidance.press:
        made.append(Section("find", _("Find it"), numbered(kit, guidance.find)))
        made.append(Section("press", _("Press it"), press_part(kit, advice)))
        if guidance.stroke or guidance.stroke_note:
            made.append(Section("stroke", _("Stroke it"), stroke_part(kit, advice)))
    stretches = [kit.catalogue.stretches[id_] for id_ in guidance.stretches]
    if stretches:
        part = stretch_part(kit, guidance.stretch_note, stretches, side)
        made.append(Section("stretch", _("Stretch it"), part))
    if guidance.movements:
        made.append(Section("move", _("Move it"), move_part(kit, guidance)))
    return made


def background(kit: Kit, guidance: Guidance | None) -> list[Section]:
    """What is told whether or not anything may be done: what keeps it going, and how sure it is."""
    made: list[Section] = []
    if guidance is None:
        return made
    if guidance.helpers:
        made.append(Section("help", _("Who can help"), listed(kit, guidance.helpers)))
    if guidance.keeps_going:
        made.append(Section("keeps", _("Keeps it going"), listed(kit, guidance.keeps_going)))
    if guidance.evidence:
        made.append(Section("evidence", _("Evidence"), EvidencePart(kit, guidance)))
    return made


def about(kit: Kit, chosen: Chosen, guidance: Guidance | None) -> QWidget:
    """What the muscle does, how it hurts, and where it refers."""
    muscle = kit.catalogue.muscles[chosen.muscle]
    part, lines = blank(kit)
    lines.addWidget(prose(kit, guidance.summary if guidance else muscle.action + "."))
    if guidance:
        lines.addLayout(bullets(kit, guidance.hurts))
    add_referral(kit, lines, muscle)
    if guidance is None:
        add_unwritten(kit, lines)
    elif not muscle.may_be_pressed and guidance.press_note:
        lines.addWidget(label(_("Why it is left alone"), "label"))
        lines.addWidget(prose(kit, guidance.press_note))
    return part


def add_unwritten(kit: Kit, lines: QVBoxLayout) -> None:
    """That nothing is written for a muscle."""
    title = _("No guidance is written for this muscle yet.")
    lines.addWidget(
        note_card(kit, title, _("Unknot shows where it refers pain, and no technique."))
    )


def add_referral(kit: Kit, lines: QVBoxLayout, muscle: Muscle) -> None:
    """Where the pain of ``muscle`` is commonly felt, and where sometimes."""
    known = kit.catalogue.zones
    for title, zones in (
        (_("Its pain is commonly felt at"), muscle.referral.main),
        (_("and sometimes at"), muscle.referral.spillover),
    ):
        runs: list[Run] = []
        for zone in zones:
            if zone in known:
                runs += [Run(", ")] if runs else []
                runs.append(Run(known[zone].label, "zone", zone))
        if runs:
            lines.addWidget(label(title, "label"))
            lines.addWidget(prose(kit, runs))


def press_part(kit: Kit, advice: Advice) -> QWidget:
    """The dose as chips, the points that are pressed less or not, then every way to press."""
    guidance, limits = advice.guidance, advice.offer.press.caps
    assert guidance is not None
    assert limits is not None
    part, lines = blank(kit)
    lines.addLayout(dose_chips(kit.look, limits, advice.allowance))
    said = []
    for point in kit.catalogue.muscles[advice.chosen.muscle].points:
        own = advice.spots.get(point.id)
        if own is None:
            said.append(left_alone(point))
        elif _is_less(own, limits):
            said.append(_lighter(point, own))
    if said:
        lines.addLayout(bullets(kit, said))
    _add_ways(kit, lines, advice, guidance.press)
    if guidance.press_note:
        lines.addWidget(prose(kit, guidance.press_note, "quiet"))
    return part


def stroke_part(kit: Kit, advice: Advice) -> QWidget:
    """Strokes, kneading and slow rolling, or why there are none."""
    guidance = advice.guidance
    assert guidance is not None
    part, lines = blank(kit)
    if guidance.stroke_note:
        lines.addWidget(prose(kit, guidance.stroke_note))
    _add_ways(kit, lines, advice, guidance.stroke)
    return part


def _add_ways(kit: Kit, lines: QVBoxLayout, advice: Advice, ways: Iterable[PressWay]) -> None:
    """Every way with its posture, its own limit, its steps, and a button that starts with it."""
    limits, chosen = advice.offer.press.caps, advice.chosen
    for way in ways:
        lines.addSpacing(kit.look.gap(6))
        lines.addWidget(label(way_title(way), "strong"))
        if posture := posture_words(way.posture):
            lines.addWidget(label(posture, "quiet"))
        own = advice.ways.get(way)
        if own is not None and limits is not None and (text := way_text(own, limits)):
            lines.addWidget(label(text, "caution"))
        lines.addLayout(steps(kit, [_sided(step, chosen.side) for step in way.steps]))
        if advice.guidance is not None and way in advice.guidance.press:
            start = WayButton(kit.requests, chosen, way)
            lines.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)


def _is_less(own: Caps, of_muscle: Caps) -> bool:
    dose = own.discomfort_cap, own.hold.high
    return dose != (of_muscle.discomfort_cap, of_muscle.hold.high)


def _lighter(point: TriggerPoint, own: Caps) -> str:
    """The dose of a point that is pressed less than the rest of its muscle."""
    return _("{point}: lighter, {aim} of 10, for at most {seconds} s").format(
        point=point.label, aim=_range(own.discomfort), seconds=own.hold.high
    )


def left_alone(point: TriggerPoint) -> str:
    """That a point is not pressed, now or ever, on one's own."""
    if point.self_press:
        return _("{point}: not pressed for now").format(point=point.label)
    return _("{point}: not for pressing on your own").format(point=point.label)


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


def stretch_part(kit: Kit, note: str, stretches: list[Stretch], side: Side) -> QWidget:
    """Every stretch with its sentences and a button that starts it."""
    part, lines = blank(kit)
    if note:
        lines.addWidget(prose(kit, note))
    for stretch in stretches:
        lines.addSpacing(kit.look.gap(6))
        lines.addWidget(label(stretch.name, "strong"))
        for text in (stretch.start, stretch.move, stretch.feel):
            lines.addWidget(prose(kit, _sided(text, side)))
        lines.addWidget(prose(kit, _sided(stretch.stop, side), "quiet"))
        start = StretchButton(kit.requests, stretch, side)
        lines.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
    return part


def move_part(kit: Kit, guidance: Guidance) -> QWidget:
    """Slow movements, each in its own words."""
    part, lines = blank(kit)
    if guidance.move_note:
        lines.addWidget(prose(kit, guidance.move_note))
    for name in guidance.movements:
        movement = kit.catalogue.movements[name]
        lines.addWidget(label(movement.name, "strong"))
        lines.addWidget(prose(kit, movement.text))
    return part


def _sided(text: str, side: Side) -> str:
    """Put the words for the side in; a midline muscle is worked on the right first."""
    side = Side.RIGHT if side is Side.MIDLINE else side
    return text.replace("{side}", side_word(side)).replace("{other}", side_word(side.other))


def _range(values: Range) -> str:
    return str(values.low) if values.low == values.high else f"{values.low}–{values.high}"
