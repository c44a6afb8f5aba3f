"""What fits best: the usual stories, each told by one click, and the way to tell another one."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.core.safety import After, Onset, PainKind
from guide.i18n import _
from guide.ui.choices import ChoiceRow
from guide.ui.controls import label
from guide.ui.look import Look
from guide.ui.requests import MapRequests


class Story(msgspec.Struct, frozen=True):
    """What most people come with, in words and as the answers that it stands for."""

    text: str
    example: str
    onset: Onset
    after: After


class Stories(QWidget):
    """The first question, below the list of what is painted."""

    def __init__(self, look: Look, requests: MapRequests) -> None:
        super().__init__()
        self._requests = requests
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.gap(6))
        lines.addWidget(label(_("What fits best?"), "heading"))
        lines.addWidget(label(_("First paint everything that hurts; then choose one."), "quiet"))
        lines.addSpacing(look.gap(4))
        self.rows: list[ChoiceRow] = [
            _StoryRow(look, story, self._tell) for story in usual_stories()
        ]
        injury = ChoiceRow(look, _("After a fall, a blow or another injury"))
        injury.clicked.connect(self._after_injury)
        other = ChoiceRow(
            look, _("Something else: tell more"), _("Such as sharp, burning, numb or tingling.")
        )
        other.clicked.connect(requests.ask)
        self.rows += [injury, other]
        for made in self.rows:
            made.setAccessibleDescription(_("What fits best?"))
            lines.addWidget(made)

    def _tell(self, story: Story) -> None:
        self._requests.tell.emit(story.onset, story.after, frozenset({PainKind.ACHE}))

    @Slot()
    def _after_injury(self) -> None:
        """An injury may come with anything: how it feels is asked, never taken for granted."""
        self._requests.after.emit(After.FALL)


def usual_stories() -> tuple[Story, ...]:
    """Aches without an injury."""
    return (
        Story(
            _("Aching or stiff, since today or some days"),
            _("Nothing special happened."),
            Onset.DAYS,
            After.NOTHING,
        ),
        Story(
            _("Aching or stiff, for weeks or longer"),
            _("Nothing special happened."),
            Onset.WEEKS,
            After.NOTHING,
        ),
        Story(
            _("Aching or stiff for some days, after effort"),
            _("Such as lifting, sport, or holding still for long."),
            Onset.DAYS,
            After.EFFORT,
        ),
    )


class _StoryRow(ChoiceRow):
    """A story; choosing it tells it."""

    def __init__(self, look: Look, story: Story, tell: Callable[[Story], None]) -> None:
        super().__init__(look, story.text, story.example)
        self._story, self._tell = story, tell
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._tell(self._story)
