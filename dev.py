"""The project's one tool: `python3 dev.py run`, `python3 dev.py test`, and more for builders.

It needs only Python and its venv module, does all set-up itself, and from the second use on starts
at once and without a network.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
RUN, DEVELOP = "requirements.txt", "requirements-dev.txt"

USAGE = """python3 dev.py run [FOLDER]      start Unknot; without a screen: the tour, to FOLDER
python3 dev.py test [--all]      all checks and tests; --all adds the slow ones
python3 dev.py gallery OUT       draw every screen and state; --pages: every page of Learn
python3 dev.py journeys OUT      drive a real window from outside, keep the pictures
python3 dev.py scenarios OUT     let written people go through the window, keep the pictures
python3 dev.py bench WHAT        measure (bench --help lists what)
python3 dev.py atlas-build       build the figures again from their source
python3 dev.py atlas-sheet OUT   draw every muscle lit, and every layer, to be looked at
python3 dev.py strings           collect the sentences for translators
python3 dev.py schemas           write the schemas by which editors check the content
python3 dev.py raise-coverage    lift the coverage floor to what the last test run reached
python3 dev.py setup             only the set-up that test does first"""

# Commands that are a module of tools/.
TOOLS = {
    "test": "tools.dev.check",
    "strings": "tools.dev.strings",
    "schemas": "tools.dev.schemas",
    "raise-coverage": "tools.dev.coverage_floor",
    "gallery": "tools.gallery",
    "journeys": "tools.journeys",
    "scenarios": "tools.scenarios",
    "bench": "tools.bench",
    "atlas-build": "tools.atlas build",
    "atlas-sheet": "tools.gallery.atlas_sheet",
}

# What Qt opens when it starts, and the Debian package that brings it.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What drives a window from outside.
DRIVING = {"Xvfb": "xvfb", "libX11.so.6": "libx11-6", "libXtst.so.6": "libxtst6"}
# What reads the window as a screen reader does; a path may hold wildcards.
READING = {
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
}
OUTSIDE = {"bench": DRIVING, "journeys": {**DRIVING, **READING}}


def main(argv: list[str]) -> int:
    """Do what `argv` says; return the exit code."""
    name, rest = (argv[0], argv[1:]) if argv else ("--help", [])
    if name == "run":
        set_up(RUN, libraries(has_screen()))
        return hand_over([str(ROOT / "main.py"), *run_arguments(rest, has_screen())])
    if name in TOOLS:
        outside = OUTSIDE.get(name, {})
        set_up(DEVELOP, {**libraries(bool(outside) or has_screen()), **outside})
        return hand_over(["-m", *TOOLS[name].split(), *rest])
    if name == "setup":
        set_up(DEVELOP, libraries(has_screen()))
        return 0
    print(USAGE)
    return 0 if name in ("help", "-h", "--help") else 2


def run_arguments(arguments: list[str], screen: bool) -> list[str]:
    """Return the program's arguments for `run`: without a screen, the tour and its folder."""
    from guide import COMMANDS

    folder = arguments[0] if arguments else "tour"
    if "--tour" in arguments or folder in COMMANDS or folder.startswith("-"):
        return arguments
    if not screen:
        print(f"No screen here: Unknot writes its tour (pictures of the main job) to {folder}/")
        return ["--tour", folder, *arguments[1:]]
    if arguments:
        sys.exit(f"A screen is present. For pictures of the main job: run --tour {folder}")
    return arguments


def has_screen() -> bool:
    """Tell whether a window can be shown on this machine."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hand_over(arguments: list[str]) -> int:
    """Run the environment's Python on `arguments` from here; return its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [str(PYTHON), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment).returncode


def libraries(screen: bool) -> dict[str, str]:
    """Return the shared libraries Qt opens here, each with its Debian package."""
    return {**DRAWING, **(WINDOW if screen else {})}


def set_up(requirements: str, needs: dict[str, str]) -> None:
    """Make `needs` (libraries, programs) and `.venv` ready; do nothing when they are."""
    wanted = {name: fingerprint(name) for name in (RUN, DEVELOP)[: 1 + (requirements == DEVELOP)]}
    done = read_stamp()
    fresh = PYTHON.exists() and done.get("python") == sys.version
    if fresh and wanted.items() <= done.items() and needs.keys() <= set(done.get("needs", [])):
        return
    if sys.version_info < OLDEST:
        sys.exit(f"Unknot needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version}.")
    if sys.platform.startswith("linux"):
        install_packages(missing_packages(needs))
    if not fresh:
        say("making .venv")
        command([sys.executable, "-m", "venv", "--clear", str(VENV)])
        done = {}
    if not wanted.items() <= done.items():
        say(f"installing Python packages ({requirements})")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / requirements)]
        command([*pip, *locked])
    present = sorted({*needs, *done.get("needs", [])})
    write_stamp({**done, **wanted, "python": sys.version, "needs": present})


def fingerprint(requirements: str) -> str:
    """Return the hash of a requirements file."""
    return hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()


def read_stamp() -> dict:  # type: ignore[type-arg]  # what json gives
    """Return what the last complete set-up wrote; nothing when there was none."""
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def write_stamp(stamp: dict) -> None:  # type: ignore[type-arg]  # what json takes
    """Keep `stamp`, whole or not at all: it is the proof that set-up was finished."""
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=1), "utf-8")
    draft.replace(STAMP)


def missing_packages(needs: dict[str, str]) -> list[str]:
    """Return the Debian packages of what is not here: libraries (by .so) and programs."""
    missing = [package for name, package in needs.items() if not is_here(name)]
    try:
        import ensurepip  # noqa: F401  # Debian ships it apart, in python3-venv
    except ImportError:
        missing.append("python3-venv")
    return missing


def is_here(name: str) -> bool:
    """Tell whether a path exists, a shared library can be opened, a program is on the path."""
    if name.startswith("/"):
        return any(Path("/").glob(name[1:]))
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install `packages` with apt when we may; otherwise end with the line to type."""
    if not packages:
        return
    apt = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        sys.exit(f"Install what your system calls these Debian packages: {' '.join(packages)}")
    if os.geteuid() != 0:
        sys.exit(f"Some system libraries are missing. Install them with:\n  sudo {' '.join(apt)}")
    say(f"installing {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
        command(["apt-get", "update", "-qq"], quiet)
    command(apt, quiet)


def command(arguments: list[str], environment: dict[str, str] | None = None) -> None:
    """Run `arguments`; end with one sentence and its last output when it fails."""
    result = subprocess.run(
        arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if result.returncode:
        tail = "\n".join(result.stdout.splitlines()[-15:])
        sys.exit(f"{tail}\nSet-up stopped at: {' '.join(arguments)}\nMend that, then try again.")


def say(what: str) -> None:
    """Tell the person what is going on."""
    print(f"set-up: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
