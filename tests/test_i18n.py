"""The language follows the setting, then the environment; English needs no catalogue."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import i18n
from guide.i18n import _, n_


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    i18n.use(None)


@pytest.mark.parametrize(
    ("environment", "codes"),
    [
        ({}, []),
        ({"LANG": "de_DE.UTF-8"}, ["de_DE"]),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:de"}, ["fr", "de", "de_DE"]),
        ({"LANG": "de_DE", "LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, []),
        ({"LC_ALL": "POSIX", "LANG": "de_DE"}, []),
        ({"LC_MESSAGES": "sr_RS@latin", "LANG": "de_DE"}, ["sr_RS"]),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(
    environment: dict[str, str], codes: list[str]
) -> None:
    assert i18n.preferred(environment) == codes


def test_english_is_the_language_of_the_source() -> None:
    i18n.use("en_GB")
    assert i18n.language() == "en"
    assert _("Left") == "Left"
    assert [n_("spot", "spots", count) for count in (0, 1, 2)] == ["spots", "spot", "spots"]


def test_a_language_without_a_catalogue_leaves_english() -> None:
    i18n.use("tlh")
    assert i18n.language() == "en"
    assert _("Left") == "Left"


def test_a_catalogue_is_found_by_language_and_country(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"Left": "Links", "spot\0spots": "Punkt\0Punkte"}
    file = tmp_path / "i18n" / "de" / "LC_MESSAGES" / "unknot.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(words))
    monkeypatch.setattr(i18n, "asset_root", lambda: tmp_path)
    i18n.use("de_AT")
    assert i18n.available() == ["en", "de"]
    assert i18n.language() == "de"
    assert _("Left") == "Links"
    assert _("Right") == "Right"
    assert [n_("spot", "spots", count) for count in (1, 2)] == ["Punkt", "Punkte"]


@pytest.mark.parametrize(
    ("locale", "code"), [("de_AT.UTF-8", "AT"), ("en_GB@euro", "GB"), ("de", ""), ("C.UTF-8", "")]
)
def test_the_territory_is_that_of_the_locale(locale: str, code: str) -> None:
    assert i18n.territory({"LANG": locale}) == code
    assert i18n.territory({"LANG": "fr_FR", "LC_ALL": locale}) == code


def compiled(words: dict[str, str]) -> bytes:
    """Return a catalogue in gettext's binary form."""
    head = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    pairs = sorted({"": head, **words}.items())
    tables, blob, start = [b"", b""], b"", 28 + 16 * len(pairs)
    for which in (0, 1):
        for pair in pairs:
            text = pair[which].encode()
            tables[which] += struct.pack("<II", len(text), start + len(blob))
            blob += text + b"\0"
    size = 8 * len(pairs)
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + size, 0, 28 + 2 * size)
    return header + tables[0] + tables[1] + blob
