"""Widgets one after the other like words, in as many lines as the width asks for.

It lays its children out by itself: a layout of our own making would hand layout items to and fro between Qt and Python,
each of which then frees them.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget


class Flow(QFrame):
    """A widget that breaks its line where the room ends."""

    def __init__(self, spacing: int = 6, margins: QMargins | None = None) -> None:
        super().__init__()
        self._spacing, self._margins = spacing, margins or QMargins()
        self._widgets: Sequence[QWidget] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Show these in this order; Tab goes through them so too. Who is held no more is left to the caller."""
        self._widgets = widgets
        for widget in widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
                widget.show()
        for first, second in pairwise(widgets):
            QWidget.setTabOrder(first, second)
        self._arrange()

    def _arrange(self) -> None:
        self._lay(self.width(), place=True)
        self.updateGeometry()

    def _lay(self, width: int, *, place: bool) -> int:
        """Height of all lines in this width; ``place``: put the widgets there."""
        room = QRect(0, 0, max(width, 1), 0).marginsRemoved(QMargins(self._margins.left(), 0, self._margins.right(), 0))
        y = self._margins.top()
        for line in self._lines(room.width()):
            high, x = max(size.height() for _, size in line), room.left()
            for widget, size in line:
                if place:
                    widget.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self._spacing
            y += high + self._spacing
        return max(y - self._spacing, self._margins.top()) + self._margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """The widgets shown, each with its size, line by line."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        left = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((widget, size))
            left -= size.width() + self._spacing
        return lines

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the lines."""
        return self._lay(width, place=False)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It has."""
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one line, where there is room."""
        shown = [widget.sizeHint().width() for widget in self._widgets if not widget.isHidden()]
        width = sum(shown) + self._spacing * len(shown) + self._margins.left() + self._margins.right()
        return QSize(width, self._lay(max(self.width(), 1), place=False))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for each alone, as far as that is not foolish; as high as the lines are now."""
        return QSize(1, self._lay(max(self.width(), 1), place=False))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other lines for another width."""
        super().resizeEvent(event)
        self._lay(self.width(), place=True)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """A child has another size, or is shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)
