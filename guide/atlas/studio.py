"""The figure drawn while the program runs: bodies are kept, pictures and shapes are made.

Everything here is asked for by one worker thread; numpy and the mesh come with the first picture.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.atlas.library import AtlasError, Box
from guide.core.aspect import Aspect
from guide.core.orientation import Build, FigureName, Pose, View

if TYPE_CHECKING:
    from guide.atlas.shapes import Shapes
    from guide.atlas.surface.body import Body
    from guide.atlas.surface.camera import Camera
    from guide.atlas.surface.fields import Anatomy
    from guide.atlas.surface.mesh import Surface
    from guide.atlas.surface.picture import Ints, Picture

LIVE_HEIGHT = 1125  # pixels of a picture whose shapes are made at run time
FULL_HEIGHT = 2250  # of the shipped pictures
SOLES_HEIGHT = 1000  # of that of the soles
CLOSE_HEIGHT = 720  # of a close-up, without the room around it
ROOM = 0.25  # of its height, above and below it
WIDEST = 2.0  # of its height: the width with the room beside it

Rect = tuple[float, float, float, float]  # left, top, right, bottom


class Eye(NamedTuple):
    """What is looked at: a part of an aspect's picture, in its pixels; None is all of it."""

    aspect: Aspect
    part: Rect | None = None


class Shot(NamedTuple):
    """A picture that is wanted, ``width`` x ``height`` pixels; with ``before`` on the way there."""

    figure: FigureName
    build: Build
    garment: bool
    eye: Eye
    width: int
    height: int
    draft: bool = False
    before: Eye | None = None
    share: float = 1.0  # of the way
    margin: float = 0.0  # free room round a whole aspect, of the height


class Seen(NamedTuple):
    """Where a picture lies in the aspect's, whose size and what fills it are given too."""

    part: Rect
    width: int
    height: int
    box: Box  # the whole figure in its widest view, or the place of a close-up


class Studio:
    """Draws bodies of the mesh under one assets folder."""

    def __init__(self, assets: Path) -> None:
        """``assets`` holds ``atlas/surface``; it is read with the first picture."""
        self._folder = assets / "atlas" / "surface"
        self._surface = lru_cache(maxsize=1)(self._load_surface)
        self._anatomy = lru_cache(maxsize=1)(self._load_anatomy)
        self._body = lru_cache(maxsize=2)(self._load_body)
        self._bare = lru_cache(maxsize=1)(self._undress)

    def read(self, figure: FigureName, build: Build) -> None:
        """Read what a first picture needs, before one is asked for; raises `AtlasError`."""
        self._body(figure, build, Pose.STANDING)

    def frame(self, figure: FigureName, build: Build, aspect: Aspect) -> "tuple[Camera, Box]":
        """The camera of a whole aspect, and what fills it, in its pixels; raises `AtlasError`."""
        from guide.atlas.surface.camera import turned, view

        if aspect.close_up is not None:
            return self._close(figure, build, aspect)
        if aspect.view is View.SOLES:
            camera = view("soles", SOLES_HEIGHT)
            return camera, (0.0, 0.0, camera.width, camera.height)
        if aspect.view is not None and build is Build.AVERAGE:
            camera = view(aspect.view, FULL_HEIGHT)
        else:
            camera = turned(aspect.turn, aspect.tilt, LIVE_HEIGHT)
        points = self._body(figure, build, Pose.STANDING).positions
        across = 2 * float(abs(points[:, 0]).max()) * camera.scale
        front = turned(0.0, 0.0, camera.height).project([[0, points[:, 1].max(), 0], [0, 0, 0]])
        top, bottom = float(front[0, 1]), float(front[1, 1])
        return camera, ((camera.width - across) / 2, top, across, bottom - top)

    def _close(self, figure: FigureName, build: Build, aspect: Aspect) -> "tuple[Camera, Box]":
        """A close-up with room around it: what lies there is seen in a wide window too."""
        from guide.atlas.surface.close_ups import shot
        from guide.atlas.surface.glide import spun

        assert aspect.close_up is not None
        body = self._body(figure, build, pose_of(aspect))
        core = shot(self._surface(), body, aspect.close_up, aspect.side, CLOSE_HEIGHT)
        above = round(CLOSE_HEIGHT * ROOM)
        beside = max(round(CLOSE_HEIGHT * WIDEST - core.width) // 2, above)
        high = core.height + 2 * above
        camera = core.window(-beside, -above, core.width + beside, core.height + above, high)
        box = float(beside), float(above), float(core.width), float(core.height)
        return spun(camera, aspect.turn, aspect.tilt), box

    def picture(self, shot: Shot, stop: Callable[[], bool]) -> "tuple[Picture, Seen] | None":
        """The picture of ``shot`` and where it lies; None when ``stop`` answers True meanwhile."""
        from guide.atlas.surface.glide import mixed
        from guide.atlas.surface.render import Stopped, render

        aspect = shot.eye.aspect
        camera, seen = _window(*self.frame(shot.figure, shot.build, aspect), shot.eye.part, shot)
        if shot.before is not None:
            start = self.frame(shot.figure, shot.build, shot.before.aspect)
            origin, _part = _window(*start, shot.before.part, shot)
            camera = mixed(origin, camera, shot.share)
        body, drawn = self._dressed(shot, pose_of(aspect)), self._drawn(aspect)
        try:
            made = render(
                self._surface(), body, camera, draft=shot.draft, triangles=drawn, stop=stop
            )
        except Stopped:
            return None
        return made, seen

    def shapes(self, figure: FigureName, build: Build, aspect: Aspect) -> "Shapes":
        """Everything that lies on an aspect's picture, in its pixels."""
        import numpy as np

        from guide.atlas.surface.outline import CameraShapes
        from guide.atlas.surface.raster import rasterise

        surface, body = self._surface(), self._body(figure, build, pose_of(aspect))
        drawn = self._drawn(aspect)
        triangles = surface.triangles if drawn is None else drawn
        raster = rasterise(body.positions, triangles, self.frame(figure, build, aspect)[0])
        positions = body.positions.astype(np.float64)
        return CameraShapes(self._anatomy(), surface, positions, raster)

    def _drawn(self, aspect: Aspect) -> "Ints | None":
        """The triangles that are drawn where not all are: feet alone, for their soles."""
        from guide.atlas.surface.close_ups import shown
        from guide.atlas.surface.mesh import ANKLE

        surface = self._surface()
        if aspect.close_up is not None:
            found = shown(surface, aspect.close_up, aspect.side)
            return None if found is surface.triangles else found
        if aspect.view is not View.SOLES:
            return None
        foot = surface.canonical[:, 1] < ANKLE
        return surface.triangles[foot[surface.triangles].all(axis=1)]

    def _dressed(self, shot: Shot, pose: Pose) -> "Body":
        wanted = shot.figure, shot.build, pose
        return self._body(*wanted) if shot.garment else self._bare(*wanted)

    def _undress(self, figure: FigureName, build: Build, pose: Pose) -> "Body":
        return self._body(figure, build, pose).undressed(self._surface())

    def _load_surface(self) -> "Surface":
        from guide.atlas.surface.mesh import SurfaceError, load_surface

        try:
            return load_surface(self._folder)
        except SurfaceError as error:
            raise AtlasError(str(error)) from error

    def _load_anatomy(self) -> "Anatomy":
        from guide.atlas.surface.fields import load_anatomy

        return load_anatomy(self._folder)

    def _load_body(self, figure: FigureName, build: Build, pose: Pose) -> "Body":
        from guide.atlas.surface.body import load_body
        from guide.atlas.surface.mesh import SurfaceError

        try:
            return load_body(self._folder, self._surface(), figure, build, pose)
        except SurfaceError as error:
            raise AtlasError(str(error)) from error


def pose_of(aspect: Aspect) -> Pose:
    """How the figure stands for an aspect."""
    from guide.atlas.surface import close_ups

    return Pose.STANDING if aspect.close_up is None else close_ups.pose_of(aspect.close_up)


def _window(frame: "Camera", box: Box, part: Rect | None, shot: Shot) -> "tuple[Camera, Seen]":
    """A part of a frame, or its box with some room, widened to the shape of the picture."""
    width, height = shot.width, shot.height
    if part is None:
        room = 2 * shot.margin * height
        scale = min((width - room) / box[2], (height - room) / box[3])
        x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
        across, down = width / scale, height / scale
    else:
        x, y = (part[0] + part[2]) / 2, (part[1] + part[3]) / 2
        across, down = part[2] - part[0], part[3] - part[1]
        across, down = max(across, down * width / height), max(down, across * height / width)
    part = x - across / 2, y - down / 2, x + across / 2, y + down / 2
    return frame.window(*part, height), Seen(part, frame.width, frame.height, box)
