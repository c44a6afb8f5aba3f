"""The words of muscles and stretches: from Markdown sections to the values of the core."""

from guide.content.decode import Source
from guide.content.forms import StretchFile
from guide.content.problems import Problem
from guide.content.prose import Document, Section
from guide.core.catalogue import Claim, Guidance, PressWay, Stretch

MUSCLE_HEADINGS = (
    "What it does",
    "How it hurts",
    "Find it",
    "Press it",
    "Stretch it",
    "What keeps it going",
    "Cautions",
    "Evidence",
)
STRETCH_HEADINGS = ("Start", "Move", "Feel", "Stop")
POSTURES = ("chair", "standing", "wall", "floor", "bed", "table")
GRADES = ("tested", "limited", "none_shown", "tradition", "disputed")
_WAY = "'### title | tool | posture | points'"
_CLAIM = "'- claim | grade | sources'"


def read_guidance(
    source: Source, document: Document, muscle: str
) -> tuple[Guidance, list[Problem]]:
    """The guidance of ``muscle``; parts that cannot be read are left out and told."""
    problems: list[Problem] = []
    parts = {heading: document.section(heading) for heading in MUSCLE_HEADINGS}
    press, evidence = parts["Press it"], parts["Evidence"]
    ways = [_way(source, part, muscle, problems) for part in (press.parts if press else ())]
    claims = [
        _claim(source, line.text, line.line, problems)
        for line in (evidence.lines if evidence else ())
    ]
    guidance = Guidance(
        muscle=muscle,
        summary=_text(parts["What it does"]),
        hurts=_items(parts["How it hurts"]),
        find=_items(parts["Find it"]),
        press=tuple(way for way in ways if way),
        press_note=_text(press),
        stretches=_items(parts["Stretch it"]),
        keeps_going=_items(parts["What keeps it going"]),
        cautions=_items(parts["Cautions"]),
        evidence=tuple(claim for claim in claims if claim),
    )
    return guidance, problems


def read_stretch(facts: StretchFile, document: Document) -> Stretch:
    """The stretch of ``facts`` with its words."""
    start, move, feel, stop = (_text(document.section(each)) for each in STRETCH_HEADINGS)
    return Stretch(
        id=facts.id,
        name=document.title,
        sides=facts.sides,
        posture=facts.posture,
        muscles=facts.muscles,
        start=start,
        move=move,
        feel=feel,
        stop=stop,
        hold_seconds=facts.hold,
        pose=facts.pose,
        sources=facts.sources,
    )


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _way(source: Source, part: Section, muscle: str, problems: list[Problem]) -> PressWay | None:
    fields = [field.strip() for field in part.heading.split("|")]
    if len(fields) != 4 or not all(fields):
        problems.append(
            source.problem(
                part.line, f"'{part.heading}' does not name a way to press", f"Write it as {_WAY}"
            )
        )
        return None
    title, tool, posture, points = fields
    if not part.items:
        problems.append(source.problem(part.line, f"'{title}' has no steps", "Add a numbered list"))
    ids = tuple(f"{muscle}.{point}" for point in listed(points))
    return PressWay(tool, posture, ids, part.items, title)


def _claim(source: Source, text: str, line: int, problems: list[Problem]) -> Claim | None:
    fields = [field.strip() for field in text.split("|")]
    if len(fields) != 3 or not all(fields):
        problems.append(
            source.problem(
                line, "this claim lacks its grade or its sources", f"Write it as {_CLAIM}"
            )
        )
        return None
    if fields[1] not in GRADES:
        problems.append(
            source.problem(line, f"unknown grade '{fields[1]}'", f"Use one of: {', '.join(GRADES)}")
        )
    return Claim(fields[0], fields[1], listed(fields[2]))


def _text(section: Section | None) -> str:
    return section.text if section else ""


def _items(section: Section | None) -> tuple[str, ...]:
    return section.items if section else ()
