"""The settings that are seen at once are those of the whole file, or the usual ones."""

from pathlib import Path

import pytest

from guide.core.orientation import FigureName
from guide.journal.settings import Settings, save
from guide.journal.visible import Motion, TextSize, Theme, Visible, load_visible


def test_a_new_person_has_the_usual_ones(tmp_path: Path) -> None:
    assert load_visible(tmp_path / "settings.json") == Visible() == Settings().visible


def test_what_was_saved_is_read(tmp_path: Path) -> None:
    settings = Settings(
        theme=Theme.DARK,
        text_size=TextSize.LARGEST,
        motion=Motion.REDUCED,
        figure=FigureName.MALE,
    )
    save(tmp_path / "settings.json", settings)
    assert load_visible(tmp_path / "settings.json") == settings.visible


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[]",
        b"7",
        b"\xff\xfe",
        b'{"theme": "pink"}',
        b'{"text_size": 3}',
        b'{"motion": ["full"]}',
        b'{"figure": null}',
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_understood_is_the_usual(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_visible(tmp_path / "settings.json") == Visible()
    assert load_visible(tmp_path) == Visible()
