"""A pack gives back each record alone, and says which file is damaged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.atlas.errors import AtlasError
from guide.atlas.pack import Pack, write_pack
from guide.atlas.shapes import Soft

SOFT = Soft(1, 2, 4, 1, 1, b"7")


def test_each_record_comes_back_alone(tmp_path: Path) -> None:
    write_pack(tmp_path / "below" / "a.pack", {"one": SOFT, "two": ("x", 3)})
    pack = Pack(tmp_path / "below" / "a.pack")
    assert pack.names() == ("one", "two")
    assert pack.read("two", tuple[str, int]) == ("x", 3)
    assert pack.read("one", Soft) == SOFT
    assert "three" not in pack
    with pytest.raises(KeyError):
        pack.read("three", Soft)


@given(content=st.binary(max_size=60))
def test_what_is_no_pack_is_named(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pack") / "broken.pack"
    path.write_bytes(content)
    with pytest.raises(AtlasError, match=r"broken\.pack cannot be read"):
        Pack(path)


def test_a_record_of_another_kind_and_a_cut_file_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.pack"
    write_pack(path, {"one": ("no", "soft", "form")})
    with pytest.raises(AtlasError, match=r"a\.pack cannot be read"):
        Pack(path).read("one", Soft)
    path.write_bytes(path.read_bytes()[:-4])
    with pytest.raises(AtlasError, match=r"a\.pack cannot be read"):
        Pack(path).read("one", tuple[str, str, str])


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"none\.pack cannot be read"):
        Pack(tmp_path / "none.pack")
