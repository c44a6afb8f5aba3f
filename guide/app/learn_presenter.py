"""Requests of the pages to read in, one frozen state out; technique only as the map gives it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from guide.app.learn import Address, Page, Trail, gone_back, gone_on, gone_to, instead
from guide.app.map_state import Advice, MapState, Panel
from guide.core.anatomy import Chosen, Side
from guide.core.catalogue import Catalogue, Guidance
from guide.core.lessons import Lesson, Term
from guide.core.search import Found
from guide.core.usage import Use, uses


class Finder(Protocol):
    """What is searched."""

    def find(self, words: str) -> tuple[Found, ...]:
        """What fits ``words``, best first."""

    def nearest(self, words: str) -> tuple[str, ...]:
        """Known words that are spelt alike."""


class Books(msgspec.Struct, frozen=True):
    """Where what is read comes from; each is asked when it is needed."""

    lessons: Callable[[], dict[str, Lesson]]
    glossary: Callable[[], dict[str, Term]]
    guidance: Callable[[str], Guidance | None]
    drawing: Callable[[str], str | bytes]  # an SVG template, or a picture of a pack; "" is none
    index: Callable[[], Finder]


class Advising(Protocol):
    """What the map knows of a muscle in this visit."""

    state: MapState

    def advise(self, chosen: Chosen) -> Advice | None:
        """What is said about a muscle now; None while that is not known."""


class Barrier(StrEnum):
    """Why no technique is shown."""

    NONE = ""  # what is allowed is shown, with its own reasons
    NEVER = "never"  # nobody presses this muscle alone
    PAINT = "paint"  # nothing is painted
    ASK = "ask"  # questions are open
    CLOSED = "closed"  # something speaks against everything


class Told(msgspec.Struct, frozen=True):
    """What is told about a muscle; ``guidance`` has nothing in it that may not be done now."""

    chosen: Chosen
    guidance: Guidance | None
    barrier: Barrier
    advice: Advice | None = None


class LearnState(msgspec.Struct, frozen=True):
    """Where one is, and what is known there that is not in the books."""

    trail: Trail
    told: Told | None = None  # of a muscle's page
    used: dict[str, tuple[Use, ...]] = {}  # of the sources' page
    found: tuple[Found, ...] = ()  # of the search
    nearest: tuple[str, ...] = ()  # where nothing was found

    @property
    def here(self) -> Address:
        """The page that is shown."""
        return self.trail.here


class LearnPresenter(QObject):
    """Holds the trail through the pages; asks the map what may be said about a muscle."""

    changed = Signal(object)  # LearnState

    def __init__(
        self, catalogue: Catalogue, books: Books, known: Advising, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._books, self._known = catalogue, books, known
        self._used: dict[str, tuple[Use, ...]] | None = None  # once asked for
        self.state = LearnState(Trail(Address(Page.LESSONS)))

    @Slot(object)
    def open(self, address: Address) -> None:
        """Go to a page; one that nothing is known of leads to its list."""
        self._go(gone_to(self.state.trail, self._existing(address)))

    @Slot()
    def back(self) -> None:
        """To the page before."""
        self._go(gone_back(self.state.trail))

    @Slot()
    def forward(self) -> None:
        """On again, after going back."""
        self._go(gone_on(self.state.trail))

    @Slot(str)
    def search(self, words: str) -> None:
        """Look for ``words``; the page of the search remembers them."""
        address = Address(Page.SEARCH, words)
        searching = self.state.here.page is Page.SEARCH
        self._go((instead if searching else gone_to)(self.state.trail, address))

    @Slot(object)
    def turn_to(self, side: Side) -> None:
        """The same muscle on the other side."""
        trail = self.state.trail
        self._go(instead(trail, msgspec.structs.replace(trail.here, side=side)))

    @Slot()
    def refresh(self) -> None:
        """The answers or the journal may have changed what may be said."""
        self._go(self.state.trail)

    def _go(self, trail: Trail) -> None:
        here = trail.here
        told = self._told(Chosen(here.id, here.side)) if here.page is Page.MUSCLE else None
        used = self._uses() if here.page is Page.SOURCES else {}
        found, nearest = self._search(here.id) if here.page is Page.SEARCH else ((), ())
        state = LearnState(trail, told, used, found, nearest)
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def _existing(self, address: Address) -> Address:
        known: dict[Page, Callable[[], object]] = {
            Page.MUSCLE: lambda: self._catalogue.muscles,
            Page.ZONE: lambda: self._catalogue.zones,
            Page.LESSON: self._books.lessons,
        }
        lists = {Page.MUSCLE: Page.MUSCLES, Page.ZONE: Page.ZONES, Page.LESSON: Page.LESSONS}
        if address.page in known:
            found = known[address.page]()
            if not isinstance(found, dict) or address.id not in found:
                return Address(lists[address.page])
        return address

    def _search(self, words: str) -> tuple[tuple[Found, ...], tuple[str, ...]]:
        if not words.strip():
            return (), ()
        index = self._books.index()
        found = index.find(words)
        return found, () if found else index.nearest(words)

    def _uses(self) -> dict[str, tuple[Use, ...]]:
        if self._used is None:
            lessons = self._books.lessons().values()
            read = (self._books.guidance(name) for name in sorted(self._catalogue.guided))
            self._used = uses(self._catalogue, lessons, (each for each in read if each))
        return self._used

    def _told(self, chosen: Chosen) -> Told:
        muscle, whole = self._catalogue.muscles[chosen.muscle], self._books.guidance(chosen.muscle)
        advice = self._known.advise(chosen)
        if advice is not None:
            barrier = Barrier.NONE if muscle.may_be_pressed else Barrier.NEVER
            return Told(chosen, advice.guidance, barrier, advice)
        state = self._known.state
        barrier = Barrier.ASK
        if not muscle.may_be_pressed:
            barrier = Barrier.NEVER
        elif state.panel is Panel.CLOSED or state.findings.verdict.map_closed:
            barrier = Barrier.CLOSED
        elif not state.intent.drawing.marks:
            barrier = Barrier.PAINT
        return Told(chosen, whole and explained(whole), barrier)


def explained(guidance: Guidance) -> Guidance:
    """``guidance`` without anything that is done: what it is, why, and what to take care of."""
    return msgspec.structs.replace(
        guidance,
        find=(),
        press=(),
        press_note="" if guidance.press else guidance.press_note,
        stroke=(),
        stroke_note="",
        stretches=(),
        stretch_note="",
        movements=(),
        move_note="",
    )
