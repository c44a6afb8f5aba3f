"""The catalogue as it is, as if every muscle had guidance, and with careless facts.

Guidance exists for a few muscles so far. The guard must hold for the others too on the day
theirs is written, and its rules must hold where a muscle's own list of tools fails.
"""

from msgspec.structs import replace

from guide.core.answers import After, Answers, Onset, PainKind
from guide.core.catalogue import Catalogue, Muscle, Way
from guide.core.drawing import Drawing
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety.situation import Situation

POSTURES = (
    "chair",
    "wall",
    "bed",
    "floor",
    "table",
    "standing",
    "lying_back",
    "lying_front",
    "lying_side",
)
WRITTEN = ("chair", "wall", "bed")  # the postures of the guidance that all muscles get
NOW = "2026-11-22T12:00:00Z"


def as_if_guided(catalogue: Catalogue) -> Catalogue:
    """Every muscle with guidance that names each of its tools, in several postures."""
    muscles = catalogue.muscles.values()
    return replace(
        catalogue,
        guided=frozenset(catalogue.muscles),
        ways={muscle.id: _ways(muscle) for muscle in muscles},
    )


def careless(catalogue: Catalogue) -> Catalogue:
    """As if guided, and as if every muscle's facts named every tool that there is."""
    tools, guided = tuple(catalogue.tools), as_if_guided(catalogue)
    muscles = {
        name: replace(muscle, tools=tools, tool_limits={})
        for name, muscle in catalogue.muscles.items()
    }
    return replace(guided, muscles=muscles)


def _ways(muscle: Muscle) -> tuple[Way, ...]:
    points = tuple(point.id for point in muscle.points if point.self_press)
    return tuple(Way(tool, posture, points) for tool in muscle.tools for posture in WRITTEN)


def answered(
    catalogue: Catalogue,
    *items: ProfileItem,
    signs: frozenset[str] = frozenset(),
    daily: frozenset[str] = frozenset(),
    drawing: Drawing = Drawing(),  # noqa: B008  (a frozen value)
) -> Situation:
    """Somebody who has answered everything: an adult under 50, since days, after nothing."""
    every_sign = {sign.id for flag in catalogue.red_flags.values() for sign in flag.signs}
    answers = Answers(
        onset=Onset.DAYS,
        after=After.NOTHING,
        kinds=frozenset({PainKind.ACHE}),
        no_pressure=daily,
        signs=signs,
        asked=frozenset(every_sign | set(catalogue.no_pressure)),
    )
    profile = Profile(adult=True, fifty_or_over=False, items=items, asked=True)
    return Situation(drawing=drawing, answers=answers, profile=profile, now_utc=NOW)
