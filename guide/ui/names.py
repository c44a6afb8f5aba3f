"""Words for places, strengths and reasons, as the window says them."""

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.core.ranking import Reason, ReasonKind
from guide.core.safety import After, Onset, PainKind
from guide.i18n import _
from guide.ui.directions import side_words
from guide.words import strength_word


def place_words(catalogue: Catalogue, place: Place) -> str:
    """A zone and its side ("Temple · its right"); midline zones have no side to say."""
    zone = catalogue.zones.get(place.zone)
    name = zone.label if zone else place.zone
    return name if place.side is Side.MIDLINE else f"{name} · {side_words(place.side)}"


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
