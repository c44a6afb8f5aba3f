"""The terminal answers what the window answers: quickly, without Qt, questions before technique."""

import json
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from guide import __version__, cli, content
from guide.content import ContentError, Problem
from guide.core.anatomy import Place, Side
from guide.core.catalogue import Catalogue
from guide.core.drawing import Mark, Strength
from guide.core.ranking import rank
from guide.core.safety.profile import Profile, ProfileItem
from guide.core.safety_facts import SafetyClass

Answer = tuple[int, str, str]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.load()


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> "Asker":
    return Asker(capsys)


class Asker:
    """Runs a command line; answers (exit code, standard output, standard error)."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, line: str) -> Answer:
        code = cli.main(line.split())
        said = self._capsys.readouterr()
        return code, said.out, said.err


def test_find_answers_programs_in_the_promised_form(ask: Asker, catalogue: Catalogue) -> None:
    code, out, err = ask(
        "find head.temple@left:3 neck.lateral@right head.vertex --side left --json"
    )
    answer = json.loads(out)
    assert code == 0
    assert err.startswith("\nABOUT YOU\n\nNo profile was named")
    assert list(answer) == ["zones", "safety", "ranking"]
    assert answer["zones"][:2] == [
        {"id": "head.temple", "side": "left", "strength": 3},
        {"id": "neck.lateral", "side": "right", "strength": 2},
    ]
    assert {"RF-HEAD", "RF-NECK-VASC", "RF-GCA"} <= set(answer["safety"])
    assert "RF-DVT" not in answer["safety"]
    first = answer["ranking"][0]
    assert list(first) == ["muscle", "side", "rank", "fit", "reasons", "press", "why"]
    assert {row["press"] for row in answer["ranking"]} <= {"allow", "limit", "refuse"}
    for row in answer["ranking"]:
        assert bool(row["why"]) is (row["press"] != "allow")
    assert (first["rank"], first["side"] in ("left", "right")) == (1, True)
    assert first["fit"] in ("well", "partly", "little")
    assert "temple on the left" in " ".join(first["reasons"])


def test_find_ranks_as_the_core_does(ask: Asker, catalogue: Catalogue) -> None:
    marks = (
        Mark(Place("head.temple", Side.LEFT), Strength.STRONG),
        Mark(Place("neck.lateral", Side.LEFT), Strength.MODERATE),
    )
    _code, out, _err = ask("find head.temple:3 neck.lateral --side left --json")
    found = [(each["muscle"], each["side"], each["rank"]) for each in json.loads(out)["ranking"]]
    assert found == [(c.muscle, c.side.value, c.rank) for c in rank(catalogue, marks)]


def test_a_midline_zone_has_no_side(ask: Asker, catalogue: Catalogue) -> None:
    middle = next(zone.id for zone in catalogue.zones.values() if zone.midline)
    code, out, err = ask(f"find {middle} --json")
    assert code == 0
    assert "No side" not in err, "there is no side to assume"
    assert json.loads(out)["zones"] == [{"id": middle, "side": None, "strength": 2}]


@pytest.mark.parametrize("line", ["find head.temple --json", "muscle infraspinatus --json"])
def test_a_missing_side_is_taken_as_right_and_said_beside_the_answer(ask: Asker, line: str) -> None:
    code, out, err = ask(line)
    answer = json.loads(out)
    assert code == 0
    assert "No side was named" in err
    assert "right" in err
    if "zones" in answer:
        assert answer["zones"][0]["side"] == "right"
    named = ask(f"{line} --side right")
    assert named[1] == out
    assert "No side" not in named[2]


def test_the_questions_are_printed_before_the_ranking(ask: Asker, catalogue: Catalogue) -> None:
    code, out, _err = ask("find neck.lateral@left")
    assert code == 0
    order = [
        "side of the neck on the left (moderate)",
        "If you are under 18",
        "Call 112, 999 or 911 now",
        "See a doctor today",
        "until a clinician agrees",
        "ABOUT YOU",
        "MUSCLES THAT MAY REFER PAIN THERE",
        " 1. ",
    ]
    places = [out.index(words) for words in order]
    assert places == sorted(places)
    signs = {s.id: s.text for f in catalogue.red_flags.values() for s in f.signs}
    flat = " ".join(out.split())
    for flag in ("RF-NECK-VASC", "RF-MYELO"):
        for sign in catalogue.red_flags[flag].signs:
            assert flat.count(signs[sign.id]) == 1, "every sign, each once"
    for entry in catalogue.no_pressure.values():
        assert entry.text in flat


def test_no_technique_stands_before_the_questions(ask: Asker, catalogue: Catalogue) -> None:
    for muscle in sorted(catalogue.guided):
        guidance = content.guidance(muscle)
        assert guidance is not None
        code, out, _err = ask(f"muscle {muscle} --side left")
        flat = " ".join(out.split())
        assert code == 0
        asked = flat.index("until a clinician agrees")
        assert flat.index(guidance.cautions[0]) < flat.index("BEFORE ANYTHING")
        steps = (*guidance.find, *(s for way in guidance.press for s in way.steps))
        for step in steps if catalogue.muscles[muscle].may_be_pressed else ():
            assert flat.index(step) > asked
        assert flat.endswith("Not reviewed by a clinician.")


def test_muscle_answers_programs_in_the_promised_form(ask: Asker) -> None:
    code, out, err = ask("muscle trapezius_upper --side left --json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == [
        "id", "class", "does", "hurts", "keeps_going", "left_alone", "who_can_help", "cautions",
        "find", "stroke", "stretch", "move", "evidence", "press", "pressing", "why",
    ]  # fmt: skip
    assert (answer["pressing"], answer["why"]) == ("allow", [])
    assert (answer["id"], answer["class"]) == ("trapezius_upper", "green")
    assert answer["cautions"]
    assert answer["find"]
    assert answer["press"]["hold_seconds"][1] <= 90
    assert answer["press"]["discomfort_cap"] <= 6
    assert answer["press"]["ways"][0]["steps"]
    assert {each["discomfort_cap"] for each in answer["press"]["points"]} == {6}
    assert answer["stroke"]["ways"][0]["steps"]
    assert set(answer["move"][0]) == {"id", "name", "text"}
    assert (answer["left_alone"], answer["who_can_help"]) == ("", [])
    fields = {"text", "grade", "sources", "effect", "mechanism", "over_rest"}
    assert fields == set(answer["evidence"][0])
    assert "Call 112, 999 or 911 now" in err, "the questions, beside the answer"


def test_the_sides_of_a_stretch_are_words(ask: Asker) -> None:
    starts = {}
    for side in ("left", "right"):
        _code, out, _err = ask(f"muscle trapezius_upper --side {side} --json")
        starts[side] = json.loads(out)["stretch"][0]["start"]
    assert "{" not in starts["left"] + starts["right"]
    swapped = (
        starts["left"].replace("left", "RIGHT").replace("right", "left").replace("RIGHT", "right")
    )
    assert starts["right"] == swapped != starts["left"]


def test_what_may_not_be_pressed_has_no_press(ask: Asker, catalogue: Catalogue) -> None:
    red = [m for m in catalogue.muscles.values() if m.safety_class is SafetyClass.RED]
    untouched = [m for m in catalogue.muscles.values() if not m.may_be_pressed]
    assert red
    assert len(untouched) > len(red)
    for muscle in {m.id: m for m in (*red, *untouched)}.values():
        code, out, _err = ask(f"muscle {muscle.id} --side right --json")
        answer = json.loads(out)
        assert (code, answer["press"], answer["find"], answer["stroke"]) == (0, None, [], None)
        assert answer["left_alone"]
        assert answer["who_can_help"]
    _code, out, _err = ask(f"muscle {red[0].id} --side right")
    assert "never pressed on your own" in " ".join(out.split())
    assert "Why it is left alone" in out
    assert "Who can help" in out
    assert "Press it" not in out


def test_a_profile_in_words_or_in_a_file_changes_what_is_offered(
    ask: Asker, tmp_path: Path
) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(msgspec.json.encode(Profile(items=(ProfileItem("blood_thinners"),))))
    plain = json.loads(ask("muscle trapezius_upper --side left --json")[1])
    assert plain["pressing"] == "allow"
    for line in ("--with blood_thinners", f"--profile {path}"):
        code, out, err = ask(f"muscle trapezius_upper --side left --json {line}")
        answer = json.loads(out)
        assert (code, answer["pressing"], answer["press"], answer["find"]) == (
            0,
            "refuse",
            None,
            [],
        )
        assert answer["why"]
        assert "Blood thinners" in err
        assert "No profile was named" not in err
        rows = json.loads(ask(f"find neck.lateral@left --json {line}")[1])["ranking"]
        trapezius = next(row for row in rows if row["muscle"] == "trapezius_upper")
        assert trapezius["press"] == "refuse"
        assert set(trapezius["why"]) <= set(answer["why"])


def test_a_treatment_counts_for_its_time_only(
    ask: Asker, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "profile.json"
    points = catalogue.muscles["trapezius_upper"].points
    places = frozenset(Place(zone, Side.LEFT) for point in points for zone in point.zones)

    def pressing(since: str) -> str:
        item = ProfileItem("injection", places, since)
        path.write_bytes(msgspec.json.encode(Profile(items=(item,))))
        line = f"muscle trapezius_upper --side left --json --profile {path}"
        return str(json.loads(ask(line)[1])["pressing"])

    assert pressing("2001-01-01") == "allow"
    assert pressing(f"{datetime.now().astimezone():%Y-%m-%d}") == "refuse"
    assert pressing("") == "refuse", "an unknown day counts"


def test_no_entry_ever_offers_more(ask: Asker, catalogue: Catalogue) -> None:
    order = {"refuse": 0, "limit": 1, "allow": 2}

    def offers(line: str) -> dict[str, int]:
        rows = json.loads(ask(f"find neck.lateral@left shoulder.top@left --json {line}")[1])
        return {row["muscle"]: order[row["press"]] for row in rows["ranking"]}

    plain = offers("")
    for entry in catalogue.profile_entries:
        told = offers(f"--with {entry}")
        assert told.keys() == plain.keys()
        assert all(told[muscle] <= plain[muscle] for muscle in plain), entry


def test_a_child_is_offered_nothing(ask: Asker, tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(msgspec.json.encode(Profile(adult=False, asked=True)))
    answer = json.loads(ask(f"muscle infraspinatus --side left --json --profile {path}")[1])
    assert (answer["press"], answer["stretch"], answer["pressing"]) == (None, [], "refuse")
    assert "Unknot is made for adults." in answer["why"]


def test_the_entries_are_listed_for_people_and_for_programs(
    ask: Asker, catalogue: Catalogue
) -> None:
    code, out, err = ask("profile list --json")
    assert (code, err) == (0, "")
    entries = json.loads(out)["entries"]
    assert [entry["id"] for entry in entries] == list(catalogue.profile_entries)
    assert {tuple(entry) for entry in entries} == {("id", "group", "text", "effect", "asks")}
    assert {entry["asks"] for entry in entries} <= {"", "places", "date", "places_and_date"}
    code, out, err = ask("profile list")
    assert (code, err) == (0, "")
    assert "  blood_thinners\n" in out


def test_lessons_are_listed_and_read(ask: Asker) -> None:
    lessons = content.lessons()
    code, out, err = ask("lesson")
    assert (code, err) == (0, "")
    assert all(f"{lesson.title} [{lesson.id}]" in out for lesson in lessons.values())
    code, out, _err = ask("lesson tens")
    assert code == 0
    assert out.startswith(lessons["tens"].title.upper())
    assert "](" not in out, "no link is printed as it is written"
    assert out.endswith("Not reviewed by a clinician.\n")
    told = json.loads(ask("lesson --json")[1])["lessons"]
    assert [each["id"] for each in told] == list(lessons)
    told = json.loads(ask("lesson tens --json")[1])
    assert list(told) == ["id", "title", "summary", "sections", "sources"]
    assert len(told["sections"]) == len(lessons["tens"].sections)


def test_words_are_looked_for(ask: Asker) -> None:
    code, out, err = ask("search upper trapezius")
    assert (code, err) == (0, "")
    assert out.startswith("Upper trapezius (muscle) [trapezius_upper]\n")
    code, out, err = ask("search upper trapezius --json")
    told = json.loads(out)
    assert (code, list(told), told["nearest"]) == (0, ["words", "found", "nearest"], [])
    assert set(told["found"][0]) == {"kind", "id", "title", "line"}


def test_a_word_that_nothing_holds_is_one_sentence_with_the_nearest(ask: Asker) -> None:
    assert ask("search infraspinatos") == (
        1, "", "Nothing holds infraspinatos. Nearest: infraspinatus\n",
    )  # fmt: skip
    assert ask("search qqqq")[2] == "Nothing holds qqqq. Try fewer or shorter words.\n"
    code, out, _err = ask("search infraspinatos --json")
    assert (code, json.loads(out)["nearest"]) == (1, ["infraspinatus"])


def test_zones_lists_all_with_their_words(ask: Asker, catalogue: Catalogue) -> None:
    code, out, _err = ask("zones")
    assert code == 0
    assert all(zone.id in out and zone.label in out for zone in catalogue.zones.values())
    assert "101 zones" in out
    zones = json.loads(ask("zones --json")[1])["zones"]
    assert [zone["id"] for zone in zones] == list(catalogue.zones)
    assert set(zones[0]) == {"id", "label", "midline", "on_skin"}
    assert sum(not zone["on_skin"] for zone in zones) == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("find head.tempel", "There is no zone head.tempel. Nearest: head.temple"),
        ("find temple", "Nearest: head.temple"),
        ("find zzzz", "There is no zone zzzz. All are listed by: unknot zones"),
        ("find head.temple@up", "must be left or right"),
        ("find head.temple@", "must be left or right"),
        ("find head.temple:4", "must be 1 (mild), 2 (moderate) or 3 (strong)"),
        ("find head.temple:", "must be 1 (mild)"),
        ("find head.temple head.temple@right", "head.temple is named twice"),
        ("find", "are required"),
        ("find head.temple --side up", "invalid choice"),
        ("muscle trapezus", "There is no muscle trapezus. Nearest: trapezius_"),
        ("muscle zzzz", "Muscles are named by: unknot find ZONE"),
        ("lesson tend", "There is no lesson tend. Nearest: tens"),
        ("lesson zzzz", "All are listed by: unknot lesson"),
        ("search", "are required"),
        ("fnd head.temple", "invalid choice"),
        ("zones --jsn", "Unrecognized arguments"),
        ("profile", "are required"),
        ("profile lst", "invalid choice"),
        ("find head.temple --with blood_thiners", "Nearest: blood_thinners"),
        ("muscle infraspinatus --with cancer@moon", "There is no zone moon."),
        ("muscle infraspinatus --profile no/such/file", "no/such/file cannot be read"),
        ("find head.temple --with", "expected one argument"),
    ],
)
def test_a_slip_is_one_sentence_and_exit_2(ask: Asker, line: str, said: str) -> None:
    code, out, err = ask(line)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_side_on_the_midline_is_refused(ask: Asker, catalogue: Catalogue) -> None:
    middle = next(zone.id for zone in catalogue.zones.values() if zone.midline)
    code, _out, err = ask(f"find {middle}@left")
    assert (code, err) == (2, f"{middle} lies on the midline: leave @left out.\n")


def test_check_names_every_problem(ask: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _err = ask("check")
    assert (code, out) == (0, "The content has no mistakes.\n")
    problems = [Problem("a.toml", "line 3", "unknown zone", "name one of zones.toml")] * 2
    monkeypatch.setattr(content, "check", lambda root: problems)
    code, out, err = ask("check")
    assert (code, out.count("unknown zone"), err) == (1, 2, "2 mistakes.\n")


def test_content_that_cannot_be_used_is_one_sentence(
    ask: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Catalogue:
        raise ContentError("catalogue.json is damaged: install Unknot again, completely.")

    monkeypatch.setattr(content, "load", broken)
    assert ask("zones") == (1, "", "catalogue.json is damaged: install Unknot again, completely.\n")


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for line, words in (("--version", f"unknot {__version__}"), ("--help", "find")):
        with pytest.raises(SystemExit) as ended:
            cli.main([line])
        assert ended.value.code == 0
        assert words in capsys.readouterr().out
