"""Why something is closed or limited, in words, what to do about it, and the way back."""

from collections.abc import Iterable
from enum import Enum

import msgspec
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton

from guide.core.catalogue import Catalogue, Level
from guide.i18n import _
from guide.ui.controls import button, column, frame, label
from guide.ui.flow import FlowLayout
from guide.ui.look import Look
from guide.ui.requests import MapRequests
from guide.words import reason_sentence, what_to_do


class Said(Enum):
    """Where the person said what a reason follows from, and so where it is changed."""

    NOW = "now"  # in this visit: it can be taken back
    ABOUT = "about"  # on the page about the person
    NOWHERE = "nowhere"  # it is a fact about the muscle, or follows from what was done


class Why(msgspec.Struct, frozen=True):
    """A reason in words."""

    id: str
    text: str
    what_to_do: str
    said: Said
    level: Level | None = None


def explain(catalogue: Catalogue, reason: str) -> Why:
    """The words of a reason of a `Verdict` or a `Decision`."""
    said, level = Said.NOWHERE, _level(catalogue, reason)
    asked = {"child", *catalogue.no_pressure, *catalogue.stop_reasons}
    if level is not None or reason in asked:
        said = Said.NOW
    elif reason.partition(".")[0] in catalogue.profile_entries:
        said = Said.ABOUT
    text, todo = reason_sentence(catalogue, reason), what_to_do(catalogue, reason)
    return Why(reason, text, todo, said, level)


def explain_all(catalogue: Catalogue, reasons: Iterable[str]) -> list[Why]:
    """The words of ``reasons``, in order; those of one entry of the profile stand together."""
    found: dict[str, Why] = {}
    for reason in dict.fromkeys(reasons):
        why = explain(catalogue, reason)
        key = reason.partition(".")[0] if why.said is Said.ABOUT else reason
        if key in found and why.text != found[key].text:
            text = f"{found[key].text}\n{why.text}"
            found[key] = msgspec.structs.replace(found[key], text=text)
        else:
            found[key] = why
    return list(found.values())


def _level(catalogue: Catalogue, reason: str) -> Level | None:
    """The gravest level of a sign with this id, or that of a stop reason; None for others."""
    gravest = list(Level)
    levels = [
        sign.level
        for flag in catalogue.red_flags.values()
        for sign in flag.signs
        if sign.id == reason
    ]
    if levels:
        return min(levels, key=gravest.index)
    stopped = catalogue.stop_reasons.get(reason)
    return stopped.level if stopped is not None else None


def reason_card(look: Look, requests: MapRequests, why: Why, doubted: str | None) -> QFrame:
    """What to do, why, and the way back for what was said; ``doubted`` is the slip asked about."""
    role = "emergency" if why.level is Level.EMERGENCY else "caution"
    lines = column(spacing=look.gap(8))
    if why.what_to_do:
        lines.addWidget(label(why.what_to_do, f"{role}-strong"))
    lines.addWidget(label(why.text, role))
    if doubted == why.id:
        lines.addWidget(label(_("Is this not true for you after all?"), f"{role}-strong"))
        take = button(_("It is not true: take it back"), "secondary")
        keep = button(_("It is true"), "secondary")
        take.clicked.connect(requests.take_back)
        keep.clicked.connect(requests.keep)
        answers = FlowLayout(spacing=look.gap(8))
        answers.addWidget(keep)
        answers.addWidget(take)
        lines.addLayout(answers)
    elif why.said is Said.NOW:
        lines.addWidget(_DoubtButton(requests, why.id), 0, Qt.AlignmentFlag.AlignLeft)
    elif why.said is Said.ABOUT:
        change = button(_("Change it on the page About you"), "link")
        change.clicked.connect(requests.profile)
        lines.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
    lines.setContentsMargins(*[look.gap(16)] * 4)
    return frame(role, lines)


class _DoubtButton(QPushButton):
    """A slip of the finger: asks once more before it is taken back."""

    def __init__(self, requests: MapRequests, reason: str) -> None:
        super().__init__(_("I ticked this by mistake"))
        self._requests, self._reason = requests, reason
        self.setProperty("kind", "link")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._requests.doubt.emit(self._reason)
