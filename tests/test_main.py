"""The door: what is answered in the terminal, what needs a screen, and what is refused."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from guide import COMMANDS
from guide.__main__ import main, refusal, screen_present


@pytest.mark.parametrize(
    ("pyside", "python", "implementation", "refused"),
    [
        ("6.12.0", (3, 11), "cpython", True),
        ("6.12.1", (3, 10), "cpython", True),
        ("6.12.0", (3, 12), "cpython", False),
        ("6.11.3", (3, 11), "cpython", False),
        ("6.9.3", (3, 11), "cpython", False),
        ("6.12.0", (3, 11), "pypy", False),
    ],
)
def test_the_pair_that_aborts_is_refused_in_one_sentence(
    pyside: str, python: tuple[int, int], implementation: str, refused: bool
) -> None:
    reason = refusal(pyside, python, implementation)
    assert (reason is not None) is refused
    if reason:
        assert pyside in reason
        assert reason.count("\n") == 0


def test_the_bad_pair_ends_the_program_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("PySide6.__version__", "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 2, "final", 0))
    assert main([]) == 1
    assert "6.12.0" in capsys.readouterr().err


def test_calls_that_return_nothing_keep_the_references_of_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _turn in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100


@pytest.mark.parametrize(
    ("platform", "environment", "present"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_looked_for_before_qt(
    platform: str, environment: dict[str, str], present: bool
) -> None:
    assert screen_present(platform, environment) is present


def test_without_a_screen_the_program_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 1
    assert "--tour" in capsys.readouterr().err


def test_the_commands_are_words() -> None:
    assert all(command.isalpha() for command in COMMANDS)


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("guide.bootstrap", {"numpy", "pyqtgraph", "miniaudio", "asyncio", "PySide6.QtSvg"}),
        ("guide.cli", {"PySide6", "numpy", "pyqtgraph", "asyncio"}),
    ],
)
def test_a_start_loads_nothing_it_can_do_without(module: str, forbidden: set[str]) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    root = Path(__file__).resolve().parents[1]
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not forbidden & set(loaded)


def test_importing_reads_no_source_into_memory() -> None:
    script = (
        "import guide.__main__ as door; door.import_plainly()\n"
        "import linecache, guide.ui.look\n"
        "assert not [name for name in linecache.cache if 'guide' in name]"
    )
    root = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True)
