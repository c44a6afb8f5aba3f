"""A program that is killed while it saves loses nothing that it was told is saved."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.journal.store import Damage, Journal
from tests.journal import samples
from tests.journal.conftest import NOW

ROOT = Path(__file__).resolve().parents[2]

SAVER = """
import sys
from pathlib import Path
from guide.journal.store import Journal
from tests.journal import samples
from tests.journal.conftest import NOW

with Journal.open(Path(sys.argv[1]), NOW) as journal:
    assert journal.saves and not journal.notices, journal.notices
    for number in range(int(sys.argv[2]), 10**9):
        journal.save_unfinished(samples.an_unfinished(number))
        journal.save_session(samples.a_session(number, note=f"note {number} " * 30))
        if number % 5 == 4:
            journal.delete(samples.an_id(number))
        print(number, flush=True)
"""


def save_until_killed(folder: Path, first: int, acknowledged: int) -> list[int]:
    """Save from `first` on in another process; kill it after `acknowledged` lines, mid-save."""
    command = [sys.executable, "-c", SAVER, str(folder), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)  # the next save is already going on
        rest = process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    return [int(line) for line in [*lines, *rest.split()]]


def kept(numbers: list[int]) -> Iterator[str]:
    return (samples.an_id(number) for number in numbers if number % 5 != 4)


def kills(folder: Path, count: int) -> int:
    """Kill `count` times; after each, everything acknowledged is there. Return how much."""
    source = random.Random(count)
    acknowledged: list[int] = []
    for _kill in range(count):
        first = acknowledged[-1] + 1 if acknowledged else 0
        acknowledged += save_until_killed(folder, first, source.randrange(1, 25))
        with Journal.open(folder, NOW) as journal:
            assert journal.notices == ()
            assert journal.damage() == Damage()
            there = {session.id for session in journal.sessions()}
            wanted = set(kept(acknowledged))
            assert wanted <= there
            assert len(there - wanted) <= count, "only saves that were under way may be more"
            unfinished = journal.unfinished()
            assert unfinished is None or unfinished.record.id not in wanted
    return len(acknowledged)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    assert kills(tmp_path / "data", 20) >= 20


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    assert kills(tmp_path / "data", 200) >= 200
