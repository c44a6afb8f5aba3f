"""Packs that mean harm, made by chance: refused in one sentence, or sound and harmless."""

import time
import tracemalloc
import unicodedata
import zipfile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.safety import Profile, ProfileItem, Request, Situation, decide, decide_stretch
from guide.core.safety_facts import Act
from guide.core.stretching import HOLD_MOST, plan_routine, plan_stretch
from guide.packs.archive import read_archive
from guide.packs.errors import PackError
from guide.packs.pack import Ours, Pack
from guide.packs.reader import read_pack
from guide.packs.shelf import Shelf
from tests.packs.ours import Files, Shown, files, shipped, small
from tests.packs.zips import zipped

SECONDS, MEGABYTES = 1.0, 200
MANY = 7000
PHASES = (Phase.explicit, Phase.generate, Phase.shrink)  # explaining takes minutes
UNSEEN = set("\u00ad\u200c\u200d")  # that a language needs
PIECES = (
    "<b>", "{side}", "{", "}", "0", "999", "-1", "nan", "inf", "1e999", "true", "[[", "]]", "'",
    '"',
    "\\u202e", "\u202e", "\0", "\ud7ff", "## ", "# ", "- ", "1. ", "|", "\n", "\r", "=", "..", "/",
    "bends_spine = false\n", "hold = 3600\n", "pose = 'hug'\n", "masseter", "a" * 5000,
)  # fmt: skip


@st.composite
def changes(draw: st.DrawFn, name: str) -> Files:
    """A sound pack with one to three pieces of its files written anew."""
    changed = files(name)
    for _round in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(changed)))
        data = changed[path]
        at = draw(st.integers(0, len(data)))
        gone = draw(st.integers(0, 12))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=6))
        new = data[:at] + piece.encode("utf-8", "surrogatepass") + data[at + gone :]
        moved = draw(st.sampled_from([path, path, path, path.replace("thigh_care-", ""), "x.toml"]))
        changed = {key: held for key, held in changed.items() if key != path} | {moved: new}
    return changed


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The zip of a sound pack with bytes changed, cut out or put in."""
    method = draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    data = zipped(files(), method)
    for _round in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)) | st.integers(len(data) - 400, len(data)))
        gone, piece = draw(st.integers(0, 4)), draw(st.binary(max_size=4))
        data = data[:at] + piece + data[at + gone :]
    return data


def read(data: bytes, ours: Ours) -> Pack | None:
    """The pack in ``data``, or None where it was refused in one sentence."""
    try:
        pack, problems = read_pack(read_archive(data), ours)
        said = [str(problem) for problem in problems]
    except PackError as error:
        pack, said = None, [str(error)]
    signs = set("".join(said)) - UNSEEN
    assert not {unicodedata.category(sign) for sign in signs} & {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert all(len(each) < 600 for each in said)
    return pack


def harmless(pack: Pack, ours: Ours) -> None:
    """Nothing that is decided about ours becomes more, and what is new keeps the bounds."""
    for language in ("en", *pack.about.languages):
        laid = Shelf(Shown(ours), (pack,), language).catalogue
        for stretch in set(laid.stretches) - set(ours.catalogue.stretches):
            made = laid.stretches[stretch]
            assert made.bends_spine
            assert made.muscles
            assert 5 <= made.hold_seconds <= HOLD_MOST
            side = Side.MIDLINE if made.sides.value == "midline" else Side.LEFT
            plan_stretch(made, side)
        for routine in laid.routines.values():
            plan_routine(laid, routine)
        for situation in situations(ours.catalogue):
            same_decisions(ours.catalogue, laid, situation)


def situations(catalogue: Catalogue) -> list[Situation]:
    """Somebody healthy, and one person for each of a few entries of the profile."""
    entries = [name for name in ("osteoporosis", "pregnancy", "unstable_neck") if name in (
        catalogue.profile_entries
    )]  # fmt: skip
    people = [(), *((ProfileItem(entry),) for entry in entries)]
    return [Situation(profile=Profile(items=items), on_paper=True) for items in people]


def same_decisions(ours: Catalogue, laid: Catalogue, situation: Situation) -> None:
    for muscle in list(ours.muscles)[:12]:
        for act in Act:
            request = Request(act, muscle, Side.LEFT)
            assert decide(laid, situation, request) == decide(ours, situation, request)
    for stretch in ours.stretches:
        decided = (decide_stretch(each, situation, stretch, (Side.LEFT,)) for each in (laid, ours))
        assert len(set(map(repr, decided))) == 1


def test_the_sound_packs_are_harmless() -> None:
    for name, ours in (("sound", shipped()), ("translated", small())):
        pack = read(zipped(files(name)), ours)
        assert pack is not None
        harmless(pack, ours)


def test_whoever_has_brittle_bones_gets_no_stretch_of_a_pack() -> None:
    pack = read(zipped(files()), shipped())
    assert pack is not None
    laid = Shelf(Shown(shipped()), (pack,))
    brittle = situations(shipped().catalogue)[1]
    own = "thigh_care-heel_to_seat"
    assert not decide_stretch(laid.catalogue, brittle, own, (Side.LEFT,)).allowed
    healthy = Situation(on_paper=True)
    assert decide_stretch(laid.catalogue, healthy, own, (Side.LEFT,)).allowed


def refused_or_harmless(changed: Files, ours: Ours) -> None:
    if pack := read(zipped(changed), ours):
        harmless(pack, ours)


def refused_or_the_same(data: bytes) -> None:
    if pack := read(data, shipped()):
        whole = read(zipped(files()), shipped())
        assert whole is not None
        assert (pack.about, pack.texts, pack.moves) == (whole.about, whole.texts, whole.moves)


@settings(max_examples=60, phases=PHASES)
@given(changes("sound"))
def test_a_changed_pack_is_refused_or_harmless(changed: Files) -> None:
    refused_or_harmless(changed, shipped())


@settings(max_examples=60, phases=PHASES)
@given(changes("translated"))
def test_a_changed_translation_is_refused_or_harmless(changed: Files) -> None:
    refused_or_harmless(changed, small())


@settings(max_examples=100, phases=PHASES)
@given(damaged())
def test_a_damaged_zip_is_refused_or_the_same(data: bytes) -> None:
    refused_or_the_same(data)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@settings(max_examples=MANY, phases=PHASES)
@given(changes("sound"))
def test_many_changed_packs(changed: Files) -> None:
    refused_or_harmless(changed, shipped())


@pytest.mark.slow
@pytest.mark.timeout(1200)
@settings(max_examples=MANY, phases=PHASES)
@given(changes("translated"))
def test_many_changed_translations(changed: Files) -> None:
    refused_or_harmless(changed, small())


@pytest.mark.slow
@pytest.mark.timeout(1200)
@settings(max_examples=MANY, phases=PHASES)
@given(damaged())
def test_many_damaged_zips(data: bytes) -> None:
    refused_or_the_same(data)


def own_movements(count: int, text: str, facts: str = 'muscles = ["masseter"]') -> Files:
    made = {"pack.toml": files()["pack.toml"]}
    for number in range(count):
        name = f"thigh_care-move_{number}"
        written = f'id = "{name}"\nseconds = 30\n{facts}\n'
        made[f"movements/{name}/facts.toml"] = written.encode()
        made[f"movements/{name}/en.md"] = f"# Move\n\n## Move\n{text}\n".encode()
    return made


@pytest.mark.slow
@pytest.mark.parametrize(
    "made",
    [
        own_movements(990, "Low."),
        own_movements(62, "The heel is low. " * 230),
        own_movements(62, "-a." * 1300),
        own_movements(62, "mimic a a a a a " * 240),
        own_movements(62, '."' + '"' * 3900),
        own_movements(62, "{side} " * 560),
        own_movements(62, "\n".join(["- a"] * 590)),
        own_movements(600, "Low.", "muscles = [" + '"x", ' * 90 + "]"),
        own_movements(600, "Low.", "\n".join(f"key_{number} = 1" for number in range(40))),
        own_movements(150, "Low.", "a = " + "[" * 3900),
    ],
    ids=[
        "many",
        "words",
        "vowels",
        "patterns",
        "quotes",
        "sides",
        "items",
        "ids",
        "keys",
        "nested",
    ],
)
def test_the_largest_packs_are_read_quickly_and_in_little_memory(made: Files) -> None:
    data = zipped(made)
    read(data, shipped())  # whatever is made once
    started = time.process_time()
    read(data, shipped())
    assert time.process_time() - started < SECONDS
    tracemalloc.start()
    try:
        read(data, shipped())
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES << 20
    finally:
        tracemalloc.stop()
