"""The grid of the repair screen: every row as it would come in, mended in place; quick at 100,000 rows.

Keys: F2, Enter or typing edit a cell; in the editor Enter keeps, Esc gives up, Tab goes on to the next cell; Delete empties;
F8 goes to the next thing that is wrong; Space leaves the row out or takes it again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vnpresence_desktop.gui.icons import icon
from vnpresence_desktop.gui.pages.import_review_cells import Shown
from vnpresence_desktop.gui.pages.import_review_frozen import Frozen
from vnpresence_desktop.gui.pages.import_review_kinds import Rows
from vnpresence_desktop.gui.rows import Column, RowModel
from vnpresence_desktop.gui.table import RecordTable
from vnpresence_desktop.gui.tokens import colour

Index = QModelIndex | QPersistentModelIndex

FIRST = 2
"""Columns before the fields: the row's number, and what becomes of it."""
_ICONS: Mapping[str, tuple[str, str]] = {
    "error": ("circle-alert", "error"),
    "warning": ("triangle-alert", "warning"),
    "accepted": ("circle-check", "muted"),
    "hint": ("info", "muted"),
}
_GROUNDS: Mapping[str, str] = {"error": "error_soft", "warning": "warning_soft"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_Delete, Qt.Key.Key_Space)
"""Keys that are the grid's, whatever they do elsewhere in the window."""
_RING, _CORNER = 2, 7
"""Pixels: of the frame around the current cell, and of the corner that says that a cell was typed."""


class RepairModel(RowModel):
    """Rows of `Shown` cells, after the number; those of fields can be edited.

    Signals:
        typed(int, int, str): place of the row, of the column, and the text that was typed into it.
    """

    typed = Signal(int, int, str)
    text_of: Callable[[Any, int], str] = staticmethod(lambda row, column: "")
    """By row and column: what an editor begins with."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of fields can be edited."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() >= FIRST else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What an editor begins with, and how a cell looks, besides what every table says."""
        if role == Qt.ItemDataRole.EditRole:
            return self.text_of(self.id_at(index.row()), index.column())
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.UserRole):
            shown = self._shown(index)
            return self._look(shown, role) if shown else None
        return super().data(index, role)

    def _look(self, shown: Shown, role: int) -> Any:
        if role == Qt.ItemDataRole.UserRole:
            return shown
        if role == Qt.ItemDataRole.BackgroundRole:
            return colour(_GROUNDS[shown.level]) if shown.level in _GROUNDS and not shown.icon else None
        if not shown.lost:
            return None
        font = QFont()
        font.setStrikeOut(True)
        return font

    def _shown(self, index: Index) -> Shown | None:
        row = self.row(index.row())
        cell = row[index.column()] if row else None
        return cell if isinstance(cell, Shown) else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """A text was typed into a cell."""
        if role == Qt.ItemDataRole.EditRole:
            if value != self.data(index, role):
                self.typed.emit(index.row(), index.column(), value)
            return True
        return super().setData(index, value, role)

    def renew(self) -> None:
        """The same rows, with other values in them."""
        self._pages.clear()
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))


class _Painter(QStyledItemDelegate):
    """Draws a cell with its sign, the corner of what was typed, and a ring around the current one; edits in a plain line."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """With the icon of what is wrong with it."""
        super().initStyleOption(option, index)
        shown = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(shown, Shown) or not (shown.level or shown.icon):
            return
        name, ink = _ICONS.get(shown.level, ("", "muted"))
        side = round(QFontMetrics(option.font).height() * 0.85)
        option.icon = icon(shown.icon or name, colour(ink if shown.level else shown.ink or "muted").name(), side)
        option.decorationSize = option.icon.actualSize(option.decorationSize.expandedTo(option.decorationSize))
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """As Qt paints it, and what Qt has no word for."""
        super().paint(painter, option, index)
        shown = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(shown, Shown) and shown.level in _GROUNDS and not shown.icon:
            line = option.rect.adjusted(0, option.rect.height() - _RING, 0, 0)
            painter.fillRect(line, colour(shown.level))
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus() and index == view.currentIndex():
            painter.save()
            painter.setPen(QPen(colour("focus"), _RING))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
        if isinstance(shown, Shown) and shown.changed:
            _paint_corner(painter, option.rect)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """A plain line: nothing in it disturbs Vietnamese typing."""
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)).partition(":")[0])
        line.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 6px; min-height: 0; }")
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Over the whole cell, its sign too."""
        editor.setGeometry(option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """What was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, " ".join(editor.text().split()), Qt.ItemDataRole.EditRole)


def _paint_corner(painter: QPainter, cell: QRect) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("primary"))
    right, top = cell.right() + 1, cell.top()
    painter.drawPolygon(QPolygon([QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]))
    painter.restore()


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _OWN and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class RepairGrid(RecordTable):
    """See the module's text.

    Signals:
        typed(int, str, str): Excel row, field, text.
        turned(int): Space was pressed on this row.
        sought(): F8.
        settled(): an editor was shut; what waited for that can be shown.
    """

    typed = Signal(int, str, str)
    turned = Signal(int)
    sought = Signal()
    settled = Signal()

    def __init__(
        self, rows: Callable[[Sequence[Any]], Sequence[Sequence[Any]]], text_of: Callable[[int, str], str]
    ) -> None:
        super().__init__((), lambda _: (), rows, name="Các dòng của danh sách", model=RepairModel)
        self.fields: tuple[str, ...] = ()
        self._model: RepairModel = self._rows  # type: ignore[assignment]
        self._model.text_of = lambda row, column: text_of(row, self.field_at(column))
        self._model.typed.connect(self._typed)
        self.setItemDelegate(_Painter(self))
        triggers = QAbstractItemView.EditTrigger
        self._frozen = Frozen(self, _Painter(self))
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)

    def field_at(self, column: int) -> str:
        """The field of a column; "" for one of the first."""
        return self.fields[column - FIRST] if FIRST <= column < FIRST + len(self.fields) else ""

    @property
    def field(self) -> str:
        """The field of the current cell."""
        return self.field_at(self.currentIndex().column())

    @property
    def editing(self) -> bool:
        """Whether a cell is being typed."""
        return self.state() is QAbstractItemView.State.EditingState

    # -- rows

    def show_fields(self, fields: Sequence[str], columns: Sequence[Column]) -> None:
        """Show these fields; ``columns`` describe them, after the first ones."""
        if tuple(fields) != self.fields:
            self.fields = tuple(fields)
            self.show_columns(columns)
            self._frozen.lay()

    def show_rows(self, rows: Rows) -> None:
        """Show these rows; the current cell stays, or that which follows it, and so does the place on the screen."""
        kept, column = self.current_id(), max(self.currentIndex().column(), 0)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        if self.ids == rows:
            self.renew()
        else:
            self.show_ids(rows)
            self.verticalScrollBar().setValue(down)
        if rows:
            self._stand(0 if kept is None else rows.near(kept), column)
        self.horizontalScrollBar().setValue(across)
        self.chosen.emit(self.current_id())

    def renew(self) -> None:
        """The same rows, with other values in them."""
        self._model.renew()

    def stand(self, row: int, field: str = "") -> None:
        """Go to a field of a row, or to what becomes of the row."""
        place = self.ids.place(row) if isinstance(self.ids, Rows) else None
        if place is not None:
            self._stand(place, FIRST + self.fields.index(field) if field in self.fields else FIRST - 1)

    def _stand(self, place: int, column: int) -> None:
        index = self._rows.index(place, min(column, len(self._rows.columns) - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # -- keys

    def event(self, event: QEvent) -> bool:
        """The grid's own keys are no shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See the module's text."""
        if self.editing:  # what the editor leaves over, e.g. Enter, is no key of the grid
            event.accept()
        elif event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif event.key() in (*_ENTER, Qt.Key.Key_F2):
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.current_id() is not None:
            self.turned.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Delete and self.field:
            self._model.setData(self.currentIndex(), "")
        elif event.key() == Qt.Key.Key_F8:
            self.sought.emit()
        else:
            super().keyPressEvent(event)

    def edit(self, index: Index, *rest: Any) -> Any:
        """Edit a cell; a key on the row's number edits its first field that can be."""
        if not rest and index.isValid() and index.column() < FIRST and self.fields:
            index = self._rows.index(index.row(), FIRST)
            self.setCurrentIndex(index)
        return super().edit(index, *rest)

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Beside the columns that stay, never under them."""
        super().scrollTo(index, hint)
        if hasattr(self, "_frozen"):  # Qt asks while the table is being made
            self._frozen.clear(index)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The columns that stay follow."""
        super().resizeEvent(event)
        if hasattr(self, "_frozen"):
            self._frozen.lay()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """What came while it was open can be shown now."""
        super().closeEditor(editor, hint)
        if not self.editing:
            self.settled.emit()

    def _typed(self, place: int, column: int, text: str) -> None:
        self.typed.emit(self._model.id_at(place), self.field_at(column), text)
