"""A stretch as a picture: its pose, or what its pack brought, else the muscles it stretches."""

from PySide6.QtWidgets import QStackedWidget

from guide.atlas.library import Library
from guide.core.anatomy import Chosen, FigureName, Side
from guide.core.catalogue import Sides, Stretch
from guide.core.sight import USUAL, Layer, Sight
from guide.i18n import _
from guide.ui.body.scene import Scene
from guide.ui.figure_picture import FigurePictures
from guide.ui.look import Look
from guide.ui.packed_picture import PackedPicture
from guide.ui.scene_picture import ScenePicture
from guide.ui.session.pose import PosePicture

WITHOUT_POINTS = Sight(layers=USUAL - {Layer.POINTS})  # nothing is searched for in a stretch


class StretchPicture(QStackedWidget):
    """Moves with its place in the stretch where there is a pose; else it stands still."""

    def __init__(
        self, look: Look, pictures: FigurePictures, library: Library, still: bool = False
    ) -> None:
        """``still`` shows one frame only, whatever moves elsewhere, and keeps nothing of it."""
        super().__init__()
        self._made_with = look, pictures, library
        self._still = still
        self.pose: PosePicture | None = None
        self.packed: PackedPicture | None = None
        self.muscles: ScenePicture | None = None

    def show_stretch(self, figure: FigureName, stretch: Stretch, side: Side, words: str) -> None:
        """Show ``stretch`` worked on ``side``; ``words`` say it to a screen reader."""
        if stretch.pose:
            pose = self._posed()
            pose.show_pose(figure, stretch.pose, side, words)
            self.setCurrentWidget(pose)
            return
        picture = self._made_with[1].packed(stretch.id)
        if picture is not None and self._packed().show_picture(picture, words, side is Side.LEFT):
            self.setCurrentWidget(self._packed())
            return
        muscles = self._lit()
        muscles.show_scene(figure, stretched(stretch, side))
        muscles.describe(_("{stretch}: the muscles that it stretches").format(stretch=words))
        self.setCurrentWidget(muscles)

    def set_place(self, place: float) -> None:
        """Move to ``place`` between start (0) and end (1)."""
        if self.pose is not None:
            self.pose.set_place(place)

    def forget(self) -> None:
        """The screen is left: keep no picture."""
        if self.muscles is not None:
            self.muscles.forget()

    def wait(self) -> None:
        """Wait until no picture is being read."""
        if self.muscles is not None:
            self.muscles.wait()

    def _posed(self) -> PosePicture:
        if self.pose is None:
            self.pose = PosePicture(*self._made_with)
            self.pose.still = self._still
            self.addWidget(self.pose)
        return self.pose

    def _packed(self) -> PackedPicture:
        if self.packed is None:
            self.packed = PackedPicture(self._made_with[0])
            self.addWidget(self.packed)
        return self.packed

    def _lit(self) -> ScenePicture:
        if self.muscles is None:
            if self._still:
                made = ScenePicture(*self._made_with, ground="card", radius=0, keeps=False)
            else:
                made = ScenePicture(*self._made_with)
            self.muscles = made
            self.addWidget(self.muscles)
        return self.muscles


def stretched(stretch: Stretch, side: Side) -> Scene:
    """The muscles of ``stretch`` lit on ``side``; on both for the midline."""
    both = (Side.RIGHT, Side.LEFT)
    sides = both if stretch.sides is Sides.MIDLINE or side is Side.MIDLINE else (side,)
    first, *others = (Chosen(muscle, each) for each in sides for muscle in stretch.muscles)
    return Scene(lit=first, others=tuple(others), sight=WITHOUT_POINTS)
