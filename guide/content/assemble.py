"""From sound content to what is compiled: the catalogue, and the texts of a language."""

from guide.content.forms import (
    DangerZonesFile,
    EmergencyNumbersFile,
    GuideFile,
    LandmarksFile,
    NoPressureFile,
    ProfileFile,
    RedFlagsFile,
    SeeClinicianFile,
    SourcesFile,
    StopReasonsFile,
    ToolsFile,
    ZonesFile,
)
from guide.content.gather import BASE_LANGUAGE, Gathered
from guide.content.prose import Document
from guide.content.texts import read_movement, read_routine, read_stretch
from guide.core.catalogue import Catalogue, Guidance, Way
from guide.core.lessons import Teaching


def guidance_of(content: Gathered, language: str) -> dict[str, Guidance]:
    """The texts of all muscles in ``language``, with what holds for every muscle."""
    general = content.general[language]
    return {
        muscle: general.added(text, content.muscles[muscle].may_be_pressed)
        for muscle, text in content.guidance[language].items()
    }


def teaching_of(content: Gathered, language: str) -> Teaching:
    """What is taught beside the muscles in ``language``."""
    lessons = content.lessons.get(language, {}).values()
    terms = content.glossary.get(language, {}).values()
    return Teaching(
        tuple(sorted(lessons, key=lambda lesson: lesson.order)),
        tuple(sorted(terms, key=lambda term: term.title.casefold())),
    )


def catalogue(content: Gathered) -> Catalogue:
    """The facts of sound content (the checker has found nothing)."""

    def words(folder: str, name: str) -> Document:
        return content.prose[f"{folder}/{name}/{BASE_LANGUAGE}.md"].document

    flags = content.sound("safety/red_flags.toml", RedFlagsFile).flags
    entries = content.sound("safety/no_pressure.toml", NoPressureFile).entries
    reasons = content.sound("safety/stop_reasons.toml", StopReasonsFile).reasons
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
            name: read_stretch(facts, words("stretches", name))
            for name, facts in content.stretches.items()
        },
        movements={
            name: read_movement(facts, words("movements", name))
            for name, facts in content.movements.items()
        },
        routines={
            name: read_routine(facts, words("routines", name))
            for name, facts in content.routines.items()
        },
        red_flags={each.id: each for each in flags},
        no_pressure={each.id: each for each in entries},
        stop_reasons={each.id: each.value() for each in reasons},
        sources={each.id: each for each in content.sound("sources.toml", SourcesFile).sources},
        guided=frozenset(guidance),
        ways={
            muscle: tuple(Way(way.tool, way.posture, way.points) for way in text.press)
            for muscle, text in guidance.items()
        },
        moves={muscle: text.movements for muscle, text in guidance.items()},
        tools={each.id: each for each in content.sound("tools.toml", ToolsFile).tools},
        profile_groups={each.id: each for each in profile.groups},
        profile_entries={each.id: each for each in profile.entries},
        landmarks={each.id: each for each in landmarks},
        danger_zones={each.id: each for each in danger},
        emergency_numbers={each.territory: each for each in numbers},
        see_a_clinician={each.id: each for each in clinician},
    )
