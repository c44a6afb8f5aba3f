"""Memory goes back to the system when it is let go; asked of glibc, which would keep most of it."""

import sys
from typing import Any

LARGE = 256 * 1024  # bytes: smaller things are better kept for the next of their kind
WORKING = 8 * 1024 * 1024  # bytes: blocks that drawing the figure asks for again and again
M_MMAP_THRESHOLD = -3  # of malloc.h


def give_back_large() -> bool:
    """Have the C library return freed blocks of `LARGE` bytes and more; True when it agreed.

    glibc raises its limit to the size of each block that is freed: after the first large picture
    it would keep all others, some 25 MB after a session. Other C libraries have no such limit.
    """
    mallopt = _of_glibc("mallopt")
    return mallopt is not None and bool(mallopt(M_MMAP_THRESHOLD, LARGE) == 1)


def keep_working() -> bool:
    """Have it keep freed blocks up to `WORKING` bytes for the next picture; True when it agreed.

    To be cleared by the system anew, they would take half of the time that a picture takes.
    """
    mallopt = _of_glibc("mallopt")
    return mallopt is not None and bool(mallopt(M_MMAP_THRESHOLD, WORKING) == 1)


def give_back_freed() -> bool:
    """Have it return now what is free; True when there was something.

    The thread that reads the first picture works in a heap of its own, which nobody uses again.
    """
    malloc_trim = _of_glibc("malloc_trim")
    return malloc_trim is not None and bool(malloc_trim(0))


def _of_glibc(name: str) -> Any:
    """A function of the C library, or None where it is another one than glibc."""
    if sys.platform != "linux":
        return None
    import ctypes

    return getattr(ctypes.CDLL(None), name, None)
