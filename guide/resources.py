"""Where the shipped files are: beside the package in a clone, inside it in a wheel."""

from functools import cache
from pathlib import Path


@cache
def asset_root() -> Path:
    """Return the folder `assets`.

    Raises FileNotFoundError with a sentence when the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "assets", package.parent / "assets"):
        if (folder / "LICENCES.toml").is_file():
            return folder
    raise FileNotFoundError(
        f"The folder 'assets' is missing beside {package}: install Unknot again, completely."
    )
