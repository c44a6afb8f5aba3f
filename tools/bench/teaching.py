"""How long it takes to load what is taught, and to answer while somebody types."""

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from guide.content import load, search_index

ROOT = Path(__file__).resolve().parents[2]
LOAD, TYPED, FIRST = 30.0, 16.0, 300.0  # goals in milliseconds
WORDS = ("headache", "shoulder", "thumb", "press", "trapezius", "the pain in the arm", "ball wall")
_LOADING = """
import json, time
from guide import content
begun = time.perf_counter(); content.load()
loaded = time.perf_counter(); index = content.search_index(); index.find("headache")
print(json.dumps([1e3 * (loaded - begun), 1e3 * (time.perf_counter() - loaded)]))
"""


def measure(rounds: int) -> dict[str, Any]:
    """Return milliseconds: of loading and of the first search in new processes, and as typed."""
    load()  # compiled once
    starts = [_start() for _round in range(rounds)]
    index = search_index()
    typed = []
    for _round in range(rounds):
        for words in WORDS:
            for length in range(1, len(words) + 1):
                begun = time.perf_counter()
                index.find(words[:length])
                typed.append(1e3 * (time.perf_counter() - begun))
    return {
        "load": [loaded for loaded, _first in starts],
        "first search": [first for _loaded, first in starts],
        "typed": typed,
    }


def _start() -> tuple[float, float]:
    run = subprocess.run(
        [sys.executable, "-c", _LOADING], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded, first = json.loads(run.stdout)
    return loaded, first


def report(result: dict[str, Any]) -> bool:
    """Print the figures; return False when a goal was missed."""
    load, first = median(result["load"]), median(result["first search"])
    slowest = quantiles(result["typed"], n=100)[-1]
    print(f"facts loaded     {load:6.1f} ms (median)   goal: {LOAD:.0f}")
    print(f"first search     {first:6.1f} ms (median)   goal: {FIRST:.0f}")
    print(f"answer as typed  {slowest:6.1f} ms (99 of 100)   goal: {TYPED:.0f}")
    return bool(load <= LOAD and first <= FIRST and slowest <= TYPED)
