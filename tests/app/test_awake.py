"""The screen is kept awake while, and only while, it is asked for."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace

import pytest

from guide.app.awake import ScreenKeeper


class FakeWakepy(ModuleType):
    """Stands in for the package: remembers what is held."""

    def __init__(self, active: bool) -> None:
        super().__init__("wakepy")
        self.held, self.freed = threading.Event(), threading.Event()
        self.keep = SimpleNamespace(presenting=self.presenting)
        self._active = active

    @contextmanager
    def presenting(self, on_fail: str) -> Iterator[SimpleNamespace]:
        assert on_fail == "pass"
        yield SimpleNamespace(active=self._notice())
        self.freed.set()

    def _notice(self) -> bool:
        self.held.set()
        return self._active


@pytest.mark.parametrize("active", [True, False])
def test_it_holds_and_lets_go(monkeypatch: pytest.MonkeyPatch, active: bool) -> None:
    wakepy = FakeWakepy(active)
    monkeypatch.setitem(sys.modules, "wakepy", wakepy)
    keeper = ScreenKeeper()
    keeper.hold()
    keeper.hold()
    assert wakepy.held.wait(5)
    assert not wakepy.freed.is_set()
    keeper.close()
    assert wakepy.freed.is_set()
    assert keeper.failed is not active


def test_a_system_without_the_package_is_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    keeper = ScreenKeeper()
    keeper.hold()
    keeper.close()
    assert keeper.failed
