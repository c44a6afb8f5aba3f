"""Many small records in one file, read one by one: an index, then each record on its own.

``UPK1``, the length of the index in four bytes, the index (record name -> offset and length,
msgpack), then the records, each msgpack compressed by zlib. Made for what is asked for now and
then, one of hundreds: nothing but the index is read before.
"""

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from guide.atlas.errors import AtlasError

_MAGIC = b"UPK1"
_HEAD = struct.Struct("<4sI")
_Kind = TypeVar("_Kind")


class Pack:
    """The records of one file; raises `AtlasError` that names the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                magic, length = _HEAD.unpack(file.read(_HEAD.size))
                if magic != _MAGIC:
                    raise ValueError("it is not a pack")
                self._index = msgspec.msgpack.decode(
                    file.read(length), type=dict[str, tuple[int, int]]
                )
        except (OSError, ValueError, struct.error, msgspec.MsgspecError) as error:
            raise self._damaged(error) from error
        self._start = _HEAD.size + length

    def __contains__(self, name: str) -> bool:
        return name in self._index

    def names(self) -> tuple[str, ...]:
        """The records, in the order in which they were written."""
        return tuple(self._index)

    def read(self, name: str, kind: type[_Kind]) -> _Kind:
        """One record as a ``kind``; KeyError for a name that is not there, `AtlasError`."""
        offset, length = self._index[name]
        try:
            with self._path.open("rb") as file:
                file.seek(self._start + offset)
                return msgspec.msgpack.decode(zlib.decompress(file.read(length)), type=kind)
        except (OSError, zlib.error, msgspec.MsgspecError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> AtlasError:
        return AtlasError(f"{self._path} cannot be read: {error}. Reinstall Unknot.")


def write_pack(path: Path, records: Mapping[str, object]) -> None:
    """Write records that `msgspec.msgpack` can encode, in their order."""
    packed = {name: zlib.compress(msgspec.msgpack.encode(it), 9) for name, it in records.items()}
    index, offset = {}, 0
    for name, data in packed.items():
        index[name] = offset, len(data)
        offset += len(data)
    table = msgspec.msgpack.encode(index)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join([_HEAD.pack(_MAGIC, len(table)), table, *packed.values()]))
