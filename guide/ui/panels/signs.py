"""Signs that need a doctor rather than a thumb: at most eight lines, "none" as an answer."""

from PySide6.QtWidgets import QWidget

from guide.core.catalogue import Catalogue
from guide.i18n import _
from guide.ui.choices import CheckRow
from guide.ui.look import Look
from guide.ui.panels.screen import Screen
from guide.ui.requests import MapRequests


class SignsScreen(Screen):
    """The lines of one question; ``items`` are ids of signs and of what may change every day."""

    def __init__(
        self, look: Look, catalogue: Catalogue, requests: MapRequests, items: tuple[str, ...]
    ) -> None:
        super().__init__(look)
        self._requests = requests
        self.title = _("Is any of this true for you now?")
        self.why = _("Signs that need a doctor rather than a thumb. Most people have none of them.")
        self._checks: dict[str, CheckRow] = {}
        signs = {sign.id: sign for flag in catalogue.red_flags.values() for sign in flag.signs}
        for name in items:
            if name in catalogue.no_pressure:
                made = CheckRow(look, catalogue.no_pressure[name].text)
            else:
                made = CheckRow(look, signs[name].text, signs[name].example)
            made.toggled.connect(self.counted)
            self._checks[name] = made
            self.lines.addWidget(made)

    def rows(self) -> list[QWidget]:
        """Every line."""
        return list(self._checks.values())

    def ticked(self) -> int:
        """How many apply."""
        return len(self._present())

    def answer_none(self) -> None:
        """None of the lines applies."""
        self._requests.items.emit(frozenset())

    def answer_these(self) -> None:
        """The ticked lines apply."""
        self._requests.items.emit(self._present())

    def _present(self) -> frozenset[str]:
        return frozenset(name for name, made in self._checks.items() if made.isChecked())
