"""Words for people, in their language: one catalogue for the window and the command line.

English is the language of the source and needs no catalogue, so the usual start reads no file.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from guide.resources import asset_root

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "unknot"
SOURCE_LANGUAGE = "en"


def preferred(environment: Mapping[str, str]) -> list[str]:
    """Return language codes from the environment, best first, as gettext reads them.

    LC_ALL=C (or POSIX) switches LANGUAGE off, as in the C library.
    """
    plain = _locale(environment)
    if plain in ("", "C", "POSIX"):
        return []
    wanted = [_without_encoding(code) for code in environment.get("LANGUAGE", "").split(":")]
    return [code for code in [*wanted, plain] if code]


def use(code: str | None) -> None:
    """Speak the language `code` from now on ("de", "pt_BR"); None follows the environment.

    A language without a catalogue leaves the English words in place.
    """
    global _bound
    _bound = _bind([code] if code else preferred(os.environ))


def language() -> str:
    """Return the code of the language that is spoken: the content to read, the voice to choose."""
    return _speaking()[0]


def territory(environment: Mapping[str, str]) -> str:
    """Return the territory of the environment's locale ("GB"); "" when it names none."""
    return _locale(environment).partition("_")[2]


def available() -> list[str]:
    """Return the codes of all languages that can be chosen, English first."""
    found = (asset_root() / "i18n").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return [SOURCE_LANGUAGE, *sorted(path.parent.parent.name for path in found)]


def _(text: str) -> str:
    """Return `text` in the person's language."""
    catalogue = _speaking()[1]
    return catalogue.gettext(text) if catalogue else text


def n_(one: str, many: str, count: int) -> str:
    """Return the form of the sentence for `count` things; the caller fills the number in."""
    catalogue = _speaking()[1]
    if catalogue:
        return catalogue.ngettext(one, many, count)
    return one if count == 1 else many


# The language and its catalogue (none for English); bound when the first word is needed.
_bound: "tuple[str, NullTranslations | None] | None" = None


def _speaking() -> "tuple[str, NullTranslations | None]":
    if _bound is None:
        use(None)
    assert _bound is not None
    return _bound


def _bind(languages: list[str]) -> "tuple[str, NullTranslations | None]":
    folder = asset_root() / "i18n"
    for code in languages:
        for name in (code, code.partition("_")[0]):
            if name == SOURCE_LANGUAGE:
                return SOURCE_LANGUAGE, None
            if (folder / name / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file():
                from gettext import translation  # only a catalogue needs it

                return name, translation(DOMAIN, folder, [name])
    return SOURCE_LANGUAGE, None


def _locale(environment: Mapping[str, str]) -> str:
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return _without_encoding(next((environment[k] for k in names if environment.get(k)), ""))


def _without_encoding(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0]
