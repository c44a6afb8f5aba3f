"""What a screen reader is told at this moment, as one line of JSON.

    /usr/bin/python3 eyes.py PID

Runs in the system's own Python, because only that has `gi`; it therefore imports nothing of ours.
Every element that is showing: role, name, description, text, states, box [x, y, width, height] on
the screen, and the names of what it lies in, from the outside in.
"""

import json
import sys

import gi  # type: ignore[import-not-found]  # a Debian package, not one of PyPI's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  # as above

STATES = ("FOCUSED", "CHECKED", "ENABLED", "ACTIVE", "SELECTED")
DEEPEST = 40  # levels; deeper means a loop


def main(pid: int) -> int:
    """Print the elements of the program `pid`; an empty list while it is not to be heard."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    found: list[dict[str, object]] = []
    for program in programs:
        if program is not None and program.get_process_id() == pid:
            for at in range(program.get_child_count()):
                walk(program.get_child_at_index(at), [], found)
    print(json.dumps(found))
    return 0


def walk(element: "Atspi.Accessible", inside: list[str], found: list[dict[str, object]]) -> None:
    """Add `element` and what it holds to `found`, but for what is not showing."""
    if element is None or len(inside) > DEEPEST:
        return
    try:
        states = element.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING):
            return
        found.append({**describe(element), "states": shown(states), "inside": inside})
        inside = [*inside, element.get_name() or ""]
        for at in range(element.get_child_count()):
            walk(element.get_child_at_index(at), inside, found)
    except GLib.Error:
        return  # it went away while we looked


def describe(element: "Atspi.Accessible") -> dict[str, object]:
    """Say what `element` is called and where it is."""
    box = element.get_extents(Atspi.CoordType.SCREEN)
    text = ""
    if "Text" in element.get_interfaces():
        text = Atspi.Text.get_text(element, 0, Atspi.Text.get_character_count(element))
    return {
        "role": element.get_role_name(),
        "name": element.get_name() or "",
        "description": element.get_description() or "",
        "text": text,
        "box": [box.x, box.y, box.width, box.height],
    }


def shown(states: "Atspi.StateSet") -> list[str]:
    """Name those of the states that the journeys ask for."""
    return [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
