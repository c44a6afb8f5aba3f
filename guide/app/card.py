"""What stands on the printed card of one muscle: what is allowed now, in blocks that may be cut.

Without answers the questions stand first, as in the terminal. They, the muscle's own cautions and
the stop signs are cut only when no technique is left on the card.
"""

import os
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from guide.core.advice import Advice, advise
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue, Guidance, Level, Muscle, PressWay
from guide.core.dose import SESSION_CAP
from guide.core.links import plain
from guide.core.safety import Situation, decide_stretch
from guide.i18n import _, territory
from guide.paper import (
    asked,
    dose_text,
    point_text,
    sided,
    signs_of,
    to_tell,
    total_text,
    zones_of,
)
from guide.words import (
    class_text,
    condition_text,
    decision_sentences,
    level_text,
    muscle_name,
    side_word,
    way_text,
    way_title,
)

_PRESS, _FIND, VITAL = 13, 14, 15  # turns: technique is gone before what makes it safe is cut
_NO_STOPS = (
    "sore_later",
    "after_session",
    "interrupted",
    "done",
)  # nothing one feels while pressing


class Tone(StrEnum):
    """How a block is set off."""

    PLAIN = "plain"
    CAUTION = "caution"
    QUESTION = "question"


class Item(msgspec.Struct, frozen=True):
    """One paragraph; ``mark`` stands before it ("1.", "•"), ``strong`` is a small heading."""

    text: str
    mark: str = ""
    strong: bool = False


class Cut(msgspec.Struct, frozen=True):
    """That a block may be shortened to its first ``least`` parts; a low ``turn`` comes first."""

    turn: int
    least: int


class Block(msgspec.Struct, frozen=True):
    """A heading with its parts; parts are left out whole, the last one first."""

    title: str
    parts: tuple[tuple[Item, ...], ...]
    cuts: tuple[Cut, ...] = ()
    tone: Tone = Tone.PLAIN
    presses: bool = False  # it says how to press
    needs: str = ""  # the title of the block without which it is of no use


class Card(msgspec.Struct, frozen=True):
    """Everything that is written on the card of one muscle."""

    muscle: str
    side: Side
    title: str
    subtitle: str
    made: str  # when, and by what
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    points: tuple[str, ...]  # ids of the search areas that may be pressed


def compose(
    catalogue: Catalogue,
    situation: Situation,
    answered: bool,
    chosen: Chosen,
    guidance: Guidance | None,
    day: date,
) -> Card:
    """The card of a muscle for what is known of the person now.

    ``answered`` says that the questions which concern this muscle were asked in the window.
    """
    muscle, side = chosen.muscle, chosen.side
    known = msgspec.structs.replace(situation, on_paper=situation.on_paper or not answered)
    facts = catalogue.muscles[muscle]
    advice = advise(catalogue, known, facts, side, guidance)
    blocks = [] if answered else [_questions(catalogue, advice)]
    blocks += [_decided(catalogue, advice), _cautions(advice), _stops(catalogue, advice)]
    if advice.guidance is not None:
        blocks += _technique(catalogue, known, advice, advice.guidance)
    blocks.append(_sources(catalogue, advice))
    return Card(
        muscle=muscle,
        side=side,
        title=muscle_name(facts, side),
        subtitle=_subtitle(facts, side),
        made=_("Printed by Unknot on {day}.").format(day=day.isoformat()),
        blocks=tuple(block for block in blocks if block.parts),
        foot=_foot(answered),
        points=tuple(point.id for point, _caps in advice.points),
    )


def _subtitle(muscle: Muscle, side: Side) -> str:
    own = _("{side} side of the body").format(side=side_word(side))
    said = (muscle.latin, class_text(muscle), *((own,) if side is not Side.MIDLINE else ()))
    return " · ".join(said)


def _foot(answered: bool) -> tuple[str, ...]:
    asked_then = _(
        "It holds for what you had answered on that day. When anything about you changes, ask the"
        " program again."
    )
    open_yet = _(
        "The questions were not answered in the program: read them each time before you press or"
        " stretch. Answer them there and print again, and the card has room for more."
    )
    return (
        _("Not reviewed by a clinician. General information for adults, and no diagnosis."),
        asked_then if answered else open_yet,
    )


def _bullets(texts: Iterable[str]) -> tuple[tuple[Item, ...], ...]:
    return tuple((Item(plain(text), "•"),) for text in texts)


def _steps(texts: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(plain(text), f"{number}.") for number, text in enumerate(texts, start=1))


def _run_on(texts: Iterable[str]) -> str:
    """Short lines as one paragraph: so they fit, and each still has its mark."""
    return " ".join(f"•\u00a0{text.rstrip('.')}." for text in texts)


def _questions(catalogue: Catalogue, advice: Advice) -> Block:
    """What must be asked before anything is pressed, and about the person."""
    local = catalogue.emergency_numbers.get(territory(os.environ))
    numbers = (local.number, *local.also) if local else ()
    signs = signs_of(catalogue, zones_of(advice.muscle))
    parts = []
    for level in Level:
        own = [sign for sign in signs if sign.level is level]
        items = [Item(level_text(level, numbers), strong=True)]
        for condition in sorted({sign.when for sign in own}):  # "" first: it always concerns
            texts = _run_on(asked(sign) for sign in own if sign.when == condition)
            items.append(Item(f"{condition_text(condition)} {texts}".strip()))
        parts += [tuple(items)] if own else []
    lasting = [asked(entry) for entry in to_tell(catalogue) if entry.no_pressure]
    never = _run_on([entry.text for entry in catalogue.no_pressure.values()] + lasting)
    others = _run_on(entry.text for entry in to_tell(catalogue) if not entry.no_pressure)
    nothing = _("Press nothing anywhere until a clinician agrees, with any of these:")
    first = _("Ask a clinician first, or tell the program, if you have:")
    parts.append((Item(nothing, strong=True), Item(never)))
    parts.append((Item(first, strong=True), Item(others)))
    title = _("Before anything is pressed")
    return Block(
        title, tuple(parts), (Cut(VITAL + 1, len(parts) - 1), Cut(VITAL + 3, 1)), Tone.QUESTION
    )


def _decided(catalogue: Catalogue, advice: Advice) -> Block:
    """Why something is left out or limited for this person."""
    decisions = (advice.press, *advice.stretches)
    said = dict.fromkeys(
        text for decision in decisions for text in decision_sentences(catalogue, decision)
    )
    return Block(_("What holds for you"), _bullets(said), tone=Tone.CAUTION)


def _cautions(advice: Advice) -> Block:
    guidance = advice.guidance
    if guidance is None:
        return Block("", ())
    own = guidance.own_cautions or len(guidance.cautions)
    cuts = (Cut(9, own), Cut(VITAL + 2, 0))
    return Block(_("First, take care"), _bullets(guidance.cautions), cuts, Tone.CAUTION)


def _stops(catalogue: Catalogue, advice: Advice) -> Block:
    """What ends the pressing at once; nothing where nothing is pressed."""
    if advice.guidance is None or not (advice.guidance.press or advice.guidance.stretches):
        return Block("", ())
    signs = [each.text for each in catalogue.stop_reasons.values() if each.id not in _NO_STOPS]
    title = _("Stop at once for any of these")
    return Block(title, ((Item(_run_on(signs)),),), (Cut(VITAL, 0),))


def _technique(
    catalogue: Catalogue, situation: Situation, advice: Advice, guidance: Guidance
) -> list[Block]:
    """What may be done, and what is known; the guard has been over ``guidance``."""
    side = advice.side
    find = (_steps(guidance.find),) if guidance.find else ()
    stretches = tuple(_stretch(catalogue, situation, name, side) for name in guidance.stretches)
    moves = tuple(
        (Item(move.name, strong=True), Item(move.text))
        for move in (catalogue.movements[name] for name in guidance.movements)
    )
    about = ((Item(plain(guidance.summary)),), *_bullets(guidance.hurts))
    return [
        Block(_("Who can help"), _bullets(guidance.helpers)),
        Block(_("Find it"), find, (Cut(_FIND, 0),), needs=_("Press it")),
        _pressing(advice, guidance),
        Block(_("Stroke it"), _ways(advice, guidance.stroke), (Cut(4, 1), Cut(5, 0))),
        Block(_("Stretch it"), stretches, (Cut(8, 1), Cut(12, 0))),
        Block(_("Move it"), moves, (Cut(7, 1), Cut(10, 0))),
        Block(_("What it does, and how it hurts"), about, (Cut(3, 1), Cut(10, 0))),
        Block(_("What keeps it going"), _bullets(guidance.keeps_going), (Cut(2, 0),)),
    ]


def _stretch(catalogue: Catalogue, situation: Situation, name: str, side: Side) -> tuple[Item, ...]:
    """A stretch with the side in words, held no longer than is allowed."""
    stretch = catalogue.stretches[name]
    most = decide_stretch(catalogue, situation, name, (side,)).ceiling.hold
    seconds = min(stretch.hold_seconds, most or stretch.hold_seconds)
    texts = (stretch.start, stretch.move, stretch.feel, stretch.stop)
    title = _("{name}, {seconds} seconds").format(name=stretch.name, seconds=seconds)
    return (Item(title, strong=True), *(Item(sided(text, side)) for text in texts))


def _pressing(advice: Advice, guidance: Guidance) -> Block:
    dose = advice.press.caps
    if dose is None or not guidance.press:
        why = ((Item(plain(guidance.press_note)),),) if guidance.press_note else ()
        return Block(_("Press it"), why if not guidance.press else ())
    texts = [plain(guidance.press_note), dose_text(dose)]
    if dose.total < SESSION_CAP:
        texts.append(total_text(dose))
    for point, own in advice.points:
        if (own.discomfort_cap, own.hold) != (dose.discomfort_cap, dose.hold):
            texts.append(point_text(point, own))
    first, *others = _ways(advice, guidance.press)
    head = (*_told(*texts), *first)
    return Block(
        _("Press it"), (head, *others), (Cut(6, 2), Cut(11, 1), Cut(_PRESS, 0)), presses=True
    )


def _told(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(text) for text in texts if text)


def _ways(advice: Advice, ways: tuple[PressWay, ...]) -> tuple[tuple[Item, ...], ...]:
    """Every way with what holds for it alone, and its steps."""
    limits = advice.press.caps
    own = [way_text(advice.ways[way], limits) if limits else "" for way in ways]
    return tuple(
        (Item(way_title(way), strong=True), *_told(text), *_steps(way.steps))
        for way, text in zip(ways, own, strict=True)
    )


def _sources(catalogue: Catalogue, advice: Advice) -> Block:
    """The sources of the muscle's own claims, and of its facts where it has none."""
    claims = advice.guidance.evidence if advice.guidance else ()
    named = [name for claim in claims for name in claim.sources] or advice.muscle.sources
    cites = (catalogue.sources[name].cite for name in dict.fromkeys(named))
    return Block(_("Sources"), _bullets(cites), (Cut(0, 4), Cut(1, 1), Cut(12, 0)))
