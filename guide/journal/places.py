"""Where the person's files are: the platform's own folders, or all under UNKNOT_HOME."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

NAME = "unknot"
VARIABLE = "UNKNOT_HOME"


class Places(NamedTuple):
    """The folders of one person; they need not exist yet."""

    data: Path  # the journal
    config: Path  # the settings
    cache: Path  # what can be made again

    @property
    def settings_file(self) -> Path:
        """The file of the settings."""
        return self.config / "settings.json"


def own_folder(chosen: Path) -> Path:
    """The journal's own folder inside the folder that a person chose for it.

    It becomes private, which somebody's documents should not.
    """
    chosen = chosen.absolute()
    return chosen if chosen.name == NAME else chosen / NAME


def find_places(environment: Mapping[str, str], platform: str = sys.platform) -> Places:
    """The folders for `environment`; UNKNOT_HOME, made absolute, overrides all three."""
    home = environment.get(VARIABLE, "")
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root / "data", root / "config", root / "cache")
    if platform not in ("win32", "darwin"):
        return _xdg_places(environment)
    from platformdirs import PlatformDirs

    folders = PlatformDirs(NAME, appauthor=False)
    return Places(folders.user_data_path, folders.user_config_path, folders.user_cache_path)


def _xdg_places(environment: Mapping[str, str]) -> Places:
    """As the XDG Base Directory Specification says: a relative path counts as none.

    The library that knows all platforms would take a thirtieth of a start for these lines.
    """
    home = Path(environment.get("HOME") or Path.home())

    def folder(variable: str, usual: str) -> Path:
        named = Path(environment.get(variable, ""))
        return (named if named.is_absolute() else home / usual) / NAME

    return Places(
        folder("XDG_DATA_HOME", ".local/share"),
        folder("XDG_CONFIG_HOME", ".config"),
        folder("XDG_CACHE_HOME", ".cache"),
    )
