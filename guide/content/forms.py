"""The forms of the fact files: what a file may hold, before it becomes a value of the core."""

import msgspec

from guide.core.catalogue import (
    GuideEntry,
    Landmark,
    Level,
    Muscle,
    NoPressure,
    Range,
    RedFlag,
    Referral,
    Sides,
    Source,
    StopReason,
    TriggerPoint,
    Zone,
)
from guide.core.safety_facts import (
    DangerZone,
    EmergencyNumber,
    ProfileEntry,
    ProfileGroup,
    SafetyClass,
    SeeClinician,
    Tool,
)

Pair = tuple[int, int]  # lowest and highest


class ZoneForm(msgspec.Struct, frozen=True):
    """One zone of zones.toml."""

    id: str
    label: str
    description: str
    midline: bool = False
    on_skin: bool = True

    def value(self) -> Zone:
        """The zone."""
        return Zone(self.id, self.label, self.description, self.midline, self.on_skin)


class ZonesFile(msgspec.Struct, frozen=True):
    """zones.toml."""

    zones: tuple[ZoneForm, ...]


class LandmarksFile(msgspec.Struct, frozen=True):
    """landmarks.toml."""

    landmarks: tuple[Landmark, ...]


class SourcesFile(msgspec.Struct, frozen=True):
    """sources.toml."""

    sources: tuple[Source, ...]


class GuideRow(msgspec.Struct, frozen=True):
    """A muscle in a zone's order."""

    muscle: str
    rank: int
    provenance: str
    confidence: str


class GuideZone(msgspec.Struct, frozen=True):
    """The order of the muscles of one zone."""

    zone: str
    order: tuple[GuideRow, ...]


class GuideFile(msgspec.Struct, frozen=True):
    """guide_order.toml."""

    zones: tuple[GuideZone, ...]

    def value(self) -> tuple[GuideEntry, ...]:
        """All rows, each with its zone."""
        return tuple(
            GuideEntry(zone.zone, row.muscle, row.rank, row.provenance, row.confidence)
            for zone in self.zones
            for row in zone.order
        )


class DoseForm(msgspec.Struct, frozen=True):
    """The dose of a muscle, as pairs."""

    discomfort: Pair
    hold: Pair
    repeats: Pair
    per_day: Pair


class MuscleFile(msgspec.Struct, frozen=True, rename={"safety_class": "class"}):
    """muscles/<id>/facts.toml."""

    id: str
    name: str
    latin: str
    region: str
    safety_class: SafetyClass
    origin: str
    insertion: str
    action: str
    tools: tuple[str, ...]
    sources: tuple[str, ...]
    points: tuple[TriggerPoint, ...]
    referral: Referral
    dose: DoseForm
    confidence: dict[str, str]
    tool_limits: dict[str, str] = {}

    @property
    def may_be_pressed(self) -> bool:
        """As `Muscle.may_be_pressed`."""
        red = self.safety_class is SafetyClass.RED
        return not red and any(point.self_press for point in self.points)

    def value(self) -> Muscle:
        """The muscle."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return msgspec.convert(
            values | {"dose": {key: Range(*pair) for key, pair in _pairs(self.dose).items()}},
            Muscle,
            from_attributes=True,
        )


def _pairs(dose: DoseForm) -> dict[str, Pair]:
    return {name: getattr(dose, name) for name in dose.__struct_fields__}


class StretchFile(msgspec.Struct, frozen=True):
    """stretches/<id>/facts.toml; its words stand beside it, one Markdown file a language."""

    id: str
    sides: Sides
    posture: str
    muscles: tuple[str, ...]
    hold: int
    bends_spine: bool
    sources: tuple[str, ...]
    pose: str = ""


class MovementFile(msgspec.Struct, frozen=True):
    """movements/<id>/facts.toml."""

    id: str
    seconds: int


class RoutineFile(msgspec.Struct, frozen=True):
    """routines/<id>/facts.toml."""

    id: str
    stretches: tuple[str, ...]
    rounds: int
    hold: int
    transition: int


class LessonFile(msgspec.Struct, frozen=True):
    """lessons/<id>/facts.toml; its words stand beside it, one Markdown file a language."""

    id: str
    order: int
    sources: tuple[str, ...]


class RedFlagsFile(msgspec.Struct, frozen=True):
    """safety/red_flags.toml."""

    flags: tuple[RedFlag, ...]


class NoPressureFile(msgspec.Struct, frozen=True):
    """safety/no_pressure.toml."""

    entries: tuple[NoPressure, ...]


class StopForm(msgspec.Struct, frozen=True):
    """One reason of stop_reasons.toml."""

    id: str
    text: str
    what_to_do: str
    level: Level | None = None

    def value(self) -> StopReason:
        """The reason."""
        return StopReason(self.id, self.text, self.level, self.what_to_do)


class StopReasonsFile(msgspec.Struct, frozen=True):
    """safety/stop_reasons.toml."""

    reasons: tuple[StopForm, ...]


class ToolsFile(msgspec.Struct, frozen=True):
    """tools.toml."""

    tools: tuple[Tool, ...]


class ProfileFile(msgspec.Struct, frozen=True):
    """safety/profile.toml."""

    groups: tuple[ProfileGroup, ...]
    entries: tuple[ProfileEntry, ...]


class DangerZonesFile(msgspec.Struct, frozen=True):
    """safety/danger_zones.toml."""

    zones: tuple[DangerZone, ...]


class EmergencyNumbersFile(msgspec.Struct, frozen=True):
    """safety/emergency_numbers.toml."""

    territories: tuple[EmergencyNumber, ...]


class SeeClinicianFile(msgspec.Struct, frozen=True):
    """safety/see_a_clinician.toml."""

    reasons: tuple[SeeClinician, ...]
