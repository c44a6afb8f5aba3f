"""A small world of muscles, flags and people, for the tests of the guard."""

from typing import Any

from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.answers import After, Answers, Onset, PainKind, answer_signs
from guide.core.catalogue import (
    Guidance,
    Level,
    NoPressure,
    PressWay,
    RedFlag,
    Sign,
    StopReason,
    Way,
)
from guide.core.drawing import Drawing
from guide.core.safety.decide import decide
from guide.core.safety.profile import TOLD_TO_STOP, Profile, ProfileItem
from guide.core.safety.situation import Decision, Request, Situation
from guide.core.safety_facts import (
    Act,
    Ceiling,
    DangerZone,
    ProfileEntry,
    Rule,
    SafetyClass,
    Tool,
    ToolKind,
)
from tests.core.builders import catalogue, marks, muscle, point, stretch

E, U, C, M = Level.EMERGENCY, Level.URGENT, Level.CLINICIAN, Level.MODIFY
NOW = "2026-11-22T12:00:00Z"


def flag(name: str, zones: tuple[str, ...], *signs: Sign) -> RedFlag:
    return RedFlag(name, name, zones, signs, {}, ())


def rule(id_: str, **selectors: Any) -> Rule:
    return Rule(id=id_, text=id_, sources=(), confidence="", **selectors)


def entry(id_: str, *rules: Rule, **more: Any) -> ProfileEntry:
    return ProfileEntry(
        id=id_, group="g", text=id_, effect="", what_to_do="", rules=rules, sources=(),
        confidence="", **more,
    )  # fmt: skip


FLAGS = (
    flag(
        "RF-CHEST",
        ("chest.*", "arm.outer"),
        Sign("RF-CHEST.lump", C, ""),
        Sign("RF-CHEST.breathless", E, ""),
        Sign("RF-CHEST.cough", U, ""),
    ),
    flag(
        "RF-CLOT",
        ("chest.front", "leg.calf"),
        Sign("RF-CHEST.breathless", E, ""),
        Sign("RF-CLOT.swelling", U, ""),
    ),
    flag("RF-BONE", ("*?after_injury", "leg.*"), Sign("RF-BONE.walk", U, "")),
    flag(
        "RF-AGE",
        ("head.*?fifty_or_over",),
        Sign("RF-AGE.chewing", U, ""),
        Sign("RF-AGE.numb", C, "", when="numb"),
    ),
    flag(
        "RF-NECK",
        ("neck.*",),
        Sign("RF-NECK.hands", C, ""),
        Sign("RF-NECK.lump", C, ""),
        Sign("RF-NECK.thin_skin", M, ""),
    ),
)
DAILY = (NoPressure("NP-FEVER", "", ""), NoPressure("NP-DRUNK", "", "", stretch_allowed=True))
STOPS = (
    StopReason("chest", "", E, ""),
    StopReason("dizzy", "", U, ""),
    StopReason("tingling", "", C, ""),
    StopReason("done", "", None, ""),
)
HANDS, BALL, CANE = "fingers", "ball_wall", "cane"
SPINE = rule("ball_wall.spine", zones=("neck.back",), refuse=True)
UNDER, ROLLER = "ball_floor", "roller"
LEAN = Ceiling(discomfort=5)
TOOLS = (
    Tool(HANDS, "", ToolKind.HAND),
    Tool(BALL, "", ToolKind.TOOL, True, (SPINE,)),
    Tool(UNDER, "", ToolKind.TOOL, True, (rule("ball_floor.weight", ceiling=LEAN),)),
    Tool(ROLLER, "", ToolKind.TOOL, True, (rule("roller.weight", ceiling=LEAN),)),
    Tool(CANE, "", ToolKind.TOOL),
    Tool("gun", "", ToolKind.DEVICE),
)  # fmt: skip
FIT = replace(
    muscle(
        "fit",
        ("neck.side", "belly.middle"),
        ("head.top",),
        crosses=("head.top",),
        points=(point("fit.rim", zones=("neck.side",)), point("fit.low", zones=("shoulder.top",))),
    ),
    tools=(HANDS, BALL),
)
FAR = replace(
    muscle("far", ("leg.calf",), points=(point("far.a", zones=("neck.back",)),)),
    tools=(HANDS, BALL),
)
SOFT = replace(
    muscle(
        "soft",
        ("leg.calf",),
        safety=SafetyClass.AMBER,
        points=(point("soft.a", zones=("leg.calf",)),),
    ),
    region="leg",
    tools=(HANDS,),
)
WIDE = replace(  # several tools, two of which are pressed more softly than the hand
    muscle(
        "wide",
        ("leg.calf",),
        points=(point("wide.a", zones=("leg.calf",)), point("wide.b", zones=("leg.calf",))),
    ),
    tools=(HANDS, UNDER, ROLLER),
)
RED = muscle("red", ("leg.calf",), safety=SafetyClass.RED)
HIDDEN = muscle("hidden", ("leg.calf",), points=(point("hidden.a", self_press=False),))
UNWRITTEN = replace(muscle("unwritten", ("leg.calf",)), tools=(HANDS,))
WAYS = {
    "fit": (Way(HANDS, "chair", ("fit.rim",)), Way(BALL, "wall", ("fit.rim", "fit.low"))),
    "far": (Way(HANDS, "bed", ("far.a",)),),
    "soft": (Way(HANDS, "floor", ("soft.a",)),),
    "wide": (
        Way(HANDS, "chair", ("wide.a",)),
        Way(UNDER, "floor", ("wide.a", "wide.b")),
        Way(ROLLER, "floor", ("wide.b",)),
    ),
}
MILD = Ceiling(discomfort=3, hold=15)
GENTLE = Ceiling(discomfort=3, hold=20, total=120)
ENTRIES = (
    entry(
        "thin_blood",
        rule("thin_blood.tools", acts=(Act.PRESS,), tools=("@tool", "@device"), refuse=True),
        rule("thin_blood.light", acts=(Act.PRESS,), ceiling=GENTLE),
    ),
    entry("sore_hands", rule("sore_hands.rest", tools=("@hand",), refuse=True)),
    entry("lying", rule("lying.bed", postures=("bed", "floor"), refuse=True)),
    entry("bones", rule("bones.neck", acts=(Act.STRETCH,), zones=("neck.*",), refuse=True)),
    entry("stiff", rule("stiff.mid", acts=(Act.STRETCH,), ceiling=MILD), rule("stiff.says")),
    entry("wound", rule("wound.there", given=True, refuse=True), hours=48),
    entry("leg", rule("leg.amber", classes=(SafetyClass.AMBER,), regions=("leg",), refuse=True)),
    entry("stroke", no_pressure=True),
    entry(TOLD_TO_STOP, rule("told_to_stop.all", refuse=True), no_pressure=True),
)  # fmt: skip
TOP = rule("top.light", acts=(Act.PRESS,), ceiling=Ceiling(discomfort=4))
DANGER = (DangerZone("top", "", "", ("shoulder.top",), "", (), (TOP,)),)
WORLD = catalogue(
    FIT,
    FAR,
    SOFT,
    WIDE,
    RED,
    HIDDEN,
    UNWRITTEN,
    flags=FLAGS,
    no_pressure=DAILY,
    stop_reasons=STOPS,
    stretches=(
        stretch("lean", muscles=("fit",)),
        stretch("calf", muscles=("far", "soft", "red")),
    ),
    guided=frozenset({"fit", "far", "soft", "wide", "red", "hidden"}),
    ways=WAYS,
    tools=TOOLS,
    entries=ENTRIES,
    danger=DANGER,
)

HEALTHY = Profile(adult=True, fifty_or_over=False, asked=True)
STORY = Answers(onset=Onset.WEEKS, after=After.NOTHING, kinds=frozenset({PainKind.ACHE}))
LINES = frozenset({sign.id for each in FLAGS for sign in each.signs} | {each.id for each in DAILY})
CALM = replace(STORY, no_pressure=frozenset(), asked=LINES)


def draw(*zones: str, side: Side = Side.RIGHT) -> Drawing:
    return Drawing(marks(*zones, side=side))


def visit(*zones: str, answers: Answers = CALM, **more: Any) -> Situation:
    """Somebody healthy who painted ``zones`` on the right and answered everything."""
    return Situation(**{"drawing": draw(*zones), "answers": answers, "profile": HEALTHY} | more)


def present(*signs: str) -> Answers:
    """Everything is answered, and ``signs`` are there."""
    return answer_signs(CALM, signs, frozenset(signs))


def profile(*entries: str, places: tuple[Place, ...] = (), since: str = "") -> Profile:
    """Somebody with these entries."""
    items = tuple(ProfileItem(each, frozenset(places), since) for each in entries)
    return replace(HEALTHY, items=items)


TEXT = Guidance(
    muscle="fit", summary="s", hurts=(), find=("feel",), press=(
        PressWay("fingers", "chair", ("fit.rim",), ("press",)),
        PressWay("ball_wall", "wall", ("fit.rim", "fit.low"), ("lean",)),
    ),
    press_note="softly", stretches=("lean",), keeps_going=(), cautions=("care",), evidence=(),
)  # fmt: skip


def may_press(
    situation: Situation, muscle: str = "fit", side: Side = Side.RIGHT, **more: Any
) -> Decision:
    return decide(WORLD, situation, Request(Act.PRESS, muscle, side, **more))


def may_stretch(situation: Situation, muscle: str = "fit", name: str | None = "lean") -> Decision:
    return decide(WORLD, situation, Request(Act.STRETCH, muscle, Side.RIGHT, stretch=name))
