"""The second front end: asks the core the window's questions, in the terminal, without Qt."""

import io
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NoReturn

from guide import __version__, content, printed
from guide.content import ContentError
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue, Guidance, Muscle
from guide.core.dose import Caps, point_caps
from guide.core.drawing import Mark, Strength
from guide.core.ranking import Candidate, rank
from guide.core.safety import Decision, Request, Situation, decide, permitted
from guide.core.safety_facts import Act
from guide.i18n import _, language, n_
from guide.resources import asset_root
from guide.words import reason_text

OK, FAILED, MISUSED, BROKEN_PIPE = 0, 1, 2, 141
SIDES = (Side.LEFT.value, Side.RIGHT.value)


class Misuse(Exception):
    """The command line asks for what does not exist; the text is one sentence."""


def main(arguments: list[str]) -> int:
    """Answer `arguments` (without the program's name); return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a letter the terminal lacks is no reason to end
            stream.reconfigure(errors="replace")
    try:
        code = _answer(_parser().parse_args(arguments))
        sys.stdout.flush()
    except Misuse as misuse:
        print(misuse, file=sys.stderr)
        return MISUSED
    except (ContentError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever read has seen enough; nothing more can be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return code


class _Parser(ArgumentParser):
    """Says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        sentence = _("{message}. Try: unknot --help").format(message=message)
        raise Misuse(sentence[:1].upper() + sentence[1:])


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog="unknot", description=_("Without a command the window opens."), allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"unknot {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    find = commands.add_parser("find", help=_("which muscles may refer pain to these zones"))
    find.add_argument(
        "zones",
        nargs="+",
        metavar="ZONE[@SIDE][:STRENGTH]",
        help=_("such as head.temple@right:2; strength 1 mild, 2 moderate, 3 strong"),
    )
    muscle = commands.add_parser("muscle", help=_("the guidance of one muscle"))
    muscle.add_argument("muscle", metavar="ID")
    for command in (find, muscle):
        command.add_argument("--side", choices=SIDES, help=_("where none is named"))
    zones = commands.add_parser("zones", help=_("all zones of the body map"))
    for command in (find, muscle, zones):
        command.add_argument("--json", action="store_true", help=_("for programs"))
    commands.add_parser("check", help=_("look for mistakes in the content"))
    return parser


def _answer(asked: Namespace) -> int:
    if asked.command == "check":
        return _check()
    catalogue = content.load()
    if asked.command == "zones":
        return _zones(catalogue, asked.json)
    if asked.command == "find":
        return _find(catalogue, asked)
    return _muscle(catalogue, asked)


def _find(catalogue: Catalogue, asked: Namespace) -> int:
    marks = tuple(_mark(catalogue, text, asked.side) for text in asked.zones)
    places = [mark.place for mark in marks]
    for place in places:
        if places.count(place) > 1:
            raise Misuse(_("{zone} is named twice: name it once.").format(zone=place.zone))
    if asked.side is None and any(
        "@" not in text and m.place.side is Side.RIGHT
        for text, m in zip(asked.zones, marks, strict=True)
    ):
        _say(_("No side was named: taken as right. For the other: --side left"))
    ranking = rank(catalogue, marks)
    if asked.json:
        _write_json(_found_json(catalogue, marks, ranking))
    else:
        _write(printed.found(catalogue, marks, ranking))
    return OK


def _mark(catalogue: Catalogue, text: str, default: str | None) -> Mark:
    """The mark that `text` names: ZONE[@SIDE][:STRENGTH]."""
    rest, colon, strong = text.partition(":")
    name, at, sided = rest.partition("@")
    zone = catalogue.zones.get(name)
    if zone is None:
        raise Misuse(
            _unknown(_("There is no zone {id}."), name, catalogue.zones)
            or _("There is no zone {id}. All are listed by: unknot zones").format(id=name)
        )
    if at and sided not in SIDES:
        raise Misuse(_("The side in {text} must be left or right.").format(text=text))
    if at and zone.midline:
        raise Misuse(
            _("{zone} lies on the midline: leave @{side} out.").format(zone=name, side=sided)
        )
    if colon and strong not in ("1", "2", "3"):
        raise Misuse(
            _("The strength in {text} must be 1 (mild), 2 (moderate) or 3 (strong).").format(
                text=text
            )
        )
    side = Side.MIDLINE if zone.midline else Side(sided or default or Side.RIGHT)
    return Mark(Place(name, side), Strength(int(strong)) if colon else Strength.MODERATE)


def _muscle(catalogue: Catalogue, asked: Namespace) -> int:
    muscle = catalogue.muscles.get(asked.muscle)
    if muscle is None:
        raise Misuse(
            _unknown(_("There is no muscle {id}."), asked.muscle, catalogue.muscles)
            or _("There is no muscle {id}. Muscles are named by: unknot find ZONE").format(
                id=asked.muscle
            )
        )
    if asked.side is None:
        _say(_("No side was named: written for the right. For the other: --side left"))
    side = Side(asked.side or Side.RIGHT)
    guidance = content.guidance(muscle.id, language())
    situation = Situation(on_paper=True)
    decision = decide(catalogue, situation, Request(Act.PRESS, muscle.id, side))
    shown = guidance and permitted(catalogue, situation, side, guidance)
    if asked.json:
        for line in printed.safety(catalogue, printed.zones_of(muscle)):
            _say(line)
        _write_json(_muscle_json(catalogue, muscle, side, shown, decision))
    else:
        _write(printed.muscle_page(catalogue, muscle, side, shown, decision))
    return OK


def _zones(catalogue: Catalogue, as_json: bool) -> int:
    if not as_json:
        _write(printed.zone_list(catalogue))
        return OK
    fields = ("id", "label", "midline", "on_skin")
    zones = [{name: getattr(zone, name) for name in fields} for zone in catalogue.zones.values()]
    _write_json({"zones": zones})
    return OK


def _check() -> int:
    problems = content.check(asset_root() / "content")
    for problem in problems:
        print(problem)
    if not problems:
        print(_("The content has no mistakes."))
        return OK
    count = len(problems)
    _say(n_("{count} mistake.", "{count} mistakes.", count).format(count=count))
    return FAILED


def _found_json(
    catalogue: Catalogue, marks: tuple[Mark, ...], ranking: tuple[Candidate, ...]
) -> dict[str, object]:
    zones = [mark.place.zone for mark in marks]
    return {
        "zones": [
            {"id": m.place.zone, "side": _side(m.place.side), "strength": int(m.strength)}
            for m in marks
        ],
        "safety": list(printed.flags_of(catalogue, zones)),
        "ranking": [
            {
                "muscle": candidate.muscle,
                "side": _side(candidate.side),
                "rank": candidate.rank,
                "fit": candidate.fit.value,
                "reasons": [reason_text(catalogue, reason) for reason in candidate.reasons],
            }
            for candidate in ranking
        ],
    }


def _muscle_json(
    catalogue: Catalogue,
    muscle: Muscle,
    side: Side,
    guidance: Guidance | None,
    decision: Decision,
) -> dict[str, object]:
    return {
        "id": muscle.id,
        "class": muscle.safety_class.value,
        "cautions": list(guidance.cautions) if guidance else [],
        "find": list(guidance.find) if guidance else [],
        "press": _press_json(muscle, guidance, decision.caps),
        "stretch": [
            _stretch_json(catalogue, name, side)
            for name in (guidance.stretches if guidance else ())
        ],
        "evidence": [
            {"text": claim.text, "grade": claim.grade, "sources": list(claim.sources)}
            for claim in (guidance.evidence if guidance else ())
        ],
    }


def _press_json(
    muscle: Muscle, guidance: Guidance | None, dose: Caps | None
) -> dict[str, object] | None:
    if guidance is None or dose is None:
        return None
    return {
        "note": guidance.press_note,
        "discomfort": [dose.discomfort.low, dose.discomfort.high],
        "discomfort_cap": dose.discomfort_cap,
        "hold_seconds": [dose.hold.low, dose.hold.high],
        "rest_seconds": [dose.rest.low, dose.rest.high],
        "repeats": [dose.repeats.low, dose.repeats.high],
        "spots": dose.spots,
        "per_day": dose.per_day,
        "days_between": dose.days_between,
        "points": [
            {
                "id": point.id,
                "discomfort": [own.discomfort.low, own.discomfort.high],
                "discomfort_cap": own.discomfort_cap,
                "hold_seconds": [own.hold.low, own.hold.high],
            }
            for point in muscle.points
            if point.self_press
            for own in (point_caps(dose, point),)
        ],
        "ways": [
            {
                "tool": way.tool,
                "title": way.title,
                "posture": way.posture,
                "points": list(way.points),
                "steps": list(way.steps),
            }
            for way in guidance.press
        ],
    }


def _stretch_json(catalogue: Catalogue, name: str, side: Side) -> dict[str, object]:
    stretch = catalogue.stretches[name]
    texts = {key: getattr(stretch, key) for key in ("start", "move", "feel", "stop")}
    return {
        "id": stretch.id,
        "name": stretch.name,
        "hold_seconds": stretch.hold_seconds,
        **{key: printed.sided(text, side) for key, text in texts.items()},
    }


def _side(side: Side) -> str | None:
    return None if side is Side.MIDLINE else side.value


def _unknown(sentence: str, name: str, known: Iterable[str]) -> str:
    """`sentence` with the ids spelt most alike, or of which `name` is a part; "" without any."""
    ids = list(known)
    near = get_close_matches(name, ids, n=3, cutoff=0.6)
    near += [each for each in ids if name and name in each and each not in near]
    if not near:
        return ""
    nearest = _("Nearest: {ids}").format(ids=", ".join(near[:3]))
    return f"{sentence.format(id=name)} {nearest}"


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _write_json(answer: dict[str, object]) -> None:
    print(json.dumps(answer, indent=1))


def _say(line: str) -> None:
    print(line, file=sys.stderr)
