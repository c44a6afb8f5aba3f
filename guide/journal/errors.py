"""The one error of this package, and the sentences for what the disk may answer."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from guide.i18n import _


class JournalError(Exception):
    """Something was not saved, read or deleted; the text is one sentence for the person."""


def database_errors() -> tuple[type[Exception], ...]:
    """What a broken file makes sqlite3 raise: its own errors, one about its garbled messages."""
    import sqlite3  # not at the start: settings ask for this module before anything is painted

    return sqlite3.Error, UnicodeDecodeError


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever storage raises inside into a `JournalError`; nothing is swallowed."""
    try:
        yield
    except database_errors() as error:
        raise JournalError(database_sentence(error)) from error
    except OSError as error:
        raise JournalError(file_sentence(error)) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise JournalError(
            _("This was not saved: it holds a character or a number that cannot be kept.")
        ) from error


def database_sentence(error: Exception) -> str:
    """What `error` means for the person, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return _disk_full()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _("The journal is in use by another program: close that one, then try again.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return _("The journal cannot be written: its folder is read-only. This was not saved.")
    if name.startswith("SQLITE_CONSTRAINT"):
        return _(
            "This was not saved: a value lies outside what the journal keeps ({detail})."
        ).format(detail=str(error))
    if is_damage(error):
        return _(
            "The journal's file is damaged. Close Unknot and start it again: the file will be"
            " set aside, never overwritten."
        )
    return _("The disk reported an error ({detail}): this may not be saved. Try again.").format(
        detail=str(error)
    )


def file_sentence(error: OSError) -> str:
    """What `error` means for the person, and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _disk_full()
    where = f": {error.filename}" if error.filename else ""
    return _(
        "This could not be written ({detail}{where}). Choose another place, or try again."
    ).format(detail=error.strerror or type(error).__name__, where=where)


def is_damage(error: Exception) -> bool:
    """Tell whether `error` says that the file itself is broken or not ours."""
    if isinstance(error, UnicodeDecodeError):
        return True
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"))


def _disk_full() -> str:
    return _(
        "The disk is full: this was not saved, what was saved before is safe. Free some space"
        " and try again, or export the journal to another disk."
    )
