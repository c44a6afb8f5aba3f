"""A few entries that ask for everything an entry can ask for, in the place of the real ones."""

from datetime import date

from msgspec.structs import replace

from guide.core.catalogue import Catalogue
from guide.core.safety.profile import TOLD_TO_STOP
from guide.core.safety_facts import Asks, ProfileEntry, ProfileGroup

TODAY = date(2026, 11, 22)


def with_samples(catalogue: Catalogue) -> Catalogue:
    """``catalogue`` with two groups, one of which has more entries than fit on a screen."""
    stopped = catalogue.profile_entries[TOLD_TO_STOP]
    entries = [
        entry("thin_blood", "blood"),
        entry("veins", "blood", Asks.PLACES),
        replace(stopped, group="blood"),
        entry("shot", "recent", Asks.PLACES_AND_DATE, 96),
        entry("needles", "recent", Asks.DATE, 48),
        *[entry(f"other_{number}", "recent") for number in range(8)],
    ]
    return replace(
        catalogue,
        profile_groups={
            "blood": ProfileGroup("blood", "Blood", "Such as thin blood"),
            "recent": ProfileGroup("recent", "Something recent", "Such as a shot"),
        },
        profile_entries={each.id: each for each in entries},
    )


def entry(
    name: str, group: str, asks: Asks = Asks.NOTHING, hours: int | None = None
) -> ProfileEntry:
    """An entry whose texts tell its name."""
    return ProfileEntry(
        id=name,
        group=group,
        text=f"{name}: text",
        example=f"{name}: example",
        effect=f"{name}: effect",
        what_to_do=f"{name}: what to do",
        asks=asks,
        hours=hours,
        sources=(),
        confidence="bg/high",
    )
