"""Memory of pictures goes back to the system when they are let go."""

import sys

LARGE = 256 * 1024  # bytes: smaller things are better kept for the next of their kind
M_MMAP_THRESHOLD = -3  # of malloc.h


def give_back_large() -> bool:
    """Have the C library return freed blocks of `LARGE` bytes and more; True when it agreed.

    glibc raises its limit to the size of each block that is freed: after the first large picture
    it would keep all others, some 25 MB after a session. Other C libraries have no such limit.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError:  # another C library than glibc
        return False
    return bool(mallopt(M_MMAP_THRESHOLD, LARGE) == 1)
