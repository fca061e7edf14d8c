"""Ticking rows by keyboard, and the bar that says how many are ticked and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.parts import button, label, reveal
from vnpresence_desktop.gui.table import RecordTable
from vnpresence_desktop.gui.vietnamese import number

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -20, Qt.Key.Key_PageDown: 20}


class TickKeys(QObject):
    """Shift+arrows tick on the way, Ctrl+A ticks all that is shown, Ctrl+Shift+A nothing any more, Ctrl+C copies.

    Signals:
        copied(): copy what is ticked, or the current row.
        escaped(): Esc was pressed.
    """

    copied = Signal()
    escaped = Signal()

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the class."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if held == shift and key in _STEPS:
            self._tick_on(_STEPS[key])
        elif held == control and key == Qt.Key.Key_A:
            self._table.tick_shown()
        elif held == control | shift and key == Qt.Key.Key_A:
            self._table.tick(self._table.ticked(), ticked=False)
        elif held == control and key == Qt.Key.Key_C:
            self.copied.emit()
        elif not held and key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True

    def _tick_on(self, steps: int) -> None:
        """Tick from the current row to the one so many steps away, and stand there."""
        here = self._table.currentIndex()
        if not here.isValid():
            return
        there = max(0, min(here.row() + steps, self._table.count() - 1))
        places = range(min(here.row(), there), max(here.row(), there) + 1)
        self._table.tick_places(places)
        self._table.setCurrentIndex(here.sibling(there, here.column()))


class TickBar(Flow):
    """The bar at the foot while rows are ticked."""

    def __init__(self, unit: str, **acts: Callable[[], object]) -> None:
        """Make it; ``acts``: change, copy, remove, none, all."""
        super().__init__(8, QMargins(12, 6, 12, 6))
        self.setProperty("role", "card")
        self._unit = unit
        self.told = label("", "label")
        self.all = button("Chọn cả danh sách", acts["all"])
        self.all.setToolTip("Ctrl+A")
        self.none = button("Bỏ chọn", acts["none"])
        self.none.setToolTip("Bỏ chọn hết (Ctrl+Shift+A)")
        self.change = button("Sửa…", acts["change"], "pencil")
        self.copy = button("Chép…", acts["copy"], "file-spreadsheet")
        self.change.setToolTip("Sửa hàng loạt: tình trạng, nhu cầu, ấp, đã đối chiếu")
        self.change.setAccessibleName("Sửa hàng loạt hồ sơ đã chọn")
        self.copy.setAccessibleName("Chép hồ sơ đã chọn ra Excel")
        self.copy.setToolTip(
            "Chép ra Excel: chọn che hay đầy đủ; Ctrl+C chép ngay, số định danh và điện thoại được che"
        )
        self.remove = button("Xóa…", acts["remove"], "trash-2", "danger")
        self.remove.setAccessibleName("Xóa hồ sơ đã chọn")
        self.hold((self.told, self.change, self.copy, self.remove, self.all, self.none))
        self.hide()

    def show_ticks(self, ticked: int, shown: int, *, whole: bool) -> None:
        """Say how many are ticked, of how many shown."""
        self.told.setText(f"Đã chọn {number(ticked)} {self._unit}")
        self.all.setText(f"Chọn cả {number(shown)}" if whole else "Chọn cả danh sách")
        self.all.setEnabled(whole)
        self.all.setToolTip("Ctrl+A" if whole else "Danh sách đang được đếm")
        reveal(self, shown=ticked > 0)
