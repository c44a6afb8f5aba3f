"""Why a pack is refused: one sentence that names the file, and what to do."""

from guide.content.problems import Problem

SHOWN = 80  # characters of a hostile name
SENTENCE = 240  # of what is told about a file
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/ ")


class PackError(Exception):
    """The pack cannot be used; the text is one sentence for the person."""


class Refused(PackError):
    """A file of the pack breaks a rule of packs."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = shown(name)
        super().__init__(f"{self.name}: {reason}")


def brief(problem: Problem) -> Problem:
    """``problem`` in one line, no longer than a sentence, whatever a pack has written into it."""
    return Problem(problem.path, problem.place, _line(problem.message), _line(problem.cure))


def _line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SENTENCE else f"{text[:SENTENCE]}..."


def shown(name: str) -> str:
    """``name`` so that it can be printed: plain letters alone, and not too many of them."""
    plain = "".join(sign if sign in _PLAIN else "?" for sign in name[:SHOWN])
    return plain + ("..." if len(name) > SHOWN else "")
