"""Painting, wiping and undo."""

from hypothesis import given
from hypothesis import strategies as st

from guide.core.anatomy import Place, Side
from guide.core.drawing import Drawing, Mark, Strength, clear, erase, paint, undo
from tests.core.builders import place

NECK, HEAD = place("neck.side"), place("head.top", Side.LEFT)


def test_the_same_strength_again_takes_a_place_off_and_another_replaces_it() -> None:
    drawing = paint(paint(Drawing(), NECK, Strength.MILD), HEAD, Strength.STRONG)
    assert drawing.places == (NECK, HEAD)
    stronger = paint(drawing, NECK, Strength.STRONG)
    assert stronger.marks == (Mark(NECK, Strength.STRONG), Mark(HEAD, Strength.STRONG))
    assert paint(stronger, NECK, Strength.STRONG).places == (HEAD,)


def test_sides_are_different_places() -> None:
    drawing = paint(Drawing(), NECK, Strength.MILD)
    assert drawing.strength_at(Place("neck.side", Side.LEFT)) is None
    assert drawing.strength_at(NECK) is Strength.MILD


def test_wiping_what_is_not_there_is_no_change_to_undo() -> None:
    drawing = paint(Drawing(), NECK, Strength.MILD)
    assert erase(drawing, HEAD) == drawing
    assert erase(drawing, NECK).places == ()
    assert clear(Drawing()) == Drawing()
    assert undo(Drawing()) == Drawing()


changes = st.lists(
    st.one_of(
        st.tuples(st.just(paint), st.sampled_from([NECK, HEAD]), st.sampled_from(Strength)),
        st.tuples(st.just(erase), st.sampled_from([NECK, HEAD])),
        st.tuples(st.just(clear)),
    ),
    max_size=12,
)


@given(changes)
def test_undo_goes_back_through_every_change(wishes: list[tuple[object, ...]]) -> None:
    drawing = Drawing()
    seen = [drawing]
    for change, *values in wishes:
        assert callable(change)
        after = change(drawing, *values)
        if after != drawing:
            seen.append(after)
        drawing = after
    for before in reversed(seen):
        assert drawing == before
        drawing = undo(drawing)
    assert undo(drawing) == drawing
