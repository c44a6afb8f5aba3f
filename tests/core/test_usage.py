"""Every source that is named somewhere says where."""

from guide.content import guidance, lessons, load
from guide.core.usage import Use, uses

FACTS = load()
USED = uses(
    FACTS, lessons().values(), (told for name in sorted(FACTS.guided) if (told := guidance(name)))
)


def test_muscles_lessons_and_facts_name_their_sources() -> None:
    upper = FACTS.muscles["trapezius_upper"]
    assert all(Use("muscle", upper.id) in USED[source] for source in upper.sources)
    told = guidance("trapezius_upper")
    assert told is not None
    own = told.evidence[: told.own_evidence]
    assert own
    assert all(Use("muscle", upper.id) in USED[s] for claim in own for s in claim.sources)
    lesson = next(iter(lessons().values()))
    assert all(Use("lesson", lesson.id) in USED[source] for source in lesson.sources)
    flag = next(iter(FACTS.red_flags.values()))
    assert all(Use("", "red_flags") in USED[source] for source in flag.sources)


def test_each_use_is_named_once_and_only_known_sources_are() -> None:
    assert set(USED) <= set(FACTS.sources)
    assert all(len(set(named)) == len(named) for named in USED.values())
