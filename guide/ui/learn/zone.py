"""One zone: which muscles may refer pain there, its warning signs, what lies under it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.app.learn import Address, Page
from guide.core.catalogue import Level
from guide.core.referring import dangers_of, referring, signs_of
from guide.i18n import _
from guide.ui.controls import column, frame, label
from guide.ui.learn.article import Article
from guide.ui.learn.lit import zone_lit
from guide.ui.learn.rows import LinkRow
from guide.ui.panels.candidate import plain_class
from guide.ui.reading import Kit, blank, bullets, capital, prose, sources_line
from guide.words import condition_text, level_text


class ZoneArticle(Article):
    """What is known of a zone; a muscle that is pointed at is lit."""

    def __init__(self, kit: Kit, zone: str) -> None:
        self._zone = kit.catalogue.zones[zone]
        super().__init__(kit, self._zone.label, self._zone.description)
        here = zone_lit(self._zone)
        found = referring(kit.catalogue, zone)
        self.add(_("Warning signs"), self._signs(), here)
        if dangers_of(kit.catalogue, zone):
            self.add(_("What must not be pressed here"), self._dangers(), here)
        self.add(_("Muscles that commonly refer pain here"), self._muscles(found.main), here)
        if found.spillover:
            self.add(_("Muscles that sometimes do"), self._muscles(found.spillover), here)
        self.lines.addWidget(label(_("Not reviewed by a clinician."), "note"))
        self.add_contents()
        self.begin()

    def _muscles(self, muscles: tuple[str, ...]) -> QWidget:
        part, lines = blank(self.kit)
        if not muscles:
            lines.addWidget(label(_("No muscle in the books refers pain mainly here."), "quiet"))
        add_muscle_rows(self.kit, lines, muscles)
        return part

    def _signs(self) -> QWidget:
        part, lines = blank(self.kit)
        known = signs_of(self.kit.catalogue, self._zone.id)
        if not known:
            lines.addWidget(label(_("No sign is asked for this area alone."), "quiet"))
        for level, signs in known.items():
            role = "emergency" if level is Level.EMERGENCY else "caution"
            inner = column(
                label(level_text(level), f"{role}-strong"),
                spacing=self.kit.look.gap(6),
                margin=self.kit.look.gap(14),
            )
            for sign in signs:
                when = condition_text(sign.when)
                text = f"{when} {sign.text}" if when else capital(sign.text)
                inner.addWidget(label(text, role))
            lines.addWidget(frame(role, inner))
        return part

    def _dangers(self) -> QWidget:
        part, lines = blank(self.kit)
        for danger in dangers_of(self.kit.catalogue, self._zone.id):
            lines.addWidget(label(danger.name, "strong"))
            lines.addWidget(prose(self.kit, danger.structure + "."))
            lines.addLayout(bullets(self.kit, (danger.text,)))
            lines.addWidget(sources_line(self.kit, danger.sources))
        return part


def add_muscle_rows(kit: Kit, lines: QVBoxLayout, muscles: tuple[str, ...]) -> list[LinkRow]:
    """A row for each muscle: its names, and how freely it may be pressed."""
    rows = []
    for name in muscles:
        muscle = kit.catalogue.muscles[name]
        icon, words = plain_class(muscle)
        example = f"{muscle.latin} · {words}"
        made = LinkRow(kit.look, Address(Page.MUSCLE, name), muscle.name, example, icon)
        made.followed.connect(kit.requests.learn)
        lines.addWidget(made)
        rows.append(made)
    return rows
