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
    MovementsFile,
    MuscleFile,
    NoPressureFile,
    ProfileFile,
    RedFlagsFile,
    RoutinesFile,
    SeeClinicianFile,
    SourcesFile,
    StopReasonsFile,
    StretchFile,
    ToolsFile,
    ZonesFile,
)
from guide.content.problems import Problem
from guide.content.prose import Document, read_prose
from guide.content.texts import MUSCLE_HEADINGS, STRETCH_HEADINGS, read_guidance, read_stretch
from guide.core.catalogue import Catalogue, Guidance, Way

T = TypeVar("T", bound=msgspec.Struct)
BASE_LANGUAGE = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_SINGLE: dict[str, type[msgspec.Struct]] = {
    "zones.toml": ZonesFile,
    "landmarks.toml": LandmarksFile,
    "sources.toml": SourcesFile,
    "guide_order.toml": GuideFile,
    "movements.toml": MovementsFile,
    "routines.toml": RoutinesFile,
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
    prose: dict[str, Prose] = {}  # by path
    guidance: dict[str, dict[str, Guidance]] = {}  # language -> muscle -> guidance
    muscle_ids: frozenset[str] = frozenset()
    stretch_ids: frozenset[str] = frozenset()
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
    for muscle in sorted(content.muscle_ids):
        _muscle(content, root, muscle)
    for stretch in sorted(content.stretch_ids):
        _stretch(content, root, stretch)
    _strangers(content, root)
    return content


def _muscle(content: Gathered, root: Path, muscle: str) -> None:
    facts = _facts(content, root, f"muscles/{muscle}/facts.toml", MuscleFile)
    if facts is not None:
        content.muscles[muscle] = facts
    for name in _languages(root / "muscles" / muscle):
        prose = _prose(content, root, f"muscles/{muscle}/{name}.md", MUSCLE_HEADINGS)
        if prose:
            guidance, problems = read_guidance(prose.source, prose.document, muscle)
            content.problems += problems
            content.guidance.setdefault(name, {})[muscle] = guidance


def _stretch(content: Gathered, root: Path, stretch: str) -> None:
    facts = _facts(content, root, f"stretches/{stretch}/facts.toml", StretchFile)
    if facts is not None:
        content.stretches[stretch] = facts
    for name in {*_languages(root / "stretches" / stretch), BASE_LANGUAGE}:
        _prose(content, root, f"stretches/{stretch}/{name}.md", STRETCH_HEADINGS)


def _facts(content: Gathered, root: Path, path: str, kind: type[T]) -> T | None:
    source = _read(content, root, path)
    if source is None:
        return None
    value, problems = read_toml(source, kind)
    content.problems += problems
    return value


def _prose(content: Gathered, root: Path, path: str, headings: tuple[str, ...]) -> Prose | None:
    source = _read(content, root, path)
    if source is None:
        return None
    document, problems = read_prose(source, headings)
    content.problems += problems
    content.prose[path] = Prose(source, document)
    return content.prose[path]


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


def catalogue(content: Gathered) -> Catalogue:
    """The facts of sound content (the checker has found nothing)."""
    words = {
        name: content.prose[f"stretches/{name}/{BASE_LANGUAGE}.md"].document
        for name in content.stretches
    }
    flags = content.sound("safety/red_flags.toml", RedFlagsFile).flags
    entries = content.sound("safety/no_pressure.toml", NoPressureFile).entries
    reasons = content.sound("safety/stop_reasons.toml", StopReasonsFile).reasons
    routines = content.sound("routines.toml", RoutinesFile).routines
    profile = content.sound("safety/profile.toml", ProfileFile)
    danger = content.sound("safety/danger_zones.toml", DangerZonesFile).zones
    landmarks = content.sound("landmarks.toml", LandmarksFile).landmarks
    numbers = content.sound("safety/emergency_numbers.toml", EmergencyNumbersFile).territories
    clinician = content.sound("safety/see_a_clinician.toml", SeeClinicianFile).reasons
    guidance = content.guidance.get(BASE_LANGUAGE, {})
    return Catalogue(
        zones={each.id: each.value() for each in content.sound("zones.toml", ZonesFile).zones},
        muscles={name: facts.value() for name, facts in content.muscles.items()},
        guide_order=content.sound("guide_order.toml", GuideFile).value(),
        stretches={
            name: read_stretch(facts, words[name]) for name, facts in content.stretches.items()
        },
        movements={
            each.id: each for each in content.sound("movements.toml", MovementsFile).movements
        },
        routines={each.id: each.value() for each in routines},
        red_flags={each.id: each for each in flags},
        no_pressure={each.id: each for each in entries},
        stop_reasons={each.id: each.value() for each in reasons},
        sources={each.id: each for each in content.sound("sources.toml", SourcesFile).sources},
        guided=frozenset(guidance),
        ways={
            muscle: tuple(Way(way.tool, way.posture, way.points) for way in text.press)
            for muscle, text in guidance.items()
        },
        tools={each.id: each for each in content.sound("tools.toml", ToolsFile).tools},
        profile_groups={each.id: each for each in profile.groups},
        profile_entries={each.id: each for each in profile.entries},
        landmarks={each.id: each for each in landmarks},
        danger_zones={each.id: each for each in danger},
        emergency_numbers={each.territory: each for each in numbers},
        see_a_clinician={each.id: each for each in clinician},
    )
