"""What the person told about themselves: held, kept in the journal, and said to all at once."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from guide.core.safety.profile import TOLD_TO_STOP, Profile, ProfileItem
from guide.journal.errors import JournalError


class ProfileJournal(Protocol):
    """The part of the journal that keeps the profile; every method may raise `JournalError`."""

    def profile(self) -> Profile:
        """What is kept."""

    def save_profile(self, profile: Profile) -> None:
        """Keep ``profile`` in the place of the one before."""


class ProfilePresenter(QObject):
    """Holds the `Profile`; requests in, `changed` out.

    After a grave stop of a session the entry `TOLD_TO_STOP` stays in every profile until a
    clinician has looked at it: no other answer takes it out.
    """

    changed = Signal(object)  # Profile
    failed = Signal(str)  # one sentence: what was told holds for now, but could not be kept

    def __init__(self, wall: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wall = wall
        self._journal: ProfileJournal | None = None
        self.profile = Profile()

    def use_journal(self, journal: ProfileJournal) -> None:
        """Go on with what ``journal`` keeps; what was told before it was open counts too."""
        self._journal = journal
        told = self.profile
        self.refresh()
        if told != Profile():
            items = dict.fromkeys((*self.profile.items, *told.items))
            self._keep(replace(told, items=tuple(items)))

    @Slot()
    def refresh(self) -> None:
        """Read the journal again: everything in it may have been deleted."""
        if self._journal is None:
            return
        try:
            self._set(self._journal.profile())
        except JournalError as error:
            self.failed.emit(str(error))

    @Slot(object)
    def keep(self, profile: Profile) -> None:
        """The person told ``profile``."""
        stops = tuple(item for item in self.profile.items if item.entry == TOLD_TO_STOP)
        others = tuple(item for item in profile.items if item.entry != TOLD_TO_STOP)
        self._keep(replace(profile, items=(*stops, *others)))

    @Slot(str)
    def stop(self, _reason: str) -> None:
        """A session was stopped for a grave reason (an id): nothing is done until it is seen."""
        if any(item.entry == TOLD_TO_STOP for item in self.profile.items):
            return
        stop = ProfileItem(TOLD_TO_STOP, since=f"{self._wall():%Y-%m-%d}")
        self._keep(replace(self.profile, items=(stop, *self.profile.items)))

    @Slot()
    def clinician_has_looked(self) -> None:
        """A clinician has looked at what led to the grave stop."""
        others = tuple(item for item in self.profile.items if item.entry != TOLD_TO_STOP)
        self._keep(replace(self.profile, items=others))

    @Slot()
    def forget(self) -> None:
        """Everything that was told is taken back; what a grave stop left stays."""
        self.keep(Profile())

    def _keep(self, profile: Profile) -> None:
        if profile == self.profile:
            return
        self._set(profile)
        if self._journal is None:
            return
        try:
            self._journal.save_profile(profile)
        except JournalError as error:
            self.failed.emit(str(error))

    def _set(self, profile: Profile) -> None:
        self.profile = profile
        self.changed.emit(profile)
