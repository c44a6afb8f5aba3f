"""Where the picture lies in the widget: fit, zoom to a point, pan; plain numbers."""

from typing import NamedTuple

from guide.atlas.library import Box

MARGIN = 16.0
MOST = 10.0  # zoom, relative to the fitted picture
VISIBLE = 0.25  # at least this part of the widget keeps showing the picture


class Viewport(NamedTuple):
    """A picture of ``picture_width x picture_height`` drawn at ``scale`` from (``x``, ``y``)."""

    width: float
    height: float
    picture_width: float
    picture_height: float
    scale: float
    x: float
    y: float
    box: Box | None = None  # where the figure is in the picture; None: everywhere

    @property
    def content(self) -> Box:
        """The part of the picture that is fitted: left, top, width, height."""
        return self.box or (0.0, 0.0, self.picture_width, self.picture_height)

    @property
    def fitted(self) -> float:
        """The scale at which the whole figure is seen."""
        _left, _top, wide, high = self.content
        across = max(self.width - 2 * MARGIN, 1.0) / wide
        down = max(self.height - 2 * MARGIN, 1.0) / high
        return min(across, down)

    @property
    def zoom(self) -> float:
        """1.0 when fitted."""
        return self.scale / self.fitted

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """A point of the widget in pixels of the picture."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture in pixels of the widget."""
        return x * self.scale + self.x, y * self.scale + self.y


def fit(
    width: float,
    height: float,
    picture_width: float,
    picture_height: float,
    box: Box | None = None,
) -> Viewport:
    """Show the whole figure in the middle; ``box`` is where it is in the picture."""
    start = Viewport(width, height, picture_width, picture_height, 1.0, 0.0, 0.0, box)
    scale, (left, top, wide, high) = start.fitted, start.content
    return start._replace(
        scale=scale,
        x=width / 2 - (left + wide / 2) * scale,
        y=height / 2 - (top + high / 2) * scale,
    )


def zoom(viewport: Viewport, factor: float, x: float, y: float) -> Viewport:
    """Zoom by ``factor`` so that the point of the picture under (``x``, ``y``) stays there."""
    least = viewport.fitted
    scale = min(max(viewport.scale * factor, least), least * MOST)
    if scale == least:
        return _whole(viewport, viewport.width, viewport.height)
    ratio = scale / viewport.scale
    moved = viewport._replace(
        scale=scale, x=x - (x - viewport.x) * ratio, y=y - (y - viewport.y) * ratio
    )
    return _kept_in(moved)


def pan(viewport: Viewport, dx: float, dy: float) -> Viewport:
    """Move the picture; a part of it always stays in sight, a fitted one stays put."""
    if viewport.zoom <= 1.0:
        return viewport
    return _kept_in(viewport._replace(x=viewport.x + dx, y=viewport.y + dy))


def resize(viewport: Viewport, width: float, height: float) -> Viewport:
    """The same part of the picture in a widget of another size."""
    fresh = _whole(viewport, width, height)
    if viewport.zoom <= 1.0:
        return fresh
    px, py = viewport.to_picture(viewport.width / 2, viewport.height / 2)
    zoomed = zoom(fresh, viewport.zoom, width / 2, height / 2)
    x, y = width / 2 - px * zoomed.scale, height / 2 - py * zoomed.scale
    return _kept_in(zoomed._replace(x=x, y=y))


def reveal(viewport: Viewport, x: float, y: float) -> Viewport:
    """Pan just so far that the point of the picture is seen, with some room around it."""
    wx, wy = viewport.to_widget(x, y)
    room = min(viewport.width, viewport.height) * 0.15
    dx = max(room - wx, 0.0) + min(viewport.width - room - wx, 0.0)
    dy = max(room - wy, 0.0) + min(viewport.height - room - wy, 0.0)
    return pan(viewport, dx, dy)


def reframed(
    viewport: Viewport, picture_width: float, picture_height: float, box: Box | None = None
) -> Viewport:
    """The same part of the body in another picture of it, which has the same middle."""
    ratio = viewport.picture_height / picture_height
    scale = viewport.scale * ratio
    middle = viewport.x + viewport.picture_width * viewport.scale / 2
    return viewport._replace(
        picture_width=picture_width,
        picture_height=picture_height,
        scale=scale,
        x=middle - picture_width * scale / 2,
        box=box,
    )


def showing(
    viewport: Viewport,
    part: tuple[float, float, float, float],
    picture_width: float,
    picture_height: float,
    box: Box | None = None,
) -> Viewport:
    """The widget of ``viewport`` showing ``part`` (as `seen_part`) of another picture."""
    scale = viewport.width / (part[2] - part[0])
    return Viewport(
        viewport.width,
        viewport.height,
        picture_width,
        picture_height,
        scale,
        -part[0] * scale,
        -part[1] * scale,
        box,
    )


def seen_part(viewport: Viewport) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what the widget shows, in pixels of the picture."""
    return (
        *viewport.to_picture(0, 0),
        *viewport.to_picture(viewport.width, viewport.height),
    )


def _whole(viewport: Viewport, width: float, height: float) -> Viewport:
    return fit(width, height, viewport.picture_width, viewport.picture_height, viewport.box)


def _kept_in(viewport: Viewport) -> Viewport:
    left, top, wide, high = (part * viewport.scale for part in viewport.content)
    across, down = viewport.width * VISIBLE, viewport.height * VISIBLE
    return viewport._replace(
        x=min(max(viewport.x, across - left - wide), viewport.width - across - left),
        y=min(max(viewport.y, down - top - high), viewport.height - down - top),
    )
