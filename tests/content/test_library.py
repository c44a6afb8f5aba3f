"""Loading: fresh, stale, damaged, and too old files; in a checkout and installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.content.compile import compile_all
from guide.content.compiled import (
    CATALOGUE,
    FOLDER,
    guidance_name,
    older_than_sources,
)
from guide.content.library import Library
from guide.content.problems import ContentError

SOUND = Path(__file__).parent / "sound"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A compiled content folder outside a checkout."""
    root = tmp_path / "assets" / "content"
    shutil.copytree(SOUND, root)
    compile_all(root)
    return root


@pytest.fixture
def checkout(installed: Path) -> Path:
    """The same inside a checkout."""
    (installed.parent.parent / "pyproject.toml").touch()
    return installed


def test_the_compiled_content_is_that_of_the_sources(installed: Path) -> None:
    library = Library(installed)
    facts = library.catalogue()
    assert list(facts.muscles) == ["deep", "ridge"]
    assert facts.stretches["tilt"].start == "Hold the seat with your {side} hand."
    assert facts.muscles["ridge"].tool_limits == {"pincer": "front rim only"}
    text = library.guidance("ridge", "en")
    assert text is not None
    assert text.press[0].points == ("ridge.front_rim",)
    assert text.evidence[0].sources == ("BOOK",)
    assert library.guidance("deep", "en") is None
    assert library.guidance("ridge", "de") is None


@pytest.mark.parametrize("name", [CATALOGUE, guidance_name("en")])
@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_damaged_file_is_refused_in_one_sentence(installed: Path, name: str, at: float) -> None:
    path = installed / FOLDER / name
    data = bytearray(path.read_bytes())
    data[int(len(data) * at)] ^= 0x01
    path.write_bytes(data)
    library = Library(installed)
    with pytest.raises(ContentError, match=r"^\S+ .*: install Unknot again, completely\.$"):
        (library.catalogue(), library.guidance("ridge", "en"))


def test_a_cut_or_missing_file_is_refused(installed: Path) -> None:
    path = installed / FOLDER / CATALOGUE
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ContentError, match="is damaged"):
        Library(installed).catalogue()
    path.unlink()
    with pytest.raises(ContentError, match="cannot be read: No such file"):
        Library(installed).catalogue()


def test_another_format_is_refused(installed: Path) -> None:
    path = installed / FOLDER / CATALOGUE
    changed = path.read_bytes().replace(b'"format":4', b'"format":9', 1)
    path.write_bytes(changed)
    with pytest.raises(ContentError, match="has format 9, and 4 is needed"):
        Library(installed).catalogue()


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change a source an hour after the content was compiled."""
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    compiled = root / FOLDER / CATALOGUE
    earlier = compiled.stat().st_mtime_ns - 3_600_000_000_000
    os.utime(compiled, ns=(earlier, earlier))
    file.write_text(text.replace(old, new), "utf-8")


def test_a_checkout_compiles_again_when_a_source_changed(checkout: Path) -> None:
    change(checkout, "movements/turns/en.md", "Slow turns", "Slower turns")
    assert Library(checkout).catalogue().movements["turns"].name == "Slower turns"
    assert Library(checkout).catalogue().movements["turns"].name == "Slower turns"


def test_a_checkout_mends_a_damaged_file(checkout: Path) -> None:
    (checkout / FOLDER / CATALOGUE).write_bytes(b"{}")
    assert Library(checkout).catalogue().zones


def test_a_younger_file_with_the_same_words_is_not_compiled_again(checkout: Path) -> None:
    path = checkout / FOLDER / CATALOGUE
    before = path.read_bytes()
    change(checkout, "movements/turns/en.md", "Slow turns", "Slow turns")
    assert older_than_sources(checkout)
    Library(checkout).catalogue()
    assert path.read_bytes() == before
    assert not older_than_sources(checkout)


def test_a_checkout_with_a_mistake_says_which(checkout: Path) -> None:
    change(checkout, "movements/turns/facts.toml", "seconds = 20", "seconds = 999")
    with pytest.raises(
        ContentError, match=r"^The content has mistakes: movements/turns/facts.toml, line 2"
    ):
        Library(checkout).catalogue()


def test_loading_reads_no_toml_and_checks_nothing() -> None:
    code = (
        "import sys; from guide.content import load, guidance; load(); guidance('rhomboids');"
        "late = {'tomllib', 'guide.content.checker', 'difflib', 'tempfile'};"
        "print(sorted(late & {*sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=SOUND.parents[2],
    )
    assert run.stdout.strip() == "[]"
