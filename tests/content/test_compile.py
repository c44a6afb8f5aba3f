"""Compiling: the same bytes each time, and never from content with mistakes."""

import shutil
from pathlib import Path

import pytest

from guide.content import compile_all
from guide.content.compile import main
from guide.content.compiled import CATALOGUE, FOLDER
from guide.content.problems import ContentError
from tests.content.folders import SOUND


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A content folder that was compiled."""
    root = tmp_path / "assets" / "content"
    shutil.copytree(SOUND, root)
    compile_all(root)
    return root


def test_compiling_twice_gives_the_same_bytes(installed: Path) -> None:
    first = (installed / FOLDER / CATALOGUE).read_bytes()
    compile_all(installed)
    assert (installed / FOLDER / CATALOGUE).read_bytes() == first


def test_content_with_mistakes_is_not_compiled(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"\(and 11 more\)"):
        compile_all(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_compiles_or_says_why_not(
    monkeypatch: pytest.MonkeyPatch, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("guide.content.compile.asset_root", lambda: installed.parent)
    assert main() == 0
    (installed / "zones.toml").unlink()
    assert main() == 1
    assert "zones.toml: the file is missing" in capsys.readouterr().err
