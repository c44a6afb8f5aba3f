"""The one decision that every page, session, print and command passes.

Refusals and limits only ever add up: everything that refuses is a reason, and of all caps the
smallest holds. So one more sign, profile entry or session never allows more.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec
from msgspec.structs import replace

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Guidance, Level, Muscle, PressWay, TriggerPoint, Way
from guide.core.dose import Caps, allowance, caps, least, light_caps, loosest, point_caps, under
from guide.core.safety.questions import next_question
from guide.core.safety.rules import Bound, rules_for, rules_in_force
from guide.core.safety.situation import Decision, Outcome, Request, Situation
from guide.core.safety.verdict import Verdict, is_touched, judge, present_signs, sign_places
from guide.core.safety_facts import Act, Ceiling, SafetyClass


class _Case(msgspec.Struct, frozen=True):
    """A situation with what follows from it for every request."""

    catalogue: Catalogue
    situation: Situation
    verdict: Verdict
    bounds: tuple[Bound, ...]
    unanswered: bool


class _Try(msgspec.Struct, frozen=True):
    """One way to press one point: what refuses it, and what else concerns it."""

    way: Way
    refused: tuple[str, ...]
    barred: tuple[str, ...]  # by which of the person's own rules
    told: tuple[str, ...]  # ids of limits and advice
    ceiling: Ceiling


class _Left(msgspec.Struct, frozen=True):
    """One way by which one point may be pressed; ``told`` holds for this way of several."""

    way: Way
    told: tuple[str, ...]
    caps: Caps


class _Spot(msgspec.Struct, frozen=True):
    """One point with the ways left to press it; ``refused`` says why there is none."""

    refused: tuple[str, ...]
    told: tuple[str, ...]  # whatever the way, and the person's own bars of a way
    left: tuple[_Left, ...]


def decide(catalogue: Catalogue, situation: Situation, request: Request) -> Decision:
    """Whether ``request`` may be fulfilled, within which caps, and why (not).

    Without a point or a tool the caps of pressing are the loosest of its points and of the ways
    that are left: each keeps its own, which `spot_caps` and `decide_ways` give and which bind
    when it is pressed so. `ValueError` for a muscle, point or stretch that the catalogue does
    not have.
    """
    return decide_all(catalogue, situation, (request,))[0]


def decide_all(
    catalogue: Catalogue, situation: Situation, requests: Iterable[Request]
) -> tuple[Decision, ...]:
    """`decide` for each of ``requests``; what they share is worked out once."""
    case = _case(catalogue, situation)
    return tuple(
        _decide_pressing(case, each) if each.act is Act.PRESS else _decide_moving(case, each)
        for each in requests
    )


def decide_stretch(
    catalogue: Catalogue, situation: Situation, stretch: str, sides: tuple[Side, ...]
) -> Decision:
    """Whether ``stretch`` may be done on ``sides``: it may where all that it stretches may be.

    The midline stands for both sides. `ValueError` for one that the catalogue does not have.
    """
    return _decide_stretch(_case(catalogue, situation), stretch, sides)


def decide_routine(catalogue: Catalogue, situation: Situation, routine: str) -> Decision:
    """Whether all stretches of ``routine`` may be done on both sides."""
    case, both = _case(catalogue, situation), (Side.RIGHT, Side.LEFT)
    return together(
        _decide_stretch(case, name, both) for name in catalogue.routines[routine].stretches
    )


def together(decisions: Iterable[Decision]) -> Decision:
    """What holds for several stretches or movements at once: the strictest, with all reasons."""
    found = tuple(decisions)
    refusals = tuple(each for each in found if not each.allowed)
    reasons = _each_once(chain(*(each.reasons for each in refusals or found)))
    if refusals:
        return Decision(Outcome.REFUSE, reasons)
    ceiling = least(each.ceiling for each in found)
    return Decision(Outcome.LIMIT if reasons else Outcome.ALLOW, reasons, ceiling=ceiling)


def decide_ways(
    catalogue: Catalogue,
    situation: Situation,
    muscle: str,
    side: Side,
    ways: Iterable[PressWay | Way],
) -> tuple[Decision, ...]:
    """`decide` for pressing ``muscle`` in each of ``ways``, which serve points of it.

    A way is refused where it is at any of its points: its steps are one text for all of them.
    """
    case, press = _case(catalogue, situation), Request(Act.PRESS, muscle, side)
    return tuple(_decide_pressing(case, press, _plain(way)) for way in ways)


def spot_caps(
    catalogue: Catalogue,
    situation: Situation,
    muscle: str,
    side: Side,
    way: PressWay | Way | None = None,
) -> dict[str, Caps]:
    """The points of ``muscle`` that may be pressed now, each with its own caps.

    With ``way`` those that it serves, with the caps that hold for pressing so.
    """
    case, only = _case(catalogue, situation), _plain(way) if way else None
    points = [point.id for point in _points(_muscle(catalogue, muscle), None, only)]
    requests = (Request(Act.PRESS, muscle, side, point) for point in points)
    decided = zip(points, (_decide_pressing(case, each, only) for each in requests), strict=True)
    return {point: decision.caps for point, decision in decided if decision.caps is not None}


def way_caps(
    catalogue: Catalogue,
    situation: Situation,
    muscle: str,
    side: Side,
    ways: tuple[PressWay, ...],
) -> dict[PressWay, Caps]:
    """Those of ``ways`` by which ``muscle`` may be pressed now, each with its own caps."""
    decided = decide_ways(catalogue, situation, muscle, side, ways)
    found = zip(ways, decided, strict=True)
    return {way: decision.caps for way, decision in found if decision.caps is not None}


def permitted(
    catalogue: Catalogue, situation: Situation, side: Side, guidance: Guidance
) -> Guidance:
    """``guidance`` without what may not be done now: pressing, strokes, how to find, the rest."""
    case, press = _case(catalogue, situation), Request(Act.PRESS, guidance.muscle, side)
    ways, strokes = (
        tuple(way for way in each if _decide_pressing(case, press, _plain(way)).allowed)
        for each in (guidance.press, guidance.stroke)
    )
    moves = _decide_moving(case, replace(press, act=Act.MOVE)).allowed
    stretches = tuple(
        name for name in guidance.stretches if _decide_stretch(case, name, (side,)).allowed
    )
    left = replace(
        guidance,
        press=ways,
        stroke=strokes,
        stroke_note=guidance.stroke_note if strokes or not guidance.stroke else "",
        stretches=stretches,
        movements=guidance.movements if moves else (),
    )
    if ways:
        return left
    note = "" if guidance.press else guidance.press_note  # why nobody presses it alone
    return replace(left, press_note=note, find=(), stroke=(), stroke_note="")


def _case(catalogue: Catalogue, situation: Situation) -> _Case:
    return _Case(
        catalogue,
        situation,
        judge(catalogue, situation),
        rules_in_force(catalogue, situation),
        next_question(catalogue, situation) is not None,
    )


def _muscle(catalogue: Catalogue, name: str) -> Muscle:
    muscle = catalogue.muscles.get(name)
    if muscle is None:
        raise ValueError(f"there is no muscle '{name}'")
    return muscle


# What holds for the whole muscle --------------------------------------------------------------


def _refusals(case: _Case, request: Request) -> Iterator[str]:
    """What refuses the act on the muscle whatever the point, the tool or the stretch."""
    if case.unanswered:
        yield "unanswered"
    verdict = case.verdict
    if verdict.map_closed if request.act is Act.PRESS else verdict.stretch_closed:
        yield from verdict.reasons
    yield from _signs_of(case, request, Level.CLINICIAN)
    for stop in case.situation.stopped:
        level = case.catalogue.stop_reasons[stop.reason].level
        here = stop.muscle == request.muscle and stop.side is request.side
        if level is Level.CLINICIAN and here:
            yield stop.reason


def _signs_of(case: _Case, request: Request, level: Level) -> Iterator[str]:
    """The signs of ``level`` whose painted places the muscle refers to or lies in."""
    for sign in present_signs(case.catalogue, case.situation.answers):
        if sign.level is level:
            places = sign_places(case.catalogue, case.situation, sign.id)
            if is_touched(_muscle(case.catalogue, request.muscle), request.side, places):
                yield sign.id


def _barred(case: _Case, muscle: Muscle) -> Iterator[str]:
    """What bars pressing ``muscle`` for everybody."""
    if muscle.safety_class is SafetyClass.RED:
        yield "red"
    elif caps(muscle) is None:
        yield "not_self_pressed"
    if muscle.id not in case.catalogue.guided:
        yield "no_text"


def _spent(case: _Case, request: Request, limits: Caps) -> Iterator[str]:
    """Why the muscle has been pressed enough for now."""
    past = case.situation
    if past.now_utc:
        left = allowance(
            request.muscle, limits, past.history, past.now_utc, past.offset_minutes, request.side
        )
        if left.reason:
            yield left.reason


# Pressing points in ways ------------------------------------------------------------------------


def _decide_pressing(case: _Case, request: Request, only: Way | None = None) -> Decision:
    """``only`` is the one way that is meant; otherwise the tool of the request, or any way."""
    muscle = _muscle(case.catalogue, request.muscle)
    points, own = _points(muscle, request.point, only), caps(muscle)
    refused = (*_refusals(case, request), *_barred(case, muscle))
    if own is None:
        return _refuse(refused)
    light = tuple(_signs_of(case, request, Level.MODIFY))
    limits = light_caps(own) if light else own
    spots = tuple(_spot(case, limits, request, point, only) for point in points)
    left = tuple(chain(*(spot.left for spot in spots)))
    if not left:
        refused = (*refused, *chain(*(spot.refused for spot in spots))) or ("no_way",)
    if refused:
        return _refuse(refused)
    told = _each_once((*light, *chain(*(spot.told for spot in spots)), *_told(left)))
    return Decision(
        Outcome.LIMIT if told else Outcome.ALLOW, told, loosest(tuple(each.caps for each in left))
    )


def _points(muscle: Muscle, point: str | None, only: Way | None) -> tuple[TriggerPoint, ...]:
    """The point that is meant, or all those that may be pressed, in the way that is meant."""
    if point is None:
        own = (each for each in muscle.points if each.self_press)
        return tuple(each for each in own if only is None or each.id in only.points)
    found = tuple(each for each in muscle.points if each.id == point)
    if not found:
        raise ValueError(f"'{point}' is no point of {muscle.id}")
    return found


def _told(left: tuple[_Left, ...]) -> tuple[str, ...]:
    """What is said of the ways left: of one way all, of several what holds for every one.

    Where each of several has a limit of its own, all of these are said: none is without.
    """
    every = _each_once(chain(*(each.told for each in left)))
    if len({each.way for each in left}) == 1:
        return every
    shared = tuple(id_ for id_ in every if all(id_ in each.told for each in left))
    free = any(set(each.told) <= set(shared) for each in left)
    return shared if free else every


def _spot(
    case: _Case, limits: Caps, request: Request, point: TriggerPoint, only: Way | None
) -> _Spot:
    """What may be done at ``point``, and in which ways."""
    request, limits = replace(request, point=point.id), point_caps(limits, point)
    tries = tuple(_tries(case, request, only))
    here = rules_for(case.catalogue, case.bounds, replace(request, tool=None, posture=None))
    whole = tuple(bound.rule.id for bound in here if bound.personal or not bound.rule.refuse)
    told = _each_once((*whole, *chain(*(each.barred for each in tries))))
    if not point.self_press:
        return _Spot(("not_self_pressed",), told, ())
    left: list[_Left] = []
    refused: list[str] = []
    for each in tries:
        own = under(limits, each.ceiling)
        if why := (*each.refused, *_spent(case, request, own)):
            refused += why
        else:
            left.append(_Left(each.way, tuple(id_ for id_ in each.told if id_ not in whole), own))
    none = "no_way" if request.muscle in case.catalogue.guided else "no_text"
    return _Spot(() if left else _each_once(refused or (none,)), told, tuple(left))


def _tries(case: _Case, request: Request, only: Way | None) -> Iterator[_Try]:
    """The tool that is asked for, or each way (or the only one) that serves the point."""
    if only is None and request.tool is not None:
        yield _try(case, request, Way(request.tool, request.posture or "", ()))
        return
    for way in (only,) if only else case.catalogue.ways.get(request.muscle, ()):
        if request.point in way.points and request.posture in (None, way.posture):
            every = {
                point: _try(
                    case, replace(request, point=point, tool=way.tool, posture=way.posture), way
                )
                for point in way.points
            }
            yield replace(
                every[request.point],
                refused=_each_once(chain(*(each.refused for each in every.values()))),
                barred=_each_once(chain(*(each.barred for each in every.values()))),
            )


def _try(case: _Case, request: Request, way: Way) -> _Try:
    """``request``, which names a point and a tool."""
    found = tuple(rules_for(case.catalogue, case.bounds, request))
    foreign = request.tool not in _muscle(case.catalogue, request.muscle).tools
    bars = tuple(bound for bound in found if bound.rule.refuse)
    return _Try(
        way=way,
        refused=(
            *(("tool_not_for_muscle",) if foreign else ()),
            *(bound.rule.id for bound in bars),
        ),
        barred=tuple(bound.rule.id for bound in bars if bound.personal),
        told=tuple(bound.rule.id for bound in found if not bound.rule.refuse),
        ceiling=least(bound.rule.ceiling for bound in found),
    )


def _plain(way: PressWay | Way) -> Way:
    """``way`` without its words."""
    return Way(way.tool, way.posture, way.points)


# Stretching and moving -------------------------------------------------------------------------


def _decide_stretch(case: _Case, stretch: str, sides: tuple[Side, ...]) -> Decision:
    """A stretch of all its muscles; the midline stands for both sides."""
    if stretch not in case.catalogue.stretches:
        raise ValueError(f"there is no stretch '{stretch}'")
    both = (Side.RIGHT, Side.LEFT)
    return together(
        _decide_moving(case, Request(Act.STRETCH, muscle, side, stretch=stretch))
        for muscle in case.catalogue.stretches[stretch].muscles
        for side in (both if Side.MIDLINE in sides else sides)
    )


def _decide_moving(case: _Case, request: Request) -> Decision:
    """A stretch or a movement of the muscle."""
    if request.stretch is not None:
        stretch = case.catalogue.stretches.get(request.stretch)
        if stretch is None:
            raise ValueError(f"there is no stretch '{request.stretch}'")
        request = replace(request, posture=stretch.posture)
    _muscle(case.catalogue, request.muscle)
    found = tuple(rules_for(case.catalogue, case.bounds, request))
    refused = tuple(bound.rule.id for bound in found if bound.rule.refuse)
    if refused := (*_refusals(case, request), *refused):
        return _refuse(refused)
    told = _each_once(bound.rule.id for bound in found)
    ceiling = least(bound.rule.ceiling for bound in found)
    return Decision(Outcome.LIMIT if told else Outcome.ALLOW, told, ceiling=ceiling)


def _refuse(reasons: Iterable[str]) -> Decision:
    return Decision(Outcome.REFUSE, _each_once(reasons))


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
