"""Loading: fresh, stale, damaged, and too old files; in a checkout and installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide import content
from guide.content import load
from guide.content.compile import compile_all
from guide.content.compiled import (
    CATALOGUE,
    DRAWINGS,
    FOLDER,
    guidance_name,
    is_settled,
    lessons_name,
)
from guide.content.library import Library
from guide.content.problems import ContentError
from guide.core.lessons import Teaching

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
    assert library.guidance("nothing", "en") is None
    assert library.guidance("ridge", "de") is None


def everything(root: Path) -> tuple[object, ...]:
    """All that can be asked of the content."""
    library = Library(root)
    return (
        library.catalogue(), library.guidance("ridge", "en"), library.teaching("en"),
        library.drawing("band"),
    )  # fmt: skip


FILES = [CATALOGUE, DRAWINGS, guidance_name("en"), lessons_name("en")]
ONE_SENTENCE = r"^[^\n]+: install Unknot again, completely\.$"


def test_these_are_all_files(installed: Path) -> None:
    assert sorted(path.name for path in (installed / FOLDER).iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("at", [0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
@pytest.mark.parametrize("cut", [False, True])
def test_one_changed_byte_or_a_cut_file_is_refused_in_one_sentence(
    installed: Path, name: str, at: float, cut: bool
) -> None:
    path = installed / FOLDER / name
    data = bytearray(path.read_bytes())
    place = int((len(data) - 2) * at)  # the last byte is the end of the line
    if cut:
        data = data[:place]
    else:
        data[place] ^= 0x01
    path.write_bytes(data)
    with pytest.raises(ContentError, match=ONE_SENTENCE):
        everything(installed)


@pytest.mark.parametrize("name", FILES)
def test_a_checkout_makes_a_damaged_file_again(checkout: Path, name: str) -> None:
    sound = everything(checkout)
    path = checkout / FOLDER / name
    for damaged in (b"", b"{}", path.read_bytes()[:-40], b"\xff" * 100):
        path.write_bytes(damaged)
        assert everything(checkout) == sound
        path.unlink()
        if name in (CATALOGUE, DRAWINGS):  # a language that is not there is no damage
            assert everything(checkout) == sound
        else:
            Library(checkout)._compile()


def test_a_file_made_from_other_sources_is_refused(installed: Path) -> None:
    path = installed / FOLDER / lessons_name("en")
    old = path.read_bytes()
    text = (installed / "movements/turns/en.md").read_text("utf-8")
    (installed / "movements/turns/en.md").write_text(text.replace("Slow", "Slower"), "utf-8")
    compile_all(installed)
    path.write_bytes(old)
    with pytest.raises(ContentError, match=r"made from other sources: install Unknot again"):
        everything(installed)


def test_a_language_that_is_gone_leaves_no_file(installed: Path) -> None:
    for folder in ("muscles/ridge", "general"):
        english = (installed / folder / "en.md").read_text("utf-8")
        (installed / folder / "de.md").write_text(english, "utf-8")
    compile_all(installed)
    assert Library(installed).guidance("ridge", "de") is not None
    for folder in ("muscles/ridge", "general"):
        (installed / folder / "de.md").unlink()
    compile_all(installed)
    assert not (installed / FOLDER / guidance_name("de")).exists()
    assert Library(installed).guidance("ridge", "de") is None


def test_lessons_terms_and_drawings_are_read(installed: Path) -> None:
    library = Library(installed)
    assert [lesson.id for lesson in library.teaching("en").lessons] == ["knots"]
    assert [term.id for term in library.teaching("en").terms] == ["spot", "taut_band"]
    assert library.teaching("de") == Teaching()
    assert library.drawing("band").startswith("<svg")
    with pytest.raises(KeyError):
        library.drawing("none")


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
    changed = path.read_bytes().replace(b'"format":5', b'"format":9', 1)
    path.write_bytes(changed)
    with pytest.raises(ContentError, match="has format 9, and 5 is needed"):
        Library(installed).catalogue()


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change a source after the content was compiled."""
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_checkout_compiles_again_when_a_source_changed(checkout: Path) -> None:
    change(checkout, "movements/turns/en.md", "Slow turns", "Slower turns")
    assert Library(checkout).catalogue().movements["turns"].name == "Slower turns"
    assert Library(checkout).catalogue().movements["turns"].name == "Slower turns"


def test_an_older_form_that_is_put_back_is_made_again(checkout: Path) -> None:
    old = {path: path.read_bytes() for path in (checkout / FOLDER).iterdir()}
    change(checkout, "movements/turns/en.md", "Slow turns", "Slower turns")
    Library(checkout).catalogue()
    for path, data in old.items():  # as another version of the checkout does
        path.write_bytes(data)
    assert Library(checkout).catalogue().movements["turns"].name == "Slower turns"


def test_a_checkout_mends_a_damaged_file(checkout: Path) -> None:
    (checkout / FOLDER / CATALOGUE).write_bytes(b"{}")
    assert Library(checkout).catalogue().zones


def test_a_younger_file_with_the_same_words_is_not_compiled_again(checkout: Path) -> None:
    path = checkout / FOLDER / CATALOGUE
    before = path.read_bytes()
    change(checkout, "movements/turns/en.md", "Slow turns", "Slow turns")
    assert not is_settled(checkout)
    Library(checkout).catalogue()
    assert path.read_bytes() == before
    assert is_settled(checkout)


def test_a_checkout_with_a_mistake_says_which(checkout: Path) -> None:
    change(checkout, "movements/turns/facts.toml", "seconds = 20", "seconds = 999")
    with pytest.raises(
        ContentError, match=r"^The content has mistakes: movements/turns/facts.toml, line 2"
    ):
        Library(checkout).catalogue()


def test_loading_reads_no_toml_and_checks_nothing() -> None:
    load()  # a checkout whose sources changed compiles them first
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


def test_no_module_hides_a_question_of_the_package() -> None:
    """`guide.content.lessons()` was a module once the checker had been imported."""
    folder = Path(content.__file__).parent
    assert not {path.stem for path in folder.glob("*.py")} & set(content.__all__)
