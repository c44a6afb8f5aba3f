"""The words that the program uses, from A to Z."""

from itertools import groupby

from PySide6.QtWidgets import QWidget

from guide.core.lessons import Term
from guide.core.links import plain
from guide.i18n import _
from guide.ui.controls import column, frame, label
from guide.ui.learn.article import Block
from guide.ui.learn.filtered import FilteredArticle
from guide.ui.reading import Kit, blank, prose


class GlossaryArticle(FilteredArticle):
    """Every term with its text; a link to one of them brings it to the top."""

    def __init__(self, kit: Kit, terms: dict[str, Term], term: str = "") -> None:
        """``term`` is the one that was asked for."""
        super().__init__(kit, _("Words"), _("What the words mean here"), _("Find a word"))
        self._parts: dict[str, tuple[Block, QWidget]] = {}
        ordered = sorted(terms.values(), key=lambda each: each.title.casefold())
        for letter, group in groupby(ordered, key=lambda each: each.title[:1].upper()):
            part, lines = blank(kit)
            found = {each.id: (self._entry(each, each.id == term), each) for each in group}
            for made, _each in found.values():
                lines.addWidget(made)
            things: list[tuple[QWidget, str]] = [
                (made, " ".join((each.title, *each.also, plain(each.text))))
                for made, each in found.values()
            ]
            block = self.add_things(letter, part, things)
            self._parts |= {name: (block, made) for name, (made, _each) in found.items()}
        if not terms:
            self.add("", label(_("There is no glossary in this language yet."), "quiet"))
        self.add_contents()
        self.alone = True
        self.begin()

    def _entry(self, term: Term, wanted: bool) -> QWidget:
        gap = self.kit.look.gap
        lines = column(label(term.title, "strong"), spacing=gap(4))
        if term.also:
            lines.addWidget(label(_("also: {words}").format(words=", ".join(term.also)), "note"))
        lines.addWidget(prose(self.kit, term.text))
        edge = gap(14) if wanted else 0
        lines.setContentsMargins(edge, gap(10) if wanted else gap(4), edge, gap(10))
        return frame("chip" if wanted else "bare", lines)

    def go_to(self, term: str, /) -> None:
        """Bring a term to the top."""
        if term in self._parts:
            block, part = self._parts[term]
            self.jump(block, part)
