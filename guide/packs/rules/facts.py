"""Rules of a pack's own facts: ids, times, muscles and pictures."""

from collections.abc import Iterator

from guide.content.problems import Problem
from guide.content.rules.known import known_of, twice, unknown
from guide.content.rules.moving import check_movement, check_routine, check_stretch
from guide.core.limits import SESSION_CAP
from guide.core.stretching import RELEASE
from guide.packs.gather import Reading

NAMED = 12  # muscles or sources of one stretch or movement, at most
STRETCHES = 20  # of a routine
ROUNDS, TRANSITION = 5, 30  # at most; seconds


def check_facts(reading: Reading) -> Iterator[Problem]:
    """The facts.toml of stretches, movements and routines."""
    content, known = reading.content, known_of(reading.content)
    for name, stretch in reading.stretches.items():
        path = f"stretches/{name}/facts.toml"
        few = [*_few(reading, path, stretch.muscles), *_few(reading, path, stretch.sources)]
        yield from few or check_stretch(content, known, stretch.as_ours(), name)
        yield from _picture(reading, name, stretch.picture)
    for name, movement in reading.movements.items():
        path = f"movements/{name}/facts.toml"
        yield from check_movement(content, movement.as_ours(), name)
        few = _few(reading, path, movement.muscles)
        ids = (content.sources[path], "muscle", movement.muscles, known.muscles)
        yield from few or unknown(*ids)
        if not movement.muscles:
            cure = "Name those after whose pressing it is offered"
            yield content.sources[path].problem(0, "no muscles are named", cure)
    for name, routine in content.routines.items():
        too_much = list(_times(reading, name))
        yield from too_much or check_routine(content, known, routine, name)


def _few(reading: Reading, path: str, named: tuple[str, ...]) -> list[Problem]:
    source = reading.content.sources[path]
    found = list(twice(source, "id", named))
    if len(named) > NAMED:
        line = source.line_of(named[0])
        found.append(source.problem(line, f"{len(named)} are named here", f"Name up to {NAMED}"))
    return found


def _picture(reading: Reading, name: str, picture: str) -> Iterator[Problem]:
    source = reading.content.sources[f"stretches/{name}/facts.toml"]
    if picture and picture not in reading.shown:
        line, cure = source.line_at(("picture",)), "Add it to the folder pictures"
        yield source.problem(line, "the picture is not in the pack", cure)


def _times(reading: Reading, name: str) -> Iterator[Problem]:
    """A routine ends within a session, however its stretches are counted."""
    routine = reading.content.routines[name]
    source = reading.content.sources[f"routines/{name}/facts.toml"]
    number, each = len(routine.stretches), routine.hold + routine.transition
    longest = 2 * number * routine.rounds * each + int(RELEASE)
    if number > STRETCHES or routine.rounds > ROUNDS or routine.transition > TRANSITION:
        cure = f"Use up to {STRETCHES} stretches, {ROUNDS} rounds and {TRANSITION} s between"
        yield source.problem(0, "the routine has too much of something", cure)
    elif longest > SESSION_CAP:
        cure = f"Keep it to {SESSION_CAP} s: fewer stretches or rounds, or shorter holds"
        yield source.problem(0, f"the routine lasts up to {longest} s", cure)
