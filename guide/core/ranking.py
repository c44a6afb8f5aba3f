"""Which muscles may refer pain to the painted places, best fit first, with reasons.

A muscle of one side covers a mark that lies in its main pattern (weight 1.0) or in its
spillover (0.4), on its own side or on the midline; a mark on the other side counts only in
the zones that the muscle is known to cross to, and then as spillover. Two shares make the
score: how much of the drawing the muscle explains, each mark weighed by its strength (0.8),
and how much of its main pattern is painted (0.2): so the whole drawing comes first, and a
muscle that is mostly painted stands above one with a huge pattern that is barely touched.

The patterns are approximate, so scores are compared in steps of a tenth. Ties go to the
muscle that the standard guides name earliest for one of the painted zones, then by id, then
to the side that was painted first. The guides' order hides no muscle and lifts none above a
better score.
"""

from enum import StrEnum
from operator import itemgetter

import msgspec
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Muscle
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


MAIN_WEIGHT = 1.0
SPILLOVER_WEIGHT = 0.4
EXPLAINED_SHARE = 0.8
PAINTED_SHARE = 0.2
WELL_FROM = 2 / 3  # of the drawing explained
PARTLY_FROM = 1 / 3
EARLY = 3  # a guide's rank that is worth a reason
_UNNAMED = 1000  # stands behind every rank of the guides


def rank(catalogue: Catalogue, marks: tuple[Mark, ...]) -> tuple[Candidate, ...]:
    """All muscles whose referral touches the marks, best first."""
    guide = _guide_ranks(catalogue, {mark.place.zone for mark in marks})
    first = next((mark.place.side for mark in marks if mark.place.side is not Side.MIDLINE), None)
    found: list[tuple[tuple[float, int, str, bool], Candidate]] = []
    for muscle in catalogue.muscles.values():
        for side in (Side.RIGHT, Side.LEFT):
            if coverage(muscle, side, marks) > 0:
                candidate = _candidate(muscle, side, marks, guide)
                named = _best_rank(candidate, guide)
                key = (-candidate.score, named, muscle.id, side is not (first or Side.RIGHT))
                found.append((key, candidate))
    found.sort(key=itemgetter(0))
    return tuple(replace(each, rank=place) for place, (_, each) in enumerate(found, start=1))


def coverage(muscle: Muscle, side: Side, marks: tuple[Mark, ...]) -> float:
    """The sum of what ``muscle`` of ``side`` covers of ``marks``, weighed by strength."""
    return sum(mark.strength * _WEIGHT[_lies(muscle, side, mark.place)] for mark in marks)


_WEIGHT = {
    ReasonKind.MAIN: MAIN_WEIGHT,
    ReasonKind.SPILLOVER: SPILLOVER_WEIGHT,
    ReasonKind.CROSSED: SPILLOVER_WEIGHT,
    ReasonKind.UNEXPLAINED: 0.0,
}


def _lies(muscle: Muscle, side: Side, place: Place) -> ReasonKind:
    """Where ``place`` lies in the referral of ``muscle`` of ``side``."""
    referral = muscle.referral
    known = place.zone in referral.main or place.zone in referral.spillover
    if not known:
        return ReasonKind.UNEXPLAINED
    if place.side is side.other:
        return ReasonKind.CROSSED if place.zone in referral.crosses else ReasonKind.UNEXPLAINED
    return ReasonKind.MAIN if place.zone in referral.main else ReasonKind.SPILLOVER


def _candidate(
    muscle: Muscle, side: Side, marks: tuple[Mark, ...], guide: dict[tuple[str, str], int]
) -> Candidate:
    """The candidate without its place in the ranking (rank 0)."""
    explained = coverage(muscle, side, marks) / sum(mark.strength for mark in marks)
    lying = [Reason(_lies(muscle, side, mark.place), mark.place) for mark in marks]
    painted = {reason.place.zone for reason in lying if reason.kind is ReasonKind.MAIN}
    share = len(painted) / len(muscle.referral.main) if muscle.referral.main else 0.0
    named = [
        Reason(ReasonKind.GUIDE, reason.place, guide[reason.place.zone, muscle.id])
        for reason in lying
        if reason.kind is not ReasonKind.UNEXPLAINED
        and guide.get((reason.place.zone, muscle.id), _UNNAMED) <= EARLY
    ]
    return Candidate(
        muscle=muscle.id,
        side=side,
        rank=0,
        fit=_fit(explained),
        score=round(EXPLAINED_SHARE * explained + PAINTED_SHARE * share, 1),
        reasons=(*lying, *named),
    )


def _fit(explained: float) -> Fit:
    if explained >= WELL_FROM:
        return Fit.WELL
    return Fit.PARTLY if explained >= PARTLY_FROM else Fit.LITTLE


def _guide_ranks(catalogue: Catalogue, zones: set[str]) -> dict[tuple[str, str], int]:
    """(zone, muscle) -> the earliest rank that the standard guides give it, for ``zones``."""
    ranks: dict[tuple[str, str], int] = {}
    for entry in catalogue.guide_order:
        if entry.zone in zones:
            key = (entry.zone, entry.muscle)
            ranks[key] = min(entry.rank, ranks.get(key, entry.rank))
    return ranks


def _best_rank(candidate: Candidate, guide: dict[tuple[str, str], int]) -> int:
    """The earliest guide rank among the places that the candidate explains."""
    explained = (r.place.zone for r in candidate.reasons if r.kind is not ReasonKind.UNEXPLAINED)
    return min(guide.get((zone, candidate.muscle), _UNNAMED) for zone in explained)
