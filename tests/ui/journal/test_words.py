"""The words of the history page."""

import pytest

from guide.app.journal_presenter import Period
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.session import HoldEnd, SessionKind
from guide.ui.journal import words
from tests.app.test_journal_presenter import record


def test_every_choice_has_its_word() -> None:
    for names in (
        [words.end_word(end) for end in HoldEnd],
        [words.kind_word(kind) for kind in SessionKind],
        [words.period_words(period) for period in Period],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (6, 3, "pain 6 → 3"),
        (6, None, "pain before 6"),
        (None, 3, "pain after 3"),
        (None, None, ""),
    ],
)
def test_pain_is_told_as_far_as_it_was_entered(
    before: int | None, after: int | None, text: str
) -> None:
    assert words.change(record(1, "2026-11-22T10:00:00Z", before=before, after=after)) == text


def test_an_entry_of_another_version_is_still_shown(catalogue: Catalogue) -> None:
    strange = record(
        1,
        "2026-11-22T10:00:00Z",
        subject="some.muscle",
        side=Side.MIDLINE,
        completed=False,
        stop_reason="some_reason",
    )
    assert words.what(catalogue, strange) == "some.muscle"
    text = words.in_full(catalogue, strange)
    assert "broken off" in text
    assert "some_reason" in text
    assert "No hold was done." in text


def test_how_many_are_listed() -> None:
    assert words.count_words(1, 1) == "1 entry"
    assert words.count_words(2, 5) == "2 of 5 entries"
