"""Reads the whole folder of content: every file that can be read, and every mistake of form."""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from guide.content.compiled import source_files
from guide.content.decode import Source, read_toml
from guide.content.forms import (
    DangerZonesFile,
    EmergencyNumbersFile,
    GuideFile,
    LandmarksFile,
    LessonFile,
    MovementFile,
    MuscleFile,
    NoPressureFile,
    ProfileFile,
    RedFlagsFile,
    RoutineFile,
    SeeClinicianFile,
    SourcesFile,
    StopReasonsFile,
    StretchFile,
    ToolsFile,
    ZonesFile,
)
from guide.content.problems import Problem
from guide.content.prose import Document, read_prose
from guide.content.teaching import read_glossary, read_lesson
from guide.content.texts import (
    ALONE_HEADINGS,
    GENERAL_HEADINGS,
    HELPERS,
    MOVEMENT_HEADINGS,
    PRESSED_HEADINGS,
    ROUTINE_HEADINGS,
    STRETCH_HEADINGS,
    General,
    read_general,
    read_guidance,
)
from guide.core.catalogue import Guidance
from guide.core.lessons import Lesson, Term

T = TypeVar("T", bound=msgspec.Struct)
BASE_LANGUAGE = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_SINGLE: dict[str, type[msgspec.Struct]] = {
    "zones.toml": ZonesFile,
    "landmarks.toml": LandmarksFile,
    "sources.toml": SourcesFile,
    "guide_order.toml": GuideFile,
    "safety/red_flags.toml": RedFlagsFile,
    "safety/no_pressure.toml": NoPressureFile,
    "safety/stop_reasons.toml": StopReasonsFile,
    "safety/profile.toml": ProfileFile,
    "safety/danger_zones.toml": DangerZonesFile,
    "safety/emergency_numbers.toml": EmergencyNumbersFile,
    "safety/see_a_clinician.toml": SeeClinicianFile,
    "tools.toml": ToolsFile,
}


class Prose(msgspec.Struct, frozen=True):
    """A Markdown file that was read."""

    source: Source
    document: Document


class Gathered(msgspec.Struct):
    """The content as it was read. Ids of folders stand even where their files are broken."""

    sources: dict[str, Source] = {}  # by path
    files: dict[str, msgspec.Struct] = {}  # decoded, by path
    muscles: dict[str, MuscleFile] = {}
    stretches: dict[str, StretchFile] = {}
    movements: dict[str, MovementFile] = {}
    routines: dict[str, RoutineFile] = {}
    prose: dict[str, Prose] = {}  # by path
    guidance: dict[str, dict[str, Guidance]] = {}  # language -> muscle -> guidance
    general: dict[str, General] = {}  # by language
    lesson_facts: dict[str, LessonFile] = {}
    lessons: dict[str, dict[str, Lesson]] = {}  # language -> id -> lesson
    glossary: dict[str, dict[str, Term]] = {}  # language -> id -> term
    drawings: dict[str, Source] = {}  # by id
    muscle_ids: frozenset[str] = frozenset()
    stretch_ids: frozenset[str] = frozenset()
    movement_ids: frozenset[str] = frozenset()
    lesson_ids: frozenset[str] = frozenset()
    problems: list[Problem] = []

    def file(self, path: str, kind: type[T]) -> T | None:
        """The decoded single file at ``path``, or None where it is missing or broken."""
        found = self.files.get(path)
        return found if isinstance(found, kind) else None

    def sound(self, path: str, kind: type[T]) -> T:
        """The decoded single file at ``path``, which the checker has found sound."""
        found = self.file(path, kind)
        assert found is not None, path
        return found


def gather(root: Path) -> Gathered:
    """Read everything below ``root``."""
    content = Gathered()
    for name, kind in _SINGLE.items():
        source = _read(content, root, name)
        if source:
            value, problems = read_toml(source, kind)
            content.problems += problems
            if value is not None:
                content.files[name] = value
    content.muscle_ids = _folders(root / "muscles")
    content.stretch_ids = _folders(root / "stretches")
    content.movement_ids = _folders(root / "movements")
    content.lesson_ids = _folders(root / "lessons")
    for muscle in sorted(content.muscle_ids):
        _muscle(content, root, muscle)
    _general(content, root)
    _things(content, root, "stretches", STRETCH_HEADINGS, StretchFile, content.stretches)
    _things(content, root, "movements", MOVEMENT_HEADINGS, MovementFile, content.movements)
    _things(content, root, "routines", ROUTINE_HEADINGS, RoutineFile, content.routines)
    _things(content, root, "lessons", None, LessonFile, content.lesson_facts)
    _read_lessons(content)
    _glossary(content, root)
    for path in sorted((root / "drawings").glob("*.svg")):
        drawn = _read(content, root, f"drawings/{path.name}")
        if drawn:
            content.drawings[path.stem] = drawn
    _strangers(content, root)
    return content


def _muscle(content: Gathered, root: Path, muscle: str) -> None:
    facts = _facts(content, root, f"muscles/{muscle}/facts.toml", MuscleFile)
    if facts is not None:
        content.muscles[muscle] = facts
    for name in _languages(root / "muscles" / muscle):
        path = f"muscles/{muscle}/{name}.md"
        source = _read(content, root, path)
        if source:
            prose = _prose(content, source, _headings(facts, source))
            guidance, problems = read_guidance(source, prose.document, muscle)
            content.problems += problems
            content.guidance.setdefault(name, {})[muscle] = guidance


def _headings(facts: MuscleFile | None, source: Source) -> tuple[str, ...]:
    """The headings of a muscle's text; where its facts are broken, those it seems to have."""
    if facts is None or not facts.points:
        alone = f"## {HELPERS}" in source.text
    else:
        alone = not facts.may_be_pressed
    return ALONE_HEADINGS if alone else PRESSED_HEADINGS


def _general(content: Gathered, root: Path) -> None:
    """What holds for every muscle, in every language in which a muscle has a text."""
    for name in {*_languages(root / "general"), *content.guidance}:
        source = _read(content, root, f"general/{name}.md")
        if source:
            document = _prose(content, source, GENERAL_HEADINGS).document
            content.general[name], problems = read_general(source, document)
            content.problems += problems


def _things(
    content: Gathered,
    root: Path,
    folder: str,
    headings: tuple[str, ...] | None,
    kind: type[T],
    into: dict[str, T],
) -> None:
    """The folders below ``folder``, one for each thing: its facts, and its words by language."""
    for name in sorted(_folders(root / folder)):
        facts = _facts(content, root, f"{folder}/{name}/facts.toml", kind)
        if facts is not None:
            into[name] = facts
        for language in sorted({*_languages(root / folder / name), BASE_LANGUAGE}):
            source = _read(content, root, f"{folder}/{name}/{language}.md")
            if source:
                _prose(content, source, headings)


def _read_lessons(content: Gathered) -> None:
    for path, prose in content.prose.items():
        folder, _, rest = path.partition("/")
        name, _, file = rest.partition("/")
        facts = content.lesson_facts.get(name) if folder == "lessons" else None
        if facts is not None:
            lesson, problems = read_lesson(prose.source, facts, prose.document)
            content.lessons.setdefault(file.removesuffix(".md"), {})[name] = lesson
            content.problems += problems


def _glossary(content: Gathered, root: Path) -> None:
    for language in _languages(root / "glossary"):
        source = _read(content, root, f"glossary/{language}.md")
        if source:
            document = _prose(content, source, None).document
            content.glossary[language], problems = read_glossary(source, document)
            content.problems += problems


def _facts(content: Gathered, root: Path, path: str, kind: type[T]) -> T | None:
    source = _read(content, root, path)
    if source is None:
        return None
    value, problems = read_toml(source, kind)
    content.problems += problems
    return value


def _prose(content: Gathered, source: Source, headings: tuple[str, ...] | None) -> Prose:
    document, problems = read_prose(source, headings)
    content.problems += problems
    content.prose[source.path] = Prose(source, document)
    return content.prose[source.path]


def _read(content: Gathered, root: Path, path: str) -> Source | None:
    try:
        text = (root / path).read_text("utf-8")
    except FileNotFoundError:
        content.problems.append(Problem(path, "", "the file is missing", "Add it"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        content.problems.append(
            Problem(path, f"line {line}", "this is not UTF-8 text", "Save the file as UTF-8")
        )
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        content.problems.append(Problem(path, "", what, "Check its permissions"))
    else:
        content.sources[path] = Source(path, text)
        return content.sources[path]
    return None


def _folders(folder: Path) -> frozenset[str]:
    if not folder.is_dir():
        return frozenset()
    return frozenset(each.name for each in folder.iterdir() if each.is_dir())


def _languages(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.md") if _LANGUAGE.fullmatch(path.stem))


def _strangers(content: Gathered, root: Path) -> None:
    for path in source_files(root):
        name = path.relative_to(root).as_posix()
        told = any(problem.path == name for problem in content.problems)
        if name not in content.sources and not told:
            content.problems.append(
                Problem(
                    name,
                    "",
                    "this file has no place in the content",
                    "Move it, or name it after its language",
                )
            )
