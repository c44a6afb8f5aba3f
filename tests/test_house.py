"""The house keeps its rules, and each rule has been shown what it must find."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tools.dev import house, strings
from tools.dev.coverage_floor import FLOOR_FILE, raised, read_floor

ROOT = Path(__file__).resolve().parents[1]
UNPUBLISHED = {"build", "dist", "tour", "gallery"}

# Files longer than a reader likes, each with its reason.
LONG_FOR_A_REASON: dict[str, str] = {}


def published() -> list[str]:
    """Return the files of the repository: those git knows, or in a bare copy all but the hidden."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listing = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
        return [name for name in listing.split("\0") if name and (ROOT / name).is_file()]
    files = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return sorted(
        file.as_posix()
        for file in files
        if file.parts[0] not in UNPUBLISHED
        and file.parts[0] not in (".git", ".venv")
        and not any(part == "__pycache__" or part.endswith("_cache") for part in file.parts)
    )


def sources(*folders: str) -> list[tuple[str, str]]:
    return [
        (name, (ROOT / name).read_text("utf-8"))
        for name in published()
        if name.endswith(".py") and name.split("/")[0] in folders
    ]


def test_nothing_names_a_machine_a_registry_or_an_unpublished_folder() -> None:
    findings = []
    for name in published():
        try:
            text = (ROOT / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a font or a mesh
        findings += house.foreign_words(name, text)
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize(
    "line",
    [
        "open('/ro" + "ot/x')",
        "cd /ho" + "me/ann/unknot",
        "C:\\\\Us" + "ers\\ann",
        "--index-" + "url=https",
        "from https://py" + "pi.org/simple",
        "see ../sha" + "red/notes",
        "as in shared" + "/design/atlas.md",
    ],
)
def test_a_foreign_word_is_found(line: str) -> None:
    assert house.foreign_words("a.md", f"good\n{line}")[0].startswith("a.md:2:")


def test_ordinary_words_are_not_foreign() -> None:
    assert not house.foreign_words("a.md", "work/main.py, the Debian package, $HOME/x, /tmp/tour")


def test_every_asset_has_a_licence_row() -> None:
    rows = tomllib.loads((ROOT / "assets/LICENCES.toml").read_text("utf-8"))["file"]
    files = [n.removeprefix("assets/") for n in published() if n.startswith("assets/")]
    findings = house.licence_gaps(files, rows)
    assert not findings, "\n".join(findings)


def test_licence_gaps_are_found_both_ways() -> None:
    row = {"pattern": "fonts/**", "licence": "OFL-1.1", "source": "its makers", "author": "x"}
    assert not house.licence_gaps(["fonts/a/b.ttf"], [row])
    findings = house.licence_gaps(["sounds/bell.wav"], [{**row, "author": ""}])
    assert [finding.split(":")[0] for finding in findings] == [
        "LICENCES.toml",
        "LICENCES.toml",
        "assets/sounds/bell.wav",
    ]


@pytest.mark.parametrize(
    ("pattern", "file", "covered"),
    [
        ("*.toml", "a.toml", True),
        ("*.toml", "a/b.toml", False),
        ("a/**", "a/b/c.png", True),
        ("a/**/x.png", "a/x.png", True),
        ("a/**", "ab/c.png", False),
        ("a.b", "axb", False),
    ],
)
def test_patterns_cover_what_they_say(pattern: str, file: str, covered: bool) -> None:
    assert house.covers(pattern, file) is covered


def test_signals_are_connected_to_slots_only() -> None:
    findings = [f for name, text in sources("guide") for f in house.held_connections(name, text)]
    assert not findings, "\n".join(findings)


CLASS = "class A:\n  def __init__(self):\n    self.b.clicked.connect({})\n"


@pytest.mark.parametrize(
    "source",
    [
        CLASS.format("lambda: self.go()"),
        CLASS.format("partial(self.go, 1)"),
        CLASS.format("functools.partial(self.go, 1)"),
        CLASS.format("self.go") + "  def go(self): pass",
        "def f(b):\n  def go(): pass\n  b.clicked.connect(go)",
    ],
)
def test_a_connection_that_holds_is_found(source: str) -> None:
    assert len(house.held_connections("a.py", source)) == 1


def test_a_bound_slot_and_a_signal_are_good_connections() -> None:
    slot = CLASS.format("self.go") + "  @Slot(bool)\n  def go(self, on): pass"
    assert not house.held_connections("a.py", slot)
    assert not house.held_connections("a.py", CLASS.format("self.asked"))


def test_imports_name_what_they_take() -> None:
    everywhere = sources("guide", "tools", "tests")
    assert not [f for name, text in everywhere for f in house.star_imports(name, text)]
    assert house.star_imports("a.py", "from PySide6.QtWidgets import *")


def test_qt_is_only_where_it_belongs() -> None:
    findings = [f for name, text in sources("guide") for f in house.qt_out_of_place(name, text)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("guide/core/dose.py", "from PySide6.QtCore import QObject"),
        ("guide/atlas/mesh.py", "import PySide6.QtGui"),
        ("guide/app/map.py", "from PySide6.QtGui import QImage"),
        ("guide/app/map.py", "from PySide6 import QtWidgets"),
        ("guide/ui/map.py", "from PySide6.QtNetwork import QLocalServer"),
        ("guide/bootstrap.py", "from PySide6.QtNetwork import QLocalServer"),
        ("guide/cli/commands.py", "def f():\n  from PySide6.QtCore import QTimer"),
    ],
)
def test_qt_out_of_place_is_found(name: str, source: str) -> None:
    assert len(house.qt_out_of_place(name, source)) == 1


def test_words_wait_until_the_language_is_known() -> None:
    findings = [f for name, text in sources("guide") for f in house.early_words(name, text)]
    assert not findings, "\n".join(findings)
    assert house.early_words("a.py", "TITLE = _('Map')")
    assert not house.early_words("a.py", "def title(): return _('Map')")


def test_the_translators_template_is_up_to_date() -> None:
    assert strings.template(strings.program_sources()) == strings.TEMPLATE.read_text("utf-8"), (
        "sentences have changed: run `python3 dev.py strings`"
    )


def test_a_sentence_put_together_too_early_is_found() -> None:
    with pytest.raises(strings.NotLiteral, match=r"a\.py:1"):
        strings.sentences("_(f'{side} neck')", "a.py")


def test_the_template_joins_one_and_many() -> None:
    text = strings.template([("b.py", "n_('{n} spot', '{n} spots', 2)"), ("a.py", "_('{n} spot')")])
    assert text.count('msgid "{n} spot"') == 1
    assert "#: a.py\n#: b.py\n#, python-brace-format\n" in text


def test_every_module_has_its_test_file() -> None:
    files = published()
    findings = house.unmirrored(sources("guide"), files)
    assert not findings, "\n".join(findings)


def test_a_module_without_a_test_is_found() -> None:
    acts = "def f(x):\n  return x + 1"
    assert house.unmirrored([("guide/core/dose.py", acts)], ["tests/core/test_other.py"])
    assert not house.unmirrored([("guide/__main__.py", acts)], ["tests/test_main.py"])
    only_values = "class A(Struct):\n  x: int\nclass P(Protocol):\n  def f(self):\n    'Says.'"
    assert not house.unmirrored([("guide/core/words.py", only_values)], [])


def test_files_and_functions_stay_readable() -> None:
    everywhere = [pair for pair in sources("guide", "tools") if pair[0] not in LONG_FOR_A_REASON]
    findings = [finding for name, text in everywhere for finding in house.too_long(name, text)]
    assert not findings, "\n".join(findings)
    assert house.too_long("a.py", "def f():\n" + "  x = 1\n" * 60)
    assert house.too_long("a.py", "x = 1\n" * 401)


def test_the_coverage_floor_only_rises() -> None:
    assert raised(70.0, 80.36) == 79.8
    assert raised(70.0, 60.0) == 70.0
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("no git history here")
    name = FLOOR_FILE.relative_to(ROOT).as_posix()
    history = subprocess.run(
        ["git", "log", "--format=", "-p", "--", name],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    past = [line[1:] for line in history.splitlines() if line[:1] == "+" and line[1:2].isdigit()]
    assert read_floor() >= max(map(float, past), default=0.0)


def test_the_contracts_refuse_what_crosses_a_layer(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "guide", tmp_path / "guide")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, line in (
        ("core/dose.py", "import time, guide.journal, PySide6.QtCore"),
        ("ui/look.py", "def f():\n    import urllib.request"),
        ("cli/commands.py", "import guide.app"),
    ):
        with (tmp_path / "guide" / module).open("a") as file:
            file.write(f"\n{line}\n")
    check = (
        "import sys; sys.path[0] = '.'; from importlinter.cli import lint_imports_command as f; f()"
    )
    result = subprocess.run(
        [sys.executable, "-c", check], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.returncode != 0
    broken = [
        "guide.core is not allowed to import guide.journal",
        "guide.core is not allowed to import PySide6",
        "guide.core is not allowed to import time",
        "guide is not allowed to import urllib",
        "guide.cli is not allowed to import guide.app",
    ]
    assert [line for line in broken if line not in result.stdout] == []


BAD_TESTS = """
import logging, threading, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget
kept = []

def test_widget(qtbot):
    widget = QWidget(); widget.show(); kept.append(widget)

def test_timer(qtbot):
    timer = QTimer(); timer.start(100000); kept.append(timer)

def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_log():
    logging.getLogger("x").warning("loud")

def test_warning():
    warnings.warn("old")

def test_qt_warning(qtbot):
    qWarning("noise")

def test_good(qtbot):
    widget = QWidget(); qtbot.addWidget(widget); widget.show()
    timer = QTimer(widget); timer.start(10)
"""


def test_the_suite_refuses_noise_and_leaks(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_bad=BAD_TESTS)
    pytester.makeconftest((ROOT / "tests/conftest.py").read_text("utf-8"))
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(pytester.path)]
    result = pytester.runpytest_subprocess(*options, "-p", "no:cacheprovider", "test_bad.py")
    text = result.stdout.str()
    for name in ("widget", "timer", "thread", "log"):
        assert f"ERROR test_bad.py::test_{name} " in text, text
    for name in ("warning", "qt_warning"):
        assert f"FAILED test_bad.py::test_{name}" in text, text
    assert "test_good" not in text
