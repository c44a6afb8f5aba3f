"""Text from others is plain, and its TOML stays within bounds."""

import pytest

from guide.packs.errors import Refused
from guide.packs.plain import check_plain, read_text


def refusal(text: str | bytes, name: str = "glossary/de.md") -> str:
    with pytest.raises(Refused) as caught:
        read_text(name, text if isinstance(text, bytes) else text.encode())
    assert str(caught.value).startswith(f"{name}: ")
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "# Grüße\n\nDer Nacken\u00admuskel.\r\n",
        "می\u200cشود",
        "क्\u200dष",
        "e\u0301",
        "a < b & c",
    ],
)
def test_words_of_any_language_are_plain(text: str) -> None:
    assert read_text("glossary/de.md", text.encode()) == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "sign",
    ["\0", "\x1b", "\x85", "\u202e", "\u2066", "\u061c", "\u200b", "\u200f", "\u2028", "\ufeff",
     "\ue000", "\U000e0041", "\x0b", "\r"],
)  # fmt: skip
def test_signs_that_hide_or_turn_text_are_refused(sign: str) -> None:
    assert f"U+{ord(sign):04X}" in refusal(f"safe{sign}text")


def test_what_is_not_utf8_is_refused() -> None:
    assert "not UTF-8" in refusal(b"\xff\xfe")
    assert "not UTF-8" in refusal(b"\xed\xa0\x80")  # half a pair
    assert "not UTF-8" in refusal(b"\xc0\xaf")  # longer than it need be


@pytest.mark.parametrize(
    "text", ["<b>now</b>", "<img src=x>", "<!-- -->", "</p>", "&lt;b&gt;", "&#60;", "<?xml?>"]
)
def test_html_is_refused(text: str) -> None:
    assert "HTML" in refusal(text)


def test_towers_of_accents_are_refused() -> None:
    check_plain("x", "a" + "\u0301" * 4)
    assert "accents" in refusal("a" + "\u0301\u0302" * 3)


def test_long_lines_and_long_files_are_refused() -> None:
    assert "4000 characters" in refusal("x" * 4001)
    assert "600 lines" in refusal("\n" * 601)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = 1.5", "whole numbers"),
        ("a = nan", "whole numbers"),
        ("a = inf", "whole numbers"),
        ("a = 1e999", "whole numbers"),
        ("a = 1000001", "out of every range"),
        ("a = 0x" + "f" * 3900, "out of every range"),
        ("a = " + "9" * 3900, "out of every range"),
        ("a = " + "[" * 1900 + "]" * 1900, "nested too deep|no pack needs"),
        ("a = [[[[[[1]]]]]]", "nested too deep"),
        (f"a = [{'1, ' * 600}]", "more than 100 values"),
        ("a = '''" + "x\n" * 590 + "x" * 3900 + "'''", "more than 4000 characters"),
        ('a = "\\u202e"', "U\\+202E"),
        ('a = "\\u0000"', "U\\+0000"),
        ('"\\u202e" = 1', "U\\+202E"),
        ('a = "\\u003cb>"', "HTML"),
    ],
)
def test_toml_out_of_bounds_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_text("pack.toml", text.encode())


def test_what_is_not_toml_is_left_to_its_reader() -> None:
    for text in ("a = ", "a = 1\na = 2", 'a = "\\ud800"'):
        assert read_text("pack.toml", text.encode()) == text
