"""A profile from outside, by a file or by words: every slip is one sentence.

A file holds a profile as the journal's export does (`guide.journal.export`), alone or inside the
whole export. In words it is ENTRY[@PLACE[@SIDE]]...,...: a place is a zone or the first part of
zones' names, and without a side both are meant.
"""

from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from guide.cli.slips import Misuse, unknown
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety_facts import Asks, ProfileEntry
from guide.i18n import _

LARGEST = 1_000_000  # bytes of a file
SIDES = (Side.LEFT.value, Side.RIGHT.value)


def read_profile(catalogue: Catalogue, file: str | None, words: str | None) -> Profile | None:
    """What ``file`` and ``words`` say together; None when neither is given. Raises `Misuse`."""
    if file is None and words is None:
        return None
    profile = Profile() if file is None else from_file(catalogue, Path(file))
    items = () if words is None else from_words(catalogue, words)
    return replace(profile, items=(*profile.items, *items))


def from_file(catalogue: Catalogue, path: Path) -> Profile:
    """The profile in ``path``. Raises `Misuse`."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        why = getattr(error, "strerror", None) or str(error)
        raise Misuse(_("{file} cannot be read: {why}.").format(file=path, why=why)) from error
    if len(content) > LARGEST:
        raise Misuse(
            _(
                '{file} is larger than 1 MB. Of a large export name its part "profile" alone.'
            ).format(file=path)
        )
    try:
        profile = _decoded(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, _Strange) as error:
        text = _("{file} is no profile as Unknot exports it: {why}.")
        why = _("it is nested too deeply") if isinstance(error, RecursionError) else str(error)
        raise Misuse(text.format(file=path, why=why)) from error
    for item in profile.items:
        _check(catalogue, item)
    return profile


def from_words(catalogue: Catalogue, words: str) -> tuple[ProfileItem, ...]:
    """The items that ``words`` name. Raises `Misuse`."""
    return tuple(_item(catalogue, each.strip()) for each in words.split(","))


class _Strange(Exception):
    """JSON that is no profile; the text says why, as the end of a sentence."""


def _decoded(content: bytes) -> Profile:
    raw = msgspec.json.decode(content)
    if isinstance(raw, dict) and "format" in raw:
        raw = raw.get("profile")
    if not isinstance(raw, dict) or not isinstance(raw.get("items"), list):
        raise _Strange(_("it has no list of items"))
    for fields, known in (
        (raw, Profile.__struct_fields__),
        *((item, ProfileItem.__struct_fields__) for item in raw["items"]),
    ):
        strange = sorted(set(fields) - set(known)) if isinstance(fields, dict) else ()
        if strange:
            raise _Strange(_("nothing in it is called {field}").format(field=strange[0]))
    return msgspec.convert(raw, Profile)


def _check(catalogue: Catalogue, item: ProfileItem) -> None:
    """Refuse what no rule would find again."""
    _entry(catalogue, item.entry)
    for place in sorted(item.places, key=str):
        zone = catalogue.zones.get(place.zone)
        if zone is None:
            raise _no_place(catalogue, place.zone)
        if zone.midline is not (place.side is Side.MIDLINE):
            text = _("{zone} cannot lie on the side {side}.")
            raise Misuse(text.format(zone=place.zone, side=place.side.value))
    try:
        date.fromisoformat(item.since or "2000-01-01")
    except ValueError as error:
        text = _("The day of {entry} must be written as 2026-11-22, or left empty.")
        raise Misuse(text.format(entry=item.entry)) from error


def _item(catalogue: Catalogue, words: str) -> ProfileItem:
    name, *rest = words.split("@")
    if not name:
        raise Misuse(_("An entry is missing: name one, such as --with blood_thinners"))
    entry = _entry(catalogue, name)
    if rest and entry.asks not in (Asks.PLACES, Asks.PLACES_AND_DATE):
        text = _("{entry} concerns no place of its own: leave @{place} out.")
        raise Misuse(text.format(entry=name, place=rest[0]))
    places: set[Place] = set()
    while rest:
        where = rest.pop(0)
        sides = [Side(rest.pop(0))] if rest and rest[0] in SIDES else [Side.LEFT, Side.RIGHT]
        places |= _places(catalogue, where, sides)
    return ProfileItem(name, frozenset(places))


def _entry(catalogue: Catalogue, name: str) -> ProfileEntry:
    entry = catalogue.profile_entries.get(name)
    if entry is None:
        text, all_listed = _("There is no entry {id}."), _("All are listed by: unknot profile list")
        raise unknown(text, name, catalogue.profile_entries, all_listed)
    return entry


def _places(catalogue: Catalogue, where: str, sides: list[Side]) -> set[Place]:
    """The places of a zone, or of all zones whose names begin with ``where`` and a dot."""
    zones = [zone for zone in catalogue.zones.values() if f"{zone.id}.".startswith(f"{where}.")]
    if not zones:
        raise _no_place(catalogue, where)
    return {
        Place(zone.id, side)
        for zone in zones
        for side in ([Side.MIDLINE] if zone.midline else sides)
    }


def _no_place(catalogue: Catalogue, where: str) -> Misuse:
    areas = dict.fromkeys(zone.partition(".")[0] for zone in catalogue.zones)
    text, all_listed = _("There is no zone {id}."), _("All are listed by: unknot zones")
    return unknown(text, where, (*areas, *catalogue.zones), all_listed)
