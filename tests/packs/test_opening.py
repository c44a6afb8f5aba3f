"""The shelf is opened with what was added, and without packs at no price."""

import subprocess
import sys
from pathlib import Path

from guide import content
from guide.packs import store
from guide.packs.opening import open_shelf, ours, packs_folder
from tests.packs.ours import files
from tests.packs.zips import zipped


def added(data: Path) -> None:
    path = data / "thighs.zip"
    path.write_bytes(zipped(files()))
    store.add(packs_folder(data), *store.check(path, ours()))


def test_without_packs_the_content_is_ours(tmp_path: Path) -> None:
    shelf, found = open_shelf(tmp_path, {})
    assert shelf.catalogue is content.load()
    assert found == ()
    assert list(tmp_path.iterdir()) == []


def test_packs_speak_the_persons_language(tmp_path: Path) -> None:
    added(tmp_path)
    for environment, name in (
        ({"LANG": "de_DE.UTF-8"}, "Kinn zurück und nicken"),
        ({"LANG": "C"}, content.load().stretches["chin_tuck"].name),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "en:de"}, content.load().stretches["chin_tuck"].name),
    ):
        shelf, found = open_shelf(tmp_path, environment)
        assert shelf.catalogue.stretches["chin_tuck"].name == name
        assert [each.id for each in found] == ["thigh_care"]


def test_a_pack_that_cannot_be_used_is_left_out_and_told(tmp_path: Path) -> None:
    added(tmp_path)
    (packs_folder(tmp_path) / "thigh_care" / store.ZIP).write_bytes(b"gone")
    shelf, found = open_shelf(tmp_path, {})
    assert shelf.catalogue.stretches == content.load().stretches
    assert "changed on the disk" in found[0].problem


def test_names_of_removed_packs_are_known(tmp_path: Path) -> None:
    added(tmp_path)
    store.remove(packs_folder(tmp_path), "thigh_care")
    shelf, found = open_shelf(tmp_path, {})
    assert found == ()
    assert shelf.catalogue.gone["thigh_care-heel_to_seat"] == "Heel to seat"


def test_whoever_has_no_packs_reads_no_zip_module(tmp_path: Path) -> None:
    asks = (
        "import sys, pathlib; from guide.packs.opening import open_shelf;"
        "open_shelf(pathlib.Path(sys.argv[1]), {});"
        "print({'zipfile', 'hashlib', 'guide.packs.store'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", asks, str(tmp_path)]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
