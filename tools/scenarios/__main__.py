"""`python -m tools.scenarios OUT [NAME ...]`: play the written people, keep their screens."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tools.gallery.scene import wait_for_pictures
from tools.scenarios.player import Player, Stuck
from tools.scenarios.texts import Scenario, scenarios
from tools.scenarios.visits import visit


def main(argv: list[str]) -> int:
    """Play all scenarios, or those that are named; say of each how it ended."""
    if not argv:
        print("Name a folder for the pictures: python -m tools.scenarios OUT [NAME ...]")
        return 2
    _application = QApplication(["unknot", "-style", "fusion"])
    out, wanted = Path(argv[0]), set(argv[1:])
    known = {scenario.id: scenario for scenario in scenarios()}
    if strange := wanted - set(known):
        print(f"There is no scenario {min(strange)}. There are: {', '.join(known)}")
        return 2
    failed = [name for name in wanted or known if not _play(known[name], out)]
    return 1 if failed else 0


def _play(scenario: Scenario, out: Path) -> bool:
    folder = out / scenario.id
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home, visit(scenario, Path(home)) as program:

        def keep(name: str) -> None:
            wait_for_pictures(program.window)
            program.window.grab().save(str(folder / f"{name}.png"))

        player = Player(program, scenario, keep)
        try:
            player.play()
            if scenario.light is not None:
                player.read_guidance(scenario.light.muscles[0])
        except Stuck as stuck:
            print(f"{scenario.id}: STUCK: {stuck}")
            return False
    print(f"{scenario.id}: {player.screens[-1].name}, {player.clicks} clicks")
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
