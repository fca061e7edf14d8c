"""A card of fields that flows: three columns where there is room, two or one where the window is narrow or letters large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from vnpresence_desktop.gui.fields import FieldBox, Group
from vnpresence_desktop.gui.parts import Card

_COLUMNS = 3
_LETTERS = 21
"""Letters that a column must have room for."""


def flow(spans: Sequence[int], columns: int) -> list[tuple[int, int, int]]:
    """Place fields one after another; the last of a row takes what the next one has no room in.

    Args:
        spans: width of each in columns of three.
        columns: how many there are, 1 to 3.

    Returns:
        Row, column and width of each.
    """
    places: list[tuple[int, int, int]] = []
    row = column = 0
    for wished in spans:
        span = min(wished, columns)
        if column + span > columns:
            last_row, start, _ = places[-1]
            places[-1] = (last_row, start, columns - start)
            row, column = row + 1, 0
        places.append((row, column, span))
        column += span
    return places


def _ruler() -> QWidget:
    """Nothing to see: it keeps a column that only wide fields cross, so that the columns of all cards are alike."""
    made = QWidget()
    made.setFixedHeight(0)
    return made


class FieldCard(Card):
    """A group's card."""

    def __init__(self, group: Group, boxes: Sequence[FieldBox]) -> None:
        super().__init__(group.title, group.icon, group.hint)
        self._boxes, self._columns = boxes, 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self.body.addLayout(self._grid)
        self._rulers = [_ruler() for _ in range(_COLUMNS)]
        self._arrange(_COLUMNS)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for widget in (*self._boxes, *self._rulers):
            self._grid.removeWidget(widget)
        for box, (row, column, span) in zip(
            self._boxes, flow([b.field.span for b in self._boxes], columns), strict=True
        ):
            self._grid.addWidget(box, row, column, 1, span)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
            self._grid.addWidget(self._rulers[column], len(self._boxes), min(column, columns - 1))
        self._grid.setHorizontalSpacing(16 if columns > 1 else 0)

    def _fit(self) -> None:
        room = self.contentsRect().width() - 32
        needed = self.fontMetrics().averageCharWidth() * _LETTERS + 16
        self._arrange(max(1, min(_COLUMNS, room // needed)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want fewer columns."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._columns:
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as one column, so that a narrow window makes fewer columns instead of cutting them."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * _LETTERS), hint.height())
