"""What the packs of the tests are checked against: the small sound content, or what is shipped."""

from functools import cache
from pathlib import Path

from guide import content
from guide.content.assemble import catalogue, guidance_of, teaching_of
from guide.content.gather import gather
from guide.content.search import Index
from guide.core.catalogue import Catalogue, Guidance
from guide.core.lessons import Lesson, Term
from guide.packs import opening
from guide.packs.archive import Archive, read_archive
from guide.packs.pack import Ours, Pack
from guide.packs.reader import read_pack
from tests.content.folders import SOUND as SMALL
from tests.packs.zips import zipped

HERE = Path(__file__).parent
Files = dict[str, bytes]


@cache
def small() -> Ours:
    """The content of tests/content/sound: two muscles, two stretches."""
    gathered = gather(SMALL)
    taught = teaching_of(gathered, "en")
    return Ours(
        catalogue(gathered),
        guidance_of(gathered, "en").get,
        {lesson.id: lesson for lesson in taught.lessons},
        {term.id: term for term in taught.terms},
    )


@cache
def shipped() -> Ours:
    """The program's own content."""
    return opening.ours()


class Shown:
    """`Ours` as `guide.content` would answer for it, in English alone."""

    def __init__(self, ours: Ours) -> None:
        self.ours = ours

    def load(self) -> Catalogue:
        return self.ours.catalogue

    def guidance(self, muscle_id: str, language: str = "en") -> Guidance | None:
        return self.ours.guidance(muscle_id)

    def lessons(self, language: str = "en") -> dict[str, Lesson]:
        return self.ours.lessons

    def search_index(self, language: str = "en") -> Index:
        return content.search_index(language)

    def glossary(self, language: str = "en") -> dict[str, Term]:
        return self.ours.terms


def files(name: str = "sound") -> Files:
    """The files of a sound pack of this folder: "sound" fits `shipped`, "translated" `small`."""
    root = HERE / name
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def edited(files: Files, path: str, old: str, new: str) -> Files:
    """``files`` with a piece of one of them written anew; the piece must stand in it."""
    text = files[path].decode()
    assert old in text, (path, old)
    return files | {path: text.replace(old, new).encode()}


def archive(files: Files) -> Archive:
    """``files`` zipped, and read again."""
    return read_archive(zipped(files))


def sound_pack(name: str = "sound") -> Pack:
    """A pack that was found sound."""
    pack, problems = read_pack(archive(files(name)), shipped() if name == "sound" else small())
    assert pack is not None, problems
    return pack


def told(files: Files, ours: Ours) -> list[str]:
    """Everything that is told of a pack of ``files``, in sentences."""
    pack, problems = read_pack(archive(files), ours)
    assert (pack is None) == bool(problems)
    return [str(problem) for problem in problems]
