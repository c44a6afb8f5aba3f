"""Ways that the guard would refuse to everybody: their text would never be shown."""

from collections.abc import Iterator

from guide.content.assemble import catalogue
from guide.content.gather import Gathered
from guide.content.problems import Problem
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, PressWay
from guide.core.safety import Outcome, Request, Situation, decide_all
from guide.core.safety_facts import Act


def check_guarded(content: Gathered) -> Iterator[Problem]:
    """Every way of sound content is allowed to somebody of whom nothing is known."""
    facts = catalogue(content)
    for language, texts in content.guidance.items():
        for muscle, text in texts.items():
            prose = content.prose[f"muscles/{muscle}/{language}.md"]
            lines = {
                part.heading: part.line
                for section in prose.document.sections
                for part in section.parts
            }
            for way in (*text.press, *text.stroke):
                if reasons := _refused(facts, muscle, way):
                    line = next(lines[head] for head in lines if head.startswith(way.title))
                    yield prose.source.problem(
                        line,
                        f"the guard refuses '{way.title}' to everybody: {', '.join(reasons)}",
                        "Use another tool, posture or point",
                    )


def _refused(facts: Catalogue, muscle: str, way: PressWay) -> list[str]:
    """Why ``way`` is never allowed; empty where it is."""
    requests = [
        Request(Act.PRESS, muscle, Side.RIGHT, point, way.tool, way.posture) for point in way.points
    ]
    decisions = decide_all(facts, Situation(on_paper=True), requests)
    refused = (each for each in decisions if each.outcome is Outcome.REFUSE)
    return sorted({reason for each in refused for reason in each.reasons})
