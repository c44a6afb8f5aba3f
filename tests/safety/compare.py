"""What is wrong with a decision, measured by the oracle."""

from collections.abc import Iterable

from guide.core.dose import Caps
from guide.core.safety.situation import Decision
from tests.safety.oracle import Row

AT_LEAST = frozenset({"days_between"})  # a higher number is the stricter one


def faults(decision: Decision, rows: Iterable[Row]) -> list[str]:
    """Why ``decision`` must not be, in words; empty when it keeps every row."""
    rows = tuple(rows)
    if not decision.allowed:
        return [] if decision.reasons else ["refused without a reason"]
    found = [f"forbidden: {row.entry} {row.why}" for row in rows if not row.limits]
    if decision.caps is None:
        return found
    numbers = reached(decision.caps)
    for row in rows:
        for name, limit in row.limits.items():
            over = numbers[name] < limit if name in AT_LEAST else numbers[name] > limit
            if over:
                found.append(f"{name} {numbers[name]}, not {limit}: {row.entry} {row.why}")
    return found


def reached(caps: Caps) -> dict[str, int]:
    """The most that the caps allow, by the names of the oracle."""
    return {
        "discomfort": max(caps.discomfort_cap, caps.discomfort.high),
        "hold": caps.hold.high,
        "repeats": caps.repeats.high,
        "spots": caps.spots,
        "per_day": caps.per_day,
        "days_between": caps.days_between,
        "total": caps.total,
    }
