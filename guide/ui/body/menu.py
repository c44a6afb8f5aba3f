"""The context menu of the map: peel the muscle on top, put muscles back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from guide.core.sight import Sight, peel, put_back, put_back_all
from guide.i18n import _

if TYPE_CHECKING:
    from guide.ui.body.body_map import BodyMap
    from guide.ui.body.facts import MapFacts


def peel_menu(body: "BodyMap", facts: "MapFacts") -> QMenu | None:
    """What can be peeled and put back now; None when that is nothing."""
    sight, pointed = body.sight, body.pointed
    menu = QMenu(body)
    chooser = _Chooser(menu)
    chooser.chosen.connect(body.sight_requested)
    if pointed is not None:
        text = _("Peel off {muscle}").format(muscle=facts.muscle_name(pointed))
        chooser.offer(text, peel(sight, pointed))
    if sight.peeled:
        text = _("Put back {muscle}").format(muscle=facts.muscle_name(sight.peeled[-1]))
        chooser.offer(text, put_back(sight))
    if len(sight.peeled) > 1:
        chooser.offer(_("Put back all"), put_back_all(sight))
    if menu.isEmpty():
        menu.deleteLater()
        return None
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


class _Chooser(QObject):
    """Actions of a menu, each of which asks for a sight."""

    chosen = Signal(object)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._sights: dict[QAction, Sight] = {}
        menu.triggered.connect(self._on_triggered)

    def offer(self, text: str, sight: Sight) -> None:
        """Add a line that asks for ``sight``."""
        self._sights[self._menu.addAction(text.replace("&", "&&"))] = sight

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._sights[action])
