"""Rules of the guard's files: profile, danger zones, tools, and whom to call or see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from guide.content.decode import Source
from guide.content.forms import (
    DangerZonesFile,
    EmergencyNumbersFile,
    ProfileFile,
    SeeClinicianFile,
    ToolsFile,
)
from guide.content.gather import Gathered
from guide.content.names import slug
from guide.content.problems import Problem
from guide.content.rules.facts import CONFIDENCE
from guide.content.rules.known import Known, twice, unknown
from guide.content.texts import POSTURES
from guide.core.safety import TOLD_TO_STOP
from guide.core.safety.patterns import lies_in
from guide.core.safety_facts import Act, Asks, Ceiling, ProfileEntry, Rule, ToolKind

MOST_GROUPS = 6  # with the two ages they make one screen
SHORTEST_SESSION = 60  # seconds: get ready, ease in, a short hold, let go
STRETCH_BOUNDS = frozenset({"discomfort", "hold", "total"})
KINDS = frozenset({*(f"@{kind}" for kind in ToolKind), "@body_weight"})
LYING = ("lying_back", "lying_front", "lying_side")


def check_guard(content: Gathered, known: Known) -> Iterator[Problem]:
    """tools.toml and the files in safety/ that are not about signs and stops."""
    rules: Counter[str] = Counter()
    for path, owner, line, own in _rules(content):
        rules.update(rule.id for rule in own)
        for rule in own:
            source = content.sources[path]
            at = source.line_of(rule.id, line) or line
            yield from _rule(content, known, source, at, owner, rule)
            if rules[rule.id] > 1:
                again = source.line_of(rule.id, at) or at
                yield source.problem(
                    again, f"rule '{rule.id}' stands here twice", "Rename one of them"
                )
    yield from _profile(content, known)
    yield from _danger_zones(content, known)
    yield from _tools(content)
    yield from _help(content, known)


def _rules(content: Gathered) -> Iterator[tuple[str, str, int, tuple[Rule, ...]]]:
    """Every owner of rules: its file, id, line, and rules."""
    tools = content.file("tools.toml", ToolsFile)
    profile = content.file("safety/profile.toml", ProfileFile)
    danger = content.file("safety/danger_zones.toml", DangerZonesFile)
    for path, owners in (
        ("tools.toml", tools.tools if tools else ()),
        ("safety/profile.toml", profile.entries if profile else ()),
        ("safety/danger_zones.toml", danger.zones if danger else ()),
    ):
        for owner in owners:
            yield path, owner.id, content.sources[path].line_of(owner.id), owner.rules


def _rule(
    content: Gathered, known: Known, source: Source, line: int, owner: str, rule: Rule
) -> Iterator[Problem]:
    if not rule.id.startswith(f"{owner}.") or slug(rule.id.partition(".")[2]) != (
        rule.id.partition(".")[2] or None
    ):
        yield source.problem(
            line, f"'{rule.id}' is not a rule's id", f"Write {owner}, a dot and a slug"
        )
    yield from unknown(source, "muscle", rule.muscles, known.muscles, line)
    yield from unknown(source, "stretch", rule.stretches, known.stretches, line)
    yield from unknown(source, "posture", rule.postures, frozenset({*POSTURES, *LYING}), line)
    yield from unknown(source, "region", rule.regions, known.regions, line)
    if known.tools is not None:
        yield from unknown(source, "tool", rule.tools, known.tools | KINDS, line)
    yield from _patterns(source, known, rule.zones, line)
    yield from _told(source, known, line, rule)
    danger = source.path == "safety/danger_zones.toml"  # may name a place where no muscle lies
    if not danger and not _selects(content, rule):
        yield source.problem(
            line, f"the rule '{rule.id}' selects no muscle", "Correct its places, or take it out"
        )
    yield from _ceiling(source, line, rule)


def _patterns(
    source: Source, known: Known, patterns: Iterable[str], line: int
) -> Iterator[Problem]:
    for pattern in patterns:
        if known.zones is not None and not any(lies_in(pattern, zone) for zone in known.zones):
            yield source.problem(
                source.line_of(pattern, line) or line,
                f"'{pattern}' names no zone",
                "Use a zone id, or a family with .*",
            )


def _told(source: Source, known: Known, line: int, fact: Rule | ProfileEntry) -> Iterator[Problem]:
    """Every rule and entry says why, names a source, and how sure it is."""
    if not fact.text.strip():
        yield source.problem(line, f"'{fact.id}' has no text", "Say why in one plain sentence")
    if not fact.sources:
        yield source.problem(line, f"'{fact.id}' names no source", "Name at least one")
    yield from unknown(source, "source", fact.sources, known.sources, line)
    if not CONFIDENCE.fullmatch(fact.confidence):
        yield source.problem(
            line,
            f"the confidence of '{fact.id}' is '{fact.confidence}'",
            "Write src or bg, a slash, and high, medium or low",
        )


def _selects(content: Gathered, rule: Rule) -> bool:
    """Whether some muscle is selected by the rule's places and classes."""
    placed = bool(rule.muscles or rule.zones or rule.regions)
    for muscle in content.muscles.values():
        zones = [zone for point in muscle.points for zone in point.zones]
        here = muscle.id in rule.muscles or muscle.region in rule.regions
        here = here or any(lies_in(pattern, zone) for pattern in rule.zones for zone in zones)
        if (here or not placed) and (not rule.classes or muscle.safety_class in rule.classes):
            return True
    return False


def _ceiling(source: Source, line: int, rule: Rule) -> Iterator[Problem]:
    bounds = {name: getattr(rule.ceiling, name) for name in Ceiling.__struct_fields__}
    given = {name: value for name, value in bounds.items() if value is not None}
    if given and rule.refuse:
        yield source.problem(
            line, f"the rule '{rule.id}' refuses and has a ceiling", "Keep one of them"
        )
    strange = sorted(given.keys() - STRETCH_BOUNDS)
    if strange and rule.acts and Act.PRESS not in rule.acts:
        yield source.problem(
            line, f"{strange[0]} of '{rule.id}' bounds pressing alone", 'Add "press" to its acts'
        )
    for name, value in given.items():
        least = SHORTEST_SESSION if name == "total" else int(name != "days_between")
        if value < least:
            yield source.problem(
                line, f"the {name} of '{rule.id}' is {value}", f"Use {least} or more, or refuse"
            )


def _profile(content: Gathered, known: Known) -> Iterator[Problem]:
    profile = content.file("safety/profile.toml", ProfileFile)
    if profile is None:
        return
    source = content.sources["safety/profile.toml"]
    groups, entries = [g.id for g in profile.groups], [e.id for e in profile.entries]
    yield from twice(source, "group", groups)
    yield from twice(source, "entry", entries)
    if len(groups) > MOST_GROUPS:
        yield source.problem(
            source.line_of(groups[MOST_GROUPS]),
            f"there are {len(groups)} groups",
            f"Keep to {MOST_GROUPS}: with the ages they make one screen",
        )
    if TOLD_TO_STOP not in entries:
        yield source.problem(
            0, f"the entry '{TOLD_TO_STOP}' is missing", "Add it: a grave stop of a session sets it"
        )
    for entry in profile.entries:
        yield from _entry(source, known, frozenset(groups), entry)


def _entry(
    source: Source, known: Known, groups: frozenset[str], entry: ProfileEntry
) -> Iterator[Problem]:
    line = source.line_of(entry.id)
    if slug(entry.id) != entry.id:
        yield source.problem(
            line, f"'{entry.id}' is not the id of an entry", "Use small letters, digits and _"
        )
    yield from unknown(source, "group", [entry.group], groups, line)
    yield from _told(source, known, line, entry)
    if not entry.effect.strip() or not entry.what_to_do.strip():
        yield source.problem(line, f"'{entry.id}' has no effect or no what_to_do", "Say both")
    if not entry.rules and not entry.no_pressure:
        yield source.problem(line, f"nothing follows from '{entry.id}'", "Give it a rule")
    places = entry.asks in (Asks.PLACES, Asks.PLACES_AND_DATE)
    if places is not any(rule.given for rule in entry.rules):
        yield source.problem(
            line,
            f"'{entry.id}' asks for places and uses none, or the other way round",
            'Let asks = "places" go with a rule that has given = true',
        )
    if entry.whole_limb and not places:
        yield source.problem(
            line, f"'{entry.id}' means whole limbs and asks for no places", 'Add asks = "places"'
        )
    if (entry.asks in (Asks.DATE, Asks.PLACES_AND_DATE)) is not (entry.hours is not None):
        yield source.problem(
            line, f"'{entry.id}' has a date without hours, or hours without a date", "Give it both"
        )


def _danger_zones(content: Gathered, known: Known) -> Iterator[Problem]:
    danger = content.file("safety/danger_zones.toml", DangerZonesFile)
    if danger is None:
        return
    source = content.sources["safety/danger_zones.toml"]
    yield from twice(source, "danger zone", (zone.id for zone in danger.zones))
    for zone in danger.zones:
        line = source.line_of(zone.id)
        yield from _patterns(source, known, zone.zones, line)
        yield from unknown(source, "source", zone.sources, known.sources, line)
        if not (zone.zones and zone.sources and zone.rules and zone.text.strip()):
            yield source.problem(
                line, f"'{zone.id}' lacks zones, sources, rules or its text", "Add what is missing"
            )


def _tools(content: Gathered) -> Iterator[Problem]:
    tools = content.file("tools.toml", ToolsFile)
    if tools is None:
        return
    source = content.sources["tools.toml"]
    yield from twice(source, "tool", (tool.id for tool in tools.tools))
    for tool in tools.tools:
        if slug(tool.id) != tool.id or not tool.name.strip():
            yield source.problem(
                source.line_of(tool.id),
                f"the tool '{tool.id}' has no proper id or no name",
                "Use small letters, digits and _, and name it",
            )


def _help(content: Gathered, known: Known) -> Iterator[Problem]:
    """emergency_numbers.toml and see_a_clinician.toml."""
    numbers = content.file("safety/emergency_numbers.toml", EmergencyNumbersFile)
    if numbers is not None:
        source = content.sources["safety/emergency_numbers.toml"]
        yield from twice(source, "territory", (each.territory for each in numbers.territories))
        for each in numbers.territories:
            digits = all(number.isdigit() for number in (each.number, *each.also))
            if not (re.fullmatch(r"[A-Z]{2}", each.territory) and digits):
                yield source.problem(
                    source.line_of(each.territory),
                    f"'{each.territory}' has no proper code or number",
                    "Use two capital letters, and digits alone",
                )
    reasons = content.file("safety/see_a_clinician.toml", SeeClinicianFile)
    if reasons is not None:
        source = content.sources["safety/see_a_clinician.toml"]
        yield from twice(source, "reason", (each.id for each in reasons.reasons))
        for reason in reasons.reasons:
            line = source.line_of(reason.id)
            yield from unknown(source, "source", reason.sources, known.sources, line)
            if not (reason.text.strip() and reason.sources):
                yield source.problem(line, f"'{reason.id}' has no text or no source", "Add them")
