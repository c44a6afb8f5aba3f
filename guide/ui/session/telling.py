"""What the running screen says about a step: where, how, what counts, what comes next."""

import msgspec

from guide.app.session_state import PageState
from guide.app.session_words import duration, phase_word, side_word, subject_name, told_side
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Stretch
from guide.core.session import Plan, SessionKind, SessionState, Step, StepKind
from guide.i18n import _

ACTIVE = (StepKind.HOLD, StepKind.MOVE)


class Next(msgspec.Struct, frozen=True):
    """What comes after the present hold; ``stretch`` is the id whose picture shows it."""

    title: str
    detail: str = ""
    stretch: str = ""
    side: Side = Side.MIDLINE


def stretch_of(catalogue: Catalogue, step: Step) -> Stretch | None:
    """The stretch that a step is about, if it is about one."""
    return catalogue.stretches.get(step.subject)


def with_sides(text: str, side: Side) -> str:
    """``text`` of a stretch with the sides said in words."""
    return text.replace("{side}", side_word(side)).replace("{other}", side_word(side.other))


def where(catalogue: Catalogue, step: Step) -> str:
    """Where the spot lies, or how the stretch is done at this moment."""
    stretch = stretch_of(catalogue, step)
    if stretch is not None:
        text = {
            StepKind.EASE_IN: stretch.move,
            StepKind.HOLD: stretch.move,
            StepKind.RELEASE: stretch.start,
        }.get(step.kind, stretch.start)
        return with_sides(text, step.side)
    if step.subject in catalogue.movements:
        return catalogue.movements[step.subject].text
    muscle = catalogue.muscles.get(step.subject.partition(".")[0])
    points = muscle.points if muscle else ()
    return next((point.location for point in points if point.id == step.subject), "")


def feel(catalogue: Catalogue, step: Step) -> str:
    """What to feel, and when to stop, in a stretch."""
    stretch = stretch_of(catalogue, step)
    if stretch is None:
        return ""
    return f"{with_sides(stretch.feel, step.side)} {with_sides(stretch.stop, step.side)}"


def how(page: PageState) -> str:
    """The steps of the way to press, for as long as nothing is pressed yet; "" afterwards."""
    session = page.session
    if page.way is None or session is None or session.step.kind is not StepKind.GET_READY:
        return ""
    lines = (f"{number}. {step}" for number, step in enumerate(page.way.steps, start=1))
    return "\n".join(with_sides(line, session.step.side) for line in lines)


def counted(state: SessionState) -> str:
    """Which hold of how many ("spot 1 of 2 · hold 2 of 3")."""
    step, plan = state.step, state.plan
    parts = []
    subjects = list(dict.fromkeys((s.subject, s.side) for s in plan.steps if s.kind in ACTIVE))
    if len(subjects) > 1 and (step.subject, step.side) in subjects:
        words = _("spot {one} of {all}")
        if plan.kind is SessionKind.STRETCH:
            words = _("{one} of {all}")
        number = subjects.index((step.subject, step.side)) + 1
        parts.append(words.format(one=number, all=len(subjects)))
    if step.repeats > 1:
        pressing = plan.kind is SessionKind.PRESSURE
        words = _("hold {one} of {all}") if pressing else _("round {one} of {all}")
        parts.append(words.format(one=step.repeat, all=step.repeats))
    return " · ".join(parts)


def what_is_next(catalogue: Catalogue, state: SessionState) -> Next:
    """The hold or movement after the present one, and the rest before it."""
    plan = state.plan
    index = following(plan, state.index)
    if index is None:
        return Next(_("This is the last one."))
    step = plan.steps[index]
    rest = sum(s.seconds for s in plan.steps[state.index + 1 : index] if s.kind not in ACTIVE)
    stretch = stretch_of(catalogue, step)
    named = subject_name(catalogue, step.subject)
    if plan.kind is SessionKind.PRESSURE:
        title = _("Hold {one} of {all}").format(one=step.repeat, all=step.repeats)
        if step.subject != state.step.subject:
            title = f"{named} · {title}"
    else:
        title = named
    if told_side(step) is not Side.MIDLINE:
        title = f"{title} · {side_word(step.side)}"
    detail = _("after {time}").format(time=duration(rest)) if rest >= 1 else ""
    return Next(title, detail, stretch.id if stretch else "", step.side)


def following(plan: Plan, index: int) -> int | None:
    """The next hold or movement after the one that step ``index`` belongs to."""
    present = index
    while present < len(plan.steps) and plan.steps[present].kind not in ACTIVE:
        if plan.steps[present].kind in (StepKind.RELEASE, StepKind.REST):
            break
        present += 1
    later = range(present + 1, len(plan.steps))
    return next((number for number in later if plan.steps[number].kind in ACTIVE), None)


def announced(state: SessionState) -> str:
    """The step in one breath, for a screen reader."""
    step = state.step
    words = phase_word(state.plan.kind, step, state.status)
    return words if told_side(step) is Side.MIDLINE else f"{words}, {side_word(step.side)}"
