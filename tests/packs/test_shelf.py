"""Packs lie over our content: they add and translate, and never change what stands there."""

import pytest

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.lessons import Drawing
from guide.core.stretching import plan_movements, plan_routine
from guide.packs.pack import Ours, Pack
from guide.packs.shelf import Shelf, spoken
from tests.packs.ours import Shown, shipped, small, sound_pack

OWN = "thigh_care-heel_to_seat"


def shelf(
    ours: Ours, *packs: Pack, language: str = "en", gone: dict[str, str] | None = None
) -> Shelf:
    return Shelf(Shown(ours), packs, language, gone)


def test_without_packs_everything_is_ours() -> None:
    plain = shelf(shipped())
    assert plain.catalogue is shipped().catalogue
    assert plain.guidance("masseter") == shipped().guidance("masseter")
    assert plain.said_by("chin_tuck") is None


def test_own_things_stand_behind_ours() -> None:
    laid = shelf(shipped(), sound_pack()).catalogue
    ours = shipped().catalogue
    assert list(laid.stretches)[: len(ours.stretches)] == list(ours.stretches)
    assert laid.stretches[OWN].name == "Heel to seat"
    assert laid.movements["thigh_care-knee_swings"].seconds == 30
    assert laid.moves["rectus_femoris"][-1] == "thigh_care-knee_swings"
    assert plan_routine(laid, laid.routines["thigh_care-evening"]).steps
    assert plan_movements(laid, "rectus_femoris", Side.LEFT).steps


def test_a_language_is_laid_over_ours() -> None:
    for language in ("de", "de_AT"):
        laid = shelf(shipped(), sound_pack(), language=language)
        assert laid.catalogue.stretches["chin_tuck"].name == "Kinn zurück und nicken"
        assert laid.catalogue.stretches[OWN].name == "Ferse zum Gesäß"
    english = shelf(shipped(), sound_pack()).catalogue
    assert english.stretches["chin_tuck"] == shipped().catalogue.stretches["chin_tuck"]
    french = shelf(shipped(), sound_pack(), language="fr").catalogue
    assert french.stretches[OWN].name == "Heel to seat"


def test_guidance_in_another_language() -> None:
    german = shelf(small(), sound_pack("translated"), language="de")
    text = german.guidance("ridge")
    assert text is not None
    assert text.summary == "Er hebt die Schulter."
    assert german.said_by("ridge") == sound_pack("translated").about
    english = shelf(small(), sound_pack("translated"))
    assert english.guidance("ridge") == small().guidance("ridge")
    assert english.said_by("ridge") is None
    assert german.guidance("deep") == small().guidance("deep")
    assert german.guidance("none") is None


def test_where_a_thing_comes_from() -> None:
    laid = shelf(shipped(), sound_pack())
    about = laid.said_by(OWN)
    assert about is not None
    assert about.title == "Thigh care"
    for name in ("thigh_care-evening", "thigh_care-before_bed", "thigh_care-gentle_pull"):
        assert laid.said_by(name) == about
    assert laid.said_by("chin_tuck") is None
    assert (laid.picture(OWN) or b"").startswith(b"\x89PNG")
    assert laid.picture("chin_tuck") is None


def test_nothing_of_ours_is_changed() -> None:
    ours, laid = shipped().catalogue, shelf(shipped(), sound_pack(), language="de").catalogue
    untouched = set(Catalogue.__struct_fields__) - {
        "stretches", "movements", "routines", "moves", "gone",
    }  # fmt: skip
    assert all(getattr(laid, name) == getattr(ours, name) for name in untouched)
    words = {"name", "start", "move", "feel", "stop"}
    assert list(laid.stretches)[: len(ours.stretches)] == list(ours.stretches)
    for name, stretch in ours.stretches.items():
        for field in set(stretch.__struct_fields__) - words:
            assert getattr(laid.stretches[name], field) == getattr(stretch, field)


def test_lessons_and_terms_stand_behind_ours() -> None:
    english, german = (shelf(shipped(), sound_pack(), language=each) for each in ("en", "de"))
    assert list(english.lessons())[:-1] == list(shipped().lessons)
    for laid in (english, german):  # nobody has written it in German
        assert laid.lessons()["thigh_care-before_bed"].title == "Thighs before bed"
    assert english.glossary()["thigh_care-gentle_pull"].also == ("mild pull",)
    assert "thigh_care-leichtes_ziehen" in german.glossary()
    assert "thigh_care-gentle_pull" not in german.glossary()
    assert "thigh_care-leichtes_ziehen" not in english.glossary()
    assert set(shipped().terms) < set(german.glossary())


def test_a_lesson_of_ours_in_another_language() -> None:
    german = shelf(small(), sound_pack("translated"), language="de")
    ours, theirs = small().lessons["knots"], german.lessons()["knots"]
    assert theirs.title == "Empfindliche Stellen"
    assert (theirs.order, theirs.sources) == (ours.order, ours.sources)
    assert german.said_by("knots") == sound_pack("translated").about


def test_pictures_are_found_by_stretch_and_by_drawing() -> None:
    laid = shelf(shipped(), sound_pack())
    lesson = laid.lessons()["thigh_care-before_bed"]
    drawing = next(b for s in lesson.sections for b in s.blocks if isinstance(b, Drawing))
    assert laid.picture(drawing.id) == laid.picture(OWN) is not None


def test_names_of_removed_packs_are_kept() -> None:
    assert shelf(shipped(), gone={"old-thing": "Old"}).catalogue.gone == {"old-thing": "Old"}


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de_AT", "en"], "de"),
        (["en", "de"], "en"),
        (["fr", "de"], "de"),
        (["fr"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_somebody_wrote(wanted: list[str], language: str) -> None:
    assert spoken(wanted, [sound_pack()], "en") == language


def test_what_packs_bring_is_found() -> None:
    laid = shelf(shipped(), sound_pack())
    found = laid.search_index().find("thighs")
    assert {"thigh_care-before_bed"} <= {each.id for each in found}
    plain = shelf(shipped()).search_index().find("thighs")
    assert not any(each.id.startswith("thigh_care-") for each in plain)


def test_who_said_it_is_told_for_own_and_for_translated_things() -> None:
    laid = shelf(shipped(), sound_pack(), language="de")
    for name in ("thigh_care-before_bed", "chin_tuck"):
        about = laid.said_by(name)
        assert about is not None
        assert about.id == "thigh_care"
    assert laid.said_by("hug") is None
