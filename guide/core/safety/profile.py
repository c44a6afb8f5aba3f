"""What a person says about themselves once: ages, lasting conditions, treatments by others."""

from datetime import date, timedelta

import msgspec

from guide.core.anatomy import Place
from guide.core.answers import Answers
from guide.core.catalogue import Catalogue

TOLD_TO_STOP = "told_to_stop"  # the entry that a grave stop of a session adds


class ProfileItem(msgspec.Struct, frozen=True):
    """An entry of the catalogue that applies, where, and since which day."""

    entry: str
    places: frozenset[Place] = frozenset()
    since: str = ""  # ISO date; "" is not known


class Profile(msgspec.Struct, frozen=True):
    """What the program knows about the person; it never leaves the machine."""

    adult: bool | None = None
    fifty_or_over: bool | None = None
    items: tuple[ProfileItem, ...] = ()
    asked: bool = False  # the screen "About you" was answered


def counts(item: ProfileItem, catalogue: Catalogue, today: date) -> bool:
    """Whether ``item`` still counts on ``today``: all do, but for treatments that are over.

    The hour of a treatment is not known, so it is taken to have been at the end of its day. A
    day that is missing, cannot be read or lies ahead counts, and so does an unknown entry.
    """
    entry = catalogue.profile_entries.get(item.entry)
    if entry is None or entry.hours is None:
        return True
    try:
        since = date.fromisoformat(item.since)
    except ValueError:
        return True
    return today <= since + timedelta(days=-(-entry.hours // 24))


def with_ages(answers: Answers, profile: Profile) -> Answers:
    """``answers`` with the ages of ``profile``, which is asked for them once."""
    return msgspec.structs.replace(
        answers, adult=profile.adult, fifty_or_over=profile.fifty_or_over
    )
