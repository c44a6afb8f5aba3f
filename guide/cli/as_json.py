"""What the command line tells programs: plain values, ready for JSON."""

from msgspec.structs import asdict

from guide.core.advice import Advice
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance, PressWay, Stretch
from guide.core.dose import Caps
from guide.core.drawing import Mark
from guide.core.links import plain
from guide.core.ranking import Candidate
from guide.core.safety import Decision
from guide.paper import flags_of, sided
from guide.words import decision_sentences, reason_text

Json = dict[str, object]


def found(
    catalogue: Catalogue, marks: tuple[Mark, ...], ranking: tuple[tuple[Candidate, Decision], ...]
) -> Json:
    """The answer to `unknot find --json`; "press" is what is decided about pressing."""
    return {
        "zones": [
            {"id": m.place.zone, "side": _side(m.place.side), "strength": int(m.strength)}
            for m in marks
        ],
        "safety": list(flags_of(catalogue, [mark.place.zone for mark in marks])),
        "ranking": [
            {
                "muscle": candidate.muscle,
                "side": _side(candidate.side),
                "rank": candidate.rank,
                "fit": candidate.fit.value,
                "reasons": [reason_text(catalogue, reason) for reason in candidate.reasons],
                "press": decision.outcome.value,
                "why": list(decision_sentences(catalogue, decision)),
            }
            for candidate, decision in ranking
        ],
    }


def muscle_page(catalogue: Catalogue, advice: Advice) -> Json:
    """The answer to `unknot muscle --json`: only what is allowed, and why the rest is not."""
    decisions, guidance = (advice.press, *advice.stretches), advice.guidance
    why = (each for one in decisions for each in decision_sentences(catalogue, one))
    return {
        "id": advice.muscle.id,
        "class": advice.muscle.safety_class.value,
        **(_guidance(catalogue, guidance, advice) if guidance else _NOTHING),
        "press": _press(advice),
        "pressing": advice.press.outcome.value,
        "why": list(dict.fromkeys(why)),
    }


_NOTHING: Json = {"cautions": [], "find": [], "stroke": None, "stretch": [], "evidence": []}


def _guidance(catalogue: Catalogue, guidance: Guidance, advice: Advice) -> Json:
    """What is said of a muscle, without its links; pressing stands apart."""
    strokes = [_way(way, advice.ways[way]) for way in guidance.stroke]
    return {
        "does": plain(guidance.summary),
        "hurts": list(guidance.hurts),
        "keeps_going": list(guidance.keeps_going),
        "left_alone": "" if guidance.press else plain(guidance.press_note),
        "who_can_help": list(guidance.helpers),
        "cautions": list(guidance.cautions),
        "find": list(guidance.find),
        "stroke": {"note": plain(guidance.stroke_note), "ways": strokes} if strokes else None,
        "stretch": [
            _stretch(catalogue.stretches[name], advice.side) for name in guidance.stretches
        ],
        "move": [
            {key: getattr(catalogue.movements[name], key) for key in ("id", "name", "text")}
            for name in guidance.movements
        ],
        "evidence": [
            asdict(claim) | {"sources": list(claim.sources)} for claim in guidance.evidence
        ],
    }


def zones(catalogue: Catalogue) -> Json:
    """The answer to `unknot zones --json`."""
    fields = ("id", "label", "midline", "on_skin")
    every = catalogue.zones.values()
    return {"zones": [{name: getattr(zone, name) for name in fields} for zone in every]}


def profile_list(catalogue: Catalogue) -> Json:
    """The answer to `unknot profile list --json`."""
    fields = ("id", "group", "text", "effect", "asks")
    every = catalogue.profile_entries.values()
    return {"entries": [{name: str(getattr(entry, name)) for name in fields} for entry in every]}


def _press(advice: Advice) -> Json | None:
    dose, guidance = advice.press.caps, advice.guidance
    if guidance is None or dose is None or not guidance.press:
        return None
    return {
        "note": plain(guidance.press_note),
        **_limits(dose),
        "rest_seconds": [dose.rest.low, dose.rest.high],
        "repeats": [dose.repeats.low, dose.repeats.high],
        "spots": dose.spots,
        "total_seconds": dose.total,
        "per_day": dose.per_day,
        "days_between": dose.days_between,
        "points": [{"id": point.id, **_limits(own)} for point, own in advice.points],
        "ways": [_way(way, advice.ways[way]) for way in guidance.press],
    }


def _way(way: PressWay, own: Caps) -> Json:
    return {
        "tool": way.tool,
        "title": way.title,
        "posture": way.posture,
        "points": list(way.points),
        "steps": list(way.steps),
        **_limits(own),
    }


def _limits(dose: Caps) -> Json:
    return {
        "discomfort": [dose.discomfort.low, dose.discomfort.high],
        "discomfort_cap": dose.discomfort_cap,
        "hold_seconds": [dose.hold.low, dose.hold.high],
    }


def _stretch(stretch: Stretch, side: Side) -> Json:
    texts = {key: getattr(stretch, key) for key in ("start", "move", "feel", "stop")}
    return {
        "id": stretch.id,
        "name": stretch.name,
        "hold_seconds": stretch.hold_seconds,
        **{key: sided(text, side) for key, text in texts.items()},
    }


def _side(side: Side) -> str | None:
    return None if side is Side.MIDLINE else side.value
