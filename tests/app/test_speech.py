"""The system's voice: chosen by platform, replaced when it fails, silent when there is none."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from guide.app.speech import Program, SystemVoice, programs


def make_program(folder: Path, name: str, script: str) -> Program:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Program(name)


def voice_of(folder: Path, *voices: Program) -> SystemVoice:
    def find(name: str) -> str | None:
        return str(folder / name) if (folder / name).exists() else None

    return SystemVoice("en", voices=voices, find=find)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_a_voice_to_try(platform: str) -> None:
    assert programs(platform, "de_CH")


def test_words_reach_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    voice = voice_of(
        tmp_path, make_program(tmp_path, "speak", f"cat > {heard}.new; mv {heard}.new {heard}")
    )
    voice.say("Hold. Right.")
    qtbot.waitUntil(heard.exists, timeout=5000)
    assert heard.read_text() == "Hold. Right."
    assert not voice.broken
    voice.stop()


def test_a_voice_that_fails_gives_way_to_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    bad = make_program(tmp_path, "bad", "exit 3")
    good = make_program(tmp_path, "good", f"cat > {heard}.new; mv {heard}.new {heard}")
    voice = voice_of(tmp_path, bad, good)
    voice.say("Rest.")
    qtbot.waitUntil(heard.exists, timeout=5000)
    assert heard.read_text() == "Rest."
    assert not voice.broken
    voice.stop()


def test_when_none_works_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    voice = voice_of(tmp_path, make_program(tmp_path, "bad", "exit 3"))
    voice.say("Rest.")
    qtbot.waitUntil(lambda: voice.broken, timeout=5000)
    voice.say("harmless")


def test_a_machine_without_a_voice_is_known_at_once(tmp_path: Path, qapp: QObject) -> None:
    assert voice_of(tmp_path, Program("nothing")).broken


def test_new_words_silence_the_old_ones(qtbot: QtBot, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    script = f'read words; echo "$words" >> {heard}; exec sleep 30'
    voice = voice_of(tmp_path, make_program(tmp_path, "speak", script))
    voice.say("one\n")
    qtbot.waitUntil(heard.exists, timeout=5000)
    voice.say("two\n")
    qtbot.waitUntil(lambda: heard.read_text() == "one\ntwo\n", timeout=5000)
    voice.stop()
    assert not voice.broken
