"""The ranking: coverage first, then how much of the pattern is painted, then the guides."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.core.anatomy import Place, Side
from guide.core.catalogue import GuideEntry
from guide.core.drawing import Mark, Strength
from guide.core.ranking import Candidate, Fit, Reason, ReasonKind, coverage, rank
from tests.core.builders import MIDLINE, catalogue, marks, muscle, place

ZONES = ("head.top", "neck.side", "neck.back", "back.upper", "arm.outer", *sorted(MIDLINE))
TRAP = muscle("trap", ("neck.side", "neck.back", "head.top"), ("arm.outer",))
SMALL = muscle("small", ("neck.side",), ("back.upper",))
HUGE = muscle("huge", ZONES)
CROSSING = muscle("crossing", ("head.top", "neck.back"), (), crosses=("head.top",))
BELLY = muscle("belly", ("belly.middle",), ("back.sacrum",))
GUIDE = (
    GuideEntry("neck.side", "small", 4, "src"),
    GuideEntry("neck.side", "trap", 2, "bg"),
    GuideEntry("neck.side", "trap", 1, "src"),
)
BODY = catalogue(TRAP, SMALL, HUGE, CROSSING, BELLY, guide=GUIDE)

drawings = st.lists(
    st.builds(
        Mark,
        st.sampled_from([place(zone, side) for zone in ZONES for side in (Side.LEFT, Side.RIGHT)]),
        st.sampled_from(Strength),
    ),
    unique_by=lambda mark: mark.place,
    max_size=8,
).map(tuple)


def names(found: tuple[Candidate, ...]) -> list[tuple[str, str]]:
    return [(each.muscle, each.side.value) for each in found]


def test_nothing_painted_names_nobody() -> None:
    assert rank(BODY, ()) == ()


def test_a_muscle_that_explains_the_whole_drawing_comes_first_with_its_reasons() -> None:
    found = rank(BODY, marks("neck.side", "neck.back"))
    assert names(found)[0] == ("trap", "right")
    side, back = place("neck.side"), place("neck.back")
    assert found[0].fit is Fit.WELL
    assert found[0].reasons == (
        Reason(ReasonKind.MAIN, side),
        Reason(ReasonKind.MAIN, back),
        Reason(ReasonKind.GUIDE, side, 1),
    )


def test_a_place_that_is_not_explained_is_said() -> None:
    small = next(c for c in rank(BODY, marks("neck.side", "head.top")) if c.muscle == "small")
    assert Reason(ReasonKind.UNEXPLAINED, place("head.top")) in small.reasons
    assert small.fit is Fit.PARTLY


def test_a_late_rank_of_the_guides_is_no_reason() -> None:
    small = next(c for c in rank(BODY, marks("neck.side")) if c.muscle == "small")
    assert [reason.kind for reason in small.reasons] == [ReasonKind.MAIN]


def test_a_muscle_that_is_mostly_painted_beats_a_huge_pattern() -> None:
    found = names(rank(BODY, marks("neck.side")))
    assert found.index(("small", "right")) < found.index(("huge", "right"))


def test_strength_decides_which_place_counts_more() -> None:
    strong = marks("back.upper", strength=3) + marks("arm.outer", strength=1)
    one = muscle("one", ("back.upper", "x.y"))
    two = muscle("two", ("arm.outer", "x.y"))
    assert names(rank(catalogue(one, two), strong)) == [("one", "right"), ("two", "right")]


def test_ties_are_broken_by_the_guides_then_by_id() -> None:
    a, b, c = (muscle(name, ("neck.side",)) for name in "abc")
    body = catalogue(c, b, a, guide=(GuideEntry("neck.side", "c", 5, "src"),))
    found = rank(body, marks("neck.side"))
    assert [each.muscle for each in found] == ["c", "a", "b"]
    assert [each.rank for each in found] == [1, 2, 3]


def test_the_guides_lift_nobody_above_a_better_fit() -> None:
    spill = muscle("spill", (), ("neck.side",))
    main = muscle("main", ("neck.side", "neck.back", "head.top", "arm.outer"))
    body = catalogue(spill, main, guide=(GuideEntry("neck.side", "spill", 1, "src"),))
    assert [each.muscle for each in rank(body, marks("neck.side"))] == ["main", "spill"]


def test_sides_are_kept_but_for_stated_crossings() -> None:
    found = rank(BODY, marks("head.top", side=Side.LEFT))
    crossing = [each for each in found if each.side is Side.RIGHT]
    assert names(tuple(crossing)) == [("crossing", "right")]
    assert crossing[0].reasons == (Reason(ReasonKind.CROSSED, place("head.top", Side.LEFT)),)
    own = next(each for each in found if each.muscle == "crossing" and each.side is Side.LEFT)
    assert own.rank < crossing[0].rank
    assert ("crossing", "right") not in names(rank(BODY, marks("neck.back", side=Side.LEFT)))


def test_the_midline_counts_for_both_sides() -> None:
    found = [each for each in rank(BODY, marks("belly.middle")) if each.muscle == "belly"]
    assert [(each.side, each.score) for each in found] == [(Side.RIGHT, 1.0), (Side.LEFT, 1.0)]


def test_fit_has_three_grades() -> None:
    long = marks("neck.side", "arm.outer", "back.upper", "head.top", "neck.back")
    fits = {c.muscle: c.fit for c in rank(BODY, long) if c.side is Side.RIGHT}
    assert fits == {
        "huge": Fit.WELL, "trap": Fit.WELL, "crossing": Fit.PARTLY, "small": Fit.LITTLE
    }  # fmt: skip


@given(drawings)
def test_it_is_the_same_every_time_and_numbered_in_order(drawing: tuple[Mark, ...]) -> None:
    found = rank(BODY, drawing)
    assert found == rank(BODY, drawing)
    assert [each.rank for each in found] == list(range(1, len(found) + 1))
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)
    assert len(set(names(found))) == len(found)


@given(drawings, st.sampled_from(ZONES), st.sampled_from(Strength), st.sampled_from(list(Side)))
def test_another_mark_never_lowers_a_coverage(
    drawing: tuple[Mark, ...], zone: str, strength: Strength, side: Side
) -> None:
    more = (*drawing, Mark(Place(zone, side), strength))
    for each in BODY.muscles.values():
        for own in (Side.LEFT, Side.RIGHT):
            assert coverage(each, own, more) >= coverage(each, own, drawing)


@given(drawings)
def test_a_mirrored_drawing_has_the_mirrored_ranking(drawing: tuple[Mark, ...]) -> None:
    mirrored = tuple(
        Mark(Place(mark.place.zone, mark.place.side.other), mark.strength) for mark in drawing
    )
    if all(mark.place.side is Side.MIDLINE for mark in drawing):
        return  # its own mirror image: both sides tie, and the right is named first
    turned = tuple(
        replace(
            each,
            side=each.side.other,
            reasons=tuple(
                replace(reason, place=Place(reason.place.zone, reason.place.side.other))
                for reason in each.reasons
            ),
        )
        for each in rank(BODY, drawing)
    )
    assert rank(BODY, mirrored) == turned


@given(st.sampled_from(ZONES), st.sampled_from(Strength), st.integers(0, 7), st.integers(0, 7))
def test_for_one_mark_every_main_pattern_stands_above_every_spillover(
    zone: str, strength: Strength, wide: int, narrow: int
) -> None:
    others = tuple(f"other.z{number}" for number in range(8))
    main = muscle("z_main", (zone, *others[:wide]))
    spill = muscle("a_spill", others[:narrow], (zone,))
    body = catalogue(spill, main, guide=(GuideEntry(zone, "a_spill", 1, "src"),))
    assert rank(body, (Mark(place(zone), strength),))[0].muscle == "z_main"
