"""Collect the sentences of `_()` and `n_()` into the template for translators.

The template names the files but not the lines of a sentence, so that it changes only when the
sentences do.
"""

import ast
import json
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "assets" / "i18n" / "unknot.pot"
FORMS = {"_": 1, "n_": 2}

HEADER = """# Sentences of Unknot. Made by: python3 dev.py strings
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


class NotLiteral(ValueError):
    """A sentence that is put together before it is translated: no catalogue can hold it."""


def sentences(source: str, name: str) -> list[tuple[str, ...]]:
    """Return (sentence,) or (one, many) of each call in `source`; `name` is for the error.

    Raises NotLiteral when an argument is no plain string.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        count = FORMS.get(node.func.id)
        if count is None:
            continue
        texts = [a.value for a in node.args[:count] if isinstance(a, ast.Constant)]
        if len(texts) != count or not all(isinstance(text, str) for text in texts):
            raise NotLiteral(
                f"{name}:{node.lineno}: {node.func.id}() takes plain strings;"
                " fill numbers and names in with .format() after it"
            )
        found.append(tuple(map(str, texts)))
    return found


def template(sources: Iterable[tuple[str, str]]) -> str:
    """Return the template for (file name, source) pairs, sorted by sentence."""
    places: dict[tuple[str, ...], set[str]] = {}
    for name, source in sources:
        for forms in sentences(source, name):
            places.setdefault(forms, set()).add(name)
    for forms in [forms for forms in places if len(forms) == 2]:  # one entry serves both uses
        places[forms] |= places.pop(forms[:1], set())
    blocks = [_block(forms, sorted(names)) for forms, names in sorted(places.items())]
    return "\n".join([HEADER, *blocks])


def program_sources() -> list[tuple[str, str]]:
    """Return (name, source) of every module of the program."""
    files = sorted((ROOT / "guide").rglob("*.py"))
    return [(file.relative_to(ROOT).as_posix(), file.read_text("utf-8")) for file in files]


def _block(forms: tuple[str, ...], names: list[str]) -> str:
    lines = [f"#: {name}" for name in names]
    if any("{" in text for text in forms):
        lines.append("#, python-brace-format")
    lines.append(f"msgid {_quoted(forms[0])}")
    if len(forms) == 1:
        return "\n".join([*lines, 'msgstr ""', ""])
    plural = [f"msgid_plural {_quoted(forms[1])}", 'msgstr[0] ""', 'msgstr[1] ""', ""]
    return "\n".join([*lines, *plural])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> int:
    """Write the template again."""
    try:
        text = template(program_sources())
    except NotLiteral as error:
        print(error, file=sys.stderr)
        return 1
    TEMPLATE.write_text(text, "utf-8")
    print(f"{TEMPLATE.relative_to(ROOT)}: {text.count('msgid ') - 1} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
