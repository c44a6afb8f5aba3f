"""The tool that sets everything up: quick when done, plain when it cannot."""

import json
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]


class Recorder:
    """Takes the place of running programs, and remembers them."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []

    def __call__(self, arguments: list[str], environment: dict[str, str] | None = None) -> None:
        self.commands.append(arguments)
        if "venv" in arguments:
            python = Path(arguments[-1]) / "bin/python"
            python.parent.mkdir(parents=True)
            python.touch()


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """A repository of two requirements files, without an environment."""
    for name in (dev.RUN, dev.DEVELOP):
        (tmp_path / name).write_text(f"{name}==1\n")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv/set-up.json")
    monkeypatch.setattr(dev, "missing_packages", lambda _needs: [])
    recorder = Recorder()
    monkeypatch.setattr(dev, "command", recorder)
    return recorder


def test_the_first_use_sets_up_and_the_second_does_nothing(house: Recorder) -> None:
    dev.set_up(dev.RUN, dev.libraries(False))
    assert [("venv" in c, "--require-hashes" in c) for c in house.commands] == [
        (True, False),
        (False, True),
    ]
    dev.set_up(dev.RUN, dev.libraries(False))
    assert len(house.commands) == 2


def test_a_screen_adds_what_a_window_needs(
    house: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(dev, "install_packages", asked.append)
    monkeypatch.setattr(dev, "missing_packages", lambda needs: sorted(needs))
    dev.set_up(dev.RUN, dev.libraries(False))
    dev.set_up(dev.RUN, dev.libraries(True))
    dev.set_up(dev.RUN, dev.libraries(False))
    assert [len(needs) for needs in asked] == [len(dev.DRAWING), len(dev.DRAWING) + len(dev.WINDOW)]
    assert len(house.commands) == 2


def test_what_developers_need_includes_what_the_program_needs(house: Recorder) -> None:
    dev.set_up(dev.DEVELOP, dev.libraries(True))
    before = len(house.commands)
    dev.set_up(dev.RUN, dev.libraries(True))
    dev.set_up(dev.RUN, dev.libraries(False))
    assert len(house.commands) == before


def test_changed_requirements_are_installed_again(house: Recorder) -> None:
    dev.set_up(dev.RUN, dev.libraries(False))
    (dev.ROOT / dev.RUN).write_text("other==2\n")
    dev.set_up(dev.RUN, dev.libraries(False))
    assert ["venv" in command for command in house.commands] == [True, False, False]


def test_another_python_makes_a_new_environment(house: Recorder) -> None:
    dev.set_up(dev.RUN, dev.libraries(False))
    dev.STAMP.write_text(json.dumps({**dev.read_stamp(), "python": "2.7"}))
    (dev.VENV / "bin/python").unlink()
    (dev.VENV / "bin").rmdir()
    dev.set_up(dev.RUN, dev.libraries(False))
    assert ["venv" in command for command in house.commands] == [True, False, True, False]


def test_a_damaged_stamp_is_no_proof(house: Recorder) -> None:
    dev.VENV.mkdir()
    dev.STAMP.write_text("{")
    assert dev.read_stamp() == {}


def test_an_old_python_is_told_so(house: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11"):
        dev.set_up(dev.RUN, dev.libraries(False))
    assert not house.commands


def test_a_missing_library_is_named_by_its_package() -> None:
    needs = {"libc.so.6": "libc6", "libno-such.so.9": "libno-such9", "no-such": "such", "sh": "sh"}
    assert dev.missing_packages(needs) == ["libno-such9", "such"]


def test_without_root_the_line_to_type_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"sudo apt-get install -y .* libegl1 libgl1$"):
        dev.install_packages(["libegl1", "libgl1"])


def test_another_distribution_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit, match="libegl1"):
        dev.install_packages(["libegl1"])


def test_root_installs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()
    monkeypatch.setattr(dev, "command", recorder)
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    dev.install_packages(["libegl1"])
    assert recorder.commands[-1][-1] == "libegl1"
    assert recorder.commands[-1][:2] == ["apt-get", "install"]


def test_a_failed_command_ends_in_one_sentence() -> None:
    with pytest.raises(SystemExit, match=r"(?s)oh no\nSet-up stopped at: .*Mend that"):
        dev.command([sys.executable, "-c", "print('oh no'); raise SystemExit(3)"])


@pytest.mark.parametrize(
    ("arguments", "screen", "result"),
    [
        ([], False, ["--tour", "tour"]),
        (["pictures"], False, ["--tour", "pictures"]),
        (["--tour", "x"], False, ["--tour", "x"]),
        (["find", "head.temple"], False, ["find", "head.temple"]),
        (["--version"], False, ["--version"]),
        ([], True, []),
        (["zones", "--json"], True, ["zones", "--json"]),
    ],
)
def test_without_a_screen_run_makes_the_tour(
    arguments: list[str], screen: bool, result: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.run_arguments(arguments, screen) == result
    said = capsys.readouterr().out
    assert said.count("\n") == ("No screen here" in said)
    assert ("No screen here" in said) == (
        not screen and len(arguments) < 2 and "--version" not in arguments
    )


def test_a_folder_with_a_screen_is_explained() -> None:
    with pytest.raises(SystemExit, match="--tour pictures"):
        dev.run_arguments(["pictures"], screen=True)


def test_an_unknown_word_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert "dev.py run" in capsys.readouterr().out
    assert dev.main([]) == 0


def test_requirements_are_hashed_and_without_addresses() -> None:
    for name in (dev.RUN, dev.DEVELOP):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        packages = [line for line in text.splitlines() if line[:1].isalnum()]
        assert packages
        assert text.count("==") >= len(packages)
        blocks = text.replace("\\\n", "").splitlines()
        assert all("--hash=sha256:" in block for block in blocks if block[:1].isalnum())


def test_developers_get_the_same_versions_as_people() -> None:
    def pinned(name: str) -> set[str]:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        return {
            line.split("==")[0] + "==" + line.split("==")[1].split()[0]
            for line in lines
            if "==" in line and line[:1].isalnum()
        }

    assert pinned(dev.RUN) <= pinned(dev.DEVELOP)


def test_the_second_use_is_instant() -> None:
    """The whole detour through dev.py, against starting Python twice without it."""
    dev.set_up(dev.DEVELOP, dev.libraries(dev.has_screen()))
    took = []
    for _turn in range(5):
        start = time.monotonic()
        dev.set_up(dev.DEVELOP, dev.libraries(dev.has_screen()))
        took.append(time.monotonic() - start)
    assert min(took) < 0.05


def test_dev_needs_the_standard_library_alone() -> None:
    code = "import sys; old = set(sys.modules); import dev; print(*set(sys.modules) - old)"
    names = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert {name.split(".")[0] for name in names} - {"dev"} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("name", sorted(dev.TOOLS))
def test_every_tool_is_a_program_that_says_its_use(name: str) -> None:
    module, *words = dev.TOOLS[name].split()
    assert find_spec(module) is not None
    if words:
        said = subprocess.run(
            [sys.executable, "-m", module, *words, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert said.returncode == 0, said.stderr
