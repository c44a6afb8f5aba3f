"""`dev.py test`: the checks that need no test, and pytest in two lanes, one for each of two cores.

Beside the checks and the tests of what is seen, the walks of the guard and the written people
run, then the tests of what needs no window. The walks are uncounted: they go the same ways so
often that counting lines would cost minutes. The lines that both lanes reached count together.
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from tools.dev.coverage_floor import read_floor

ROOT = Path(__file__).resolve().parents[2]

CHECKS = {
    "lint": ["-m", "ruff", "check", "--output-format=concise", "--quiet", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy", "--no-error-summary"],
    "layers": ["-c", "from importlinter.cli import lint_imports_command as check; check()"],
}
WALKS = ("tests/safety", "tests/scenarios")
UNSEEN = tuple(
    f"tests/{name}" for name in ("app", "atlas", "content", "core", "journal", "packs", "tools")
)
PYTEST = [sys.executable, "-m", "pytest", "-q", "--durations=8", "--durations-min=1"]
COUNT = ["--cov", "--cov-report="]
COUNTED = (".coverage.seen", ".coverage.unseen")  # what each lane reached


def main(argv: list[str]) -> int:
    """Run every check; return 0 when all passed. `--all` adds the tests marked slow."""
    if unknown := set(argv) - {"--all"}:
        print(f"test: unknown argument {min(unknown)}; there is only --all")
        return 2
    chosen = ["-m", ""] if "--all" in argv else []
    quiet = [*PYTEST, *chosen, "-p", "no:cacheprovider"]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said, ThreadPoolExecutor(1) as beside:
        walks = beside.submit(run, [*quiet, *WALKS], said)
        unseen = beside.submit(run, [*quiet, *COUNT, *UNSEEN], said, COUNTED[1])
        passed = {name: run_check(name, arguments) for name, arguments in CHECKS.items()}
        others = [f"--ignore={folder}" for folder in (*WALKS, *UNSEEN)]
        passed["seen"] = run([*PYTEST, *COUNT, *chosen, *others], None, COUNTED[0])
        passed["walks"], passed["unseen"] = walks.result(), unseen.result()
        said.seek(0)
        print(said.read(), flush=True)
    passed["coverage"] = enough_is_covered()
    failed = [name for name, ok in passed.items() if not ok]
    print(f"FAILED: {', '.join(failed)} (see above)" if failed else "all passed", flush=True)
    return 1 if failed else 0


def run(command: list[str], said: IO[str] | None, counted: str = "") -> bool:
    """Run `command`; what it writes goes to ``said`` (None: to the terminal).

    The lines that it reaches are kept in the file ``counted``, where one is named.
    """
    environment = os.environ | ({"COVERAGE_FILE": counted} if counted else {})
    error = subprocess.STDOUT if said else None
    done = subprocess.run(command, cwd=ROOT, stdout=said, stderr=error, env=environment)
    return done.returncode == 0


def enough_is_covered() -> bool:
    """Join what the lanes reached, and hold it against the floor."""
    cover = [sys.executable, "-m", "coverage"]
    joined = subprocess.run([*cover, "combine", "--quiet", *COUNTED], cwd=ROOT)
    if joined.returncode:
        return False
    floor = f"--fail-under={read_floor()}"
    print("coverage, %: ", end="", flush=True)
    told = subprocess.run([*cover, "report", "--format=total", "--precision=2", floor], cwd=ROOT)
    return told.returncode == 0


def run_check(name: str, arguments: list[str]) -> bool:
    """Run one check; print its seconds, and its output when it failed."""
    start = time.monotonic()
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    ok = result.returncode == 0
    if not ok:
        print(result.stdout)
    word = "ok" if ok else "FAILED"
    print(f"{name:<8} {word:<7} {time.monotonic() - start:6.1f} s", flush=True)
    return ok


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
