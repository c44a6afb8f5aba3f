"""What can be read: where one is, the way back, and what may be said there now."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Side


class Page(StrEnum):
    """The kinds of pages of Learn."""

    LESSONS = "lessons"
    LESSON = "lesson"
    MUSCLES = "muscles"
    MUSCLE = "muscle"
    ZONES = "zones"
    ZONE = "zone"
    TERMS = "terms"
    SOURCES = "sources"
    SEARCH = "search"


SHELVES = (Page.LESSONS, Page.MUSCLES, Page.ZONES, Page.TERMS, Page.SOURCES)
"""The lists that one can always go to."""


class Address(msgspec.Struct, frozen=True):
    """A page; ``id`` is what it is about, or what a list goes to; ``side`` counts for muscles."""

    page: Page
    id: str = ""
    side: Side = Side.RIGHT


class Trail(msgspec.Struct, frozen=True):
    """Where one is, and the pages before and after it."""

    here: Address
    behind: tuple[Address, ...] = ()
    ahead: tuple[Address, ...] = ()


LONGEST = 100  # pages that a trail remembers


def linked(kind: str, id_: str) -> Address:
    """Where a link of the content leads (see `guide.core.links`)."""
    if kind == "term":
        return Address(Page.TERMS, id_)
    if kind == "source":
        return Address(Page.SOURCES, id_)
    return Address(Page(kind), id_)


def gone_to(trail: Trail, address: Address) -> Trail:
    """The trail after opening ``address``."""
    if address == trail.here:
        return trail
    return Trail(address, (*trail.behind, trail.here)[-LONGEST:])


def gone_back(trail: Trail) -> Trail:
    """The trail one page back; the same where there is none."""
    if not trail.behind:
        return trail
    return Trail(trail.behind[-1], trail.behind[:-1], (trail.here, *trail.ahead))


def gone_on(trail: Trail) -> Trail:
    """The trail one page on again; the same where there is none."""
    if not trail.ahead:
        return trail
    return Trail(trail.ahead[0], (*trail.behind, trail.here), trail.ahead[1:])


def instead(trail: Trail, address: Address) -> Trail:
    """The trail with ``address`` in the place of where one is."""
    return msgspec.structs.replace(trail, here=address)
