"""The steps of a stretch sequence, of one muscle's stretch, and of slow movements."""

from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue, Routine, Stretch
from guide.core.session import Plan


def plan_routine(catalogue: Catalogue, routine: Routine, first_side: Side = Side.RIGHT) -> Plan:
    """Every stretch once a side and round, with transitions; equal full time a side."""
    raise NotImplementedError


def plan_stretch(stretch: Stretch, side: Side, repeats: int = 3) -> Plan:
    """One stretch on one side (or the midline), with rests between."""
    raise NotImplementedError
