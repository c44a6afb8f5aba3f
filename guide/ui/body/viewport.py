"""Where the picture lies in the widget: fit, zoom to a point, pan; plain numbers."""

import msgspec

MARGIN = 16.0
MOST = 10.0  # zoom, relative to the fitted picture
VISIBLE = 0.25  # at least this part of the widget keeps showing the picture


class Viewport(msgspec.Struct, frozen=True):
    """A picture of ``picture_width x picture_height`` drawn at ``scale`` from (``x``, ``y``)."""

    width: float
    height: float
    picture_width: float
    picture_height: float
    scale: float
    x: float
    y: float

    @property
    def fitted(self) -> float:
        """The scale at which the whole picture is seen."""
        across = max(self.width - 2 * MARGIN, 1.0) / self.picture_width
        down = max(self.height - 2 * MARGIN, 1.0) / self.picture_height
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


def fit(width: float, height: float, picture_width: float, picture_height: float) -> Viewport:
    """Show the whole picture in the middle."""
    start = Viewport(width, height, picture_width, picture_height, 1.0, 0.0, 0.0)
    scale = start.fitted
    return msgspec.structs.replace(
        start,
        scale=scale,
        x=(width - picture_width * scale) / 2,
        y=(height - picture_height * scale) / 2,
    )


def zoom(viewport: Viewport, factor: float, x: float, y: float) -> Viewport:
    """Zoom by ``factor`` so that the point of the picture under (``x``, ``y``) stays there."""
    least = viewport.fitted
    scale = min(max(viewport.scale * factor, least), least * MOST)
    if scale == least:
        return fit(viewport.width, viewport.height, viewport.picture_width, viewport.picture_height)
    ratio = scale / viewport.scale
    moved = msgspec.structs.replace(
        viewport, scale=scale, x=x - (x - viewport.x) * ratio, y=y - (y - viewport.y) * ratio
    )
    return _kept_in(moved)


def pan(viewport: Viewport, dx: float, dy: float) -> Viewport:
    """Move the picture; a part of it always stays in sight, a fitted one stays put."""
    if viewport.zoom <= 1.0:
        return viewport
    return _kept_in(msgspec.structs.replace(viewport, x=viewport.x + dx, y=viewport.y + dy))


def resize(viewport: Viewport, width: float, height: float) -> Viewport:
    """The same part of the picture in a widget of another size."""
    fresh = fit(width, height, viewport.picture_width, viewport.picture_height)
    if viewport.zoom <= 1.0:
        return fresh
    px, py = viewport.to_picture(viewport.width / 2, viewport.height / 2)
    zoomed = zoom(fresh, viewport.zoom, width / 2, height / 2)
    x, y = width / 2 - px * zoomed.scale, height / 2 - py * zoomed.scale
    return _kept_in(msgspec.structs.replace(zoomed, x=x, y=y))


def reveal(viewport: Viewport, x: float, y: float) -> Viewport:
    """Pan just so far that the point of the picture is seen, with some room around it."""
    wx, wy = viewport.to_widget(x, y)
    room = min(viewport.width, viewport.height) * 0.15
    dx = max(room - wx, 0.0) + min(viewport.width - room - wx, 0.0)
    dy = max(room - wy, 0.0) + min(viewport.height - room - wy, 0.0)
    return pan(viewport, dx, dy)


def _kept_in(viewport: Viewport) -> Viewport:
    across, down = viewport.width * VISIBLE, viewport.height * VISIBLE
    left, top = (
        across - viewport.picture_width * viewport.scale,
        (down - viewport.picture_height * viewport.scale),
    )
    return msgspec.structs.replace(
        viewport,
        x=min(max(viewport.x, left), viewport.width - across),
        y=min(max(viewport.y, top), viewport.height - down),
    )
