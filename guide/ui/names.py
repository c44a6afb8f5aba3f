"""Words for places, sides, views and strengths, as the window says them."""

from guide.core.anatomy import FigureName, Place, Side, View
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.core.ranking import Reason, ReasonKind
from guide.core.safety import After, Onset, PainKind
from guide.i18n import _
from guide.words import strength_word


def place_words(catalogue: Catalogue, place: Place) -> str:
    """A zone and its side ("Temple · its right"); midline zones have no side to say."""
    zone = catalogue.zones.get(place.zone)
    name = zone.label if zone else place.zone
    return name if place.side is Side.MIDLINE else f"{name} · {side_words(place.side)}"


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


def figure_name(figure: FigureName) -> str:
    """The name of a figure."""
    return {FigureName.FEMALE: _("Female figure"), FigureName.MALE: _("Male figure")}[figure]


def mark_words(strength: Strength | None) -> str:
    """Whether and how a zone is painted."""
    return strength_word(strength) if strength else _("not painted")


def onset_words(onset: Onset) -> str:
    """Since when it hurts."""
    return {
        Onset.TODAY: _("Since today"),
        Onset.DAYS: _("For some days"),
        Onset.WEEKS: _("For some weeks"),
        Onset.MONTHS: _("For months or longer"),
    }[onset]


def after_words(after: After) -> str:
    """After what it began."""
    return {
        After.NOTHING: _("Nothing in particular"),
        After.EFFORT: _("Effort, or an unusual load"),
        After.FALL: _("A fall, a blow or another injury"),
    }[after]


def kind_words(kind: PainKind) -> str:
    """What it feels like."""
    return {
        PainKind.ACHE: _("Aching, pulling or stiff"),
        PainKind.SHARP: _("Sharp or stabbing"),
        PainKind.BURNING: _("Burning"),
        PainKind.NUMB: _("Numb or tingling"),
    }[kind]


def why_text(catalogue: Catalogue, reasons: tuple[Reason, ...]) -> str:
    """Why a muscle is in the ranking: what its pattern covers, and what it leaves open."""
    lines = []
    for kind, text in (
        (ReasonKind.MAIN, _("Main pattern: {places}")),
        (ReasonKind.SPILLOVER, _("Wider pattern: {places}")),
        (ReasonKind.CROSSED, _("Across the middle: {places}")),
        (ReasonKind.UNEXPLAINED, _("Not in its pattern: {places}")),
        (ReasonKind.GUIDE, _("Named early in the standard guides: {places}")),
    ):
        places = [reason.place for reason in reasons if reason.kind is kind]
        if places:
            names = (catalogue.zones[place.zone].label.lower() for place in places)
            lines.append(text.format(places=", ".join(dict.fromkeys(names))))
    return "\n".join(lines)
