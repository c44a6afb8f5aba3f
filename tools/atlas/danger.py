"""Danger zones as patches on the skin: what must not be pressed, or only in one way.

``danger_zones/<id>.toml`` is written as a muscle is, without fibres and points; ``midline = true``
draws it on both halves as one. The ids are those of ``assets/content/safety/danger_zones.toml``.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from tools.atlas.muscles import Muscle, read_patch
from tools.atlas.places import AnatomyError

FOLDER: Final = Path(__file__).with_name("danger_zones")


@cache
def load_danger(name: str) -> Muscle:
    """Return one danger zone; raises `AnatomyError` with file and place."""
    path = FOLDER / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        patches = tuple(read_patch(row) for row in table["patch"])
        midline = bool(table.get("midline", False))
        return Muscle(name, False, 0, False, patches, (), midline)
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise AnatomyError(f"{path.name}: {error}") from error


def danger_ids() -> tuple[str, ...]:
    """Return the danger zones that are drawn, in the order of their names."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
