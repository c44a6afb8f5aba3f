"""Files go where the platform keeps them, or where UNKNOT_HOME says."""

from pathlib import Path

import pytest

from guide.journal.places import find_places, own_folder


def test_a_named_home_overrides_all_three(tmp_path: Path) -> None:
    places = find_places({"UNKNOT_HOME": str(tmp_path)})
    assert places.data == tmp_path / "data"
    assert places.config == tmp_path / "config"
    assert places.cache == tmp_path / "cache"
    assert places.settings_file == tmp_path / "config" / "settings.json"


def test_a_relative_home_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places({"UNKNOT_HOME": "here"}).data == tmp_path / "here" / "data"


@pytest.mark.parametrize("environment", [{}, {"UNKNOT_HOME": ""}])
def test_without_one_the_platform_decides(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / variable))
    places = find_places(environment)
    folders = [places.data, places.config, places.cache]
    assert [folder.name for folder in folders] == ["unknot"] * 3
    assert len(set(folders)) == 3


def test_a_chosen_folder_gets_one_of_ours_inside(tmp_path: Path) -> None:
    assert own_folder(tmp_path) == tmp_path / "unknot"
    assert own_folder(tmp_path / "unknot") == tmp_path / "unknot"
