"""What the command line prints: plain lines, the safety questions before any technique."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Guidance, Level, Muscle, Sign, Stretch, TriggerPoint
from guide.core.dose import Caps, point_caps
from guide.core.drawing import Mark
from guide.core.ranking import Candidate
from guide.core.safety import Decision, matches
from guide.i18n import _, n_
from guide.words import (
    class_text,
    condition_text,
    decision_sentences,
    fit_text,
    grade_text,
    level_text,
    muscle_name,
    place_name,
    reason_text,
    side_word,
    strength_word,
)

WIDTH = 88
FIRST = 8  # muscles told with their reasons; the others are named


def flags_of(catalogue: Catalogue, zones: Iterable[str]) -> tuple[str, ...]:
    """Ids of the red flags of `zones`; nobody has answered, so every condition may hold."""
    touched = set(zones)
    return tuple(
        flag.id
        for flag in catalogue.red_flags.values()
        if any(matches(pattern, zone) for pattern in flag.zones for zone in touched)
    )


def zones_of(muscle: Muscle) -> set[str]:
    """The zones that `muscle` lies in, and those of its main pattern."""
    return {*muscle.referral.main, *(zone for point in muscle.points for zone in point.zones)}


def safety(catalogue: Catalogue, zones: Iterable[str]) -> Iterator[str]:
    """The questions of the window on one page: emergencies first, each sign once."""
    yield _("BEFORE ANYTHING IS PRESSED OR STRETCHED")
    yield ""
    yield from _wrapped(
        _(
            "Unknot is for adults: general information and no diagnosis, not reviewed by a"
            " clinician. If you are under 18, ask a clinician together with a parent."
        )
    )
    signs = _signs(catalogue, set(zones))
    for level in Level:
        own = [sign for sign in signs if sign.level is level]
        if own:
            yield ""
            yield level_text(level)
        for condition in sorted({sign.when for sign in own}):  # "" first: whom it always concerns
            if condition:
                yield f"  {condition_text(condition)}"
            for sign in own:
                if sign.when == condition:
                    yield from _bullet(_asked(sign), deeper=bool(condition))
    yield ""
    yield _("Press nothing anywhere until a clinician agrees, with any of these:")
    for entry in catalogue.no_pressure.values():
        yield from _bullet(entry.text)


def found(
    catalogue: Catalogue, marks: tuple[Mark, ...], ranking: tuple[Candidate, ...]
) -> Iterator[str]:
    """The answer to `unknot find`."""
    painted = (f"{place_name(catalogue, m.place)} ({strength_word(m.strength)})" for m in marks)
    yield from _wrapped(_("Where it hurts: {places}.").format(places=", ".join(painted)))
    yield ""
    yield from safety(catalogue, (mark.place.zone for mark in marks))
    yield ""
    yield _("MUSCLES THAT MAY REFER PAIN THERE")
    yield ""
    if not ranking:
        yield from _wrapped(
            _(
                "No muscle in the books refers pain to exactly these areas. Name the"
                " neighbouring areas too, or ask a clinician."
            )
        )
        return
    yield from _wrapped(
        _(
            "Patterns that are commonly described: a tender spot there may contribute. They"
            " are no diagnosis, and tender spots have no fixed places."
        )
    )
    for candidate in ranking[:FIRST]:
        yield ""
        yield from _candidate(catalogue, candidate)
    others = [muscle_name(catalogue.muscles[c.muscle], c.side) for c in ranking[FIRST:]]
    if others:
        yield ""
        yield from _wrapped(_("Less likely: {muscles}.").format(muscles="; ".join(others)))
    yield ""
    yield _("More about one of them: unknot muscle {id}").format(id=ranking[0].muscle)


def muscle_page(
    catalogue: Catalogue,
    muscle: Muscle,
    side: Side,
    guidance: Guidance | None,
    decision: Decision,
) -> Iterator[str]:
    """The answer to `unknot muscle`: cautions, then the questions, then technique."""
    yield f"{muscle_name(muscle, side).upper()} ({muscle.latin}; {class_text(muscle)})"
    if guidance is not None:
        yield ""
        yield _("Take care")
        for caution in guidance.cautions:
            yield from _bullet(caution)
    yield ""
    yield from safety(catalogue, zones_of(muscle))
    yield from _refers(catalogue, muscle, side)
    if decision.reasons:
        yield ""
        yield from _wrapped(" ".join(decision_sentences(catalogue, decision)))
    if guidance is None:
        return
    yield from _section(_("What it does, and how it hurts"), (guidance.summary, *guidance.hurts))
    if guidance.press:
        yield from _steps(_("Find it"), guidance.find)
        yield from _pressing(muscle, guidance, decision.caps)
    for name in guidance.stretches:
        yield from _stretching(catalogue.stretches[name], side)
    yield from _section(_("What keeps it going"), guidance.keeps_going)
    claims = (
        f"{c.text} [{grade_text(c.grade)}: {', '.join(c.sources)}]" for c in guidance.evidence
    )
    yield from _section(_("What is known"), claims)
    yield ""
    yield _("Not reviewed by a clinician.")


def zone_list(catalogue: Catalogue) -> Iterator[str]:
    """The answer to `unknot zones`."""
    width = max(map(len, catalogue.zones))
    for zone in catalogue.zones.values():
        notes = [_("no side")] if zone.midline else []
        notes += [] if zone.on_skin else [_("inside the mouth")]
        yield f"{zone.id:{width}}  {zone.label}" + (f" ({', '.join(notes)})" if notes else "")
    count = len(catalogue.zones)
    yield ""
    yield n_("{count} zone", "{count} zones", count).format(count=count)


def sided(text: str, side: Side) -> str:
    """A sentence of a stretch with its side in words."""
    return text.replace("{side}", side_word(side)).replace("{other}", side_word(side.other))


def _signs(catalogue: Catalogue, zones: set[str]) -> list[Sign]:
    """The signs to print; ``when`` is its own condition, or else that of its flag here."""
    signs: dict[str, Sign] = {}
    for flag in flags_of(catalogue, zones):
        conditions = [
            pattern.partition("?")[2]
            for pattern in catalogue.red_flags[flag].zones
            if any(matches(pattern, zone) for zone in zones)
        ]
        here = "" if "" in conditions else conditions[0]
        for sign in catalogue.red_flags[flag].signs:
            known = signs.get(sign.id)
            if known is None or known.when:  # another flag may ask it of everybody
                signs[sign.id] = replace(sign, when=sign.when or here)
    return list(signs.values())


def _asked(sign: Sign) -> str:
    """A sign with its example, for both are needed to know it again."""
    return f"{sign.text}. {sign.example}" if sign.example else sign.text


def _candidate(catalogue: Catalogue, candidate: Candidate) -> Iterator[str]:
    muscle = catalogue.muscles[candidate.muscle]
    words = (muscle_name(muscle, candidate.side), fit_text(candidate.fit), class_text(muscle))
    yield f"{candidate.rank:2}. {' · '.join(words)}   [{muscle.id}]"
    for reason in candidate.reasons:
        yield from _wrapped(reason_text(catalogue, reason), "      ")


def _refers(catalogue: Catalogue, muscle: Muscle, side: Side) -> Iterator[str]:
    for title, zones in (
        (_("Main pattern"), muscle.referral.main),
        (_("May spill over to"), muscle.referral.spillover),
    ):
        places = (Place(z, Side.MIDLINE if catalogue.zones[z].midline else side) for z in zones)
        if zones:
            yield from _section(title, (place_name(catalogue, place) for place in places))


def _pressing(muscle: Muscle, guidance: Guidance, dose: Caps | None) -> Iterator[str]:
    if dose is None or not guidance.press:
        return
    yield ""
    yield _("Press it")
    yield from _wrapped(guidance.press_note)
    yield from _wrapped(dose_text(dose))
    for point in muscle.points:
        own = point_caps(dose, point)
        if point.self_press and own != dose:
            yield from _wrapped(point_text(point, own))
    for way in guidance.press:
        yield from _steps(way.title or way.tool, way.steps)


def dose_text(dose: Caps) -> str:
    """The dose after every cap, in a sentence."""
    often = (
        n_("at most once a day", "at most {count} times a day", dose.per_day)
        if not dose.days_between
        else _("once every other day")
    )
    return _(
        "Aim at {low} to {high} out of 10, never above {cap}. Hold {short} to {long} seconds,"
        " then rest {pause} to {longest} seconds. {least} to {most} times a spot, at most {spots}"
        " spots, {often}."
    ).format(
        low=dose.discomfort.low,
        high=dose.discomfort.high,
        cap=dose.discomfort_cap,
        short=dose.hold.low,
        long=dose.hold.high,
        pause=dose.rest.low,
        longest=dose.rest.high,
        least=dose.repeats.low,
        most=dose.repeats.high,
        spots=dose.spots,
        often=often.format(count=dose.per_day),
    )


def point_text(point: TriggerPoint, dose: Caps) -> str:
    """The dose of a point that is pressed less than the rest of its muscle."""
    return _(
        "{point}: stay lighter, at {low} to {high} out of 10, never above {cap}, and hold"
        " {longest} seconds at most."
    ).format(
        point=point.label,
        low=dose.discomfort.low,
        high=dose.discomfort.high,
        cap=dose.discomfort_cap,
        longest=dose.hold.high,
    )


def _stretching(stretch: Stretch, side: Side) -> Iterator[str]:
    title = _("Stretch: {name}, {seconds} seconds").format(
        name=stretch.name, seconds=stretch.hold_seconds
    )
    texts = (stretch.start, stretch.move, stretch.feel, stretch.stop)
    yield from _steps(title, tuple(sided(text, side) for text in texts))


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    for item in items:
        yield from _bullet(item)


def _steps(title: str, steps: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield title
    for number, step in enumerate(steps, start=1):
        yield from _wrapped(step, "     ", f"  {number}. ")


def _bullet(text: str, deeper: bool = False) -> list[str]:
    return _wrapped(text, "      ", "    - ") if deeper else _wrapped(text, "    ", "  - ")


def _wrapped(text: str, indent: str = "", first: str | None = None) -> list[str]:
    lead = indent if first is None else first
    return wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent)
