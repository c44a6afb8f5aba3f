"""Rules of the safety files: levels, help that is named, ids, and words that are short."""

import re
from collections.abc import Iterator

from guide.content.decode import Source
from guide.content.forms import NoPressureFile, RedFlagsFile, StopReasonsFile
from guide.content.gather import Gathered
from guide.content.names import slug
from guide.content.problems import Problem
from guide.content.rules.known import Known, twice, unknown
from guide.content.rules.language import words
from guide.core.catalogue import Level, RedFlag, Sign
from guide.core.dose import LOCKING
from guide.core.safety import check_flag

LONGEST_SIGN = 16  # words
EMERGENCY_NUMBERS = ("112", "999", "911")


def check_safety(content: Gathered, known: Known) -> Iterator[Problem]:
    """safety/red_flags.toml, no_pressure.toml and stop_reasons.toml."""
    signs: dict[str, Sign] = {}
    if flags := content.file("safety/red_flags.toml", RedFlagsFile):
        source = content.sources["safety/red_flags.toml"]
        yield from twice(source, "flag", (flag.id for flag in flags.flags))
        for flag in flags.flags:
            yield from _flag(source, known, flag)
            for sign in flag.signs:
                yield from _sign(source, {each.id for each in flags.flags}, flag, sign, signs)
    yield from _no_pressure(content, set(signs))
    yield from _stop_reasons(content)


def _flag(source: Source, known: Known, flag: RedFlag) -> Iterator[Problem]:
    line = source.line_of(flag.id)
    if known.zones is not None:
        for word in check_flag(flag, tuple(known.zones)):
            yield source.problem(
                source.line_of(word, line) or line,
                f"'{word}' names no zone or no condition",
                "Use a zone id, a family with .*, or a known condition",
            )
    yield from unknown(source, "source", flag.sources, known.sources, line)
    present = {str(sign.level) for sign in flag.signs}
    for level in sorted(present ^ set(flag.what_to_do)):
        wrong = "has no signs" if level not in present else "has no what_to_do"
        yield source.problem(
            line,
            f"level {level} of {flag.id} {wrong}",
            "Give every level of its signs one what_to_do, and no others",
        )
    yield from _help(source, line, flag.what_to_do.get("E"))
    if not flag.sources or not flag.signs:
        yield source.problem(line, f"{flag.id} has no signs or no sources", "Add them")


def _help(source: Source, line: int, text: str | None) -> Iterator[Problem]:
    missing = [number for number in EMERGENCY_NUMBERS if text is not None and number not in text]
    if missing:
        yield source.problem(
            line,
            f"an emergency without the number {', '.join(missing)}",
            "Name 112, 999 and 911",
        )


def _sign(
    source: Source, flags: set[str], flag: RedFlag, sign: Sign, seen: dict[str, Sign]
) -> Iterator[Problem]:
    line = source.line_of(sign.id, source.line_of(flag.id))
    home, _, name = sign.id.partition(".")
    if home not in flags or name != slug(name) or not name:
        yield source.problem(
            line, f"'{sign.id}' is not a sign id", "Write the flag's id, a dot and a slug"
        )
    first = seen.setdefault(sign.id, sign)
    if first != sign:
        yield source.problem(
            line,
            f"'{sign.id}' stands here with other words or another level",
            "Repeat it exactly, or give it its own id",
        )
    elif first is not sign and home == flag.id:
        yield source.problem(line, f"'{sign.id}' stands twice in one flag", "Take one out")
    if len(words(sign.text)) > LONGEST_SIGN:
        yield source.problem(
            line,
            f"the sign has {len(words(sign.text))} words",
            f"Say it in {LONGEST_SIGN} words or fewer",
        )


def _no_pressure(content: Gathered, signs: set[str]) -> Iterator[Problem]:
    entries = content.file("safety/no_pressure.toml", NoPressureFile)
    if not entries:
        return
    source = content.sources["safety/no_pressure.toml"]
    yield from twice(source, "entry", (each.id for each in entries.entries))
    for each in entries.entries:
        line = source.line_of(each.id)
        if not re.fullmatch(r"NP(-[A-Z]+)+", each.id) or each.id in signs:
            yield source.problem(
                line, f"'{each.id}' is not the id of an entry", "Write it as NP-WORD"
            )
        if len(words(each.text)) > LONGEST_SIGN:
            yield source.problem(
                line,
                f"the entry has {len(words(each.text))} words",
                f"Say it in {LONGEST_SIGN} words or fewer",
            )


def _stop_reasons(content: Gathered) -> Iterator[Problem]:
    reasons = content.file("safety/stop_reasons.toml", StopReasonsFile)
    if not reasons:
        return
    source = content.sources["safety/stop_reasons.toml"]
    ids = [each.id for each in reasons.reasons]
    yield from twice(source, "reason", ids)
    for each in reasons.reasons:
        line = source.line_of(each.id)
        if slug(each.id) != each.id:
            yield source.problem(
                line, f"'{each.id}' is not the id of a reason", "Use small letters, digits and _"
            )
        if each.level is Level.EMERGENCY:
            yield from _help(source, line, each.what_to_do)
    for needed in sorted(LOCKING - set(ids)):
        yield source.problem(
            0, f"the reason '{needed}' is missing", "Add it: it locks for 24 hours"
        )
