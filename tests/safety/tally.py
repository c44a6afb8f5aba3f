"""What a walk decides, counts and finds wrong; `pytest -s` shows what it says about itself."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from guide.core.catalogue import Catalogue
from guide.core.safety import Request, Situation, decide_all
from guide.core.safety_facts import Act
from tests.safety import oracle
from tests.safety.compare import faults

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def tell(text: str) -> None:
    """Write a line of the walk's report."""
    sys.stdout.write(f"\n{text}")


class Tally:
    """Counts what was walked and keeps what was wrong."""

    def __init__(self, name: str) -> None:
        self.name, self.begun = name, time.perf_counter()
        self.decided = 0
        self.wrong: Counter[str] = Counter()
        self.example: dict[str, str] = {}

    def look(
        self,
        catalogue: Catalogue,
        situation: Situation,
        told: tuple[oracle.Told, ...],
        asked: Sequence[oracle.Asked],
    ) -> None:
        """Decide what is ``asked``, and hold it against the rows for who ``told`` that."""
        decisions = decide_all(catalogue, situation, map(_request, asked))
        self.decided += len(decisions)
        for each, decision in zip(asked, decisions, strict=True):
            listed = each.muscle.tools != tuple(catalogue.tools)
            rows = oracle.concerning(each, told, NOW)
            for fault in faults(decision, (row for row in rows if listed or not row.listed)):
                key = f"{each.act} {each.point.id if each.point else each.muscle.id}: {fault}"
                self.wrong[key] += 1
                ways = f"{each.tool} {each.posture} {each.stretch} {each.side}"
                self.example.setdefault(key, f"{ways} with {told}: {decision}")

    def end(self, classes: str = "") -> None:
        """Say how much was walked; fail with what was wrong."""
        seconds = time.perf_counter() - self.begun
        tell(f"{self.name}: {self.decided} decisions in {seconds:.1f} s. {classes}")
        lines = [f"{count} x {key}\n    {self.example[key]}" for key, count in self.wrong.items()]
        assert not self.wrong, f"{len(lines)} kinds of fault:\n" + "\n".join(lines[:60])


def _request(asked: oracle.Asked) -> Request:
    point = asked.point.id if asked.point else None
    tool, posture, stretch = asked.tool, asked.posture, asked.stretch
    return Request(Act(asked.act), asked.muscle.id, asked.side, point, tool, posture, stretch)
