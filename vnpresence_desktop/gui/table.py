"""A table of records that stays quick at a million rows; made for the keyboard.

Use::

    table = RecordTable([Column(title="Tên", width=28, stretch=True), Column(title="Ngày cấp", show=dates.show)],
                        ids=search, rows=read, name="Danh sách hộ kinh doanh", empty="Chưa có hộ kinh doanh nào.")
    table.load("nguyen")            # asks ids("nguyen") here and now (a few ms); a slow search: in a job, then show_ids
    table.opened.connect(open_record)

Keys: arrows, Page Up/Down, Home/End; Enter opens; Space ticks where ticking is on; a letter goes to ``typed``, for the
search box. Rows are read 64 at a time as they come into sight; what hinders it is said in a line at the table's foot.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from vnpresence_desktop.gui.emptiness import paint_emptiness
from vnpresence_desktop.gui.foot import Foot
from vnpresence_desktop.gui.pressing import is_enter
from vnpresence_desktop.gui.rows import Column, Row, RowModel
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.gui.widths import ColumnWidths

__all__ = ["Column", "RecordTable"]


@runtime_checkable
class Placed(Protocol):
    """Ids that know by themselves where one of them stands."""

    def place(self, record_id: Any) -> int | None:
        """Where this id stands; None where it does not."""


class RecordTable(QTableView):
    """See the module's text.

    Signals:
        opened(object): Enter or a double click on the row of this id.
        chosen(object): the row of this id is the current one now; None where there is none.
        counted(int): how many rows are shown now.
        ticks_changed(): `ticked` changed.
        typed(str): a letter was typed on the table.
    """

    opened = Signal(object)
    chosen = Signal(object)
    counted = Signal(int)
    ticks_changed = Signal()
    typed = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        ids: Callable[[str], Sequence[Any]],
        rows: Callable[[Sequence[Any]], Sequence[Row]],
        *,
        name: str,
        empty: str = "Không có dòng nào.",
        tickable: bool = False,
        may_tick: Callable[[Any], bool] = lambda _: True,
        model: type[RowModel] = RowModel,
    ) -> None:
        """Make it, empty until `load` or `show_ids`.

        Args:
            columns: see `Column`.
            ids: ids of the rows for a text searched for, in order; "" for all.
            rows: for some ids, one tuple each with a value for every column, () for one that is gone.
            name: what it is, for screen readers.
            empty: shown where there is no row.
            tickable: each row has a box to tick.
            may_tick: whether the row of this id has one.
            model: of the rows, where more is wanted of it.
        """
        super().__init__()
        self._find, self._empty, self._text = ids, empty, ""
        self._rows = model(columns, rows, tickable=tickable, may_tick=may_tick, parent=self)
        self._rows.colour = colour
        self._rows.ticks_changed.connect(self.ticks_changed)
        self._foot = Foot(self)
        self._rows.failed.connect(self._foot.tell, Qt.ConnectionType.QueuedConnection)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self._behave()
        self._widths = ColumnWidths(self, lambda: self._rows.columns)
        self._measure()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.current_id()))

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()  # shown, it lays out a million rows anew at every reset
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 12)
        self.horizontalHeader().setMinimumSectionSize(metrics.averageCharWidth() * 6)
        self._widths.begin()

    def setColumnHidden(self, column: int, hide: bool) -> None:  # noqa: N802, FBT001 - Qt's name and arguments
        """Hide or show a column; the others get its room."""
        if self.isColumnHidden(column) != hide:
            super().setColumnHidden(column, hide)
            self._widths.lay()

    # -- rows

    def load(self, text: str = "") -> None:
        """Search and show; the row that was current stays so if it is still there."""
        self._text = text
        self.show_ids(self._find(text))

    def refresh(self) -> None:
        """Search for the same again and read every row anew, after something was saved."""
        self.load(self._text)

    def show_ids(self, ids: Sequence[Any]) -> None:
        """Show these rows; the row that was current stays so if it is among them.

        Ids that are not `Placed` are looked through: the first ten thousand.
        """
        kept = self.current_id()
        self._foot.say("error", "")
        self._rows.show_ids(ids)
        if ids:
            self.setCurrentIndex(self._rows.index(_place(ids, kept) or 0, 0))
        self.setAccessibleDescription("" if ids else self._empty)  # the words are only painted
        self.counted.emit(len(ids))
        self.chosen.emit(self.current_id())
        self.viewport().update()

    def grow(self, ids: Sequence[Any]) -> None:
        """Show more rows behind those that are shown, with which these must begin."""
        self._rows.grow(ids)
        self.counted.emit(len(ids))

    def select(self, record_id: Any) -> bool:
        """Make the row of this id the current one; False where it is not shown."""
        place = _place(self._rows.ids, record_id)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place, 0))
        return place is not None

    @property
    def ids(self) -> Sequence[Any]:
        """Ids of the rows shown, in order."""
        return self._rows.ids

    def in_order(self, wanted: Collection[Any]) -> list[Any]:
        """Those of some ids that are shown, in the order of the rows."""
        ids = self._rows.ids
        if len(wanted) > _FEW or not isinstance(ids, Placed):
            return [one for one in ids if one in wanted]
        places = {one: ids.place(one) for one in wanted}
        return sorted((one for one in wanted if places[one] is not None), key=lambda one: places[one] or 0)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; the current row stays current."""
        place = self.currentIndex().row()
        self._rows.show_columns(columns)
        self._measure()
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))

    def say_empty(self, words: str) -> None:
        """What is shown where there is no row, from the next `load` or `show_ids` on."""
        self._empty = words

    def count(self) -> int:
        """How many rows are shown."""
        return len(self._rows.ids)

    def current_id(self) -> Any:
        """Id of the current row, None where there is none."""
        place = self.currentIndex()
        return self._rows.id_at(place.row()) if place.isValid() else None

    def texts(self, place: int) -> list[str]:
        """The cells of a row as shown."""
        return [str(self._rows.index(place, at).data()) for at in range(len(self._rows.columns))]

    @property
    def failure(self) -> str:
        """Why rows could not be read, as said at the foot; "" while they could."""
        return self._foot.text

    # -- ticks

    def ticked(self) -> frozenset[Any]:
        """Ids of all ticked rows, also those the search hides now."""
        return frozenset(self._rows.ticked)

    def tick(self, ids: Iterable[Any], *, ticked: bool = True) -> None:
        """Tick or untick rows."""
        self._rows.tick(ids, ticked=ticked)

    def tick_shown(self, *, ticked: bool = True) -> None:
        """Tick or untick all rows that are shown now."""
        self._rows.tick(self._rows.ids, ticked=ticked)

    def tick_places(self, places: Iterable[int]) -> None:
        """Tick the rows at these places."""
        self._rows.tick([self._rows.ids[place] for place in places])

    # -- Qt

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        one = self._rows.id_at(index.row()) if index.isValid() else None
        if one is not None:
            self.opened.emit(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the row; Space ticks it from any column."""
        if is_enter(event):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn_tick(self._rows.index(self.currentIndex().row(), 0))
        else:
            super().keyPressEvent(event)

    def _turn_tick(self, index: QModelIndex) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            turned = Qt.CheckState.Unchecked if Qt.CheckState(state) is Qt.CheckState.Checked else Qt.CheckState.Checked
            self._rows.setData(index, turned, Qt.ItemDataRole.CheckStateRole)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Never through all the rows, as Qt would: the page's search box gets the letter."""
        self.typed.emit(search)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As much for the stretching column as there is room."""
        super().resizeEvent(event)
        self._widths.lay()
        self._foot.lay()
        row = self.visualRect(self.currentIndex())
        if self.viewport().height() <= row.bottom() < event.oldSize().height():  # a message above took its room
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want higher rows and wider columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_rows"):
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rows, or why there are none."""
        super().paintEvent(event)
        if not self._rows.ids:
            paint_emptiness(self.viewport(), self._empty)


_LOOKED_AT = 10_000
_FEW = 50
"""Ids that are looked for one by one in a long list."""


def _place(ids: Sequence[Any], wanted: Any) -> int | None:
    if wanted is None:
        return None
    if isinstance(ids, Placed):
        return ids.place(wanted)
    return next((place for place, found in enumerate(ids[:_LOOKED_AT]) if found == wanted), None)
