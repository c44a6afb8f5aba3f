"""Words for sides, views and figures: a light module, because the first paint says the sides."""

from guide.core.aspect import Aspect
from guide.core.orientation import CloseUp, Side, View
from guide.i18n import _


def side_words(side: Side) -> str:
    """The figure's own side, so that nobody takes it for the viewer's."""
    return {Side.LEFT: _("its left"), Side.RIGHT: _("its right"), Side.MIDLINE: _("middle")}[side]


def side_title(side: Side) -> str:
    """The same at the edge of the picture."""
    return {Side.LEFT: _("Its left"), Side.RIGHT: _("Its right"), Side.MIDLINE: ""}[side]


def view_name(view: View) -> str:
    """The short name of a view, for its button."""
    return {
        View.FRONT: _("Front"),
        View.BACK: _("Back"),
        View.LEFT: _("Left"),
        View.RIGHT: _("Right"),
        View.SOLES: _("Soles"),
    }[view]


def view_words(view: View) -> str:
    """From where the figure is seen, in words."""
    return {
        View.FRONT: _("seen from the front"),
        View.BACK: _("seen from the back"),
        View.LEFT: _("seen from its left"),
        View.RIGHT: _("seen from its right"),
        View.SOLES: _("the soles of its feet"),
    }[view]


def close_up_name(close_up: CloseUp, side: Side) -> str:
    """What a close-up shows, with the side where there are two."""
    name = {
        CloseUp.HEAD_FRONT: _("Head from the front"),
        CloseUp.HEAD_SIDE: _("Head from the side"),
        CloseUp.HEAD_BACK: _("Head from the back"),
        CloseUp.HAND_PALM: _("Palm of the hand"),
        CloseUp.HAND_BACK: _("Back of the hand"),
        CloseUp.FOOT_SOLE: _("Sole of the foot"),
        CloseUp.FOOT_TOP: _("Foot from above"),
        CloseUp.FOOT_INNER: _("Inner side of the foot"),
        CloseUp.FOOT_OUTER: _("Outer side of the foot"),
        CloseUp.ELBOW_CREASE: _("Crease of the elbow"),
        CloseUp.ARMPIT: _("Armpit, arm raised"),
    }[close_up]
    return name if side is Side.MIDLINE else f"{name} · {side_words(side)}"


def aspect_title(aspect: Aspect) -> str:
    """The short name of an aspect, above the figure."""
    if aspect.close_up is not None:
        return close_up_name(aspect.close_up, aspect.side)
    return view_name(aspect.view) if aspect.view else _("Turned")


def aspect_words(aspect: Aspect) -> str:
    """From where the figure is seen, in words, at any angle."""
    if aspect.close_up is not None:
        name = close_up_name(aspect.close_up, aspect.side)
        return _("close-up: {name}").format(name=name)
    if aspect.view is not None:
        return view_words(aspect.view)
    nearest = round(aspect.turn / 45.0) % 8
    words = (
        view_words(View.FRONT),
        _("seen half from the front, half from its left"),
        view_words(View.LEFT),
        _("seen half from the back, half from its left"),
        view_words(View.BACK),
        _("seen half from the back, half from its right"),
        view_words(View.RIGHT),
        _("seen half from the front, half from its right"),
    )[nearest]
    if aspect.tilt > 10:
        return _("{words}, from above").format(words=words)
    return _("{words}, from below").format(words=words) if aspect.tilt < -10 else words


def side_that_faces(side: Side) -> str:
    """At the edge of a picture that shows one side alone."""
    return {
        Side.LEFT: _("Its left side faces you"),
        Side.RIGHT: _("Its right side faces you"),
        Side.MIDLINE: "",
    }[side]
