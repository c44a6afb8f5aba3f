"""What is shown of the figure: which body, from where, which layers, and what is peeled off."""

from enum import StrEnum

import msgspec

from guide.core.anatomy import Chosen
from guide.core.aspect import Aspect
from guide.core.orientation import Build, FigureName, View


class Layer(StrEnum):
    """Something that can be shown on the figure or not."""

    ZONES = "zones"  # the areas that can be painted
    SUPERFICIAL = "superficial"  # muscles just under the skin
    DEEP = "deep"  # muscles under other muscles
    POINTS = "points"  # search areas of the muscles that are shown
    REFERRAL = "referral"  # where the lit muscle may refer pain
    DANGER = "danger"  # where something lies that must not be pressed
    LANDMARKS = "landmarks"


MUSCLE_LAYERS = frozenset({Layer.SUPERFICIAL, Layer.DEEP})
USUAL = frozenset({Layer.ZONES, Layer.POINTS, Layer.REFERRAL})


class Sight(msgspec.Struct, frozen=True):
    """How the figure is shown; nothing about pain or advice."""

    aspect: Aspect = Aspect()
    figure: FigureName = FigureName.FEMALE
    build: Build = Build.AVERAGE
    clothed: bool = False  # the garment stays on over the layers of muscles
    layers: frozenset[Layer] = USUAL
    peeled: tuple[Chosen, ...] = ()  # the one that was peeled last stands last

    @property
    def prebuilt(self) -> View | None:
        """The standard view whose pictures are shipped, or None: then it is drawn from the mesh."""
        return self.aspect.view if self.build is Build.AVERAGE else None

    @property
    def muscles(self) -> bool:
        """True when a layer of muscles is shown: then the pointer answers muscles."""
        return not MUSCLE_LAYERS.isdisjoint(self.layers)

    @property
    def covered(self) -> bool:
        """True when muscles or danger zones are drawn over the skin."""
        return self.muscles or Layer.DANGER in self.layers

    @property
    def zones(self) -> bool:
        """True when the areas of the skin can be pointed at and painted."""
        return Layer.ZONES in self.layers

    @property
    def garment(self) -> bool:
        """True when the figure is dressed."""
        return self.clothed or not self.muscles


def seen_from(sight: Sight, aspect: Aspect) -> Sight:
    """The same figure from another direction."""
    return msgspec.structs.replace(sight, aspect=aspect)


def switch(sight: Sight, layer: Layer, shown: bool) -> Sight:
    """Show a layer or hide it; without muscles nothing stays peeled."""
    layers = sight.layers | {layer} if shown else sight.layers - {layer}
    changed = msgspec.structs.replace(sight, layers=layers)
    return changed if changed.muscles else put_back_all(changed)


def peel(sight: Sight, muscle: Chosen) -> Sight:
    """Take the muscle off, so that what lies below is seen."""
    if muscle in sight.peeled:
        return sight
    return msgspec.structs.replace(sight, peeled=(*sight.peeled, muscle))


def put_back(sight: Sight) -> Sight:
    """Put back the muscle that was peeled last; without one nothing changes."""
    return msgspec.structs.replace(sight, peeled=sight.peeled[:-1])


def put_back_all(sight: Sight) -> Sight:
    """Put back every muscle."""
    return msgspec.structs.replace(sight, peeled=())
