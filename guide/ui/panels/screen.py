"""One screen of the conversation; the panel around it has the title, the way back and the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.i18n import _, n_
from guide.ui.look import Look


class Screen(QWidget):
    """What is asked at once; it knows what is ticked and how it is answered."""

    counted = Signal()  # something was ticked or chosen
    turned = Signal()  # it asks something else now: another title, other rows

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.title, self.why = "", ""
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(look.gap(6))

    def rows(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        raise NotImplementedError

    def ticked(self) -> int:
        """How many lines apply."""
        raise NotImplementedError

    def none_text(self) -> str:
        """What the answer "none" is called; empty where none is no answer."""
        return _("None of these")

    def these_text(self) -> str:
        """What the other answer is called now."""
        count = self.ticked()
        if not count:
            return _("Go on")
        return n_("{count} applies: go on", "{count} apply: go on", count).format(count=count)

    def may_go_on(self) -> bool:
        """Whether what is ticked is an answer."""
        return self.ticked() > 0

    def answer_none(self) -> None:
        """Nothing applies."""
        raise NotImplementedError

    def answer_these(self) -> None:
        """What is ticked applies."""
        raise NotImplementedError

    def go_back(self) -> bool:
        """Go back within the screen; False when it is at its beginning."""
        return False
