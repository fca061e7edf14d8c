"""Editors of several lines: as high as the lines they show, in whatever letters the window has."""

from math import ceil

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


_LAST = 1
"""The pixel row below the last line that Qt wants in sight too before it counts the line as seen."""


def _line_height(font: QFont) -> float:
    """Of a line as it is laid out: up to a pixel more than the font's metrics say."""
    layout = QTextLayout("Ậy", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.height()


class LongEdit(QPlainTextEdit):
    """Plain text of so many lines in sight; Tab leaves it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self._measure()

    def _measure(self) -> None:
        self.ensurePolished()
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self.document().documentMargin()
        self.setFixedHeight(ceil(_line_height(self.font()) * self._lines + around) + _LAST)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() in _LOOKS and hasattr(self, "_lines"):
            self._measure()


class TickList(QListWidget):
    """A list of so many rows in sight, each with a box to tick."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def measure(self) -> None:
        """Be as high as the rows wanted; a text of one line gives the measure."""
        self.ensurePolished()
        heights = [self.sizeHintForRow(place) for place in range(self.count())]
        margins = self.contentsMargins()
        row = min(heights, default=self.fontMetrics().lineSpacing())
        self.setFixedHeight(row * self._rows + margins.top() + margins.bottom())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() in _LOOKS and hasattr(self, "_rows"):
            self.measure()
