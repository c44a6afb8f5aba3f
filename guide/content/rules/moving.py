"""Rules of stretches, movements and routines: ids that exist, and times within bounds."""

from collections.abc import Iterator

from guide.content.decode import Source
from guide.content.forms import MovementFile, RoutineFile, StretchFile
from guide.content.gather import Gathered
from guide.content.names import is_id, slug
from guide.content.problems import Problem
from guide.content.rules.known import Known, unknown
from guide.content.texts import POSTURES

LONGEST = 60  # seconds of a hold or a movement
SHORTEST = 5


def check_stretch(
    content: Gathered, known: Known, stretch: StretchFile, folder: str
) -> Iterator[Problem]:
    """stretches/<id>/facts.toml."""
    source = content.sources[f"stretches/{folder}/facts.toml"]
    yield from check_id(source, stretch.id, folder)
    yield from unknown(source, "muscle", stretch.muscles, known.muscles)
    yield from unknown(source, "source", stretch.sources, known.sources)
    yield from unknown(source, "posture", [stretch.posture], frozenset(POSTURES))
    if slug(stretch.pose) != stretch.pose:
        yield source.problem(
            source.line_at(("pose",)),
            f"'{stretch.pose}' is not a pose id",
            "Use small letters, digits and _",
        )
    if not SHORTEST <= stretch.hold <= LONGEST:
        yield source.problem(
            source.line_at(("hold",)),
            f"the hold is {stretch.hold} s",
            f"Keep it between {SHORTEST} and {LONGEST} s",
        )
    if not stretch.muscles or not stretch.sources:
        yield source.problem(0, "muscles or sources are empty", "Name at least one of each")


def check_movement(content: Gathered, movement: MovementFile, folder: str) -> Iterator[Problem]:
    """movements/<id>/facts.toml."""
    source = content.sources[f"movements/{folder}/facts.toml"]
    yield from check_id(source, movement.id, folder)
    if not SHORTEST <= movement.seconds <= LONGEST:
        yield source.problem(
            source.line_at(("seconds",)),
            f"the movement lasts {movement.seconds} s",
            f"Let it last {SHORTEST} to {LONGEST} seconds",
        )


def check_routine(
    content: Gathered, known: Known, routine: RoutineFile, folder: str
) -> Iterator[Problem]:
    """routines/<id>/facts.toml."""
    source = content.sources[f"routines/{folder}/facts.toml"]
    yield from check_id(source, routine.id, folder)
    yield from unknown(source, "stretch", routine.stretches, known.stretches)
    held = SHORTEST <= routine.hold <= LONGEST
    if not (routine.stretches and routine.rounds >= 1 and held and routine.transition >= 3):
        yield source.problem(
            0,
            "the stretches or the times are out of range",
            f"Name a stretch, and use one round or more, holds of {SHORTEST} to {LONGEST} s, "
            "and transitions of 3 s or more",
        )


def check_id(source: Source, written: str, folder: str) -> Iterator[Problem]:
    """The id of a thing is the name of its folder."""
    if written != folder or not is_id(written):
        yield source.problem(
            source.line_of(written),
            f"the id '{written}' is not its folder's",
            f'Write id = "{folder}"',
        )
