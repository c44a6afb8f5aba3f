"""Words for what the core answers: one place for the window and the command line.

Left and right are always said as words, and always the body's own.
"""

import re
from textwrap import shorten

from guide.core.anatomy import Place, Side
from guide.core.answers import Condition
from guide.core.catalogue import (
    Catalogue,
    Level,
    Muscle,
    NoPressure,
    PressWay,
    RedFlag,
    Sign,
    Source,
    StopReason,
)
from guide.core.dose import Caps
from guide.core.drawing import Strength
from guide.core.ranking import Fit, Reason, ReasonKind
from guide.core.safety.situation import Decision
from guide.core.safety_facts import ProfileEntry, Rule, SafetyClass
from guide.i18n import _

REGIONS = (
    *("head_face", "neck", "shoulder", "upper_back", "chest", "trunk_back", "abdomen"),
    *("arm", "forearm", "hand", "pelvis", "hip", "thigh", "leg", "foot"),
)


def side_word(side: Side) -> str:
    """The side in one word ("right")."""
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.MIDLINE: _("middle")}[side]


def place_name(catalogue: Catalogue, place: Place) -> str:
    """A place in a sentence ("temple on the right"); the midline has no side to say.

    Never "right behind the ear": that would be another place.
    """
    zone = catalogue.zones.get(place.zone)
    name = _within(zone.label) if zone else place.zone
    if place.side is Side.MIDLINE:
        return name
    if place.side is Side.LEFT:
        return _("{zone} on the left").format(zone=name)
    return _("{zone} on the right").format(zone=name)


def muscle_name(muscle: Muscle, side: Side) -> str:
    """The muscle's name with its side ("Upper trapezius, right")."""
    if side is Side.MIDLINE:
        return muscle.name
    return _("{muscle}, {side}").format(muscle=muscle.name, side=side_word(side))


def regions_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The regions of all muscles from head to foot; those that nobody foresaw come last."""
    found = {muscle.region for muscle in catalogue.muscles.values()}
    return (*(each for each in REGIONS if each in found), *sorted(found - {*REGIONS}))


def region_name(region: str) -> str:
    """The region of a muscle, as a heading; one without words stays as it is written."""
    return {
        "head_face": _("Head and face"),
        "neck": _("Neck"),
        "shoulder": _("Shoulder"),
        "upper_back": _("Upper back"),
        "chest": _("Chest"),
        "trunk_back": _("Back"),
        "abdomen": _("Belly and breathing"),
        "arm": _("Upper arm"),
        "forearm": _("Forearm"),
        "hand": _("Hand"),
        "pelvis": _("Pelvis"),
        "hip": _("Hip and buttock"),
        "thigh": _("Thigh"),
        "leg": _("Lower leg"),
        "foot": _("Foot"),
    }.get(region, region)


def area_name(area: str) -> str:
    """An area of the body, as zones are grouped; one without words stays as it is written."""
    return {
        "head": _("Head"),
        "face": _("Face"),
        "neck": _("Neck"),
        "shoulder": _("Shoulder"),
        "upper_back": _("Upper back"),
        "mid_back": _("Lower ribs, back"),
        "chest": _("Chest"),
        "abdomen": _("Belly"),
        "pelvis": _("Groin and pelvis"),
        "low_back": _("Low back"),
        "buttock": _("Buttock"),
        "hip": _("Hip"),
        "thigh": _("Thigh"),
        "knee": _("Knee"),
        "leg": _("Shin and sides of the leg"),
        "calf": _("Calf"),
        "ankle": _("Ankle"),
        "foot": _("Foot"),
        "sole": _("Sole"),
        "toe": _("Toes"),
        "arm": _("Upper arm"),
        "elbow": _("Elbow"),
        "forearm": _("Forearm"),
        "wrist": _("Wrist"),
        "hand": _("Hand"),
    }.get(area, area)


def strength_word(strength: Strength) -> str:
    """How strong, in a word."""
    return {
        Strength.MILD: _("mild"),
        Strength.MODERATE: _("moderate"),
        Strength.STRONG: _("strong"),
    }[strength]


def class_text(muscle: Muscle) -> str:
    """How freely the muscle may be pressed."""
    if not muscle.may_be_pressed:
        return _("do not press")
    if muscle.safety_class is SafetyClass.AMBER:
        return _("light touch only")
    return _("ordinary self-care")


def fit_text(fit: Fit) -> str:
    """How well a muscle fits the drawing."""
    return {
        Fit.WELL: _("fits well"),
        Fit.PARTLY: _("fits partly"),
        Fit.LITTLE: _("fits little"),
    }[fit]


def reason_text(catalogue: Catalogue, reason: Reason) -> str:
    """Why a muscle stands where it does, in half a sentence that starts with the place."""
    where = place_name(catalogue, reason.place)
    if reason.kind is ReasonKind.GUIDE:
        return _("{where}: number {rank} in the standard guides").format(
            where=where, rank=reason.rank
        )
    return {
        ReasonKind.MAIN: _("{where}: in its main pattern"),
        ReasonKind.SPILLOVER: _("{where}: where its pain may spill over"),
        ReasonKind.CROSSED: _("{where}: where its pain may cross from the other side"),
        ReasonKind.UNEXPLAINED: _("{where}: not explained by it"),
    }[reason.kind].format(where=where)


def level_text(level: Level, numbers: tuple[str, ...] = ()) -> str:
    """What to do about a sign of this level, as a heading above the signs.

    ``numbers`` reach help where the person is; without any those of most places are named.
    """
    whom = _(" or ").join(numbers) or _("112, 999 or 911")
    return {
        Level.EMERGENCY: _(
            "Call {numbers} now, and press nothing, if there is any of these:"
        ).format(numbers=whom),
        Level.URGENT: _("See a doctor today, and press nothing, if there is any of these:"),
        Level.CLINICIAN: _("See a clinician first, and do not press there, with any of these:"),
        Level.MODIFY: _("Press only lightly there with any of these:"),
    }[level]


def condition_text(condition: str) -> str:
    """When a sign counts, as the beginning of a line; nothing when it always does."""
    if not condition:
        return ""
    return {
        Condition.FIFTY_OR_OVER: _("If you are 50 or over:"),
        Condition.UNDER_FIFTY: _("If you are under 50:"),
        Condition.AFTER_INJURY: _("After a fall, a blow or another injury:"),
        Condition.AFTER_EFFORT: _("After an effort:"),
        Condition.NEW_PAIN: _("If it is new, since today or some days:"),
        Condition.LASTING_PAIN: _("If it has lasted for weeks or months:"),
        Condition.NUMB: _("If it feels numb or tingles:"),
        Condition.BURNING: _("If it burns:"),
    }[Condition(condition)]


def grade_text(grade: str) -> str:
    """The grade of a claim's evidence; an unknown grade stays as it is written."""
    return {
        "tested": _("tested in trials"),
        "limited": _("few or small trials"),
        "none_shown": _("no effect shown"),
        "tradition": _("clinical tradition"),
        "disputed": _("disputed"),
    }.get(grade, grade)


def answer_text(answer: str) -> str:
    """What is known about a treatment, in a word or two; an unknown answer stays as written."""
    return {
        "yes": _("yes"),
        "partly": _("partly"),
        "no": _("no"),
        "unknown": _("not known"),
    }.get(answer, answer)


def short_cite(source: Source) -> str:
    """A source in few words: the first author and the year, or who publishes it."""
    author = re.match(r"([^,.:;()]*?\w) [A-Z]{1,3}[,. ]", source.cite)
    year = re.search(r"\b(?:19|20)\d\d\b", source.cite)
    if author is not None and year is not None:
        return f"{author[1]} {year[0]}"
    return shorten(re.split(r"[:;,.](?: |$)| \(", source.cite)[0].strip(), 44, placeholder=" …")


def reason_sentence(catalogue: Catalogue, reason: str) -> str:
    """Why something is refused or limited, in a sentence; ``reason`` is one of a `Decision`."""
    rule = _rules(catalogue).get(reason)
    if rule is not None:
        return rule.text
    for sentence, text in (
        (_("About you: {text}."), _text(catalogue.profile_entries.get(reason))),
        (_("Your answer: {text}."), _text(_sign(catalogue, reason)[1])),
        (_("Your answer: {text}."), _text(catalogue.no_pressure.get(reason))),
        (_("You stopped a session: {text}."), _text(catalogue.stop_reasons.get(reason))),
    ):
        if text:
            return sentence.format(text=text)
    return _own_words().get(reason, (_("The answers you gave speak against it."), ""))[0]


def what_to_do(catalogue: Catalogue, reason: str) -> str:
    """What to do about ``reason``, in a sentence or two; "" when nothing is to be done."""
    entry = catalogue.profile_entries.get(reason.partition(".")[0])
    if entry is not None:
        return entry.what_to_do
    if reason in _rules(catalogue):
        return ""
    flag, sign = _sign(catalogue, reason)
    if flag is not None and sign is not None:
        return flag.what_to_do.get(sign.level.value, flag.name)
    known = catalogue.no_pressure.get(reason) or catalogue.stop_reasons.get(reason)
    if known is not None:
        return known.what_to_do
    return _own_words().get(reason, ("", _("Ask a clinician first.")))[1]


def decision_sentences(catalogue: Catalogue, decision: Decision) -> tuple[str, ...]:
    """Why something is refused or limited, and what to do, each sentence once."""
    said = []
    for reason in decision.reasons:
        said += [reason_sentence(catalogue, reason), what_to_do(catalogue, reason)]
    return tuple(sentence for sentence in dict.fromkeys(said) if sentence)


def way_title(way: PressWay) -> str:
    """What a way to press is called."""
    return way.title or way.tool.replace("_", " ").capitalize()


def posture_words(posture: str) -> str:
    """How one sits, stands or lies; nothing for a posture that has no words."""
    return {
        "chair": _("Sitting on a chair"),
        "standing": _("Standing"),
        "wall": _("Standing at a wall"),
        "floor": _("Lying on the floor"),
        "bed": _("Lying in bed"),
        "table": _("Sitting at a table"),
    }.get(posture, "")


def way_text(own: Caps, of_muscle: Caps) -> str:
    """What holds for a way to press that is more limited than its muscle; "" where none is."""
    said = []
    if own.discomfort_cap < of_muscle.discomfort_cap:
        said.append(_("With this, stay at {cap} of 10 or below.").format(cap=own.discomfort_cap))
    if own.hold.high < of_muscle.hold.high:
        said.append(_("With this, hold {seconds} seconds at most.").format(seconds=own.hold.high))
    return " ".join(said)


def _own_words() -> dict[str, tuple[str, str]]:
    """The reasons that no fact has words for: why, and what to do."""
    return {
        "child": (
            _("Unknot is made for adults."),
            _("Please ask a clinician together with a parent."),
        ),
        "unanswered": (
            _("Some questions are still open."),
            _("Answer them first: then it is clear what is safe."),
        ),
        "red": (
            _("This muscle is never pressed on your own."),
            _("A clinician or therapist can help."),
        ),
        "not_self_pressed": (
            _("No tender spot can be reached safely on your own here: nothing is pressed."),
            _("A clinician or therapist can help."),
        ),
        "no_text": (_("Its guidance has not been written yet, so no technique is shown."), ""),
        "tool_not_for_muscle": (_("This tool is not used on this muscle."), ""),
        "no_way": (_("None of its ways of pressing fits what you said about yourself."), ""),
        "light": (_("This place is pressed lightly only."), ""),
        "daily_cap": (
            _("You have pressed here as often as is good for one day."),
            _("Come back tomorrow."),
        ),
        "hours_apart": (_("You pressed here a short while ago."), _("Give it a few hours.")),
        "every_other_day": (_("This muscle rests every other day."), _("Come back tomorrow.")),
        "locked_24h": (
            _("You reported a bruise or lasting soreness."),
            _("Everything rests for 24 hours."),
        ),
    }


def _rules(catalogue: Catalogue) -> dict[str, Rule]:
    """Every rule of the guard by its id."""
    owners = (catalogue.profile_entries, catalogue.danger_zones, catalogue.tools)
    return {rule.id: rule for owner in owners for fact in owner.values() for rule in fact.rules}


def _sign(catalogue: Catalogue, reason: str) -> tuple[RedFlag | None, Sign | None]:
    """The sign with this id, and the flag in which it is gravest."""
    flags = catalogue.red_flags.values()
    found = [(flag, sign) for flag in flags for sign in flag.signs if sign.id == reason]
    gravest = list(Level)
    return min(found, key=lambda pair: gravest.index(pair[1].level), default=(None, None))


def _text(fact: ProfileEntry | Sign | NoPressure | StopReason | None) -> str:
    return "" if fact is None else fact.text.rstrip(".")


def _within(label: str) -> str:
    """A label as it stands inside a sentence: no capital, unless it begins with initials."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
