"""A journal in a folder of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guide.journal.store import Journal

NOW = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def journal(folder: Path) -> Iterator[Journal]:
    with Journal.open(folder, NOW) as opened:
        yield opened


@pytest.fixture
def now() -> datetime:
    return NOW
