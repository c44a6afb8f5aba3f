"""Medians, percentiles and ratios with their uncertainty."""

import math
from random import Random
from statistics import median

import msgspec

VOID = (0.95, 1.05)  # the limit beside itself must stay inside, or the run says nothing


class Ratio(msgspec.Struct, frozen=True):
    """A median of ratios, pair by pair, with a bootstrap interval of 95 %."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        """Read as 1.28 (1.25..1.31)."""
        return f"{self.middle:.2f} ({self.low:.2f}..{self.high:.2f})"


def ratio(over: list[float], under: list[float], seed: int) -> Ratio:
    """Return the ratio of two lists taken in the same rounds; both must be of one length."""
    pairs = [a / b for a, b in zip(over, under, strict=True)]
    chance = Random(seed)
    again = sorted(median(chance.choices(pairs, k=len(pairs))) for _turn in range(2000))
    return Ratio(median(pairs), again[50], again[-51])


def percentile(values: list[float], share: float) -> float:
    """Return the smallest value that `share` (0..1] of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def void(limit: Ratio) -> bool:
    """Tell whether the limit differed from itself: then the machine was not quiet enough."""
    return not VOID[0] <= limit.middle <= VOID[1]
