"""What the figure beside a text shows, and in which words that is said."""

from typing import NamedTuple

from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue, Guidance, Zone
from guide.core.lessons import Cue
from guide.core.sight import Sight
from guide.i18n import _
from guide.ui.body.facts import named_landmarks
from guide.ui.body.scene import Scene, make_scene
from guide.words import muscle_name


class Lit(NamedTuple):
    """A scene and its caption."""

    scene: Scene
    words: str


def whole_body() -> Lit:
    """The figure with nothing on it."""
    return Lit(Scene(), "")


def muscle_lit(catalogue: Catalogue, chosen: Chosen) -> Lit:
    """The muscle and its search areas."""
    return Lit(Scene(lit=chosen), muscle_name(catalogue.muscles[chosen.muscle], chosen.side))


def referral_lit(catalogue: Catalogue, chosen: Chosen) -> Lit:
    """Where the muscle may refer pain."""
    muscle = catalogue.muscles[chosen.muscle]
    words = _("{muscle}: its pain is commonly felt where the red is soft, sometimes at the dots")
    name = muscle_name(muscle, chosen.side)
    return Lit(make_scene((), chosen, muscle.referral, Sight()), words.format(muscle=name))


def find_lit(catalogue: Catalogue, chosen: Chosen, guidance: Guidance) -> Lit:
    """The muscle with the bones to feel for."""
    named = named_landmarks(catalogue, guidance, chosen.side)
    name = muscle_name(catalogue.muscles[chosen.muscle], chosen.side)
    words = _("{muscle}, and the bones to feel for").format(muscle=name) if named else name
    return Lit(Scene(lit=chosen, named=named), words)


def zone_lit(zone: Zone) -> Lit:
    """A zone, on both sides where it has two."""
    if not zone.on_skin:
        return Lit(
            Scene(), _("{zone}: inside the mouth, not to be seen here").format(zone=zone.label)
        )
    sides = (Side.MIDLINE,) if zone.midline else (Side.RIGHT, Side.LEFT)
    return Lit(Scene(main=tuple(Place(zone.id, side) for side in sides)), zone.label)


def cue_lit(catalogue: Catalogue, cue: Cue) -> Lit:
    """What a section of a lesson asks for, on the right side."""
    if cue.kind == "zone":
        return zone_lit(catalogue.zones[cue.id])
    chosen = Chosen(cue.id, Side.RIGHT)
    return (referral_lit if cue.kind == "referral" else muscle_lit)(catalogue, chosen)
