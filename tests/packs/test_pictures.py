"""How large a picture would be is told from its first bytes."""

import pytest

from guide.packs.errors import Refused
from guide.packs.pictures import check_picture
from tests.packs.zips import jpeg, png


def test_sound_pictures_pass() -> None:
    check_picture("pictures/a.png", png(640, 480))
    check_picture("pictures/a.jpg", jpeg(640, 480))


def test_the_fixture_is_what_qt_reads(qapp: object) -> None:
    from PySide6.QtGui import QImage

    assert QImage.fromData(png(3, 2)).size().toTuple() == (3, 2)


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", png(30_000, 30_000)), ("a.jpg", jpeg(30_000, 30_000))]
)
def test_a_picture_that_would_fill_the_memory_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Refused, match="30000 x 30000"):
        check_picture(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b""),
        ("a.png", png()[:-1]),
        ("a.png", png() + b"PK\x03\x04"),
        ("a.png", jpeg()),
        ("a.png", png(0, 5)),
        ("a.jpg", png()),
        ("a.jpg", jpeg()[:-1]),
        ("a.jpg", jpeg(0, 5)),
        ("a.jpg", b"\xff\xd8\xff" + b"\xff\xe0\0\0" * 9 + b"\xff\xd9"),
        ("a.jpg", b"\xff\xd8" + b"\xff\xfe\0\0" * 200_000 + b"\xff\xd9"),
        ("a.jpg", b"\xff\xd8\xff\xda\0\x08\x01\x01\0\0?\0\xff\xd9"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
)
def test_what_is_not_the_picture_of_its_name_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Refused, match="not the picture"):
        check_picture(name, data)
