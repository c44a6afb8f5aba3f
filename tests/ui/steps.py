"""Steps that several tests of the window take."""

from collections.abc import Callable
from datetime import UTC, datetime

from guide.app.map_presenter import MapPresenter
from guide.content import guidance
from guide.core.catalogue import Catalogue, Level
from guide.core.safety import After, Onset, PainKind, Profile, QuestionKind

HEALTHY = Profile(adult=True, fifty_or_over=False, asked=True)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


def ids() -> Callable[[], str]:
    """A maker of ids that differ."""
    counter = iter(range(1, 1000))
    return lambda: f"{next(counter):032x}"


def make_presenter(catalogue: Catalogue) -> MapPresenter:
    """A presenter with the real content, at noon."""
    return MapPresenter(catalogue, guidance, noon, ids())


def answer_one(presenter: MapPresenter, present: frozenset[str] = frozenset()) -> QuestionKind:
    """Answer the open question as somebody with an ordinary ache; say which it was."""
    question = presenter.state.findings.question
    assert question is not None
    match question.kind:
        case QuestionKind.STORY:
            presenter.tell(Onset.DAYS, After.NOTHING, frozenset({PainKind.ACHE}))
        case QuestionKind.ABOUT:
            presenter.about(HEALTHY)
        case QuestionKind.SIGNS:
            presenter.answer_items(present & set(question.items))
    return question.kind


def answer_all(presenter: MapPresenter, present: frozenset[str] = frozenset()) -> int:
    """Answer everything that is open; ``present`` are the lines that apply. Returns how many."""
    presenter.ask()
    screens = 0
    while presenter.state.findings.question is not None:
        answer_one(presenter, present)
        screens += 1
    return screens


def sign_of(catalogue: Catalogue, level: Level, zone: str) -> str:
    """A sign of ``level`` that is asked for ``zone`` without a condition."""
    from guide.core.safety import matches

    for flag in catalogue.red_flags.values():
        plain = [pattern for pattern in flag.zones if "?" not in pattern]
        if any(matches(pattern, zone) for pattern in plain):
            for sign in flag.signs:
                if sign.level is level and not sign.when:
                    return sign.id
    raise LookupError(f"no sign of level {level} for {zone}")
