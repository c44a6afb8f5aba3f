"""A sound pack becomes values of the core; anything else is told, all of it."""

from guide.core.safety_facts import SafetyClass
from guide.resources import asset_root
from tests.packs.ours import edited, files, shipped, small, sound_pack, told


def test_the_sound_packs_are_sound() -> None:
    assert told(files(), shipped()) == []
    assert told(files("translated"), small()) == []


def test_own_things_are_read_in_every_language() -> None:
    pack = sound_pack()
    english, german = pack.texts["en"], pack.texts["de"]
    stretch = english.stretches["thigh_care-heel_to_seat"]
    assert (stretch.name, stretch.hold_seconds, stretch.posture) == ("Heel to seat", 30, "standing")
    assert german.stretches[stretch.id].name == "Ferse zum Gesäß"
    assert german.movements["thigh_care-knee_swings"].seconds == 30
    assert german.routines["thigh_care-evening"].name == "Evening for the thighs"  # no German one
    assert pack.moves == {"rectus_femoris": ("thigh_care-knee_swings",)}
    assert pack.names == {
        "thigh_care-heel_to_seat": "Heel to seat",
        "thigh_care-knee_swings": "Knee swings",
        "thigh_care-evening": "Evening for the thighs",
    }


def test_nobody_has_weighed_a_stretch_of_a_pack_for_brittle_bones() -> None:
    pack = sound_pack()
    own = [s for t in pack.texts.values() for s in t.stretches.values() if "-" in s.id]
    assert len(own) == 2
    assert all(stretch.bends_spine and not stretch.pose for stretch in own)


def test_a_translation_keeps_every_fact_of_ours() -> None:
    ours = shipped().catalogue.stretches["chin_tuck"]
    theirs = sound_pack().texts["de"].stretches["chin_tuck"]
    assert theirs.name == "Kinn zurück und nicken"
    facts = ("id", "sides", "posture", "muscles", "hold_seconds", "bends_spine", "pose", "sources")
    assert all(getattr(theirs, fact) == getattr(ours, fact) for fact in facts)
    texts = sound_pack("translated").texts["de"]
    assert texts.movements["turns"].seconds == small().catalogue.movements["turns"].seconds
    assert texts.routines["reset"].stretches == small().catalogue.routines["reset"].stretches


def test_what_holds_for_every_muscle_stays_behind_a_translation() -> None:
    english = small().guidance("ridge")
    german = sound_pack("translated").texts["de"].guidance["ridge"]
    assert english is not None
    assert german.summary == "Er hebt die Schulter."
    general = english.cautions[english.own_cautions :]
    assert general
    assert german.cautions == ("Hör bei stechendem Schmerz auf.", *general)
    assert german.evidence[german.own_evidence :] == english.evidence[english.own_evidence :]
    assert small().catalogue.muscles["ridge"].safety_class is SafetyClass.GREEN


def test_pictures_are_found_by_their_stretch() -> None:
    assert set(sound_pack().pictures) == {"thigh_care-heel_to_seat"}


def test_a_pack_without_its_manifest_is_told() -> None:
    nameless = {name: data for name, data in files().items() if name != "pack.toml"}
    assert told(nameless, shipped()) == [
        "pack.toml: the file is missing. Add it at the top: it says who made the pack."
    ]
    assert (
        "format is 9" in told(edited(files(), "pack.toml", "format = 1", "format = 9"), small())[0]
    )


def test_every_mistake_is_told_at_once() -> None:
    path = "stretches/thigh_care-heel_to_seat/facts.toml"
    broken = edited(files(), path, "hold = 30", "hold = 300")
    broken = edited(broken, path, "rectus_femoris", "rectus_femuris")
    assert [sentence.partition(":")[0] for sentence in told(broken, shipped())] == [
        f"{path}, line 4",
        f"{path}, line 5",
    ]


def test_all_of_our_own_texts_would_do_as_another_language() -> None:
    """The rules for translations fit everything that there is to translate."""
    root = asset_root() / "content"
    copied = {"pack.toml": files("translated")["pack.toml"]}
    for kind in ("muscles", "stretches", "movements", "routines", "lessons"):
        for path in root.glob(f"{kind}/*/en.md"):
            copied[f"{kind}/{path.parent.name}/de.md"] = path.read_bytes()
    assert len(copied) > 200
    assert told(copied, shipped()) == []
