"""The assets are found beside the package and inside it, and missed in a clear sentence."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from guide import __version__, resources

ROOT = Path(__file__).resolve().parents[1]


def test_a_clone_has_its_assets_beside_the_package() -> None:
    assert resources.asset_root() == ROOT / "assets"


def test_an_incomplete_installation_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "guide" / "resources.py"))
    with pytest.raises(FileNotFoundError, match="install Unknot again"):
        resources.asset_root.__wrapped__()


def test_the_wheel_carries_the_assets_and_the_command(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    result = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    with zipfile.ZipFile(tmp_path / f"unknot-{__version__}-py3-none-any.whl") as wheel:
        names = set(wheel.namelist())
        entry = wheel.read(f"unknot-{__version__}.dist-info/entry_points.txt").decode()
        wheel.extractall(tmp_path / "site")
    shipped = {
        f"guide/{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / "assets").rglob("*")
        if file.is_file() and "assets/atlas/source/" not in file.as_posix()
    }
    own = {name for name in shipped if name.endswith("/.settled")}  # of this checkout alone
    assert shipped - own <= names
    assert not own & names
    assert not [name for name in names if "/source/" in name or name.startswith("tests/")]
    assert "unknot = guide.__main__:main" in entry
    found = "from guide.resources import asset_root; print(asset_root())"
    where = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, 'site'); {found}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert Path(where) == (tmp_path / "site/guide/assets").resolve()
