"""What was painted and answered before a session, in words."""

from guide.core.answers import Answers
from guide.core.catalogue import Catalogue
from guide.core.records import MapRecord
from guide.i18n import _, n_
from guide.ui.names import after_words, kind_words, onset_words
from guide.words import place_name, strength_word


def visit_words(catalogue: Catalogue, visit: MapRecord) -> str:
    """The map and the answers of a visit, in lines of plain text."""
    painted = [
        _("{area}, {strength}").format(
            area=_capital(place_name(catalogue, mark.place)), strength=strength_word(mark.strength)
        )
        for mark in visit.marks
    ]
    return "\n".join([*painted, *_story(visit.answers), *_signs(catalogue, visit.answers)])


def _story(answers: Answers) -> list[str]:
    """Since when, after what, how it felt; what was not answered is left out."""
    lines = []
    if answers.onset is not None:
        lines.append(_("Since when: {words}").format(words=_small(onset_words(answers.onset))))
    if answers.after is not None:
        lines.append(_("Began after: {words}").format(words=_small(after_words(answers.after))))
    if answers.kinds:
        kinds = ", ".join(_small(kind_words(kind)) for kind in sorted(answers.kinds))
        lines.append(_("Felt: {words}").format(words=kinds))
    return lines


def _signs(catalogue: Catalogue, answers: Answers) -> list[str]:
    """The lines that applied, and how many were asked."""
    present = answers.signs | (answers.no_pressure or frozenset())
    asked = len(answers.asked)
    if not present:
        none = n_(
            "Warning signs: {count} was asked, it did not apply.",
            "Warning signs: {count} were asked, none applied.",
            asked,
        )
        return [none.format(count=asked)] if asked else []
    texts = {sign.id: sign.text for flag in catalogue.red_flags.values() for sign in flag.signs}
    texts |= {entry.id: entry.text for entry in catalogue.no_pressure.values()}
    names = sorted(texts.get(name, name) for name in present)
    return [_("You said: {sign}.").format(sign=name) for name in names]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
