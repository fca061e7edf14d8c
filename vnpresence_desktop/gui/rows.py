"""The model behind a table of records: ids only, rows read in pages as they come into sight, the last few pages kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from vnpresence_desktop.domain.problems import UserError

Id = Hashable
"""What names a row: the record's id, or a row number of the store."""
Row = Sequence[Any]
Index = QModelIndex | QPersistentModelIndex

PAGE = 64
"""Rows read at a time."""
KEPT = 64
"""Pages kept."""
TIP_LETTERS = 70
"""Letters in a line of a tooltip; Qt wraps no plain one itself."""

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_BOXED = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        title: as shown.
        width: in letters; the window's size of letters counts.
        align: figures to the right, everything else to the left.
        show: the cell's value as text, e.g. ``domain.dates.show`` for dates, ``gui.vietnamese.number`` for figures.
        level: of the cell's value: "ok", "warning", "error", "muted" or "", for its colour; the text must say it too.
        why: what its tooltip and a screen reader add to the cell's text, by the row's id; asked for when it is wanted.
        stretch: takes the room that is left.
        tip: what the heading's tooltip says where it is more than the title.
        spare: is left out where the room lacks.
    """

    title: str
    width: int = 14
    align: Literal["left", "right", "center"] = "left"
    show: Callable[[Any], str] = _plain
    level: Callable[[Any], str] | None = None
    why: Callable[[Any], str] | None = None
    stretch: bool = False
    tip: str = ""
    spare: bool = False


class RowModel(QAbstractTableModel):
    """Rows by id. ``rows(ids)`` gives one row for each id in the same order, () for one that is gone.

    Signals:
        ticks_changed(): `ticked` changed.
        failed(object): rows could not be read, a `UserError`; emitted while the table paints, so connect it queued.
    """

    ticks_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Callable[[Sequence[Any]], Sequence[Row]],
        *,
        tickable: bool = False,
        may_tick: Callable[[Any], bool] = lambda _: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.ids: Sequence[Any] = ()
        self.ticked: set[Any] = set()
        self.colour: Callable[[str], QColor] | None = None
        self._rows, self._tickable, self._may_tick = rows, tickable, may_tick
        self._pages: OrderedDict[int, tuple[Sequence[Any], Sequence[Row]]] = OrderedDict()

    def show_ids(self, ids: Sequence[Any]) -> None:
        """Show these rows; what was read before is read anew when it comes into sight. Ticks stay."""
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self.endResetModel()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows, which are read anew."""
        self.beginResetModel()
        self.columns = columns
        self._pages.clear()
        self.endResetModel()

    def grow(self, ids: Sequence[Any]) -> None:
        """Show more rows behind those that are shown, with which these must begin; what was read is kept."""
        shown = len(self.ids)
        if len(ids) <= shown:
            self.ids = ids
            return
        self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
        self.ids = ids
        self._pages.pop(shown // PAGE, None)  # the last page may not have been full
        self.endInsertRows()

    def tick(self, ids: Iterable[Any], *, ticked: bool = True) -> None:
        """Tick or untick rows, whether shown now or not; those that may not be ticked stay as they are."""
        ids = {one for one in ids if self._may_tick(one)}
        self.ticked = self.ticked | ids if ticked else self.ticked - ids
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, 0), [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def row(self, place: int) -> Row:
        """The values of a row; () where it is gone."""
        return self._page(place)[1][place % PAGE]

    def id_at(self, place: int) -> Any:
        """The id of a row; None where it can't be read."""
        return self._page(place)[0][place % PAGE]

    def _page(self, place: int) -> tuple[Sequence[Any], Sequence[Row]]:
        number = place // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
        else:
            self._read(number)
        return self._pages[number]

    def _read(self, number: int) -> None:
        """Read a page; one that fails stays blank until `show_ids`, or each painting would fail anew."""
        count = min(PAGE, len(self.ids) - number * PAGE)
        self._pages[number] = [None] * count, [()] * count
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        try:
            ids = self.ids[number * PAGE : number * PAGE + count]
            self._pages[number] = ids, [()] * count
            self._pages[number] = ids, self._rows(ids)
        except UserError as error:
            self.failed.emit(error)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, D102
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, D102
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _BOXED if self._has_box(index) else _PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        answer = _ANSWERS.get(role)  # asked hundreds of times a painting, for most roles in vain
        return answer(self, self.columns[index.column()], index) if answer and index.isValid() else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, D102
        if role != Qt.ItemDataRole.CheckStateRole or not self._has_box(index):
            return False
        self.tick([self.id_at(index.row())], ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _align(self, column: Column, _: Index) -> Qt.AlignmentFlag:
        return _ALIGN[column.align]

    def _tip(self, column: Column, index: Index) -> str:
        lines = (self._text(column, index), *self._why(column, index).splitlines())
        return "\n".join(fill(line, TIP_LETTERS) for line in lines)

    def _heard(self, column: Column, index: Index) -> str:
        return f"{column.title}: {self._text(column, index)}"

    def _text(self, column: Column, index: Index) -> str:
        row = self.row(index.row())
        return column.show(row[index.column()]) if row else "…"

    def _why(self, column: Column, index: Index) -> str:
        if column.why is None or not self.row(index.row()):
            return ""
        try:
            return column.why(self.id_at(index.row()))
        except UserError as error:
            return str(error)

    def _has_box(self, index: Index) -> bool:
        if not self._tickable or index.column() != 0:
            return False
        one = self.id_at(index.row())
        return one is not None and self._may_tick(one)

    def _tick_state(self, _: Column, index: Index) -> Qt.CheckState | None:
        if not self._has_box(index):
            return None
        return Qt.CheckState.Checked if self.id_at(index.row()) in self.ticked else Qt.CheckState.Unchecked

    def _foreground(self, column: Column, index: Index) -> QColor | None:
        row = self.row(index.row())
        level = column.level(row[index.column()]) if column.level and row else ""
        return self.colour(level) if self.colour and level else None


_ANSWERS: Mapping[int, Callable[[RowModel, Column, Index], Any]] = {
    Qt.ItemDataRole.DisplayRole: RowModel._text,
    Qt.ItemDataRole.ForegroundRole: RowModel._foreground,
    Qt.ItemDataRole.TextAlignmentRole: RowModel._align,
    Qt.ItemDataRole.CheckStateRole: RowModel._tick_state,
    Qt.ItemDataRole.ToolTipRole: RowModel._tip,
    Qt.ItemDataRole.AccessibleTextRole: RowModel._heard,
    Qt.ItemDataRole.AccessibleDescriptionRole: RowModel._why,
}
"""Role → what answers it; any other role has no answer."""
