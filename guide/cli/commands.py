"""The commands: what was asked for, and which answer is written."""

import io
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from guide import __version__, content
from guide.cli import as_json, printed
from guide.cli.pack_parser import add_kinds
from guide.cli.profile_input import read_profile
from guide.cli.slips import Misuse, unknown
from guide.content import ContentError
from guide.core.advice import advise
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Drawing, Mark, Strength
from guide.core.ranking import rank
from guide.core.safety import Profile, Request, Situation, decide_all
from guide.core.safety_facts import Act
from guide.i18n import _, n_
from guide.journal.places import find_places
from guide.packs.errors import PackError
from guide.packs.opening import open_shelf
from guide.packs.shelf import Shelf
from guide.paper import zones_of
from guide.resources import asset_root

OK, FAILED, MISUSED, BROKEN_PIPE = 0, 1, 2, 141
SIDES = (Side.LEFT.value, Side.RIGHT.value)


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
    except (ContentError, PackError, FileNotFoundError) as error:
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
        command.add_argument(
            "--profile", metavar="FILE", help=_("about you: a profile as the journal exports it")
        )
        command.add_argument(
            "--with",
            dest="with_",
            metavar="ENTRY[@PLACE[@SIDE]],...",
            help=_("about you, in words: see unknot profile list"),
        )
    zones = commands.add_parser("zones", help=_("all zones of the body map"))
    profile = commands.add_parser("profile", help=_("what may be said about you"))
    listing = profile.add_subparsers(dest="what", metavar="list", required=True)
    entries = listing.add_parser("list", help=_("all entries, and what follows from each"))
    lesson = commands.add_parser("lesson", help=_("one lesson; without an id, all of them"))
    lesson.add_argument("lesson", metavar="ID", nargs="?")
    search = commands.add_parser("search", help=_("look for words in everything that is taught"))
    search.add_argument("words", metavar="WORD", nargs="+")
    for command in (find, muscle, zones, entries, lesson, search):
        command.add_argument("--json", action="store_true", help=_("for programs"))
    add_kinds(commands.add_parser("pack", help=_("content that others wrote")))
    commands.add_parser("check", help=_("look for mistakes in the content"))
    return parser


def _answer(asked: Namespace) -> int:
    if asked.command == "check":
        return _check()
    if asked.command == "pack":
        return _pack(asked)
    if asked.command == "lesson":
        return _lesson(asked)
    if asked.command == "search":
        return _search(asked)
    shelf = _shelf()
    catalogue = shelf.catalogue
    if asked.command == "zones":
        return _zones(catalogue, asked.json)
    if asked.command == "profile":
        return _profile_list(catalogue, asked.json)
    profile = read_profile(catalogue, asked.profile, asked.with_)
    if asked.command == "find":
        return _find(catalogue, asked, profile)
    return _muscle(shelf, asked, profile)


def _shelf() -> Shelf:
    """The content with the packs that were added; one that cannot be used is told."""
    shelf, found = open_shelf(find_places(os.environ).data)
    _say_lines(each.problem for each in found if each.problem)
    return shelf


def _find(catalogue: Catalogue, asked: Namespace, profile: Profile | None) -> int:
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
    situation = _situation(Drawing(marks), profile)
    candidates = rank(catalogue, marks)
    requests = [Request(Act.PRESS, each.muscle, each.side) for each in candidates]
    ranking = tuple(zip(candidates, decide_all(catalogue, situation, requests), strict=True))
    if asked.json:
        _say_lines(printed.about_you(catalogue, profile))
        _write_json(as_json.found(catalogue, marks, ranking))
    else:
        _write(printed.found(catalogue, marks, ranking, profile))
    return OK


def _situation(drawing: Drawing, profile: Profile | None) -> Situation:
    """What is known here: the questions are printed, so all of them are the reader's to answer."""
    now = datetime.now().astimezone()
    offset = now.utcoffset() or timedelta()
    return Situation(
        drawing=drawing,
        profile=profile or Profile(),
        now_utc=f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        offset_minutes=round(offset.total_seconds() / 60),
        on_paper=True,
    )


def _mark(catalogue: Catalogue, text: str, default: str | None) -> Mark:
    """The mark that `text` names: ZONE[@SIDE][:STRENGTH]."""
    rest, colon, strong = text.partition(":")
    name, at, sided = rest.partition("@")
    zone = catalogue.zones.get(name)
    if zone is None:
        missing, all_listed = _("There is no zone {id}."), _("All are listed by: unknot zones")
        raise unknown(missing, name, catalogue.zones, all_listed)
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


def _muscle(shelf: Shelf, asked: Namespace, profile: Profile | None) -> int:
    catalogue = shelf.catalogue
    muscle = catalogue.muscles.get(asked.muscle)
    if muscle is None:
        text, named = _("There is no muscle {id}."), _("Muscles are named by: unknot find ZONE")
        raise unknown(text, asked.muscle, catalogue.muscles, named)
    if asked.side is None:
        _say(_("No side was named: written for the right. For the other: --side left"))
    side = Side(asked.side or Side.RIGHT)
    guidance = shelf.guidance(muscle.id)
    advice = advise(catalogue, _situation(Drawing(), profile), muscle, side, guidance)
    if asked.json:
        _say_lines(printed.safety(catalogue, zones_of(muscle)))
        _say_lines(printed.about_you(catalogue, profile))
        _write_json(as_json.muscle_page(catalogue, advice) | _pack_of(shelf, muscle.id))
    else:
        _write(printed.muscle_page(catalogue, advice, profile))
    return OK


def _zones(catalogue: Catalogue, for_programs: bool) -> int:
    if for_programs:
        _write_json(as_json.zones(catalogue))
    else:
        _write(printed.zone_list(catalogue))
    return OK


def _profile_list(catalogue: Catalogue, for_programs: bool) -> int:
    if for_programs:
        _write_json(as_json.profile_list(catalogue))
    else:
        _write(printed.profile_list(catalogue))
    return OK


def _lesson(asked: Namespace) -> int:
    from guide.cli import taught  # for these two commands alone

    shelf = _shelf()
    lessons = shelf.lessons()
    if asked.lesson is None:
        every = lessons.values()
        if asked.json:
            _write_json(taught.lessons_json(every))
        else:
            _write(taught.lesson_list(every))
        return OK
    lesson = lessons.get(asked.lesson)
    if lesson is None:
        text, all_listed = _("There is no lesson {id}."), _("All are listed by: unknot lesson")
        raise unknown(text, asked.lesson, lessons, all_listed)
    if asked.json:
        _write_json(taught.lesson_json(lesson) | _pack_of(shelf, lesson.id))
    else:
        _write(taught.lesson_page(lesson))
    return OK


def _search(asked: Namespace) -> int:
    from guide.cli import taught  # for these two commands alone

    words, index = " ".join(asked.words), _shelf().search_index()
    found = index.find(words)
    nearest = () if found else index.nearest(words)
    if asked.json:
        _write_json(taught.found_json(words, found, nearest))
    else:
        _write(taught.found_list(found))
    if not found:
        _say(taught.nothing_found(words, nearest))
    return OK if found else FAILED


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


def _pack(asked: Namespace) -> int:
    from guide.cli import packs  # few ask for it

    answer = packs.answer(asked)
    if asked.json:
        _write_json(answer.told)
    else:
        _write(answer.lines)
    return OK if answer.good else FAILED


def _pack_of(shelf: Shelf, name: str) -> dict[str, object]:
    about = shelf.said_by(name)
    return {"pack": about.id} if about else {}


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _write_json(answer: dict[str, object]) -> None:
    print(json.dumps(answer, indent=1))


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _say_lines(lines: Iterable[str]) -> None:
    for line in lines:
        _say(line)
