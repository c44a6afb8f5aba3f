"""How everything looks now: one object that every widget reads and the settings change."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QIcon,
    QImageReader,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QApplication

from guide.resources import asset_root
from guide.ui.stylesheet import stylesheet
from guide.ui.tokens import LIGHT, Tokens

FAMILY = "Inter"
FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")

# role -> (pixels at 100 %, weight)
ROLES = {
    "time": (168, 600),
    "display": (32, 600),
    "title": (22, 600),
    "heading": (17, 600),
    "strong": (15, 600),
    "control": (14, 500),
    "read": (16, 400),
    "body": (15, 400),
    "small": (13, 400),
    "label": (13, 500),
}


class Look(QObject):
    """Tokens, text scale and motion, with the fonts, colours and icons made from them."""

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, scale: float = 1.0, motion: bool = True) -> None:
        """``scale`` is the text size, 1.0 to 2.0; ``motion`` is False to keep still."""
        super().__init__()
        self.tokens, self.scale, self.motion = tokens, scale, motion

    def px(self, length: float) -> int:
        """A text-bound length (pixels at 100 %) at the present text size."""
        return round(length * self.scale)

    def gap(self, length: float) -> int:
        """A space (pixels at 100 %): it grows half as fast as the text, so that it all fits."""
        return round(length * (1 + (self.scale - 1) / 2))

    def bar_height(self) -> int:
        """The height of a bar of buttons: their text, the padding and borders around it."""
        return QFontMetrics(self.font("control")).height() + 2 * self.gap(6) + 12

    def font(self, role: str) -> QFont:
        """The font of a role (see `ROLES`), with figures of equal width."""
        size, weight = ROLES[role]
        return make_font(self.px(size), weight)

    def colour(self, name: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self.tokens, name))

    def pixmap(self, icon: str, size: int, token: str, ratio: float = 1.0) -> QPixmap:
        """An icon of ``assets/icons`` drawn in a token's colour, ``size`` pixels square."""
        return _drawn(icon, round(size * ratio), getattr(self.tokens, token), ratio)

    def icon(self, icon: str, colour: str = "ink", size: int = 20) -> QIcon:
        """The same as a QIcon, sharp on the sharpest screen there is."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return QIcon(self.pixmap(icon, self.px(size), colour, app.devicePixelRatio()))

    def set(self, tokens: Tokens, scale: float, motion: bool) -> None:
        """Change how everything looks, at once."""
        if (tokens, scale, motion) == (self.tokens, self.scale, self.motion):
            return
        self.tokens, self.scale, self.motion = tokens, scale, motion
        self.apply()
        self.changed.emit()

    def apply(self) -> None:
        """Dress the application: Fusion, palette, font, and one stylesheet."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setFont(self.font("body"))
        app.setPalette(palette(self.tokens))
        app.setStyleSheet(stylesheet(self.tokens, self.px, self.gap))


def start_style(app: QApplication) -> None:
    """Choose Fusion and the shipped typeface."""
    from PySide6.QtWidgets import QStyleFactory

    app.setStyle(QStyleFactory.create("Fusion"))
    start_type(app)


def start_type(app: QApplication) -> None:
    """Choose the shipped typeface.

    A cursor that blinks would wake the machine; so would Qt's cache of pixmaps, which is looked
    through 30 seconds after each use.
    """
    app.setCursorFlashTime(0)
    QPixmapCache.setCacheLimit(0)
    load_fonts()


@cache
def load_fonts() -> None:
    """Make the shipped typeface known to Qt; without its files the system's own is used."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(asset_root() / "fonts" / name))


def make_font(pixels: int, weight: int = 400) -> QFont:
    """The product's typeface at a size in pixels, figures of equal width."""
    font = QFont(FAMILY)
    font.setPixelSize(max(pixels, 1))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of ``tokens``, for all that the stylesheet does not name."""
    role = QPalette.ColorRole
    result = QPalette()
    for key, name in (
        (role.Window, "panel"),
        (role.WindowText, "ink"),
        (role.Base, "card"),
        (role.AlternateBase, "hover"),
        (role.Text, "ink"),
        (role.PlaceholderText, "quiet"),
        (role.Button, "card"),
        (role.ButtonText, "ink"),
        (role.BrightText, "accent_ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "accent_ink"),
        (role.ToolTipBase, "tip"),
        (role.ToolTipText, "tip_ink"),
        (role.Link, "accent_text"),
        (role.Mid, "edge"),
        (role.Midlight, "line"),
        (role.Accent, "accent"),
    ):
        result.setColor(key, QColor(getattr(tokens, name)))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.edge))
    return result


@cache
def _drawn(icon: str, pixels: int, colour: str, ratio: float) -> QPixmap:
    """Draw an SVG whose strokes are "currentColor"; raises FileNotFoundError for no icon."""
    path: Path = asset_root() / "icons" / f"{icon}.svg"
    text = path.read_text(encoding="utf-8").replace("currentColor", colour)
    buffer = QBuffer()
    buffer.setData(QByteArray(text.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(pixels, pixels))
    reader.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
