"""Which close-up shows a place best: where zooming in leads."""

from guide.core.anatomy import Place, Side
from guide.core.aspect import Aspect, of_close_up
from guide.core.orientation import CloseUp

# Zones by the beginning of their ids; the first that fits counts.
_ZONES = (
    (("hand.palm", "hand.thumb", "hand.fingers_volar", "wrist.volar"), CloseUp.HAND_PALM),
    (("hand.", "wrist."), CloseUp.HAND_BACK),
    (("sole.", "toe.great_plantar", "toe.lesser_plantar", "heel."), CloseUp.FOOT_SOLE),
    (("foot.dorsum", "toe.", "ankle.anterior"), CloseUp.FOOT_TOP),
    (("foot.lateral", "ankle.lateral"), CloseUp.FOOT_OUTER),
    (("foot.", "ankle.medial", "ankle.achilles"), CloseUp.FOOT_INNER),
    (("elbow.antecubital", "elbow.medial"), CloseUp.ELBOW_CREASE),
    (("arm.medial",), CloseUp.ARMPIT),
    (("head.occiput", "neck.posterior"), CloseUp.HEAD_BACK),
    (("head.ear", "head.behind_ear", "head.side", "head.temple", "face.tmj"), CloseUp.HEAD_SIDE),
    (("head.", "face.", "neck.front"), CloseUp.HEAD_FRONT),
)
_HEAD = (CloseUp.HEAD_FRONT, CloseUp.HEAD_SIDE, CloseUp.HEAD_BACK)


def close_up_of(place: Place, aspect: Aspect) -> Aspect | None:
    """The close-up for ``place`` as seen from ``aspect``; None where the figure serves as well."""
    found = next((each for starts, each in _ZONES if place.zone.startswith(starts)), None)
    if found is None:
        return None
    side = place.side
    if found in _HEAD:  # the head is seen from where one stands, not from where the zone faces
        side = aspect.toward
        found = CloseUp.HEAD_SIDE
        if side is Side.MIDLINE:
            behind = aspect.at_the_right is Side.RIGHT
            found = CloseUp.HEAD_BACK if behind else CloseUp.HEAD_FRONT
    if side not in found.sides:
        return None
    return of_close_up(found, side)
