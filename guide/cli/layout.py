"""How lines stand in the terminal: sections, bullets, numbered steps, all of one width."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from guide.core.catalogue import Claim
from guide.i18n import _
from guide.words import answer_text, grade_text

WIDTH = 88


def section(title: str, items: Iterable[str]) -> Iterator[str]:
    """A heading with bullets."""
    yield ""
    yield title
    for item in items:
        yield from bullet(item)


def steps(title: str, texts: tuple[str, ...], first: str = "") -> Iterator[str]:
    """A heading with numbered lines; what is to be known ``first`` stands above them."""
    yield ""
    yield title
    yield from wrapped(first, "  ") if first else ()
    for number, step in enumerate(texts, start=1):
        yield from wrapped(step, "     ", f"  {number}. ")


def bullet(text: str, deeper: bool = False) -> list[str]:
    """One item of a list."""
    return wrapped(text, "      ", "    - ") if deeper else wrapped(text, "    ", "  - ")


def wrapped(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """``text`` in lines; ``first`` stands before the first of them instead of ``indent``."""
    lead = indent if first is None else first
    return wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)


def claim_line(claim: Claim) -> str:
    """A claim with its grade, its sources, and what is known of a treatment."""
    told = f"{grade_text(claim.grade)}: {', '.join(claim.sources)}"
    if claim.effect:
        judged = _("effect seen: {effect}, known how: {how}, better than rest: {rest}")
        told += "; " + judged.format(
            effect=answer_text(claim.effect),
            how=answer_text(claim.mechanism),
            rest=answer_text(claim.over_rest),
        )
    return f"{claim.text} [{told}]"
