"""`dev.py test`: the checks that need no test, then pytest, whose summary is the last line.

The walks of the guard and the written people run beside the first checks, uncounted: they go
the same ways so often that counting lines would cost minutes.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.dev.coverage_floor import read_floor

ROOT = Path(__file__).resolve().parents[2]

CHECKS = {
    "lint": ["-m", "ruff", "check", "--output-format=concise", "--quiet", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy", "--no-error-summary"],
    "layers": ["-c", "from importlinter.cli import lint_imports_command as check; check()"],
}
WALKS = ("tests/safety", "tests/scenarios")
PYTEST = [sys.executable, "-m", "pytest", "-q", "--durations=8", "--durations-min=1"]


def main(argv: list[str]) -> int:
    """Run every check; return 0 when all passed. `--all` adds the tests marked slow."""
    if unknown := set(argv) - {"--all"}:
        print(f"test: unknown argument {min(unknown)}; there is only --all")
        return 2
    chosen = ["-m", ""] if "--all" in argv else []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        walks = subprocess.Popen(
            [*PYTEST, *chosen, "-p", "no:cacheprovider", *WALKS],
            cwd=ROOT,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        passed = {name: run_check(name, arguments) for name, arguments in CHECKS.items()}
        passed["walks"] = walks.wait() == 0
        said.seek(0)
        print(said.read(), flush=True)
    failed = [name for name, ok in passed.items() if not ok]
    if failed:
        print(f"FAILED before the tests: {', '.join(failed)} (see above)", flush=True)
    coverage = ["--cov", "--cov-report=", f"--cov-fail-under={read_floor()}"]
    others = [f"--ignore={folder}" for folder in WALKS]
    tested = subprocess.run([*PYTEST, *coverage, *chosen, *others], cwd=ROOT).returncode
    return tested or (1 if failed else 0)


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
