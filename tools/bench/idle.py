"""What the program does while nobody does anything: wake-ups and processor time."""

import time
from typing import Any

from tools.bench.process import BARE, PROGRAM, Measured
from tools.bench.screen import Screen

SETTLE = 4.0  # seconds after the first paint: what is loaded in the background is part of starting


def measure(seconds: float) -> dict[str, Any]:
    """Return wake-ups and CPU seconds over `seconds`, for the bare window and the program."""
    results: dict[str, Any] = {"seconds": seconds}
    with Screen() as screen:
        screen.pointer.move(2, 2)
        for name, arguments in (("bare", BARE), ("program", PROGRAM)):
            with Measured(arguments, screen.name) as process:
                process.painted()
                time.sleep(SETTLE)
                before = process.usage()
                time.sleep(seconds)
                wakeups, cpu = process.usage().since(before)
            results[name] = {"wakeups": wakeups, "cpu": round(cpu, 3)}
    return results


def report(result: dict[str, Any]) -> bool:
    """Print the figures; return False when the program woke up."""
    for name in ("bare", "program"):
        used = result[name]
        print(
            f"{name:<8} {used['wakeups']} wake-ups in {result['seconds']:.0f} s,"
            f" {used['cpu']:.2f} s of CPU   goal: 0"
        )
    return bool(result["program"]["wakeups"] == 0)
