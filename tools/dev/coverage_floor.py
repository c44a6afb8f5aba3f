"""The coverage ratchet: the floor is a number in a file, and only ever rises."""

import math
import os
import sys
from pathlib import Path

FLOOR_FILE = Path(__file__).with_name("coverage_floor.txt")

# Lines that only another machine reaches (its libraries, its clock) may differ by this much.
SLACK = 0.5


def read_floor(file: Path = FLOOR_FILE) -> float:
    """Return the percentage below which `dev.py test` fails."""
    return float(file.read_text("utf-8"))


def raised(floor: float, reached: float) -> float:
    """Return the new floor after a run that `reached` a percentage; never below the old one."""
    return max(floor, math.floor((reached - SLACK) * 10) / 10)


def main() -> int:
    """Raise the floor to what the last run reached."""
    from coverage import Coverage

    coverage = Coverage()
    coverage.load()
    with Path(os.devnull).open("w") as nowhere:
        reached = coverage.report(file=nowhere)
    floor = read_floor()
    new = raised(floor, reached)
    FLOOR_FILE.write_text(f"{new}\n", "utf-8")
    print(f"coverage {reached:.1f} %, floor {floor} % -> {new} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
