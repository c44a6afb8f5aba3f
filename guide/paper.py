"""Sentences of the card and the terminal: what is asked before any pressing, and the dose."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Muscle, Range, Sign, TriggerPoint
from guide.core.dose import Caps
from guide.core.safety import TOLD_TO_STOP, matches
from guide.core.safety_facts import ProfileEntry
from guide.i18n import _, n_
from guide.words import side_word


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


def signs_of(catalogue: Catalogue, zones: set[str]) -> list[Sign]:
    """The signs of ``zones``, each once; ``when`` is its own condition, or that of its flag."""
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


def to_tell(catalogue: Catalogue) -> Iterator[ProfileEntry]:
    """The entries that a person can tell; one is set by the program alone."""
    return (e for e in catalogue.profile_entries.values() if e.id != TOLD_TO_STOP)


def asked(sign: Sign | ProfileEntry) -> str:
    """A line with its example, for both are needed to know it again."""
    return f"{sign.text}. {sign.example}" if sign.example else sign.text


def dose_text(dose: Caps) -> str:
    """The dose after every cap, in a few sentences."""
    return _(
        "Aim at {aim} out of 10, never above {cap}. Hold {hold} seconds, then rest {rest} seconds."
        " {repeats} times a spot, at most {spots} spots, {often}."
    ).format(
        aim=_span(dose.discomfort),
        cap=dose.discomfort_cap,
        hold=_span(dose.hold),
        rest=_span(dose.rest),
        repeats=_span(dose.repeats),
        spots=dose.spots,
        often=_often(dose),
    )


def _often(dose: Caps) -> str:
    if dose.days_between == 1:
        return _("once every other day")
    if dose.days_between:
        return _("once in {days} days").format(days=dose.days_between + 1)
    often = n_("at most once a day", "at most {count} times a day", dose.per_day)
    return often.format(count=dose.per_day)


def _span(values: Range) -> str:
    if values.low == values.high:
        return str(values.high)
    return _("{low} to {high}").format(low=values.low, high=values.high)


def total_text(dose: Caps) -> str:
    """How long a session may be, where less is allowed than to everybody."""
    minutes = max(1, dose.total // 60)
    return n_(
        "All in all press {count} minute at most.",
        "All in all press {count} minutes at most.",
        minutes,
    ).format(count=minutes)


def point_text(point: TriggerPoint, dose: Caps) -> str:
    """The dose of a point that is pressed less than the rest of its muscle."""
    return _(
        "{point}: stay lighter, at {aim} out of 10, never above {cap}, and hold"
        " {longest} seconds at most."
    ).format(
        point=point.label,
        aim=_span(dose.discomfort),
        cap=dose.discomfort_cap,
        longest=dose.hold.high,
    )


def sided(text: str, side: Side) -> str:
    """A sentence of a stretch with its side in words."""
    return text.replace("{side}", side_word(side)).replace("{other}", side_word(side.other))
