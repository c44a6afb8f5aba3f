"""What the program does while nobody does anything: wake-ups and processor time.

Two spans, one right after the other. In the first the threads end in which Qt itself drew the
figure: each waits 30 s for more to draw, and wakes once to end; it is counted apart. In the second
nothing at all may happen.
"""

import time
from typing import Any

from tools.bench.process import BARE, PROGRAM, Measured, Spent
from tools.bench.screen import Screen

SETTLE = 4.0  # seconds after the first paint: what is loaded in the background is part of starting
SPANS = 2


def measure(seconds: float) -> dict[str, Any]:
    """Return what was used in each span of `seconds`, by the bare window and the program."""
    results: dict[str, Any] = {"seconds": seconds}
    with Screen() as screen:
        screen.pointer.move(2, 2)
        for name, arguments in (("bare", BARE), ("program", PROGRAM)):
            with Measured(arguments, screen.name) as process:
                process.painted()
                time.sleep(SETTLE)
                spans = []
                for _span in range(SPANS):
                    before = process.usage()
                    time.sleep(seconds)
                    spans.append(process.usage().since(before))
            results[name] = [_written(span) for span in spans]
    return results


def report(result: dict[str, Any]) -> bool:
    """Print the figures; return False when the program woke up."""
    for name in ("bare", "program"):
        for number, used in enumerate(result[name], 1):
            print(
                f"{name:<8} {used['wakeups']} wake-ups and {used['ended']} ended threads"
                f" in {result['seconds']:.0f} s (span {number}),"
                f" {used['cpu']:.2f} s of CPU   goal: 0{' and 0' if number > 1 else ''}"
            )
    return idle(result["program"])


def idle(spans: list[dict[str, Any]]) -> bool:
    """Tell whether nothing woke up, but for threads that ended in the first span."""
    return all(used["wakeups"] == 0 for used in spans) and spans[-1]["ended"] == 0


def _written(spent: Spent) -> dict[str, Any]:
    return {"wakeups": spent.wakeups, "ended": spent.ended, "cpu": round(spent.cpu, 3)}
