"""`python3 dev.py journeys OUT`: drive the real window as a person would, and keep the pictures.

A fresh clone of what is committed is set up and started by the README's first command, on a
virtual screen of its own; --here drives the present tree instead.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.journeys import again, neck, pressing, stretching
from tools.journeys.desk import ROOT, Desk
from tools.journeys.person import Missed, Person

JOURNEYS = (
    neck.find_the_muscle,
    pressing.press_along,
    stretching.stretch_along,
    again.raise_the_first,
    again.kill_and_offer,
)


def main(argv: list[str]) -> int:
    """Go on all journeys, one after the other in one person's day; return 1 at the first fault."""
    options = parser().parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    for old in options.out.glob("[0-9][0-9]-*.png"):
        old.unlink()
    with tree(options.here) as folder, Desk(folder) as desk:
        person = Person(desk, options.out)
        try:
            for journey in JOURNEYS:
                journey(person)
        except Missed:
            said = "\n".join(desk.said().splitlines()[-40:])
            print(f"\nWhat the programs said last:\n{said}")
            print(f"FAILED in step {len(person.steps)}; pictures are in {options.out}")
            return 1
        loud = [line for line in desk.said().splitlines() if "Traceback" in line]
    if loud:
        print(f"FAILED: the program wrote a traceback {len(loud)} times")
        return 1
    seconds = sum(step.seconds for step in person.steps)
    print(f"{len(person.steps)} steps passed in {seconds:.0f} s; pictures are in {options.out}")
    return 0


@contextmanager
def tree(here: bool) -> Iterator[Path]:
    """The present tree, or a fresh clone of what is committed in it."""
    if here:
        yield ROOT
        return
    with tempfile.TemporaryDirectory(prefix="unknot-clone-") as folder:
        clone = Path(folder) / "unknot"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        yield clone


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    asked = argparse.ArgumentParser(prog="dev.py journeys", description=__doc__)
    asked.add_argument("out", type=Path, metavar="OUT", help="folder for the pictures")
    asked.add_argument("--here", action="store_true", help="drive the present tree, not a clone")
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
