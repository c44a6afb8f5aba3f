"""The words of a session: on the screen, in the voice, in the journal, the same everywhere."""

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.session import Plan, SessionKind, Status, Step, StepKind
from guide.i18n import _, n_


def side_word(side: Side) -> str:
    """The side in one word, as it is said ("right")."""
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.MIDLINE: _("middle")}[side]


def big_side(side: Side) -> str:
    """The side as it is read from two metres ("RIGHT")."""
    return {Side.LEFT: _("LEFT"), Side.RIGHT: _("RIGHT"), Side.MIDLINE: _("MIDDLE")}[side]


def phase_word(kind: SessionKind, step: Step, status: Status = Status.RUNNING) -> str:
    """What to do now, in a word or two."""
    if status is Status.PAUSED:
        return _("Paused")
    if status is Status.INTERRUPTED:
        return _("Interrupted")
    pressing = kind is SessionKind.PRESSURE
    return {
        StepKind.GET_READY: _("Get ready"),
        StepKind.EASE_IN: _("Ease in"),
        StepKind.HOLD: _("Hold"),
        StepKind.RELEASE: _("Let go") if pressing else _("Come back"),
        StepKind.REST: _("Rest"),
        StepKind.SWITCH_SIDE: _("Switch side"),
        StepKind.MOVE: _("Move"),
    }[step.kind]


def phase_hint(kind: SessionKind, step: Step, status: Status = Status.RUNNING) -> str:
    """One sentence under the phase."""
    if status is Status.PAUSED:
        return _("Take the pressure off. Space goes on, with a rest first.")
    if status is Status.INTERRUPTED:
        return _("The computer was away for a while, so the hold has ended. Space goes on.")
    if kind is SessionKind.STRETCH:
        return {
            StepKind.GET_READY: _("Take up the position in the picture."),
            StepKind.EASE_IN: _("Move into it slowly, and stop at a mild pull."),
            StepKind.HOLD: _("A mild pull. Keep breathing, never bounce."),
            StepKind.RELEASE: _("Come back slowly."),
            StepKind.REST: _("Let it settle."),
            StepKind.SWITCH_SIDE: _("The same on the other side."),
            StepKind.MOVE: _("Slowly, as far as is comfortable."),
        }[step.kind]
    return {
        StepKind.GET_READY: _("Get into position, and find the tender spot."),
        StepKind.EASE_IN: _("Press slowly, up to what is comfortable."),
        StepKind.HOLD: _("Hold, and let it ease."),
        StepKind.RELEASE: _("Take the pressure off slowly."),
        StepKind.REST: _("Shake it out. Breathe."),
        StepKind.SWITCH_SIDE: _("The same on the other side."),
        StepKind.MOVE: _("Slowly, as far as is comfortable."),
    }[step.kind]


def told_side(step: Step) -> Side:
    """The side that is said and shown: a slow movement is done to both, so it names none."""
    return Side.MIDLINE if step.kind is StepKind.MOVE else step.side


def plan_title(catalogue: Catalogue, plan: Plan) -> str:
    """What a session is called while it runs."""
    name = subject_name(catalogue, plan.subject)
    if plan.kind is SessionKind.STRETCH and plan.subject in catalogue.muscles:
        return _("Slow movements · {muscle}").format(muscle=name)
    return name


def spoken(kind: SessionKind, step: Step, status: Status) -> str:
    """What the voice says when a step begins: the phase, and the side that must not be wrong."""
    if status is Status.FINISHED:
        return _("Finished. Well done.")
    if status is Status.STOPPED:
        return _("Stopped.")
    word = phase_word(kind, step, status)
    if told_side(step) is Side.MIDLINE or status is not Status.RUNNING:
        return f"{word}."
    if step.kind in (StepKind.REST, StepKind.RELEASE):
        return f"{word}."
    return f"{word}. {side_word(step.side).capitalize()}."


def subject_name(catalogue: Catalogue, subject: str) -> str:
    """The name of whatever a session, step or record is about, also of a pack that is gone.

    An id that nobody knows stays an id.
    """
    if subject in catalogue.muscles:
        return catalogue.muscles[subject].name
    if subject in catalogue.stretches:
        return catalogue.stretches[subject].name
    if subject in catalogue.routines:
        return catalogue.routines[subject].name
    if subject in catalogue.movements:
        return catalogue.movements[subject].name
    muscle = catalogue.muscles.get(subject.partition(".")[0])
    labels = {point.id: point.label for point in muscle.points} if muscle else {}
    return labels.get(subject) or catalogue.gone.get(subject, subject)


def duration(seconds: float) -> str:
    """A time to go, as it is said ("6 min 20 s"); rounded up, so that it never says zero early."""
    whole = max(0, -int(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    if not rest:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def about_minutes(seconds: float) -> str:
    """A length, as it is announced ("about 6 minutes")."""
    minutes = max(1, round(seconds / 60))
    return n_("about {count} minute", "about {count} minutes", minutes).format(count=minutes)
