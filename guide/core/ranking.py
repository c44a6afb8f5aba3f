"""Which muscles may refer pain to the painted places, best fit first, with reasons."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Mark


class Fit(StrEnum):
    """How well a muscle's referral covers the drawing."""

    WELL = "well"
    PARTLY = "partly"
    LITTLE = "little"


class ReasonKind(StrEnum):
    """Why a muscle is where it is; the sentence for it is made by the front ends."""

    MAIN = "main"  # the place lies in its main pattern
    SPILLOVER = "spillover"  # the place lies in its spillover
    CROSSED = "crossed"  # the same, from the muscle of the other side
    UNEXPLAINED = "unexplained"  # the place lies in neither
    GUIDE = "guide"  # the standard guides name it early for the place (rank)


class Reason(msgspec.Struct, frozen=True):
    """One reason; ``rank`` is set for GUIDE alone."""

    kind: ReasonKind
    place: Place
    rank: int = 0


class Candidate(msgspec.Struct, frozen=True):
    """A muscle on a side with its place in the ranking (1 is best)."""

    muscle: str
    side: Side
    rank: int
    fit: Fit
    score: float
    reasons: tuple[Reason, ...]


def rank(catalogue: Catalogue, marks: tuple[Mark, ...]) -> tuple[Candidate, ...]:
    """All muscles whose referral touches the marks, best first."""
    raise NotImplementedError
