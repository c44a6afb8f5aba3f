"""A slip of the hand is answered with what was probably meant."""

import pytest

from guide.cli.slips import Misuse, unknown

KNOWN = ("head.temple", "head.vertex", "neck.side")


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("head.tempel", "Nearest: head.temple, head.vertex"),
        ("side", "Nearest: neck.side"),
        ("zzz", "All are listed elsewhere."),
        ("", "All are listed elsewhere."),
    ],
)
def test_the_nearest_are_named_or_where_all_are(name: str, ending: str) -> None:
    slip = unknown("There is no zone {id}.", name, KNOWN, "All are listed elsewhere.")
    assert isinstance(slip, Misuse)
    assert str(slip) == f"There is no zone {name}. {ending}"
