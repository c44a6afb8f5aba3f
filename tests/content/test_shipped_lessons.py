"""What the lessons must hold: every subject, every treatment judged, every danger told."""

import pytest

from guide import content
from guide.content.rules.language import words
from guide.core.lessons import Drawing, Graded, Item, Lesson, Paragraph
from guide.core.links import split

SUBJECTS = (
    "how_to_use", "tender_spots", "how_it_grows", "both_sides", "felt_elsewhere", "fascia",
    "treatments", "pressing", "stretching", "moving", "needling", "injections", "tens",
    "next_days", "soreness", "aftercare", "tools", "desk", "grades", "ask_a_doctor",
)  # fmt: skip
TREATMENTS = ("pressing", "stretching", "moving", "needling", "injections", "tens")
JUDGED = {
    "ALGO16", "CUMMINGS01", "EXADD23", "GUO17", "GUZMAN20", "HANTEN00", "ICNECK22", "INGRAM24",
    "JOHNSON22", "LU22", "MORASKA15", "NAVARRO20", "NDL48", "POSTURE20", "SCOTT09", "TENSMTP",
    "THOMAS18", "UMBRELLA23", "WILKE14", "WILKE18",
}  # fmt: skip


@pytest.fixture(scope="module")
def lessons() -> dict[str, Lesson]:
    return content.lessons()


def said(lesson: Lesson) -> list[str]:
    """The texts of a lesson, without its claims."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    return [lesson.summary, *(b.text for b in blocks if isinstance(b, Paragraph | Item))]


def graded(lesson: Lesson) -> list[Graded]:
    """The claims of a lesson."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Graded)]


def test_every_subject_has_its_lesson_and_a_place(lessons: dict[str, Lesson]) -> None:
    assert set(SUBJECTS) <= set(lessons)
    assert next(iter(lessons)) == "how_to_use"
    assert list(lessons)[-1] == "ask_a_doctor"


def test_lessons_are_short(lessons: dict[str, Lesson]) -> None:
    for lesson in lessons.values():
        assert 150 <= sum(len(words(text)) for text in said(lesson)) <= 450, lesson.id


def test_every_treatment_is_judged_by_three_answers(lessons: dict[str, Lesson]) -> None:
    for name in TREATMENTS:
        claims = [block.claim for block in graded(lessons[name])]
        assert any(c.effect and c.mechanism and c.over_rest for c in claims), name
        assert all(c.sources for c in claims), name


@pytest.mark.parametrize("name", ["needling", "injections", "tens"])
def test_what_others_do_is_explained_and_its_dangers_are_told(
    lessons: dict[str, Lesson], name: str
) -> None:
    headings = {section.heading for section in lessons[name].sections}
    assert "What it is" in headings
    assert headings & {"Risks", "Never"}
    whole = " ".join(said(lessons[name]))
    assert "24 to 72 hours" in whole or "three days" in whole


def test_who_is_in_danger_is_told_whom_to_call(lessons: dict[str, Lesson]) -> None:
    for name in ("ask_a_doctor", "next_days", "aftercare", "needling", "injections"):
        assert "112, 999 or 911" in " ".join(said(lessons[name])), name


def test_pictures_say_in_words_what_they_show(lessons: dict[str, Lesson]) -> None:
    shown = [
        block
        for lesson in lessons.values()
        for section in lesson.sections
        for block in section.blocks
        if isinstance(block, Drawing)
    ]
    assert len({block.id for block in shown}) >= 12
    assert all(len(words(block.alt)) >= 6 for block in shown)


def test_links_lead_to_lessons_and_terms_that_exist(lessons: dict[str, Lesson]) -> None:
    glossary = content.glossary()
    assert 60 <= len(glossary) <= 100
    texts = [text for lesson in lessons.values() for text in said(lesson)]
    texts += [term.text for term in glossary.values()]
    for run in (run for text in texts for run in split(text)):
        if run.kind == "lesson":
            assert run.id in lessons
        if run.kind == "term":
            assert run.id in glossary


def test_the_same_source_is_judged_alike_wherever_it_says_the_same(
    lessons: dict[str, Lesson],
) -> None:
    """A claim that returns in another lesson, or on every muscle's page, has the same answers."""
    answers: dict[tuple[str, tuple[str, ...], str], set[tuple[str, str, str]]] = {}
    general = content.guidance("infraspinatus", "en")
    assert general is not None
    claims = [block.claim for lesson in lessons.values() for block in graded(lesson)]
    for claim in (*claims, *general.evidence):
        key = (claim.grade, claim.sources, claim.text.split(" (")[0])
        answers.setdefault(key, set()).add((claim.effect, claim.mechanism, claim.over_rest))
    assert [key for key, found in answers.items() if len(found) > 1] == []


def test_claims_on_what_a_treatment_does_carry_the_three_answers(
    lessons: dict[str, Lesson],
) -> None:
    """`JUDGED` are the trials and reviews of treatments; advice, harm and theory are not judged."""
    for name, lesson in lessons.items():
        for block in graded(lesson):
            if JUDGED.intersection(block.claim.sources):
                assert block.claim.effect, (name, block.claim.text)
