"""The words of muscles, stretches, movements and routines: from sections to values of the core."""

import msgspec

from guide.content.decode import Source
from guide.content.forms import MovementFile, RoutineFile, StretchFile
from guide.content.problems import Problem
from guide.content.prose import Document, Section
from guide.core.catalogue import Claim, Guidance, Movement, PressWay, Routine, Stretch

_BEFORE = ("What it does", "How it hurts", "Find it", "Press it")
_AFTER = ("Stretch it", "Move it", "What keeps it going", "Cautions", "Evidence")
STROKES, HELPERS = "Stroke it", "Who can help"
PRESSED_HEADINGS = (*_BEFORE, STROKES, *_AFTER)
ALONE_HEADINGS = (*_BEFORE, HELPERS, *_AFTER)  # of a muscle that nobody presses alone
GENERAL_HEADINGS = ("Cautions", "Cautions where pressed", "Evidence", "Evidence where pressed")
STRETCH_HEADINGS = ("Start", "Move", "Feel", "Stop")
MOVEMENT_HEADINGS = ("Move",)
ROUTINE_HEADINGS = ("Summary",)
POSTURES = ("chair", "standing", "wall", "floor", "bed", "table")
GRADES = ("tested", "limited", "none_shown", "tradition", "disputed")
ANSWERS = ("yes", "partly", "no", "unknown")
_JUDGED = ("effect", "mechanism", "rest")
_WAY = "'### title | tool | posture | points'"
_CLAIM = "'- claim | grade | sources'"
_VERDICT = "'effect yes, mechanism unknown, rest no'"


class General(msgspec.Struct, frozen=True):
    """What holds for every muscle, and what only for those that may be pressed."""

    cautions: tuple[str, ...]
    cautions_pressed: tuple[str, ...]
    evidence: tuple[Claim, ...]
    evidence_pressed: tuple[Claim, ...]

    def added(self, own: Guidance, pressed: bool) -> Guidance:
        """``own`` with what holds for all behind its own lines."""
        return msgspec.structs.replace(
            own,
            cautions=(
                *own.cautions,
                *self.cautions,
                *(self.cautions_pressed if pressed else ()),
            ),
            evidence=(
                *own.evidence,
                *self.evidence,
                *(self.evidence_pressed if pressed else ()),
            ),
            own_cautions=len(own.cautions),
            own_evidence=len(own.evidence),
        )


def read_guidance(
    source: Source, document: Document, muscle: str
) -> tuple[Guidance, list[Problem]]:
    """The guidance of ``muscle``, its own lines alone; parts that cannot be read are told."""
    problems: list[Problem] = []
    parts = {section.heading: section for section in document.sections}
    press, stroke = parts.get("Press it"), parts.get(STROKES)
    stretch, move = parts.get("Stretch it"), parts.get("Move it")
    guidance = Guidance(
        muscle=muscle,
        summary=_text(parts.get("What it does")),
        hurts=_items(parts.get("How it hurts")),
        find=_items(parts.get("Find it")),
        press=_ways(source, press, muscle, problems),
        press_note=_text(press),
        stroke=_ways(source, stroke, muscle, problems),
        stroke_note=_text(stroke),
        stretches=_items(stretch),
        stretch_note=_text(stretch),
        movements=_items(move),
        move_note=_text(move),
        helpers=_items(parts.get(HELPERS)),
        keeps_going=_items(parts.get("What keeps it going")),
        cautions=_items(parts.get("Cautions")),
        evidence=read_claims(source, parts.get("Evidence"), problems),
    )
    return guidance, problems


def read_general(source: Source, document: Document) -> tuple[General, list[Problem]]:
    """What holds for every muscle."""
    problems: list[Problem] = []
    cautions, pressed, evidence, tested = (document.section(each) for each in GENERAL_HEADINGS)
    general = General(
        cautions=_items(cautions),
        cautions_pressed=_items(pressed),
        evidence=read_claims(source, evidence, problems),
        evidence_pressed=read_claims(source, tested, problems),
    )
    return general, problems


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
        sources=facts.sources,
        bends_spine=facts.bends_spine,
        pose=facts.pose,
    )


def read_movement(facts: MovementFile, document: Document) -> Movement:
    """The movement of ``facts`` with its words."""
    return Movement(facts.id, document.title, _text(document.section("Move")), facts.seconds)


def read_routine(facts: RoutineFile, document: Document) -> Routine:
    """The routine of ``facts`` with its words."""
    summary = _text(document.section("Summary"))
    times = (facts.rounds, facts.hold, facts.transition)
    return Routine(facts.id, document.title, summary, facts.stretches, *times)


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def read_claims(
    source: Source, section: Section | None, problems: list[Problem]
) -> tuple[Claim, ...]:
    """The claims of ``section``, each with its grade and sources."""
    lines = section.lines if section else ()
    claims = (read_claim(source, line.text, line.line, problems) for line in lines)
    return tuple(claim for claim in claims if claim)


def read_claim(source: Source, text: str, line: int, problems: list[Problem]) -> Claim | None:
    """The claim that ``text`` of ``line`` makes, or None."""
    fields = [field.strip() for field in text.split("|")]
    if len(fields) not in (3, 4) or not all(fields):
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
    judged = _judged(source, fields[3], line, problems) if len(fields) == 4 else ("", "", "")
    return Claim(fields[0], fields[1], listed(fields[2]), *judged)


def _judged(source: Source, text: str, line: int, problems: list[Problem]) -> tuple[str, str, str]:
    """Was an effect seen, is the mechanism known, is it better than rest?"""
    words = [part.split() for part in listed(text)]
    effect, mechanism, rest = (
        next((pair[1] for pair in words if len(pair) == 2 and pair[0] == name), "")
        for name in _JUDGED
    )
    if len(words) != len(_JUDGED) or not {effect, mechanism, rest} <= set(ANSWERS):
        cure = f"Write it as {_VERDICT}, each of: {', '.join(ANSWERS)}"
        problems.append(source.problem(line, f"'{text}' judges no treatment", cure))
    return effect, mechanism, rest


def _ways(
    source: Source, section: Section | None, muscle: str, problems: list[Problem]
) -> tuple[PressWay, ...]:
    ways = (_way(source, part, muscle, problems) for part in (section.parts if section else ()))
    return tuple(way for way in ways if way)


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


def _text(section: Section | None) -> str:
    return section.text if section else ""


def _items(section: Section | None) -> tuple[str, ...]:
    return section.items if section else ()
