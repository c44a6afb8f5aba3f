"""A zip is read in pieces and against limits, and whatever is odd about it is refused."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from guide.packs import limits
from guide.packs.archive import read_archive, read_bytes
from guide.packs.errors import PackError
from tests.packs.zips import jpeg, patched, png, with_entry, zipped

TEXT = "glossary/de.md"


def refusal(data: bytes) -> str:
    with pytest.raises(PackError) as caught:
        read_archive(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def test_a_sound_zip_gives_its_texts_and_pictures() -> None:
    files = {
        "pack.toml": "a = 1\r\n",
        "pictures/own_pack-wall.png": png(),
        "pictures/own_pack-arm.jpg": jpeg(),
    }
    archive = read_archive(zipped(files))
    assert archive.texts == {"pack.toml": "a = 1\n"}
    assert archive.pictures == {
        "pictures/own_pack-wall.png": png(),
        "pictures/own_pack-arm.jpg": jpeg(),
    }
    assert len(archive.digest) == 64


def test_folders_may_have_entries_of_their_own() -> None:
    assert read_archive(zipped({"glossary/": "", TEXT: "# G\n"})).texts == {TEXT: "# G\n"}
    assert "a folder that holds bytes" in refusal(zipped({"glossary/": "x"}))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../pack.toml", "leads out"),
        ("glossary/../../de.md", "leads out"),
        ("/etc/passwd", "leads out"),
        ("C:/glossary/de.md", "leads out"),
        ("glossary\\de.md", "leads out"),
        ("./pack.toml", "leads out"),
        ("mine/pack.toml", "must lie at the top"),
        ("PACK.TOML", "no place"),
        ("glossary/DE.md", "no place"),
        ("glossary/de.MD", "no place"),
        ("glossary/gloss\u0430ry.md", "signs that no file"),
        ("glossary/de\u202e.md", "signs that no file"),
        ("safety/red_flags.toml", "no place"),
        ("tools.toml", "no place"),
        ("zones.toml", "no place"),
        ("sources.toml", "no place"),
        ("general/en.md", "no place"),
        ("drawings/knot.svg", "no place"),
        ("compiled/catalogue.json", "no place"),
        ("muscles/masseter/facts.toml", "no place"),
        ("stretches/chin_tuck/facts.toml", "no place"),
        ("pictures/x.svg", "no place"),
        ("pictures/x.gif", "no place"),
        ("pictures/inner.zip", "no place"),
        ("plugin.py", "no place"),
        ("__MACOSX/._pack.toml", "no place"),
        ("stretches/a/b/c/de.md", "no place"),
        ("muscles/" + "a" * 200 + "/de.md", "too long"),
    ],
)
def test_a_name_outside_the_layout_is_refused(name: str, reason: str) -> None:
    assert reason in refusal(zipped({name: "x"}))


def test_a_hostile_name_is_not_printed_as_it_is() -> None:
    told = refusal(zipped({"glossary/\x1b[31m\u202eevil" + "x" * 30 + ".md": "x"}))
    assert told.isascii()
    assert "\x1b" not in told


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK, stat.S_IFDIR]
)
def test_links_and_devices_are_refused(kind: int) -> None:
    assert "a link or a device" in refusal(with_entry(entry(TEXT, kind | 0o777)))


def test_the_same_name_twice_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(TEXT, "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr(TEXT, "two")
    assert "twice" in refusal(held.getvalue())


def test_names_that_differ_only_by_case_cannot_be() -> None:
    assert "no place" in refusal(zipped({"glossary/pt_BR.md": "x", "glossary/pt_br.md": "x"}))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method: int) -> None:
    assert "unusual way" in refusal(zipped({TEXT: "x" * 200}, method))


@pytest.mark.parametrize("flag", [0x1, 0x20, 0x40, 0x2000])
def test_encrypted_and_patched_entries_are_refused(flag: int) -> None:
    assert "encrypted" in refusal(patched(zipped({TEXT: "x"}), 8, flag))


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = zipped({TEXT: b" " * 50_000_000})
    assert len(bomb) < 100_000
    assert "larger than 64 KB" in refusal(bomb)


def test_a_picture_that_grows_too_much_is_refused() -> None:
    assert "grows far too much" in refusal(zipped({"pictures/own_pack-x.png": b" " * 1_000_000}))


def test_a_size_that_is_a_lie_is_not_believed() -> None:
    lied = patched(zipped({TEXT: b" " * 50_000}), 24, 10, size=4)
    assert "cut off or damaged" in refusal(lied)


def test_many_files_that_are_too_much_together_are_refused() -> None:
    words = os.urandom(24_000).hex() + "\n"
    lines = "\n".join(words[at : at + 900] for at in range(0, 48_000, 900)).encode()
    many = {f"lessons/lesson_{number}/de.md": lines for number in range(100)}
    assert "the texts have more than 3 MB" in refusal(zipped(many))


def test_too_many_files_are_refused() -> None:
    many = {f"muscles/m{number}/de.md": b"" for number in range(limits.ENTRIES + 1)}
    assert "more than 2000 files" in refusal(zipped(many))


def test_a_long_list_of_contents_is_refused_before_it_is_read() -> None:
    """The number of entries says one; the list has a hundred thousand."""
    one = zipped({TEXT: "x"})
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    listed = one[start:end] * 100_000
    tail = bytearray(one[end:])
    tail[12:16] = len(listed).to_bytes(4, "little")
    assert "more than 2000 files" in refusal(one[:start] + listed + bytes(tail))


def test_bytes_that_two_entries_share_are_refused() -> None:
    one = zipped({TEXT: "x" * 100})
    start, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    tail = bytearray(one[end:])
    tail[8:12] = (2).to_bytes(2, "little") * 2
    tail[12:16] = (2 * (end - start)).to_bytes(4, "little")
    assert "shares its bytes" in refusal(one[:start] + one[start:end] * 2 + bytes(tail))


@pytest.mark.parametrize("cut", [1, 20, 60, 120])
def test_a_cut_zip_is_refused(cut: int) -> None:
    refusal(zipped({TEXT: "# words\n", "pack.toml": "a = 1"})[:-cut])


def test_a_wrong_checksum_is_refused() -> None:
    assert "damaged" in refusal(patched(zipped({TEXT: "words"}), 16, 1, size=4))


def test_what_stands_before_or_after_a_zip_is_refused() -> None:
    sound = zipped({TEXT: "x"})
    assert "not a plain zip" in refusal(b"#!/bin/sh\n" + sound)
    assert "not a zip file" in refusal(sound + b"tail")
    assert "not a zip file" in refusal(b"")
    commented = io.BytesIO(sound)
    with zipfile.ZipFile(commented, "a") as made:
        made.comment = b"hello"
    refusal(commented.getvalue())


def test_a_zip_for_more_than_four_gigabytes_is_refused() -> None:
    sound = zipped({TEXT: "x"})
    end = sound.index(b"PK\x05\x06")
    far = b"PK\x06\x07" + b"\0" * 16
    assert "more than 4 GB" in refusal(sound[:end] + far + sound[end:])


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"x")
    assert read_bytes(path) == b"x"
    path.write_bytes(b"\0" * (limits.PACK_BYTES + 1))
    for wrong, reason in (
        (path, "larger than 16 MB"),
        (tmp_path, "is not a file"),
        (tmp_path / "none.zip", "is not a file"),
        (Path("/dev/zero"), "is not a file"),
    ):
        with pytest.raises(PackError, match=reason):
            read_bytes(wrong)
