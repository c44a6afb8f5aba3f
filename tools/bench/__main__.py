"""`python3 dev.py bench WHAT`: measure the program beside a bare PySide6 window."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.bench import click, figure, hold, idle, start, teaching, tour
from tools.bench.process import keep, machine

Result = dict[str, Any]
WHAT = ("start", "tour", "idle", "click", "turn", "hover-muscle", "hold", "teaching")


def main(argv: list[str]) -> int:
    """Measure what `argv` names; return 1 when a goal was missed."""
    options = parser().parse_args(argv)
    runs: dict[str, tuple[Callable[[], Result], Callable[[Result], bool]]] = {
        "start": (
            lambda: start.measure(options.rounds, options.seed),
            lambda result: start.report(result, options.seed),
        ),
        "tour": (tour.measure, tour.report),
        "idle": (lambda: idle.measure(options.idle_seconds), idle.report),
        "click": (lambda: click.measure(options.events, options.seed), click.report),
        "turn": (lambda: figure.measure_turn(1), figure.report_turn),
        "hover-muscle": (lambda: figure.measure_muscle(3), figure.report_muscle),
        "teaching": (lambda: teaching.measure(options.rounds), teaching.report),
        "hold": (lambda: hold.measure(options.hold_seconds, options.repeats), hold.report),
    }
    results: Result = {"before": machine(), "options": vars(options).copy()}
    results["options"].pop("json")
    missed = []
    for name in runs if options.what == "all" else [options.what]:
        measure, report = runs[name]
        print(f"== {name}", flush=True)
        results[name] = measure()
        if not report(results[name]):
            missed.append(name)
    results["after"] = machine()
    print(f"machine before: {results['before']}\nload after: {results['after']['load']}")
    if options.json:
        keep(options.json, results)
    print(f"goals missed: {', '.join(missed)}" if missed else "all goals reached")
    return 1 if missed else 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    asked = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    asked.add_argument("what", choices=[*WHAT, "all"])
    asked.add_argument("--rounds", type=int, default=15, help="starts of each variant")
    asked.add_argument("--events", type=int, default=150, help="hovers and clicks")
    asked.add_argument("--idle-seconds", type=float, default=30.0)
    asked.add_argument("--hold-seconds", type=float, default=60.0)
    asked.add_argument("--repeats", type=int, default=1, help="holds under each condition")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--json", type=Path, help="keep every sample in this file")
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
