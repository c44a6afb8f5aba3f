"""Folders of content for tests: a sound one, and broken files laid over it."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
SOUND = HERE / "sound"
BROKEN = HERE / "broken"


def cases(module: str) -> list[str]:
    """The broken cases that ``module`` is to tell, one for each of its rules."""
    return sorted(f"{module}/{path.name}" for path in (BROKEN / module).iterdir())


def overlaid(folder: Path, *names: str) -> Path:
    """A copy of the sound content below ``folder`` with the files of the cases laid over it."""
    root = folder / "content"
    shutil.copytree(SOUND, root)
    for name in names:
        shutil.copytree(BROKEN / name, root, dirs_exist_ok=True)
        (root / "expected.txt").unlink()
    return root


def expected(name: str) -> list[str]:
    """What is to be told of a case, a line for each problem."""
    return (BROKEN / name / "expected.txt").read_text("utf-8").splitlines()
