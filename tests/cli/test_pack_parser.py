"""`unknot pack` names what it knows, in one sentence where it is asked for something else."""

from argparse import ArgumentParser

import pytest

from guide.cli.pack_parser import add_kinds


def parsed(line: str) -> dict[str, object]:
    parser = ArgumentParser()
    add_kinds(parser)
    return vars(parser.parse_args(line.split()))


def test_each_kind_takes_what_it_needs() -> None:
    assert parsed("check a.zip --json") == {"what": "check", "file": "a.zip", "json": True}
    assert parsed("add a.zip") == {"what": "add", "file": "a.zip", "json": False}
    assert parsed("list") == {"what": "list", "json": False}
    assert parsed("remove thighs") == {"what": "remove", "id": "thighs", "json": False}


@pytest.mark.parametrize("line", ["", "check", "add", "remove", "list a.zip", "unpack a.zip"])
def test_anything_else_is_refused(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed(line)
    assert "error" in capsys.readouterr().err
