"""All muscles by region and all zones from head to foot, found by a few letters."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from guide.app.learn import Address, Page
from guide.core.anatomy import Chosen
from guide.i18n import _, n_
from guide.ui.body.zone_list import ORDER, from_head_to_foot
from guide.ui.learn.filtered import FilteredArticle
from guide.ui.learn.lit import Lit, muscle_lit, whole_body, zone_lit
from guide.ui.learn.rows import LinkRow
from guide.ui.learn.zone import add_muscle_rows
from guide.ui.reading import Kit, blank
from guide.words import area_name, region_name, regions_of


class ListArticle(FilteredArticle):
    """Rows under headings; what is pointed at is lit."""

    def add_rows(self, title: str, content: QWidget, rows: list[LinkRow]) -> None:
        """Add a heading with its rows."""
        things: list[tuple[QWidget, str]] = [(row, f"{row.text()} {row.example}") for row in rows]
        self.add_things(title, content, things, self.lit_of(rows[0].address))
        for made in rows:
            made.pointed.connect(self._on_pointed)

    def lit_of(self, address: Address) -> Lit:
        """What is lit for a row."""
        raise NotImplementedError

    @Slot(object)
    def _on_pointed(self, address: Address) -> None:
        self.lit.emit(self.lit_of(address))


class MusclesArticle(ListArticle):
    """All muscles, region by region."""

    def __init__(self, kit: Kit) -> None:
        muscles = kit.catalogue.muscles.values()
        count = len(muscles)
        super().__init__(
            kit,
            _("Muscles"),
            n_("{count} muscle, by region", "{count} muscles, by region", count).format(
                count=count
            ),
            _("Find a muscle by its name"),
        )
        for region in regions_of(kit.catalogue):
            found = tuple(each.id for each in muscles if each.region == region)
            part, lines = blank(kit)
            rows = add_muscle_rows(kit, lines, found)
            self.add_rows(region_name(region), part, rows)
        self.add_contents()
        self.begin()

    def lit_of(self, address: Address) -> Lit:
        """The muscle itself, on the right."""
        return muscle_lit(self.kit.catalogue, Chosen(address.id, address.side))


class ZonesArticle(ListArticle):
    """All zones, from head to foot."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            _("Areas of the body"),
            _("Which muscles may send pain there, and its warning signs"),
            _("Find an area by its name"),
        )
        zones = sorted(kit.catalogue.zones.values(), key=from_head_to_foot)
        for part_of_body in ORDER:
            part, lines = blank(kit)
            rows = []
            for zone in zones:
                if zone.id.partition(".")[0] == part_of_body:
                    address = Address(Page.ZONE, zone.id)
                    made = LinkRow(kit.look, address, zone.label, zone.description)
                    made.followed.connect(kit.requests.learn)
                    lines.addWidget(made)
                    rows.append(made)
            if rows:
                self.add_rows(area_name(part_of_body), part, rows)
            else:
                part.deleteLater()
        self.add_contents()
        self.begin()

    def lit_of(self, address: Address) -> Lit:
        """The zone on its sides."""
        zone = self.kit.catalogue.zones.get(address.id)
        return zone_lit(zone) if zone else whole_body()
