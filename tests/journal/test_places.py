"""Files go where the platform keeps them, or where UNKNOT_HOME says."""

import os
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

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


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.parametrize("environment", [{}, {"UNKNOT_HOME": ""}])
def test_without_one_the_platform_decides(environment: dict[str, str], platform: str) -> None:
    places = find_places(environment, platform)
    folders = [places.data, places.config, places.cache]
    assert [folder.name for folder in folders] == ["unknot"] * 3
    assert len(set(folders)) == 3


def test_on_linux_they_are_where_every_other_program_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named in ({}, {"XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "/cache"}):
        monkeypatch.setenv("HOME", str(tmp_path))
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            monkeypatch.setenv(variable, named.get(variable, ""))
        known, places = PlatformDirs("unknot", appauthor=False), find_places(os.environ, "linux")
        assert places.data == known.user_data_path
        assert places.config == known.user_config_path
        assert places.cache == known.user_cache_path


def test_a_relative_folder_counts_as_none() -> None:
    places = find_places({"HOME": "/people/ann", "XDG_DATA_HOME": "data"}, "linux")
    assert places.data == Path("/people/ann/.local/share/unknot")


def test_a_chosen_folder_gets_one_of_ours_inside(tmp_path: Path) -> None:
    assert own_folder(tmp_path) == tmp_path / "unknot"
    assert own_folder(tmp_path / "unknot") == tmp_path / "unknot"
