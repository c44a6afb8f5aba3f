"""The compiled files: written wholly, refused when they do not fit."""

import os
from pathlib import Path

import pytest

from guide.content.compiled import (
    CATALOGUE,
    FOLDER,
    is_settled,
    read,
    settle,
    source_files,
    sources_digest,
    write,
)
from guide.content.problems import ContentError


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / CATALOGUE
    write(path, {"b": 1, "a": 2}, "made-from-this")
    assert list(read(path, dict[str, int], "made-from-this")) == ["b", "a"]
    assert [each.name for each in path.parent.iterdir()] == [CATALOGUE]


def test_another_source_digest_is_refused(tmp_path: Path) -> None:
    path = tmp_path / CATALOGUE
    write(path, {}, "old")
    with pytest.raises(ContentError, match="was made from other sources"):
        read(path, dict[str, int], "new")


def test_a_body_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / CATALOGUE
    write(path, {"a": "text"}, "")
    with pytest.raises(ContentError, match="does not fit this version of the program"):
        read(path, dict[str, int])


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).touch()
    with pytest.raises(ContentError, match=r"cannot be written: (File exists|Not a directory)"):
        write(tmp_path / FOLDER / CATALOGUE, {}, "")


def test_the_digest_follows_names_and_bytes_of_the_sources_alone(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x", "utf-8")
    first = sources_digest(tmp_path)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "b.toml").write_text("x", "utf-8")
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    assert sources_digest(tmp_path) == first
    assert source_files(tmp_path) == [tmp_path / "a.toml"]
    (tmp_path / "a.toml").rename(tmp_path / "b.toml")
    second = sources_digest(tmp_path)
    (tmp_path / "b.toml").write_text("y", "utf-8")
    assert len({first, second, sources_digest(tmp_path)}) == 3


def test_it_is_settled_until_a_source_or_the_catalogue_changes(tmp_path: Path) -> None:
    assert not is_settled(tmp_path)
    path = tmp_path / FOLDER / CATALOGUE
    write(path, {}, "")
    source = tmp_path / "zones.toml"
    for change in (source.touch, path.touch, source.unlink):
        settle(tmp_path)
        assert is_settled(tmp_path)
        later = path.stat().st_mtime_ns + 10_000_000_000
        change()
        changed = path if change == path.touch else source if source.exists() else tmp_path
        os.utime(changed, ns=(later, later))
        assert not is_settled(tmp_path)
    path.unlink()
    assert not is_settled(tmp_path)
