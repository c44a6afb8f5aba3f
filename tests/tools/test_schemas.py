"""The schemas for editors are those of the forms, and every fact file has one."""

import json
import tomllib

import pytest
from msgspec.structs import fields

from tools.dev.schemas import FORMS, ROOT, files

CONTENT = ROOT / "assets" / "content"


def test_the_written_files_are_up_to_date() -> None:
    for name, text in files().items():
        assert (ROOT / name).read_text("utf-8") == text, "run: python3 dev.py schemas"
    written = {path.name for path in (ROOT / "assets" / "schemas").iterdir()}
    assert written == {f"{name}.schema.json" for name in FORMS}


def test_every_fact_file_has_a_schema_and_every_schema_a_file() -> None:
    covered = {path for _form, glob in FORMS.values() for path in CONTENT.glob(glob)}
    assert covered == set(CONTENT.rglob("*.toml"))
    rules = tomllib.loads((ROOT / ".taplo.toml").read_text("utf-8"))["rule"]
    for rule, (_form, glob) in zip(rules, FORMS.values(), strict=True):
        assert rule["include"] == [f"assets/content/{glob}"]
        assert (ROOT / rule["schema"]["path"]).is_file()


@pytest.mark.parametrize("name", FORMS)
def test_a_schema_names_the_keys_of_its_form_and_no_others(name: str) -> None:
    schema = json.loads((ROOT / f"assets/schemas/{name}.schema.json").read_text("utf-8"))
    form = FORMS[name][0]
    top = schema["$defs"][form.__name__]
    assert schema["$ref"] == f"#/$defs/{form.__name__}"
    assert set(top["properties"]) == {field.encode_name for field in fields(form)}
    assert set(top["required"]) == {f.encode_name for f in fields(form) if f.required}
    assert top["additionalProperties"] is False
