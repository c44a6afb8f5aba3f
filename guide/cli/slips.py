"""What the command line was asked for and does not exist: one sentence, the nearest ids named."""

from collections.abc import Iterable
from difflib import get_close_matches

from guide.i18n import _


class Misuse(Exception):
    """The command line asks for what does not exist; the text is one sentence."""


def unknown(sentence: str, name: str, known: Iterable[str], otherwise: str) -> Misuse:
    """`sentence` with the ids spelt most alike, or of which `name` is a part.

    Without any, `otherwise` follows, which says where all are listed.
    """
    ids = list(known)
    near = get_close_matches(name, ids, n=3, cutoff=0.6)
    near += [each for each in ids if name and name in each and each not in near]
    nearest = _("Nearest: {ids}").format(ids=", ".join(near[:3])) if near else otherwise
    return Misuse(f"{sentence.format(id=name)} {nearest}")
