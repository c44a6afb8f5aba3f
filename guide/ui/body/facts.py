"""What the map needs of the catalogue: the words for a place, and the scene of a state."""

import re

from guide.app.map_state import MapState
from guide.core.anatomy import Chosen, Place, Side
from guide.core.catalogue import Catalogue, Guidance, Landmark
from guide.i18n import _
from guide.ui.body.paths import ViewPaths
from guide.ui.body.scene import Scene, make_scene
from guide.ui.directions import side_words
from guide.ui.names import mark_words, place_words
from guide.words import muscle_name


class MapFacts:
    """Says what the map shows; the map itself can be painted without it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def scene(self, state: MapState) -> Scene:
        """What lies over the figure in ``state``."""
        lit = state.lit
        referral = self._catalogue.muscles[lit.muscle].referral if lit else None
        sight, marks = state.intent.sight, state.intent.drawing.marks
        return make_scene(marks, lit, referral, sight, self._named(state))

    def _named(self, state: MapState) -> tuple[str, ...]:
        """The landmarks that the guidance speaks of, on the side of the muscle."""
        chosen, guidance = state.intent.chosen, state.guidance
        if chosen is None or guidance is None or chosen != state.lit:
            return ()
        return named_landmarks(self._catalogue, guidance, chosen.side)

    def name(self, place: Place) -> str:
        """The zone and its side."""
        return place_words(self._catalogue, place)

    def muscle_name(self, muscle: Chosen) -> str:
        """The muscle and its side."""
        return muscle_name(self._catalogue.muscles[muscle.muscle], muscle.side)

    def muscle_tip(self, paths: ViewPaths, muscle: Chosen) -> str:
        """What stands at the pointer over a muscle: its name and side, and how deep it lies."""
        name = f"{self._catalogue.muscles[muscle.muscle].name} · {side_words(muscle.side)}"
        shape = paths.muscle(muscle.muscle, muscle.side)
        if shape is not None and shape.projected:
            return _("{name} · too deep to be seen: this is where it lies").format(name=name)
        return _("{name} · lies deep").format(name=name) if shape and shape.deep else name

    def danger_words(self, danger: str) -> str:
        """What lies in a danger zone, and what to do about it."""
        fact = self._catalogue.danger_zones[danger]
        return _("Take care: {name}. {text}").format(name=fact.name, text=fact.text)

    def landmark_words(self, landmark: str) -> str:
        """The plain name of a landmark, and its side."""
        name, _dot, side = landmark.partition(".")
        known = self._catalogue.landmarks.get(name)
        if known is None:
            return ""
        sides = {"L": Side.LEFT, "R": Side.RIGHT}
        return f"{known.label} · {side_words(sides[side])}" if side else known.label

    def description(self, state: MapState, place: Place) -> str:
        """Whether and how strongly ``place`` is painted."""
        return mark_words(state.intent.drawing.strength_at(place))

    def tip(self, state: MapState, place: Place) -> str:
        """What stands at the pointer: the name, and how strongly it is painted."""
        painted = state.intent.drawing.strength_at(place) is not None
        name = self.name(place)
        return f"{name} · {self.description(state, place)}" if painted else name


def named_landmarks(catalogue: Catalogue, guidance: Guidance, side: Side) -> tuple[str, ...]:
    """The landmarks that a guidance speaks of, as the shapes name them on ``side``."""
    text = " ".join(guidance.find).lower()
    found = (mark for mark in catalogue.landmarks.values() if spoken_of(mark, text))
    ending = {Side.LEFT: ".L", Side.RIGHT: ".R", Side.MIDLINE: ""}[side]
    return tuple(name for mark in found for name in (mark.id, f"{mark.id}{ending}"))


def spoken_of(landmark: Landmark, text: str) -> bool:
    """True when ``text``, in lower case, uses one of the landmark's words."""
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in landmark.words)
