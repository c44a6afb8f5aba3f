"""A command as it is typed: without Qt, within half a second, and whatever reads its answer."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, code: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code] if code else [sys.executable, "main.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)


def test_no_qt_is_imported() -> None:
    code = (
        "import sys; from guide.__main__ import main;"
        "main(['find', 'head.temple', '--json']); main(['muscle', 'infraspinatus']);"
        "main(['zones']); main(['profile', 'list', '--json']);"
        "main(['muscle', 'infraspinatus', '--with', 'cancer@neck']); main(['lesson', 'tens']);"
        "print([n for n in sys.modules if n.startswith(('PySide6', 'numpy', 'sqlite3'))])"
    )
    assert run(code=code).stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "line",
    [
        "find head.temple neck.lateral --json",
        "find head.temple neck.lateral --json --with blood_thinners,cancer@neck",
        "muscle trapezius_upper --with osteoporosis",
        "profile list",
        "zones",
        "lesson tens",
        "search headache temple --json",
        "--version",
    ],
)
def test_an_answer_takes_less_than_half_a_second(line: str) -> None:
    run("zones")  # compiled once
    taken = []
    for _attempt in range(3):
        begun = time.perf_counter()
        assert run(*line.split()).returncode == 0
        taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.5


def test_a_reader_that_leaves_early_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from guide.cli import main; sys.exit(main(['zones']))"],
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        timeout=30,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_terminal_without_the_letters_is_answered_all_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "find", "head.temple"],
        cwd=ROOT,
        capture_output=True,
        timeout=30,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
