"""From TOML text to typed values: every mistake of a file is told, each with its line."""

import re
import tomllib
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from guide.content.problems import Problem

T = TypeVar("T", bound=msgspec.Struct)
Trail = tuple[str | int, ...]  # keys and numbers of entries, from the file's top
_BAD = object()
_WORDS = {
    "`str`": "a text in quotes",
    "`int`": "a whole number",
    "`bool`": "true or false",
    "`array`": "a list in brackets",
    "`object`": "a table",
}


class Source(msgspec.Struct, frozen=True):
    """A source file: its path from the content folder, and its text."""

    path: str
    text: str

    def problem(self, line: int, message: str, cure: str) -> Problem:
        """A problem of this file at ``line`` (0: the whole file)."""
        return Problem(self.path, f"line {line}" if line else "", message, cure)

    def line_of(self, needle: str, start: int = 0) -> int:
        """The first line after line ``start`` that holds ``needle`` in quotes, or 0."""
        return _find(self.text, start, re.compile(re.escape(f'"{needle}"')))

    def line_at(self, trail: Trail) -> int:
        """The line where the entry ``trail`` leads to is written; 0 if there is none."""
        line, prefix = 0, ""
        for step in trail:
            if isinstance(step, int):
                for _ in range(step + 1):
                    header = re.compile(rf"^\[\[{re.escape(prefix)}\]\]")
                    line = _find(self.text, line, header) or line
            else:
                prefix = f"{prefix}.{step}" if prefix else step
                key = re.compile(rf"^{re.escape(step)}\s*=|^\[{re.escape(prefix)}\]$")
                line = _find(self.text, line, key) or line
        return line


def _find(text: str, start: int, pattern: re.Pattern[str]) -> int:
    for number, line in enumerate(text.splitlines()[start:], start + 1):
        if pattern.search(line):
            return number
    return 0


def read_toml(source: Source, kind: type[T]) -> tuple[T | None, list[Problem]]:
    """``source`` as a ``kind``, or None and everything that is wrong with its form."""
    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else source.text.count("\n")
        what = re.sub(r"\s*\(at .*\)", "", str(error)).lower()
        return None, [source.problem(line, f"this is not TOML: {what}", "Mend this line")]
    problems: list[Problem] = []
    value = _table(source, data, kind, (), problems)
    return (None if value is _BAD else value), problems


def _table(source: Source, data: Any, kind: type, trail: Trail, problems: list[Problem]) -> Any:
    if not isinstance(data, dict):
        problems.append(
            source.problem(
                source.line_at(trail), f"{_name(trail)} is not a table", "Write it as a table"
            )
        )
        return _BAD
    known = {field.encode_name: field for field in fields(kind)}
    for key in data.keys() - known.keys():
        line = source.line_at((*trail, key))
        allowed = ", ".join(known)
        problems.append(
            source.problem(
                line, f"the key '{key}' is unknown here", f"Take it out, or use one of: {allowed}"
            )
        )
    values = {field.name: _field(source, data, field, trail, problems) for field in known.values()}
    if _BAD in values.values() or data.keys() - known.keys():
        return _BAD
    return kind(**{name: value for name, value in values.items() if value is not None})


def _field(
    source: Source, data: dict[str, Any], field: FieldInfo, trail: Trail, problems: list[Problem]
) -> Any:
    key = field.encode_name
    if key not in data:
        if not field.required:
            return None
        message = f"'{key}' is missing" + (f" in {_name(trail)}" if trail else "")
        problems.append(source.problem(source.line_at(trail), message, f"Add {key} = ..."))
        return _BAD
    return _value(source, data[key], field.type, (*trail, key), problems)


def _value(source: Source, data: Any, kind: Any, trail: Trail, problems: list[Problem]) -> Any:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _table(source, data, kind, trail, problems)
    args = get_args(kind)
    nested = get_origin(kind) is tuple and isinstance(args[0], type)
    if nested and issubclass(args[0], msgspec.Struct) and isinstance(data, list):
        items = tuple(
            _table(source, item, args[0], (*trail, number), problems)
            for number, item in enumerate(data)
        )
        return _BAD if _BAD in items else items
    if isinstance(kind, type) and issubclass(kind, Enum) and data not in list(kind):
        choices = ", ".join(str(each.value) for each in kind)
        message = f"{_name(trail)} is '{data}'"
        problems.append(source.problem(source.line_at(trail), message, f"Use one of: {choices}"))
        return _BAD
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        what = re.sub(r" - at `.*`", "", str(error)).replace("Expected", "expected")
        for code, word in _WORDS.items():
            what = what.replace(code, word)
        message = f"{_name(trail)}: {what}"
        cure = "Write a value of the right kind"
        problems.append(source.problem(source.line_at(trail), message, cure))
        return _BAD


def _name(trail: Trail) -> str:
    words = (f"entry {step + 1}" if isinstance(step, int) else f"'{step}'" for step in trail)
    return " ".join(words) or "the file"
