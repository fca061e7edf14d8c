"""The first columns of a grid, which stay in sight while it is scrolled sideways; there only while it is."""

from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView

_MOST = 3
"""Columns that stay: number, fate, and what the row is called."""
_SHARE = 0.6
"""Part of the grid that they may take."""
_LOOK = "QTableView { border: 0; border-right: 2px solid palette(mid); border-radius: 0; padding: 0; }"


class Frozen(QTableView):
    """Lies over the left of the grid; the keyboard stays with the grid, and so do editors: it makes way for them."""

    def __init__(self, grid: QTableView, painter: QAbstractItemDelegate) -> None:
        """Make it; ``painter`` paints its cells: one of its own, since views that share one both take what is typed."""
        super().__init__(grid)
        self._grid, self._columns = grid, 0
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(grid.accessibleName())
        self._behave()
        self.clicked.connect(lambda _: grid.setFocus(Qt.FocusReason.MouseFocusReason))
        self.doubleClicked.connect(grid.edit)
        across, down = grid.horizontalScrollBar(), grid.verticalScrollBar()
        down.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(down.setValue)
        across.valueChanged.connect(lambda value: self.setVisible(value > 0 and self._columns > 0))
        grid.horizontalHeader().sectionResized.connect(lambda *_: self.lay())
        self.hide()

    def _behave(self) -> None:
        self.setStyleSheet(_LOOK)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(1)

    def lay(self) -> None:
        """Take the place of as many columns as leave room for others."""
        grid, viewport = self._grid, self._grid.viewport().geometry()
        count = grid.model().columnCount()
        widths = [grid.columnWidth(column) for column in range(min(_MOST, count))]
        self._columns = sum(reach <= viewport.width() * _SHARE for reach in accumulate(widths))
        for column in range(count):
            self.setColumnHidden(column, column >= self._columns)
            if column < self._columns:
                self.setColumnWidth(column, widths[column])
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        above = grid.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(above)
        width = sum(widths[: self._columns]) + 2
        self.setGeometry(viewport.x(), viewport.y() - above, width, viewport.height() + above)
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())
        self.setVisible(grid.horizontalScrollBar().value() > 0 and self._columns > 0)

    def clear(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Scroll the grid so that this cell lies beside what stays, or at the very left where it is one of that."""
        across = self._grid.horizontalScrollBar()
        if index.column() < self._columns:
            across.setValue(0)
        elif across.value() > 0:
            hidden = self.width() - self._grid.visualRect(index).left()
            across.setValue(across.value() - max(0, hidden))
