"""Reads a zip that nobody vouches for: in pieces, against limits, and never onto the disk.

A pack stays a zip. Nothing of it is unpacked, so no name in it can ever become a path; what is
odd about its form is refused all the same, because honest tools do not write it.
"""

import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from guide.i18n import _
from guide.packs import limits
from guide.packs.errors import PackError, Refused
from guide.packs.layout import SHORT, Place, place_of
from guide.packs.pictures import check_picture
from guide.packs.plain import read_text

_PIECE = 64 * 1024
_END = struct.Struct("<4s4H2LH")  # the record that ends a zip
_END_MARK, _FAR_MARK = b"PK\x05\x06", b"PK\x06\x07"
_FAR_BYTES = 20  # of the pointer to the records of a zip larger than 4 GB
_LOCAL_BYTES = 30  # at least, before the bytes of a file
_HARMLESS_FLAGS = 0x0002 | 0x0004 | 0x0008 | 0x0800  # deflate's level, sizes after, UTF-8 names
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)


class Archive(msgspec.Struct, frozen=True):
    """What lies in a sound zip, by path: texts that are plain, pictures of a bearable size."""

    digest: str  # SHA-256 of the zip, in hex
    texts: dict[str, str]
    pictures: dict[str, bytes]


def read_bytes(path: Path) -> bytes:
    """The bytes of the pack at ``path``. `PackError` where it cannot be read or is too large."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise PackError(_("{path} is not a file.").format(path=path))
        with path.open("rb") as file:
            data = file.read(limits.PACK_BYTES + 1)
    except OSError as error:
        sentence = _("{path} cannot be read: {reason}.")
        raise PackError(sentence.format(path=path, reason=error.strerror)) from error
    if len(data) > limits.PACK_BYTES:
        sentence = _("{path} is larger than {most} MB, which a pack never is.")
        raise PackError(sentence.format(path=path, most=limits.PACK_BYTES >> 20))
    return data


def read_archive(data: bytes) -> Archive:
    """Everything in the zip ``data``; `PackError` with the first thing that is wrong."""
    _check_frame(data)
    texts: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    written = total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check_overlaps(packed)
            for info, place in _entries(packed.infolist()):
                name, piece = info.filename, _unpacked(packed, info, _most(place))
                total += len(piece)
                if place.picture:
                    check_picture(name, piece)
                    pictures[name] = piece
                else:
                    written += len(piece)
                    texts[name] = read_text(name, piece)
                _check_sums(name, written, total)
    except _BROKEN as error:
        raise PackError(_("This is not a sound zip file: it is cut off or damaged.")) from error
    return Archive(hashlib.sha256(data).hexdigest(), texts, pictures)


def _most(place: Place) -> int:
    if place.picture:
        return limits.PICTURE_BYTES
    if not place.prose:
        return limits.FACTS_BYTES
    return limits.SHORT_BYTES if place.kind in SHORT else limits.PROSE_BYTES


def _check_frame(data: bytes) -> None:
    """The zip must end with its plain record, and nothing may stand before or after it.

    Checked before the library reads the list of contents, which it would do to any length.
    """
    end = len(data) - _END.size
    if end < 0 or data[end : end + 4] != _END_MARK:
        raise PackError(_("This is not a zip file, or something is added to its end."))
    if data[max(0, end - _FAR_BYTES) : end].startswith(_FAR_MARK):
        raise PackError(_("The zip is of the kind for more than 4 GB, which a pack never is."))
    _mark, disk, first, here, entries, size, start, comment = _END.unpack_from(data, end)
    if disk or first or here != entries or comment or start + size != end:
        raise PackError(_("This is not a plain zip file: zip the folder anew."))
    if entries > limits.ENTRIES or size > limits.DIRECTORY_BYTES:
        sentence = _("The zip holds more than {most} files.")
        raise PackError(sentence.format(most=limits.ENTRIES))


def _entries(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, Place]]:
    """The files among ``infos``, each with its place in the layout. `Refused` for anything odd."""
    if len(infos) > limits.ENTRIES:
        raise PackError(_("The zip holds more than {most} files.").format(most=limits.ENTRIES))
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        place = place_of(name)
        if info.filename != name:
            raise Refused(name, _("the file has two names."))
        if name.casefold() in seen:
            raise Refused(name, _("the name stands in the zip twice."))
        seen.add(name.casefold())
        _check_entry(info, place)
        if not place.folder:
            yield info, place


def _check_overlaps(packed: zipfile.ZipFile) -> None:
    """Every file has bytes of its own: what many share is unpacked many times."""
    infos = sorted(packed.infolist(), key=_begin)
    ends = [*(_begin(info) for info in infos[1:]), packed.start_dir]
    for info, end in zip(infos, ends, strict=True):
        if _begin(info) + _LOCAL_BYTES + info.compress_size > end:
            raise Refused(info.orig_filename, _("the file shares its bytes with another one."))


def _begin(info: zipfile.ZipInfo) -> int:
    return info.header_offset


def _check_entry(info: zipfile.ZipInfo, place: Place) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if place.folder else stat.S_IFREG):
        raise Refused(info.filename, _("this is a link or a device, not a file."))
    if info.flag_bits & ~_HARMLESS_FLAGS:
        raise Refused(info.filename, _("the file is encrypted, or packed in an unusual way."))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(info.filename, _("the file is packed in an unusual way: use plain zip."))
    if place.folder and info.file_size:
        raise Refused(info.filename, _("a folder that holds bytes of its own."))


def _unpacked(packed: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of ``info``; what its list says about its size is never believed."""
    pieces: list[bytes] = []
    size = 0
    with packed.open(info) as file:
        while piece := file.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                sentence = _("the file is larger than {most} KB.")
                raise Refused(info.filename, sentence.format(most=most >> 10))
            if size > _PIECE and size > limits.RATIO * info.compress_size:
                raise Refused(info.filename, _("the file grows far too much when unpacked."))
    return b"".join(pieces)


def _check_sums(name: str, written: int, total: int) -> None:
    """`Refused` where the texts, or all files, are too much together."""
    if written > limits.ALL_TEXT_BYTES:
        sentence = _("with this file the texts have more than {most} MB.")
        raise Refused(name, sentence.format(most=limits.ALL_TEXT_BYTES >> 20))
    if total > limits.TOTAL_BYTES:
        sentence = _("with this file the pack has more than {most} MB.")
        raise Refused(name, sentence.format(most=limits.TOTAL_BYTES >> 20))
