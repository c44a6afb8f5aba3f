"""What a freed picture leaves: nothing, on a system whose C library can be asked."""

import subprocess
import sys
from platform import libc_ver

import pytest

from guide.bootstrap import memory

PROGRAM = """
import sys
from PySide6.QtGui import QImage
from guide.bootstrap.memory import give_back_large

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4 // 1024

def picture():
    image = QImage(1200, 2250, QImage.Format.Format_ARGB32)
    image.fill(7)
    return image

agreed = give_back_large() if sys.argv[1] == "asked" else False
first = picture()
del first  # glibc now thinks that blocks of this size come and go
large, small = picture(), QImage(64, 64, QImage.Format.Format_ARGB32)
before = resident()
del large
print(agreed, before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux is asked")
def test_a_picture_that_is_let_go_leaves_the_process() -> None:
    child = [sys.executable, "-c", PROGRAM, "asked"]
    answer = subprocess.run(child, check=True, capture_output=True, text=True).stdout.split()
    if answer[0] == "False":
        pytest.skip("this C library keeps no large blocks")
    assert int(answer[1]) >= 9  # of 10.3 MB


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory.sys, "platform", "darwin")
    assert not memory.give_back_large()
    assert not memory.give_back_freed()
    assert not memory.keep_working()


@pytest.mark.skipif(libc_ver()[0] != "glibc", reason="only glibc can be asked")
def test_what_is_free_is_given_back() -> None:
    program = (
        "from guide.bootstrap.memory import give_back_freed\n"
        "blocks = [bytes(100_000) for _ in range(50)]\n"
        "kept = bytes(100_000)  # above them: they stay in the heap\n"
        "del blocks\n"
        "print(give_back_freed())"
    )
    child = [sys.executable, "-c", program]
    assert subprocess.run(child, check=True, capture_output=True, text=True).stdout == "True\n"


@pytest.mark.skipif(libc_ver()[0] != "glibc", reason="only glibc can be asked")
def test_blocks_for_drawing_may_be_kept() -> None:
    program = "from guide.bootstrap.memory import keep_working; print(keep_working())"
    child = [sys.executable, "-c", program]
    assert subprocess.run(child, check=True, capture_output=True, text=True).stdout == "True\n"
