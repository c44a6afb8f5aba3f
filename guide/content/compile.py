"""Compiles the content: `python -m guide.content.compile` in a checkout."""

import sys
from pathlib import Path

from msgspec.structs import asdict

from guide.content.assemble import catalogue, guidance_of, teaching_of
from guide.content.checker import problems_of
from guide.content.compiled import (
    CATALOGUE,
    DRAWINGS,
    FOLDER,
    guidance_name,
    lessons_name,
    remove_others,
    sources_digest,
    write,
)
from guide.content.gather import gather
from guide.content.problems import ContentError
from guide.resources import asset_root


def compile_all(root: Path) -> None:
    """Write ``root``/compiled from the sources; `ContentError` when they have problems."""
    digest = sources_digest(root)
    content = gather(root)
    problems = problems_of(content)
    if problems:
        others = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ContentError(f"The content has mistakes: {problems[0]}{others}")
    folder = root / FOLDER
    facts = catalogue(content)
    made: dict[str, object] = {
        DRAWINGS: {name: drawn.text for name, drawn in content.drawings.items()}
    }
    for language in content.guidance:
        made[guidance_name(language)] = guidance_of(content, language)
    for language in content.lessons.keys() | content.glossary.keys():
        made[lessons_name(language)] = teaching_of(content, language)
    for name, body in made.items():
        write(folder / name, body, digest)
    remove_others(folder, {*made, CATALOGUE})
    # the last one: its age is that of all, so that compiling half way through is done again
    write(folder / CATALOGUE, asdict(facts) | {"guided": sorted(facts.guided)}, digest)


def main() -> int:
    """Compile the program's own content, or say what is wrong with it."""
    try:
        compile_all(asset_root() / "content")
    except ContentError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
