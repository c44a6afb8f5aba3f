"""A layout that puts things side by side and begins a new line when the width is used up."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right in lines; every line is as high as its highest item."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 8, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add ``item`` at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at ``width``."""
        edges = self.contentsMargins()
        lines = self._lines(width - edges.left() - edges.right())
        heights = [max(item.sizeHint().height() for item in line) for line in lines]
        between = self.spacing() * max(len(heights) - 1, 0)
        return sum(heights) + between + edges.top() + edges.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Arrange the items in ``rect``."""
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for line in self._lines(inside.width()):
            sizes = [item.sizeHint().boundedTo(QSize(inside.width(), 16777215)) for item in line]
            high = max(size.height() for size in sizes)
            wide = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
            x = inside.x() + ((inside.width() - wide) // 2 if self._centred else 0)
            for item, size in zip(line, sizes, strict=True):
                item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()

    def sizeHint(self) -> QSize:
        """One line of everything."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return self._with_edges(
            QSize(max(width, 0), max((size.height() for size in sizes), default=0))
        )

    def minimumSize(self) -> QSize:
        """The largest item must fit."""
        result = QSize()
        for item in self._shown():
            result = result.expandedTo(item.minimumSize())
        return self._with_edges(result)

    def _with_edges(self, size: QSize) -> QSize:
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items of every line at ``width``."""
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or x + wide > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wide + self.spacing()
        return lines
