"""What the pointer means: the muscle on top where muscles are shown, else the area of the skin."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect

from guide.app.map_state import MapState
from guide.core.anatomy import Chosen, Place
from guide.core.sight import Sight
from guide.ui.body.anatomy import danger_at, landmark_at, muscle_at
from guide.ui.body.canvas import MapCanvas
from guide.ui.body.facts import MapFacts

REACH = 9.0  # widget pixels to a landmark


class Pointed(NamedTuple):
    """What lies under a point; a place or a muscle, never both."""

    place: Place | None = None
    muscle: Chosen | None = None
    danger: str = ""  # id of a danger zone that is shown there
    landmark: str = ""


def under(canvas: MapCanvas, sight: Sight, at: QPointF) -> Pointed:
    """What lies under a point of the widget, of the layers that are shown."""
    x, y = canvas.viewport.to_picture(at.x(), at.y())
    paths = canvas.paths
    muscle = muscle_at(paths, sight, x, y) if sight.muscles else None
    place = paths.shapes.at(x, y) if muscle is None and sight.zones else None
    reach = REACH / canvas.viewport.scale
    return Pointed(
        place, muscle, danger_at(paths, sight, x, y), landmark_at(paths, sight, x, y, reach)
    )


def tip(
    canvas: MapCanvas, facts: MapFacts, state: MapState, pointed: Pointed
) -> tuple[QRect, str] | None:
    """What is said about it, and beside which box of the widget; None for nothing."""
    paths, lines = canvas.paths, []
    box = QRect()
    if pointed.place is not None and pointed.place in paths.zones:
        box = canvas.box_of(pointed.place)
        lines.append(facts.tip(state, pointed.place))
    elif pointed.muscle is not None:
        box = canvas.box_of_muscle(pointed.muscle)
        lines.append(facts.muscle_tip(paths, pointed.muscle))
    if pointed.landmark and pointed.landmark in paths.shapes.landmarks:
        if box.isEmpty():
            at = QPointF(*canvas.viewport.to_widget(*paths.shapes.landmarks[pointed.landmark]))
            box = QRect(at.toPoint(), at.toPoint())
        lines.append(facts.landmark_words(pointed.landmark))
    lines = [line for line in lines if line]
    if pointed.danger:
        lines.append(facts.danger_words(pointed.danger))
    return (box, "\n".join(lines)) if lines and not box.isNull() else None
