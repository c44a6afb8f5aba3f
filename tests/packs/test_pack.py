"""What is of a pack's own making is told by its id."""

from guide import content
from guide.packs.pack import is_own
from tests.packs.ours import sound_pack


def test_own_ids_have_a_hyphen_and_ours_never() -> None:
    assert all(map(is_own, sound_pack().names))
    catalogue = content.load()
    for things in (
        catalogue.stretches, catalogue.movements, catalogue.routines, catalogue.muscles,
    ):  # fmt: skip
        assert not any(map(is_own, things))


def test_only_own_things_have_names_to_keep() -> None:
    assert sound_pack("translated").names == {}
