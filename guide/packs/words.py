"""What a pack is and brings, in sentences that the window and the terminal share."""

from guide.i18n import _, n_
from guide.packs.pack import About, Pack, Texts, is_own


def byline(about: About) -> str:
    """Who made it, which version, and under which licence."""
    return _("Version {version}, by {author}. Licence: {licence}.").format(
        version=about.version, author=about.author, licence=about.licence
    )


def provenance(about: About) -> str:
    """What stands wherever something of a pack is shown."""
    return _("From the pack {title}, checked by nobody but its author.").format(title=about.title)


def brings(pack: Pack) -> tuple[str, ...]:
    """Everything a pack brings: first its own things, then each language it says ours in."""
    first = pack.texts[pack.about.languages[0]]
    own = tuple(sentence for _number, sentence in _own(first))
    translated = (
        _("In {language}: {things}").format(language=language, things=", ".join(things))
        for language in pack.about.languages
        if (things := _ours(pack.texts[language]))
    )
    return (*own, *translated)


def _own(texts: Texts) -> list[tuple[int, str]]:
    stretches = sum(map(is_own, texts.stretches))
    movements = sum(map(is_own, texts.movements))
    routines = sum(map(is_own, texts.routines))
    lessons, terms = sum(map(is_own, texts.lessons)), len(texts.terms)
    said = [
        (stretches, n_("{count} stretch", "{count} stretches", stretches)),
        (movements, n_("{count} movement", "{count} movements", movements)),
        (routines, n_("{count} routine", "{count} routines", routines)),
        (lessons, n_("{count} lesson", "{count} lessons", lessons)),
        (terms, n_("{count} term", "{count} terms", terms)),
    ]
    return [(count, sentence.format(count=count)) for count, sentence in said if count]


def _ours(texts: Texts) -> list[str]:
    muscles = len(texts.guidance)
    lessons = sum(not is_own(name) for name in texts.lessons)
    moves = [*texts.stretches, *texts.movements, *texts.routines]
    others = sum(not is_own(name) for name in moves)
    said = [
        (muscles, n_("the text of {count} muscle", "the texts of {count} muscles", muscles)),
        (others, n_("{count} stretch or movement", "{count} stretches and movements", others)),
        (lessons, n_("{count} lesson", "{count} lessons", lessons)),
    ]
    return [sentence.format(count=count) for count, sentence in said if count]
