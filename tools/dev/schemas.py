"""Write the JSON schemas of the fact files, for editors: `python3 dev.py schemas`.

They are made from the forms that read the files (`guide.content.forms`). `.taplo.toml` tells an
editor with Taplo (such as VS Code with Even Better TOML) which schema belongs to which file.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from guide.content import forms
from guide.content.texts import POSTURES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "schemas"
# Schema -> the form, and where its files lie below assets/content.
FORMS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "muscle": (forms.MuscleFile, "muscles/*/facts.toml"),
    "stretch": (forms.StretchFile, "stretches/*/facts.toml"),
    "movement": (forms.MovementFile, "movements/*/facts.toml"),
    "routine": (forms.RoutineFile, "routines/*/facts.toml"),
    "lesson": (forms.LessonFile, "lessons/*/facts.toml"),
    "zones": (forms.ZonesFile, "zones.toml"),
    "landmarks": (forms.LandmarksFile, "landmarks.toml"),
    "sources": (forms.SourcesFile, "sources.toml"),
    "guide_order": (forms.GuideFile, "guide_order.toml"),
    "tools": (forms.ToolsFile, "tools.toml"),
    "red_flags": (forms.RedFlagsFile, "safety/red_flags.toml"),
    "no_pressure": (forms.NoPressureFile, "safety/no_pressure.toml"),
    "stop_reasons": (forms.StopReasonsFile, "safety/stop_reasons.toml"),
    "profile": (forms.ProfileFile, "safety/profile.toml"),
    "danger_zones": (forms.DangerZonesFile, "safety/danger_zones.toml"),
    "emergency_numbers": (forms.EmergencyNumbersFile, "safety/emergency_numbers.toml"),
    "see_a_clinician": (forms.SeeClinicianFile, "safety/see_a_clinician.toml"),
}


def files() -> dict[str, str]:
    """Every file that is made, by its path from the project's root."""
    made = {f"assets/schemas/{name}.schema.json": _schema(name) for name in FORMS}
    return made | {".taplo.toml": _rules()}


def _schema(name: str) -> str:
    schema: dict[str, Any] = msgspec.json.schema(FORMS[name][0])
    for part in schema["$defs"].values():
        if part.get("type") == "object" and "properties" in part:
            part["additionalProperties"] = False  # a key that is unknown is a mistake
            for value in part["properties"].values():
                if pair := value.pop("prefixItems", None):
                    value["items"] = pair[0]  # older drafts, which editors read, know no other
    if name == "stretch":
        schema["$defs"]["StretchFile"]["properties"]["posture"] = {"enum": list(POSTURES)}
    named = {"$schema": "http://json-schema.org/draft-07/schema#", "title": FORMS[name][1]}
    return json.dumps(named | schema, indent=1, ensure_ascii=False) + "\n"


def _rules() -> str:
    lines = ["# Which schema an editor checks a file by. Made by: python3 dev.py schemas"]
    for name, (_form, path) in FORMS.items():
        lines += ["", "[[rule]]", f'include = ["assets/content/{path}"]']
        lines += ["[rule.schema]", f'path = "./assets/schemas/{name}.schema.json"']
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write them all; what is no longer made goes."""
    FOLDER.mkdir(exist_ok=True)
    made = files()
    for path in FOLDER.glob("*.json"):
        if path.relative_to(ROOT).as_posix() not in made:
            path.unlink()
    for name, text in made.items():
        (ROOT / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
