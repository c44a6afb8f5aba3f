"""What was painted and answered before a session, in words."""

from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.answers import After, Answers, Onset, PainKind
from guide.core.catalogue import Catalogue
from guide.core.drawing import Mark, Strength
from guide.core.records import MapRecord
from guide.ui.journal.visit import visit_words

MARKS = (
    Mark(Place("neck.posterior_lower", Side.RIGHT), Strength.STRONG),
    Mark(Place("head.temple", Side.LEFT), Strength.MILD),
)


def _words(catalogue: Catalogue, answers: Answers) -> list[str]:
    visit = MapRecord("a" * 32, "2026-11-22T10:00:00Z", 60, MARKS, answers)
    return visit_words(catalogue, visit).splitlines()


def test_areas_have_sides_and_strengths(catalogue: Catalogue) -> None:
    assert _words(catalogue, Answers()) == [
        "Lower back of the neck on the right, strong",
        "Temple on the left, mild",
    ]


def test_the_story_is_told_and_what_was_asked_is_counted(catalogue: Catalogue) -> None:
    flag = next(iter(catalogue.red_flags.values()))
    told = Answers(
        onset=Onset.WEEKS,
        after=After.EFFORT,
        kinds=frozenset({PainKind.ACHE, PainKind.NUMB}),
        no_pressure=frozenset(),
        asked=frozenset(sign.id for sign in flag.signs[:3]),
    )
    assert _words(catalogue, told)[2:] == [
        "Since when: for some weeks",
        "Began after: effort, or an unusual load",
        "Felt: aching, pulling or stiff, numb or tingling",
        "Warning signs: 3 were asked, none applied.",
    ]


def test_what_applied_is_said_in_the_words_it_was_asked_in(catalogue: Catalogue) -> None:
    flag, entry = (next(iter(of.values())) for of in (catalogue.red_flags, catalogue.no_pressure))
    sign = flag.signs[0]
    told = Answers(signs=frozenset({sign.id}), no_pressure=frozenset({entry.id}))
    lines = _words(catalogue, replace(told, asked=told.signs | {entry.id}))
    assert {f"You said: {sign.text}.", f"You said: {entry.text}."} == set(lines[2:])


def test_a_sign_that_is_known_no_more_keeps_its_name(catalogue: Catalogue) -> None:
    assert _words(catalogue, Answers(signs=frozenset({"RF-OLD.sign"})))[2:] == [
        "You said: RF-OLD.sign."
    ]
