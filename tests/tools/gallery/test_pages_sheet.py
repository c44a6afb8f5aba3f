"""Every page of Learn stands on the contact sheets, once."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from guide.app.learn import SHELVES, Page
from tools.gallery.pages_sheet import addresses
from tools.gallery.scene import Scene


def test_every_page_there_is_stands_on_the_sheets(qapp: QApplication, tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    found = list(addresses(scene))
    assert len(found) == len(set(found))
    for page, known in (
        (Page.MUSCLE, scene.catalogue.muscles),
        (Page.ZONE, scene.catalogue.zones),
        (Page.LESSON, scene.books().lessons()),
    ):
        assert {each.id for each in found if each.page is page} == set(known)
    assert {each.page for each in found} >= set(SHELVES)
