"""From the button to the file: what was asked, where to, and one sentence of what became of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from guide.bootstrap import Program, build
from guide.core.anatomy import Side
from guide.journal.places import find_places
from guide.ui.trouble import Trouble
from tests.ui.small_atlas import write_atlas
from tests.ui.steps import noon


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    write_atlas(tmp_path / "assets")
    places = find_places({"UNKNOT_HOME": str(tmp_path / "home")})
    made = build(qapp, places, Trouble(places.cache), lambda: 0.0, noon, assets=tmp_path / "assets")
    made.answer()
    made.settings.change("sound", False)
    made.finish()
    yield made
    made.close()


def choose(monkeypatch: pytest.MonkeyPatch, path: str) -> list[str]:
    """Answer the file dialog with ``path``; the names that it offered."""
    offered: list[str] = []

    def asked(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return path, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    return offered


def test_a_card_is_written_where_it_was_asked_for(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "card.pdf"
    offered = choose(monkeypatch, str(path))
    program.requests.card.emit("trapezius_upper", Side.LEFT)
    assert offered == ["unknot-trapezius-upper-left.pdf"]
    assert path.read_bytes().startswith(b"%PDF-")
    assert program.window.told() == f"The card is in {path}."


def test_nothing_is_written_when_no_file_is_named(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "")
    program.requests.card.emit("trapezius_upper", Side.LEFT)
    assert program.window.told() == ""
    assert not list(tmp_path.glob("*.pdf"))


def test_a_folder_that_cannot_be_written_to_is_told(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, str(tmp_path / "nowhere" / "card.pdf"))
    program.requests.card.emit("rhomboids", Side.RIGHT)
    assert program.window.told().startswith("The card cannot be written to")
    assert program.window.told().endswith("Choose another folder.")
