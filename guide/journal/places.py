"""Where the person's files are: the platform's own folders, or all under UNKNOT_HOME."""

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


def find_places(environment: Mapping[str, str]) -> Places:
    """The folders for `environment`; UNKNOT_HOME, made absolute, overrides all three."""
    home = environment.get(VARIABLE, "")
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root / "data", root / "config", root / "cache")
    from platformdirs import PlatformDirs  # 25 ms that a named home saves

    folders = PlatformDirs(NAME, appauthor=False)
    return Places(folders.user_data_path, folders.user_config_path, folders.user_cache_path)
