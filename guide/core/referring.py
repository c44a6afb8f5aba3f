"""Which muscles may refer pain to a zone, and what of the guard's facts belongs to it."""

import msgspec

from guide.core.catalogue import Catalogue, Level, Sign
from guide.core.safety import matches
from guide.core.safety_facts import DangerZone


class Referring(msgspec.Struct, frozen=True):
    """Ids of muscles: those of whose main pattern a zone is, and those that may spill over."""

    main: tuple[str, ...]
    spillover: tuple[str, ...]


def referring(catalogue: Catalogue, zone: str) -> Referring:
    """The muscles that refer to ``zone``: as the guides name them, then by name."""
    ranks = {row.muscle: row.rank for row in catalogue.guide_order if row.zone == zone}

    def order(muscle: str) -> tuple[float, str]:
        return ranks.get(muscle, float("inf")), catalogue.muscles[muscle].name

    found = catalogue.muscles.values()
    return Referring(
        tuple(sorted((each.id for each in found if zone in each.referral.main), key=order)),
        tuple(sorted((each.id for each in found if zone in each.referral.spillover), key=order)),
    )


def signs_of(catalogue: Catalogue, zone: str) -> dict[Level, tuple[Sign, ...]]:
    """The warning signs that are asked for ``zone``, each once, the gravest level first."""
    found: dict[str, Sign] = {}
    gravest = list(Level)
    for flag in catalogue.red_flags.values():
        if any(matches(pattern.partition("?")[0], zone) for pattern in flag.zones):
            for sign in flag.signs:
                known = found.get(sign.id, sign)
                found[sign.id] = min(known, sign, key=lambda each: gravest.index(each.level))
    return {
        level: signs
        for level in Level
        if (signs := tuple(sign for sign in found.values() if sign.level is level))
    }


def dangers_of(catalogue: Catalogue, zone: str) -> tuple[DangerZone, ...]:
    """What lies under ``zone`` that must not be pressed."""
    return tuple(
        danger
        for danger in catalogue.danger_zones.values()
        if any(matches(pattern, zone) for pattern in danger.zones)
    )
