"""A pack is looked at, added, listed and removed from the terminal, as in the window."""

import json
from pathlib import Path

import pytest

from guide import cli
from tests.packs.ours import edited, files
from tests.packs.zips import zipped

FACTS = "stretches/thigh_care-heel_to_seat/facts.toml"


class Terminal:
    """A home, a sound and a broken pack, and what is answered."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys, self.home = capsys, folder / "home"
        self.sound, self.broken = folder / "sound.zip", folder / "broken.zip"
        self.sound.write_bytes(zipped(files()))
        broken = edited(files(), FACTS, "hold = 30", "hold = 300")
        self.broken.write_bytes(zipped(edited(broken, FACTS, '"standing"', '"sky"')))

    def ask(self, *words: object) -> tuple[int, str, str]:
        code = cli.main(["pack", *map(str, words)])
        said = self._capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    made = Terminal(tmp_path, capsys)
    monkeypatch.setenv("UNKNOT_HOME", str(made.home))
    return made


def test_a_sound_pack_is_looked_at_and_nothing_is_written(terminal: Terminal) -> None:
    code, out, err = terminal.ask("check", terminal.sound)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "The pack has no mistakes.",
        "  Thigh care (thigh_care)",
        "  Version 1.0, by An example of this repository. Licence: CC BY 4.0.",
        "  1 stretch",
        "  1 movement",
        "  1 routine",
        "  1 lesson",
        "  1 term",
        "  In de: 1 stretch or movement",
        "  From the pack Thigh care, checked by nobody but its author.",
    ]
    assert not terminal.home.exists()


def test_every_mistake_of_a_pack_is_told(terminal: Terminal) -> None:
    code, out, _err = terminal.ask("check", terminal.broken)
    assert code == 1
    assert [line.partition(":")[0] for line in out.splitlines()] == [
        f"{FACTS}, line 3",
        f"{FACTS}, line 5",
    ]
    code, out, _err = terminal.ask("check", terminal.broken, "--json")
    told = json.loads(out)
    assert (code, told["sound"], len(told["problems"])) == (1, False, 2)
    assert told["problems"][1]["path"] == FACTS


def test_a_pack_is_added_listed_and_removed(terminal: Terminal) -> None:
    assert terminal.ask("list")[1] == "No pack was added.\n"
    code, out, _err = terminal.ask("add", terminal.sound)
    assert (code, out.splitlines()[0]) == (0, "Added: Thigh care.")
    assert terminal.ask("list")[1].startswith("thigh_care\n  Thigh care (thigh_care)\n")
    listed = json.loads(terminal.ask("list", "--json")[1])
    assert [each["id"] for each in listed["packs"]] == ["thigh_care"]
    assert listed["packs"][0]["names"]["thigh_care-evening"] == "Evening for the thighs"
    assert terminal.ask("remove", "thigh_care")[:2] == (
        0, "The pack thigh_care is gone. The journal keeps what was done with it.\n",
    )  # fmt: skip
    assert json.loads(terminal.ask("list", "--json")[1]) == {"packs": []}


def test_what_cannot_be_done_is_one_sentence(terminal: Terminal) -> None:
    terminal.ask("add", terminal.sound)
    for words, sentence in (
        (("add", terminal.broken), f"{FACTS}, line 3: "),
        (("add", terminal.sound), "The pack Thigh care (thigh_care) is there already"),
        (("add", terminal.home / "none.zip"), f"{terminal.home / 'none.zip'} is not a file."),
        (("check", terminal.home), f"{terminal.home} is not a file."),
        (("remove", "other"), "There is no pack other."),
    ):
        code, out, err = terminal.ask(*words)
        assert (code, out) == (1, "")
        assert err.startswith(sentence)
        assert err.count("\n") == 1


def test_a_pack_that_was_changed_is_listed_with_its_problem(terminal: Terminal) -> None:
    terminal.ask("add", terminal.sound)
    (terminal.home / "data/packs/thigh_care/pack.zip").write_bytes(b"x")
    code, out, _err = terminal.ask("list")
    assert code == 0
    assert "was changed on the disk" in out
    assert "problem" in json.loads(terminal.ask("list", "--json")[1])["packs"][0]


def test_other_commands_know_what_packs_bring(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.ask("add", terminal.sound)
    assert cli.main(["lesson", "thigh_care-before_bed"]) == 0
    page = capsys.readouterr().out
    assert "From the pack Thigh care, checked by nobody but its author." in " ".join(page.split())
    assert "THIGHS BEFORE BED" in page
    assert cli.main(["lesson", "thigh_care-before_bed", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pack"] == "thigh_care"
    assert cli.main(["search", "thighs", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert "thigh_care-before_bed" in json.dumps(found)
    (terminal.home / "data/packs/thigh_care/pack.zip").write_bytes(b"x")
    assert cli.main(["lesson", "thigh_care-before_bed"]) == 2
    assert "was changed on the disk" in capsys.readouterr().err
