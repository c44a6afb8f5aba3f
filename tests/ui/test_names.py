"""Words for places: the figure's own side, never in doubt."""

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Strength
from guide.core.ranking import Reason, ReasonKind
from guide.core.safety import After, Onset, PainKind
from guide.ui.names import (
    after_words,
    kind_words,
    mark_words,
    onset_words,
    place_words,
    why_text,
)

TEMPLE = Place("head.temple", Side.RIGHT)
NECK = Place("neck.posterior_lower", Side.RIGHT)


def test_a_place_says_its_own_side(catalogue: Catalogue) -> None:
    assert place_words(catalogue, TEMPLE) == "Temple · its right"
    assert place_words(catalogue, Place("head.temple", Side.LEFT)) == "Temple · its left"


def test_a_midline_zone_has_no_side_to_say(catalogue: Catalogue) -> None:
    zone = next(zone for zone in catalogue.zones.values() if zone.midline)
    assert place_words(catalogue, Place(zone.id, Side.MIDLINE)) == zone.label


def test_every_strength_has_its_word() -> None:
    assert mark_words(None) == "not painted"
    assert len({mark_words(strength) for strength in Strength}) == 3


def test_reasons_are_gathered_by_what_they_say(catalogue: Catalogue) -> None:
    reasons = (
        Reason(ReasonKind.MAIN, NECK),
        Reason(ReasonKind.UNEXPLAINED, TEMPLE),
        Reason(ReasonKind.GUIDE, NECK, 1),
    )
    assert why_text(catalogue, reasons).splitlines() == [
        "Main pattern: lower back of the neck",
        "Not in its pattern: temple",
        "Named early in the standard guides: lower back of the neck",
    ]


def test_every_first_answer_has_words_of_its_own() -> None:
    words = [
        *map(onset_words, Onset),
        *map(after_words, After),
        *map(kind_words, PainKind),
    ]
    assert len(set(words)) == len(Onset) + len(After) + len(PainKind)
    assert all(words)
