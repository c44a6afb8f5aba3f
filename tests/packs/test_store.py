"""Packs are kept whole and private, checked anew each time, and gone but for their names."""

import os
import stat
from pathlib import Path

import pytest

from guide.packs import limits, store
from guide.packs.errors import PackError
from guide.packs.opening import packs_folder
from tests.packs.ours import edited, files, shipped, sound_pack
from tests.packs.zips import zipped

NAME = "thigh_care"


def packed(tmp_path: Path, held: dict[str, bytes] | None = None) -> Path:
    path = tmp_path / "thighs.zip"
    path.write_bytes(zipped(files() if held is None else held))
    return path


def added(tmp_path: Path) -> Path:
    folder = packs_folder(tmp_path / "data")
    store.add(folder, *store.check(packed(tmp_path), shipped()))
    return folder


def test_a_pack_is_added_listed_and_removed(tmp_path: Path) -> None:
    folder = added(tmp_path)
    assert store.installed(folder, shipped()) == (store.Installed(NAME, sound_pack()),)
    store.remove(folder, NAME)
    assert store.installed(folder, shipped()) == ()
    assert [path.name for path in folder.iterdir()] == [store.GONE]
    assert store.gone(folder)["thigh_care-evening"] == "Evening for the thighs"


def test_everything_that_is_kept_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = added(tmp_path)
    finally:
        os.umask(before)
    kept = [folder, *folder.rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept if path.is_file()} == {0o600}


def test_only_the_packs_folder_is_written(tmp_path: Path) -> None:
    folder = added(tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    home = f"data/packs/{NAME}"
    assert names == {
        "thighs.zip", "data", "data/packs", home, f"{home}/pack.zip", f"{home}/checked.json",
    }  # fmt: skip
    assert folder.is_dir()


def test_a_bad_pack_leaves_nothing(tmp_path: Path) -> None:
    bad = edited(files(), "stretches/thigh_care-heel_to_seat/facts.toml", "hold = 30", "hold = 300")
    with pytest.raises(PackError, match=r"line 5: the hold is 300 s"):
        store.check(packed(tmp_path, bad), shipped())
    assert [path.name for path in tmp_path.iterdir()] == ["thighs.zip"]


def test_the_same_pack_is_not_added_twice(tmp_path: Path) -> None:
    folder = added(tmp_path)
    with pytest.raises(PackError, match="is there already: remove it first"):
        store.add(folder, *store.check(packed(tmp_path), shipped()))
    assert len(store.installed(folder, shipped())) == 1


def test_there_are_only_so_many(tmp_path: Path) -> None:
    folder = added(tmp_path)
    for number in range(limits.INSTALLED - 1):
        (folder / f"pack_{number}").mkdir()
    store.remove(folder, NAME)
    (folder / "pack_last").mkdir()
    with pytest.raises(PackError, match="20 packs already"):
        store.add(folder, *store.check(packed(tmp_path), shipped()))


def test_a_pack_that_was_changed_is_not_used(tmp_path: Path) -> None:
    folder = added(tmp_path)
    kept = folder / NAME / store.ZIP
    kept.write_bytes(zipped(edited(files(), "pack.toml", "1.0", "1.1")))  # sound, but another one
    found = store.installed(folder, shipped())[0]
    assert found.pack is None
    assert found.problem.startswith("The pack Thigh care was changed on the disk")


@pytest.mark.parametrize("name", [store.ZIP, store.CHECKED])
def test_a_pack_that_is_damaged_is_not_used(tmp_path: Path, name: str) -> None:
    folder = added(tmp_path)
    for damage in (b"", b"\0" * 50):
        (folder / NAME / name).write_bytes(damage)
        assert store.installed(folder, shipped())[0].problem
    (folder / NAME / name).unlink()
    assert store.installed(folder, shipped())[0].problem.startswith(f"The pack {NAME} is not used")
    store.remove(folder, NAME)
    assert store.installed(folder, shipped()) == ()


def test_a_pack_in_the_folder_of_another_one_is_not_used(tmp_path: Path) -> None:
    folder = added(tmp_path)
    (folder / NAME).rename(folder / "another")
    assert "folder of another one" in store.installed(folder, shipped())[0].problem


def test_what_was_broken_off_is_swept_away(tmp_path: Path) -> None:
    folder = packs_folder(tmp_path / "data")
    (folder / ".draft-x").mkdir(parents=True)
    (folder / ".draft-x" / store.ZIP).write_bytes(b"half")
    assert store.installed(folder, shipped()) == ()
    store.add(folder, *store.check(packed(tmp_path), shipped()))
    assert [path.name for path in folder.iterdir()] == [NAME]


@pytest.mark.parametrize("name", ["none", "../data", "", ".draft-x", "thigh_care/../thigh_care"])
def test_only_packs_are_removed(tmp_path: Path, name: str) -> None:
    folder = added(tmp_path)
    with pytest.raises(PackError, match="There is no pack"):
        store.remove(folder, name)
    assert len(store.installed(folder, shipped())) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    with pytest.raises(PackError, match="could not be kept"):
        added(tmp_path)


def test_names_of_gone_packs_gather_and_survive_damage(tmp_path: Path) -> None:
    folder = added(tmp_path)
    (folder / store.GONE).write_text('{"old-thing": "Old thing"}')
    store.remove(folder, NAME)
    assert {"old-thing", "thigh_care-evening"} <= set(store.gone(folder))
    (folder / store.GONE).write_text("{")
    assert store.gone(folder) == {}
