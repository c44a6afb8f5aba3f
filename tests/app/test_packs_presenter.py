"""A pack is looked at, offered, added and taken away; what goes wrong is one sentence."""

from pathlib import Path

import pytest

from guide.app.packs_presenter import PackRow, PacksPresenter, PacksState
from guide.packs import store
from tests.packs.ours import edited, files, shipped
from tests.packs.zips import zipped

NAME = "thigh_care"


@pytest.fixture
def zips(tmp_path: Path) -> dict[str, str]:
    broken = edited(files(), "pack.toml", '"1.0"', '""')
    held = {"sound": files(), "broken": broken}
    for name, content in held.items():
        (tmp_path / f"{name}.zip").write_bytes(zipped(content))
    return {name: str(tmp_path / f"{name}.zip") for name in (*held, "none")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "packs"


@pytest.fixture
def packs(folder: Path) -> PacksPresenter:
    return PacksPresenter(folder, shipped)


def test_a_sound_pack_is_offered_and_nothing_is_kept_yet(
    packs: PacksPresenter, zips: dict[str, str], folder: Path
) -> None:
    told: list[PacksState] = []
    packs.changed.connect(told.append)
    packs.look_at(zips["sound"])
    offered = packs.state.offered
    assert offered is not None
    assert (offered.id, offered.title) == (NAME, "Thigh care")
    assert offered.provenance == "From the pack Thigh care, checked by nobody but its author."
    assert told == [packs.state]
    assert not folder.exists()
    packs.leave()
    assert packs.state == PacksState()
    packs.add()  # nothing is offered any more
    assert not folder.exists()


def test_a_pack_is_added_and_removed(
    packs: PacksPresenter, zips: dict[str, str], folder: Path
) -> None:
    packs.look_at(zips["sound"])
    packs.add()
    assert [row.id for row in packs.state.rows] == [NAME]
    assert packs.state.told == "Thigh care was added. It is used from the next start of Unknot."
    later = PacksPresenter(folder, shipped, store.installed(folder, shipped()))
    assert later.state.rows == packs.state.rows
    later.remove(NAME)
    assert later.state.rows == ()
    assert later.state.told.startswith("The pack is gone")
    assert store.installed(folder, shipped()) == ()


def test_what_is_wrong_is_told_and_nothing_is_offered(
    packs: PacksPresenter, zips: dict[str, str], folder: Path
) -> None:
    packs.look_at(zips["sound"])
    for name, why in (("broken", "pack.toml, line 5: "), ("none", "is not a file.")):
        packs.look_at(zips[name])
        assert packs.state.offered is None
        assert packs.state.wrong.startswith("The pack was not added. ")
        assert why in packs.state.wrong
    packs.remove("other")
    assert packs.state.wrong == "There is no pack other."
    assert not folder.exists()


def test_the_same_pack_twice_is_told(packs: PacksPresenter, zips: dict[str, str]) -> None:
    for _time in range(2):
        packs.look_at(zips["sound"])
        packs.add()
    assert packs.state.wrong.startswith("The pack Thigh care (thigh_care) is there already")
    assert len(packs.state.rows) == 1


def test_a_pack_that_cannot_be_used_has_a_row_to_take_it_away(folder: Path) -> None:
    found = (store.Installed(NAME, problem="It was changed."),)
    packs = PacksPresenter(folder, shipped, found)
    assert packs.state.rows == (PackRow(NAME, NAME, problem="It was changed."),)
