"""The compiled files: one JSON document each, with digests that show age and damage."""

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from guide.content.problems import ContentError

T = TypeVar("T")
FORMAT = 5  # of the compiled files; raised whenever the core's values change their form
FOLDER = "compiled"
CATALOGUE = "catalogue.json"
DRAWINGS = "drawings.json"
SETTLED = ".settled"  # in a checkout alone, and not in version control


class Envelope(msgspec.Struct, frozen=True):
    """A compiled file: what it was made from, and a digest that shows damage."""

    format: int
    sources: str  # digest of all source files
    digest: str  # of the digest above and the body's bytes
    body: msgspec.Raw


def guidance_name(language: str) -> str:
    """The name of the compiled guidance in ``language``."""
    return f"guidance-{language}.json"


def lessons_name(language: str) -> str:
    """The name of the compiled lessons and glossary in ``language``."""
    return f"lessons-{language}.json"


def source_files(root: Path) -> list[Path]:
    """Every source of the content, in a fixed order."""
    found = []
    for folder, folders, names in os.walk(root):
        if FOLDER in folders and Path(folder) == root:
            folders.remove(FOLDER)
        found += [Path(folder, name) for name in names if name.endswith((".toml", ".md", ".svg"))]
    return sorted(found)


def sources_digest(root: Path) -> str:
    """SHA-256 over the names and bytes of all sources below ``root``."""
    import hashlib  # not at the start, where only the damage of what was compiled is looked for

    total = hashlib.sha256()
    for path in source_files(root):
        data = path.read_bytes()
        total.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def _digest(sources: str, raw: bytes) -> str:
    return f"{zlib.crc32(raw, zlib.crc32(sources.encode())):08x}"


def write(path: Path, body: object, sources: str) -> None:
    """Write ``body`` to ``path``, wholly or not at all (`ContentError`).

    The order of tables is kept: warning signs are asked in the order of their file.
    """
    raw = msgspec.json.encode(body)
    envelope = Envelope(FORMAT, sources, _digest(sources, raw), msgspec.Raw(raw))
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(exist_ok=True)
        fresh.write_bytes(msgspec.json.encode(envelope) + b"\n")
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):  # it may not be there at all
            fresh.unlink()
        raise ContentError(f"{path} cannot be written: {error.strerror}") from error


def remove_others(folder: Path, kept: set[str]) -> None:
    """Remove what an earlier compilation left in ``folder`` besides ``kept`` (`ContentError`)."""
    for path in folder.glob("*.json"):
        if path.name not in kept:
            try:
                path.unlink()
            except OSError as error:
                raise ContentError(f"{path} cannot be removed: {error.strerror}") from error


def is_settled(root: Path) -> bool:
    """Whether nothing changed since `settle`: neither a source or folder, nor the catalogue.

    It compares times only, which is quick.
    """
    try:
        return (root / FOLDER / SETTLED).read_text("utf-8") == _times(root)
    except (OSError, UnicodeDecodeError):
        return False


def settle(root: Path) -> None:
    """Remember that the compiled files are those of the sources."""
    with suppress(OSError):  # a checkout that cannot be written is compared each time
        (root / FOLDER / SETTLED).write_text(_times(root), "utf-8")


def _times(root: Path) -> str:
    compiled = (root / FOLDER / CATALOGUE).stat()
    return f"{_newest(root)} {compiled.st_mtime_ns} {compiled.st_size}\n"


def _newest(folder: Path | str) -> int:
    newest = Path(folder).stat().st_mtime_ns
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != FOLDER:
                    newest = max(newest, _newest(entry.path))
            else:
                newest = max(newest, entry.stat().st_mtime_ns)
    return newest


def read(path: Path, kind: type[T], sources: str | None = None) -> T:
    """The body of ``path``; ``sources`` is the digest it must have been made from.

    Raises `ContentError` for a file that is missing, damaged, of another format or older
    than its sources.
    """
    return opened(path, kind, sources)[0]


def opened(path: Path, kind: type[T], sources: str | None = None) -> tuple[T, str]:
    """As `read`, with the digest of the sources that the file was made from."""
    envelope = _envelope(path)
    if sources is not None and sources != envelope.sources:
        raise ContentError(f"{path} was made from other sources")
    try:
        return msgspec.json.decode(envelope.body, type=kind), envelope.sources
    except msgspec.DecodeError as error:
        raise ContentError(f"{path} does not fit this version of the program") from error


def _envelope(path: Path) -> Envelope:
    """The sound file at ``path``."""
    try:
        envelope = msgspec.json.decode(path.read_bytes(), type=Envelope)
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{path} is damaged") from error
    if envelope.format != FORMAT:
        raise ContentError(f"{path} has format {envelope.format}, and {FORMAT} is needed")
    if _digest(envelope.sources, bytes(envelope.body)) != envelope.digest:
        raise ContentError(f"{path} is damaged")
    return envelope
