"""Sentences, syllables, reading grade and forbidden words."""

import pytest

from guide.content.rules.language import (
    FORBIDDEN,
    forbidden,
    grade,
    names_pattern,
    sentences,
    syllables,
    words,
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("hold", 1), ("breathe", 1), ("ridge", 1), ("shoulder", 2), ("muscle", 2),
        ("gently", 2), ("finger", 2), ("tested", 2), ("pressed", 1), ("places", 2), ("table", 2),
        ("emergency", 4), ("evidence", 3), ("position", 3), ("disputed", 3), ("reported", 3),
        ("yellow", 2), ("3", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_at_stops_and_not_at_decimal_points() -> None:
    assert sentences("It fell (by 0.67). Then it rose! Why?") == [
        "It fell (by 0.67).", "Then it rose!", "Why?",
    ]  # fmt: skip
    assert words("95 % CI -0.53 to 0.09, it's") == ["95", "CI", "0.53", "to", "0.09,", "it's"]


def test_the_grade_follows_the_published_formula() -> None:
    text = "The cat sat on the mat. The dog ran to the gate."  # 12 words of 12 syllables
    assert grade(text) == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_names_of_muscles_do_not_raise_the_grade() -> None:
    names = names_pattern(["Semispinalis capitis", "Semispinalis"])
    plain = "It holds the head up."
    assert grade(f"Semispinalis capitis. {plain}", names) == pytest.approx(grade(plain))
    assert grade(f"Semispinalis capitis. {plain}") > grade(plain) + 5


@pytest.mark.parametrize(
    "text",
    [
        "Trigger points cause your pain.",
        "This knot causes the ache.",
        "This muscle is the cause.",
        "It cures headaches.",
        "Pressing releases toxins.",
        "It breaks up adhesions.",
        "It mimics heart pain, so treat it.",
        "It may mimic the pain of the heart.",
        "Your pain will disappear.",
        "Results are guaranteed.",
        "Fix your bad posture.",
        "No pain, no gain.",
    ],
)
def test_forbidden_words_are_found_with_a_cure(text: str) -> None:
    found = forbidden(text)
    assert found
    assert all(cure for _, cure in found)


def test_honest_words_pass() -> None:
    for text in (
        "A tender spot that may contribute.",
        "A clinician can rule out other causes.",
        "A sore that heals slowly.",
        "Never press harder or longer to force it.",
        "Be accurate, and secure the ball.",
        "Botulinum toxin or a filler.",
    ):
        assert forbidden(text) == []
    assert len(FORBIDDEN) >= 9
