"""The shipped facts as if some muscles had no guidance text."""

from msgspec.structs import replace

from guide.core.catalogue import Catalogue


def without_text(catalogue: Catalogue, *muscles: str) -> Catalogue:
    """``catalogue`` as if the texts of ``muscles`` were not written."""
    return replace(
        catalogue,
        guided=catalogue.guided - {*muscles},
        ways={name: ways for name, ways in catalogue.ways.items() if name not in muscles},
        moves={name: moves for name, moves in catalogue.moves.items() if name not in muscles},
    )
