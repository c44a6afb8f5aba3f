"""Every source: what it is, how it is found elsewhere, what was not read, where it is used."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from guide.core.catalogue import Source
from guide.core.lessons import Lesson
from guide.core.links import Run
from guide.core.usage import Use
from guide.i18n import _, n_
from guide.ui.controls import column, frame, label, row
from guide.ui.learn.article import Block
from guide.ui.learn.filtered import FilteredArticle
from guide.ui.reading import Kit, blank, prose
from guide.words import short_cite

MOST = 8  # pages that are named for a source


class SourcesArticle(FilteredArticle):
    """Sources by what they are called; their identifiers are text to copy."""

    def __init__(
        self,
        kit: Kit,
        lessons: dict[str, Lesson],
        used: dict[str, tuple[Use, ...]],
        source: str = "",
    ) -> None:
        """``used`` says where (`guide.core.usage`); ``source`` is the one that was asked for."""
        super().__init__(
            kit,
            _("Sources"),
            _("Unknot opens no network: copy an identifier to look it up elsewhere."),
            _("Find a source"),
        )
        self._lessons = lessons
        self._parts: dict[str, tuple[Block, QWidget]] = {}
        known = sorted(kit.catalogue.sources.values(), key=lambda each: each.cite.casefold())
        part, lines = blank(kit)
        things: list[tuple[QWidget, str]] = []
        for each in known:
            made = self._entry(each, used.get(each.id, ()), each.id == source)
            lines.addWidget(made)
            things.append((made, f"{each.cite} {each.doi} {each.pmid} {each.note}"))
        block = self.add_things("", part, things)
        names = (each.id for each in known)
        self._parts = {name: (block, made) for name, (made, _w) in zip(names, things, strict=True)}
        self.alone = True
        self.begin()

    def go_to(self, source: str, /) -> None:
        """Bring a source to the top."""
        if source in self._parts:
            block, part = self._parts[source]
            self.jump(block, part)

    def _entry(self, source: Source, used: tuple[Use, ...], wanted: bool) -> QWidget:
        kit, gap = self.kit, self.kit.look.gap
        lines = column(label(short_cite(source), "strong"), spacing=gap(5), margin=gap(14))
        lines.addWidget(prose(kit, (Run(source.cite),)))
        for name, value in (("DOI", source.doi), ("PMID", source.pmid), ("URL", source.url)):
            if value:
                lines.addLayout(_identifier(kit, name, value))
        if source.note:
            lines.addWidget(prose(kit, (Run(source.note),), "note"))
        if used:
            lines.addWidget(prose(kit, self._used(used), "note"))
        return frame("chip" if wanted else "card", lines)

    def _used(self, used: tuple[Use, ...]) -> list[Run]:
        """Where a source is used: pages as links, the rest in a word."""
        runs = [Run(_("Used by:") + " ")]
        pages = [use for use in used if use.kind]
        for use in pages[:MOST]:
            runs += [Run(self._name(use), use.kind, use.id), Run(" · ")]
        more = len(pages) - MOST
        others = [use_words(use.id) for use in used if not use.kind]
        if more > 0:
            others = [n_("{count} more", "{count} more", more).format(count=more), *others]
        return [*runs, Run(" · ".join(others))] if others else runs[:-1]

    def _name(self, use: Use) -> str:
        if use.kind == "lesson":
            return self._lessons[use.id].title
        return self.kit.catalogue.muscles[use.id].name


def use_words(use: str) -> str:
    """A group of facts that names a source, in words."""
    return {
        "stretches": _("stretches"),
        "red_flags": _("warning signs"),
        "profile": _("the page About you"),
        "danger_zones": _("places that are not pressed"),
        "see_a_clinician": _("when to see a clinician"),
        "rules": _("the rules of safety"),
    }.get(use, use)


def _identifier(kit: Kit, name: str, value: str) -> QHBoxLayout:
    text = label(value, "small")
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line = row(label(name, "label", wrap=False), text, _Copy(name, value), spacing=kit.look.gap(8))
    line.setStretch(1, 1)
    return line


class _Copy(QPushButton):
    """Puts an identifier where it can be pasted from."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(_("Copy"))
        self._value = value
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Copy the {name} {value}").format(name=name, value=value))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
