"""Text from others: UTF-8 without signs that hide or turn what is read, TOML within bounds."""

import re
import tomllib
import unicodedata

from guide.i18n import _
from guide.packs import limits
from guide.packs.errors import Refused

# Of the signs that are not seen: the soft hyphen, and the two that Persian and Hindi need.
_NEEDED = frozenset("\n\t\u00ad\u200c\u200d")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_TAG = re.compile(r"<[A-Za-z/!?]")
_BRACE = re.compile(r"\{(?!(?:side|other)\})")
_ENTITY = re.compile(r"&(?:#|[A-Za-z]+;)")


def read_text(name: str, data: bytes) -> str:
    """``data`` of the file ``name`` as text; `Refused` where a sign or its length is not plain."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(name, _("this is not UTF-8 text.")) from error
    text = text.replace("\r\n", "\n")
    if text.count("\n") > limits.LINES:
        sentence = _("the file has more than {most} lines.")
        raise Refused(name, sentence.format(most=limits.LINES))
    if any(len(line) > limits.LINE_LENGTH for line in text.split("\n")):
        sentence = _("a line has more than {most} characters.")
        raise Refused(name, sentence.format(most=limits.LINE_LENGTH))
    check_plain(name, text)
    if name.endswith(".md") and _BRACE.search(text):
        raise Refused(name, _("a { stands for nothing but {side} and {other}."))
    if name.endswith(".toml"):
        _check_toml(name, text)
    return text


def check_plain(name: str, text: str) -> None:
    """`Refused` for signs that hide or turn text, for towers of accents and for HTML."""
    signs = set(text)
    for sign in sorted(signs - _NEEDED):
        if unicodedata.category(sign) in _UNSEEN:
            sentence = _("the text holds the invisible sign U+{code}.")
            raise Refused(name, sentence.format(code=f"{ord(sign):04X}"))
    accents = "".join(re.escape(sign) for sign in signs if unicodedata.combining(sign))
    if accents and re.search(rf"[{accents}]{{{limits.MARKS_IN_A_ROW + 1}}}", text):
        raise Refused(name, _("the text heaps accents on one letter."))
    if found := _TAG.search(text) or _ENTITY.search(text):
        sentence = _("the text holds HTML ('{found}'), and only plain text is shown.")
        raise Refused(name, sentence.format(found=found[0]))


def _check_toml(name: str, text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # whoever reads it tells where
    except (ValueError, RecursionError) as error:  # a number or a nesting without an end
        raise Refused(name, _("the file holds a value that no pack needs.")) from error
    if _walk(name, data, 0) > limits.NODES:
        sentence = _("the file has more than {most} values.")
        raise Refused(name, sentence.format(most=limits.NODES))


def _walk(name: str, value: object, depth: int) -> int:
    """How many values ``value`` holds; `Refused` for one that is out of bounds."""
    if depth > limits.DEPTH:
        raise Refused(name, _("the tables and lists are nested too deep."))
    if isinstance(value, dict):
        return sum(_walk(name, each, depth + 1) for pair in value.items() for each in pair)
    if isinstance(value, list):
        return 1 + sum(_walk(name, each, depth + 1) for each in value)
    if isinstance(value, str):
        if len(value) > limits.LINE_LENGTH:
            sentence = _("a text has more than {most} characters.")
            raise Refused(name, sentence.format(most=limits.LINE_LENGTH))
        check_plain(name, value)
    elif isinstance(value, float):
        raise Refused(name, _("only whole numbers stand in a pack."))
    elif isinstance(value, int) and abs(value) > limits.LARGEST_NUMBER:
        raise Refused(name, _("a number is out of every range."))
    return 1
