"""Settings are declared once, kept whole, and never guessed from a damaged file."""

import errno
import os
import stat
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.anatomy import FigureName
from guide.journal.errors import JournalError
from guide.journal.settings import (
    Control,
    Motion,
    Settings,
    TextSize,
    Theme,
    Voice,
    declared,
    load,
    save,
)
from tests.journal.conftest import NOW

every = st.builds(
    Settings,
    theme=st.sampled_from(Theme),
    text_size=st.sampled_from(TextSize),
    motion=st.sampled_from(Motion),
    figure=st.sampled_from(FigureName),
    sound=st.booleans(),
    voice=st.sampled_from(Voice),
    get_ready=st.integers(5, 30),
    data_folder=st.text(st.characters(exclude_categories=["Cs"])),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_every_setting_is_declared_once_with_its_choices() -> None:
    fields = {field.name: field for field in msgspec.structs.fields(Settings)}
    assert [setting.key for setting in declared()] == list(fields)
    for setting in declared():
        usual = fields[setting.key].default
        assert setting.label
        assert setting.help.endswith(".")
        match setting.control:
            case Control.CHOICE:
                assert [choice.value for choice in setting.choices] == list(type(usual))
                assert all(choice.label for choice in setting.choices)
            case Control.SWITCH:
                assert isinstance(usual, bool)
            case Control.NUMBER:
                assert setting.range is not None
                low, high = setting.range.low, setting.range.high
                assert low <= usual <= high
                for value, fine in ((low, True), (high, True), (low - 1, False), (high + 1, False)):
                    assert accepted({setting.key: value}) is fine
            case Control.FOLDER:
                assert usual == ""


def accepted(values: dict[str, object]) -> bool:
    try:
        msgspec.convert(values, Settings)
    except msgspec.ValidationError:
        return False
    return True


def test_without_a_file_the_usual_settings_hold(path: Path, now: datetime) -> None:
    assert load(path, now) == (Settings(), "")


@given(settings=every)
def test_what_is_saved_is_loaded(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("s") / "settings.json"
    save(path, settings)
    assert load(path, NOW) == (settings, "")


def test_the_file_is_private_and_plain(path: Path) -> None:
    before = os.umask(0)
    try:
        save(path, Settings(theme=Theme.DARK))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_text().startswith('{\n "theme": "dark",\n "text_size": 100,\n')


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"not json",
        b"[]",
        b'{"theme": "purple"}',
        b'{"text_size": 110}',
        b'{"get_ready": 4}',
        b'{"get_ready": 1e999}',
        b'{"sound": "yes"}',
        b'{"theme": "dark"',
        b'{"theme": "\xff"}',
        b"[" * 100_000,
        b'{"x": ' + b"[" * 100_000,
    ],
    ids=range(13),
)
def test_a_damaged_file_is_set_aside_and_said(path: Path, now: datetime, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings, said = load(path, now)
    assert settings == Settings()
    assert "settings-damaged-2026-11-22-150405.json" in said
    assert not path.exists()
    aside = path.with_name("settings-damaged-2026-11-22-150405.json")
    assert aside.read_bytes() == content
    save(path, Settings(sound=False))
    assert load(path, now) == (Settings(sound=False), "")


def test_a_setting_of_a_later_version_is_no_damage(path: Path, now: datetime) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "tempo": 3}')
    assert load(path, now) == (Settings(theme=Theme.DARK), "")


def test_an_impossible_setting_is_not_saved(path: Path) -> None:
    with pytest.raises(JournalError, match="get_ready"):
        save(path, Settings(get_ready=3))
    assert not path.exists()


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_failing_disk_leaves_the_settings_that_were(
    path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    save(path, Settings(theme=Theme.DARK))

    def broken(*args: object) -> None:
        if call == "fdopen":
            os.close(int(str(args[0])))
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, broken)
        with pytest.raises(JournalError, match="disk is full"):
            save(path, Settings(theme=Theme.LIGHT))
    assert load(path, now)[0].theme is Theme.DARK
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_path_that_cannot_be_read_is_said(path: Path, now: datetime) -> None:
    path.mkdir(parents=True)
    settings, said = load(path, now)
    assert settings == Settings()
    assert "could not be read" in said


def test_a_file_that_cannot_be_set_aside_is_said(
    path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text("nonsense")

    def broken(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", broken)
        settings, said = load(path, now)
    assert settings == Settings()
    assert "Permission denied" in said
    assert path.read_text() == "nonsense"
