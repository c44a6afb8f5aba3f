"""What is still missing: texts that are not written, and what nobody can reach."""

from collections.abc import Iterator

from guide.content.gather import BASE_LANGUAGE, Gathered
from guide.content.problems import Problem


def check_complete(content: Gathered) -> Iterator[Problem]:
    """Gaps of the whole; they keep nothing from being compiled."""
    texts = content.guidance.get(BASE_LANGUAGE, {})
    for muscle in sorted(content.muscle_ids - texts.keys()):
        path = f"muscles/{muscle}/{BASE_LANGUAGE}.md"
        if path not in content.sources:
            yield Problem(path, "", "the guidance of this muscle is missing", "Write it")
    stretches = {name for text in texts.values() for name in text.stretches}
    stretches |= {name for routine in content.routines.values() for name in routine.stretches}
    movements = {name for text in texts.values() for name in text.movements}
    for folder, there, named in (
        ("stretches", content.stretch_ids, stretches),
        ("movements", content.movement_ids, movements),
    ):
        for name in sorted(there - named):
            path = f"{folder}/{name}/facts.toml"
            cure = "Name it under a muscle, or take its folder out"
            yield Problem(path, "", "nobody is led to it", cure)
