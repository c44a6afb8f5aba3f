"""What the command line prints: plain lines, the safety questions before any technique."""

import os
from collections.abc import Iterable, Iterator

from guide.cli.layout import bullet, claim_line, section, steps, wrapped
from guide.core.advice import Advice
from guide.core.anatomy import Place, Side
from guide.core.catalogue import (
    Catalogue,
    Guidance,
    Level,
    Muscle,
    PressWay,
    Stretch,
)
from guide.core.dose import SESSION_CAP
from guide.core.drawing import Mark
from guide.core.links import plain
from guide.core.ranking import Candidate
from guide.core.safety import Decision, Profile
from guide.i18n import _, n_, territory
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
    fit_text,
    level_text,
    muscle_name,
    place_name,
    reason_text,
    strength_word,
    way_text,
    way_title,
)

FIRST = 8  # muscles told with their reasons; the others are named


def safety(catalogue: Catalogue, zones: Iterable[str]) -> Iterator[str]:
    """The questions of the window on one page: emergencies first, each sign once."""
    yield _("BEFORE ANYTHING IS PRESSED OR STRETCHED")
    yield ""
    yield from wrapped(
        _(
            "Unknot is for adults: general information and no diagnosis, not reviewed by a"
            " clinician. If you are under 18, ask a clinician together with a parent."
        )
    )
    signs = signs_of(catalogue, set(zones))
    local = catalogue.emergency_numbers.get(territory(os.environ))
    numbers = (local.number, *local.also) if local else ()
    for level in Level:
        own = [sign for sign in signs if sign.level is level]
        if own:
            yield ""
            yield level_text(level, numbers)
        for condition in sorted({sign.when for sign in own}):  # "" first: whom it always concerns
            if condition:
                yield f"  {condition_text(condition)}"
            for sign in own:
                if sign.when == condition:
                    yield from bullet(asked(sign), deeper=bool(condition))
    yield ""
    yield _("Press nothing anywhere until a clinician agrees, with any of these:")
    for entry in catalogue.no_pressure.values():
        yield from bullet(entry.text)
    for lasting in to_tell(catalogue):
        if lasting.no_pressure:
            yield from bullet(asked(lasting))


def about_you(catalogue: Catalogue, profile: Profile | None) -> Iterator[str]:
    """What is taken into account about the person, and what follows from it."""
    yield ""
    yield _("ABOUT YOU")
    yield ""
    if profile is None:
        yield from wrapped(
            _(
                "No profile was named, so nothing about you is taken into account. If any of"
                " these is true of you, name it with --with ENTRY,... or --profile FILE, or ask"
                " a clinician first. How they are named: unknot profile list"
            )
        )
        for entry in to_tell(catalogue):
            if not entry.no_pressure:
                yield from bullet(entry.text)
    elif not profile.items:
        yield from wrapped(_("Nothing in your profile changes what is shown."))
    for item in profile.items if profile else ():
        entry = catalogue.profile_entries[item.entry]
        places = sorted(place_name(catalogue, place) for place in item.places)
        details = [item.since] * bool(item.since) + [", ".join(places)] * bool(places)
        yield from bullet(f"{entry.text}" + (f" ({'; '.join(details)})" if details else ""))
        for sentence in (entry.effect, entry.what_to_do):
            yield from wrapped(sentence, "    ")


def found(
    catalogue: Catalogue,
    marks: tuple[Mark, ...],
    ranking: tuple[tuple[Candidate, Decision], ...],
    profile: Profile | None,
) -> Iterator[str]:
    """The answer to `unknot find`."""
    painted = (f"{place_name(catalogue, m.place)} ({strength_word(m.strength)})" for m in marks)
    yield from wrapped(_("Where it hurts: {places}.").format(places=", ".join(painted)))
    yield ""
    yield from safety(catalogue, (mark.place.zone for mark in marks))
    yield from about_you(catalogue, profile)
    yield ""
    yield _("MUSCLES THAT MAY REFER PAIN THERE")
    yield ""
    if not ranking:
        yield from wrapped(
            _(
                "No muscle in the books refers pain to exactly these areas. Name the"
                " neighbouring areas too, or ask a clinician."
            )
        )
        return
    yield from wrapped(
        _(
            "Patterns that are commonly described: a tender spot there may contribute. They"
            " are no diagnosis, and tender spots have no fixed places."
        )
    )
    for candidate, decision in ranking[:FIRST]:
        yield ""
        yield from _candidate(catalogue, candidate, decision)
    others = [muscle_name(catalogue.muscles[c.muscle], c.side) for c, _decided in ranking[FIRST:]]
    if others:
        yield ""
        yield from wrapped(_("Less likely: {muscles}.").format(muscles="; ".join(others)))
    yield ""
    first = next((each for each, decided in ranking if decided.allowed), ranking[0][0])
    yield _("More about one of them: unknot muscle {id}").format(id=first.muscle)


def muscle_page(catalogue: Catalogue, advice: Advice, profile: Profile | None) -> Iterator[str]:
    """The answer to `unknot muscle`: cautions, then the questions, then what is allowed."""
    muscle, side, guidance = advice.muscle, advice.side, advice.guidance
    yield f"{muscle_name(muscle, side).upper()} ({muscle.latin}; {class_text(muscle)})"
    if guidance is not None:
        yield from section(_("Take care"), guidance.cautions)
    yield ""
    yield from safety(catalogue, zones_of(muscle))
    yield from about_you(catalogue, profile)
    yield from _refers(catalogue, muscle, side)
    if advice.press.reasons:
        yield from section(_("About pressing"), decision_sentences(catalogue, advice.press))
    for decision in advice.stretches:
        yield from section(_("About stretching"), decision_sentences(catalogue, decision))
    if guidance is None:
        return
    does = (plain(guidance.summary), *guidance.hurts)
    yield from section(_("What it does, and how it hurts"), does)
    if guidance.press:
        yield from steps(_("Find it"), guidance.find)
        yield from _pressing(guidance, advice)
        yield from _stroking(guidance, advice)
    elif guidance.helpers:
        yield from section(_("Why it is left alone"), (plain(guidance.press_note),))
        yield from section(_("Who can help"), guidance.helpers)
    yield from _moving(catalogue, guidance, side)
    yield from section(_("What keeps it going"), guidance.keeps_going)
    yield from section(_("What is known"), map(claim_line, guidance.evidence))
    yield ""
    yield _("Not reviewed by a clinician.")


def profile_list(catalogue: Catalogue) -> Iterator[str]:
    """The answer to `unknot profile list`."""
    for group in catalogue.profile_groups.values():
        yield group.text.upper()
        for entry in catalogue.profile_entries.values():
            if entry.group == group.id:
                yield ""
                yield f"  {entry.id}"
                yield from wrapped(asked(entry), "    ")
                yield from wrapped(_("Then: {effect}").format(effect=entry.effect), "    ")
        yield ""
    count = len(catalogue.profile_entries)
    yield n_("{count} entry", "{count} entries", count).format(count=count)


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


def _candidate(catalogue: Catalogue, candidate: Candidate, decision: Decision) -> Iterator[str]:
    muscle = catalogue.muscles[candidate.muscle]
    words = (muscle_name(muscle, candidate.side), fit_text(candidate.fit), class_text(muscle))
    yield f"{candidate.rank:2}. {' · '.join(words)}   [{muscle.id}]"
    for reason in candidate.reasons:
        yield from wrapped(reason_text(catalogue, reason), "      ")
    if decision.reasons:
        why = " ".join(decision_sentences(catalogue, decision))
        said = _("Not pressed: {why}") if not decision.allowed else _("Limited: {why}")
        yield from wrapped(said.format(why=why), "      ")


def _refers(catalogue: Catalogue, muscle: Muscle, side: Side) -> Iterator[str]:
    for title, zones in (
        (_("Main pattern"), muscle.referral.main),
        (_("May spill over to"), muscle.referral.spillover),
    ):
        places = (Place(z, Side.MIDLINE if catalogue.zones[z].midline else side) for z in zones)
        if zones:
            yield from section(title, (place_name(catalogue, place) for place in places))


def _pressing(guidance: Guidance, advice: Advice) -> Iterator[str]:
    dose = advice.press.caps
    if dose is None:
        return
    yield ""
    yield _("Press it")
    yield from wrapped(plain(guidance.press_note))
    yield from wrapped(dose_text(dose))
    if dose.total < SESSION_CAP:
        yield from wrapped(total_text(dose))
    yield from wrapped(_("The journal is not read here: count yourself what you did today."))
    for point, own in advice.points:
        if (own.discomfort_cap, own.hold) != (dose.discomfort_cap, dose.hold):
            yield from wrapped(point_text(point, own))
    for way in guidance.press:
        yield from _way(way, advice)


def _way(way: PressWay, advice: Advice) -> Iterator[str]:
    """A way to press, with its own limit where it has one."""
    limits = advice.press.caps
    own = way_text(advice.ways[way], limits) if limits is not None else ""
    yield from steps(way_title(way), way.steps, own)


def _stroking(guidance: Guidance, advice: Advice) -> Iterator[str]:
    if guidance.stroke_note:
        yield ""
        yield _("Stroke it")
        yield from wrapped(plain(guidance.stroke_note))
    for way in guidance.stroke:
        yield from _way(way, advice)


def _moving(catalogue: Catalogue, guidance: Guidance, side: Side) -> Iterator[str]:
    """Stretches and movements; a note says why there are none, or what goes before them."""
    if guidance.stretch_note:
        yield from section(_("Stretch it"), (plain(guidance.stretch_note),))
    for name in guidance.stretches:
        yield from _stretching(catalogue.stretches[name], side)
    movements = [catalogue.movements[name] for name in guidance.movements]
    if movements:
        notes = (plain(guidance.move_note),) if guidance.move_note else ()
        told = (f"{movement.name}. {movement.text}" for movement in movements)
        yield from section(_("Move it"), (*notes, *told))


def _stretching(stretch: Stretch, side: Side) -> Iterator[str]:
    title = _("Stretch: {name}, {seconds} seconds").format(
        name=stretch.name, seconds=stretch.hold_seconds
    )
    texts = (stretch.start, stretch.move, stretch.feel, stretch.stop)
    yield from steps(title, tuple(sided(text, side) for text in texts))
