"""Pictures from others: how large they would be, told from their first bytes alone.

Nothing is decoded here; the window decodes later, with its own limit.
"""

from guide.i18n import _
from guide.packs import limits
from guide.packs.errors import Refused

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"\x00\x00\x00\x00IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_SCAN = 0xDA  # from here on there is nothing but the picture
_SEGMENTS = 500  # before the frame: profiles come in parts


def check_picture(name: str, data: bytes) -> None:
    """`Refused` unless ``data`` is a PNG or JPEG, as its name says, of a bearable size."""
    size = _png_size(data) if name.endswith(".png") else _jpeg_size(data)
    if size is None or not all(size):
        raise Refused(name, _("this is not the picture that its name says."))
    width, height = size
    if width * height > limits.PICTURE_PIXELS:
        sentence = _("the picture has {width} x {height} pixels, {most} million are the most.")
        most = limits.PICTURE_PIXELS // 1_000_000
        raise Refused(name, sentence.format(width=width, height=height, most=most))


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_PNG + b"\x00\x00\x00\x0dIHDR") or not data.endswith(_PNG_END):
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_JPEG) or not data.endswith(_JPEG_END):
        return None
    at = 2
    for _segment in range(_SEGMENTS):
        head = data[at : at + 9]
        if len(head) < 9 or head[0] != 0xFF or head[1] == _SCAN:
            return None
        if head[1] in _FRAMES:
            return int.from_bytes(head[7:9], "big"), int.from_bytes(head[5:7], "big")
        at += 2 + int.from_bytes(head[2:4], "big")
    return None
