"""Zips to try: made of names and bytes, sound or broken on purpose."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A plain zip of ``files``."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name), data, method)
    return held.getvalue()


def with_entry(info: zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    """A zip with one entry that says of itself what ``info`` says."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(info, data)
    return held.getvalue()


def patched(data: bytes, field: int, value: int, size: int = 2) -> bytes:
    """``data`` with a field of its first entry in the list of contents overwritten.

    ``field`` is counted from the entry's mark (8 flags, 10 method, 16 CRC, 20 and 24 sizes).
    """
    at = data.index(b"PK\x01\x02") + field
    return data[:at] + value.to_bytes(size, "little") + data[at + size :]


def png(width: int = 2, height: int = 2) -> bytes:
    """A grey PNG that says it has ``width`` x ``height`` pixels; small ones are whole."""
    rows = (
        b"".join(b"\0" + b"\x80" * width for _ in range(height)) if width * height < 10**6 else b""
    )
    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + mark + body + struct.pack(">I", zlib.crc32(mark + body))
        for mark, body in parts
    )


def jpeg(width: int = 2, height: int = 2) -> bytes:
    """The frame of a JPEG that says it has ``width`` x ``height`` pixels."""
    note = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    return b"\xff\xd8" + note + frame + b"\xff\xda\x00\x08\x01\x01\0\0?\0\x12\x34\xff\xd9"
