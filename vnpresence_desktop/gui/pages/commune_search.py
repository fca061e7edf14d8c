"""Find one of the country's communes by typing a part of its name, accents or not; all by keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.parts import label, mark, starred
from vnpresence_desktop.work.desk import Commune

_LINES = 6
_ROLE = Qt.ItemDataRole.UserRole
_HINT = "Gõ tên xã, phường và tỉnh, không dấu cũng được: phong dien can tho"


class CommuneSearch(QWidget):
    """Down goes into the list, Enter takes the one that is marked (the first while typing).

    Signal ``chosen()`` when a commune was taken; `commune` is None again as soon as the text is changed.
    """

    chosen = Signal()

    def __init__(self, find: Callable[[str], Sequence[Commune]]) -> None:
        super().__init__()
        self._find = find
        self.commune: Commune | None = None
        self.line, self.list, self.message = QLineEdit(), QListWidget(), MessageLine()
        self.line.setAccessibleName("Xã, phường, đặc khu (bắt buộc)")
        self.line.setPlaceholderText(_HINT)
        self.list.setAccessibleName("Các xã, phường tìm thấy")
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.hide()
        title = label("&Xã, phường, đặc khu", "label", buddy=self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(starred(title))
        for widget in (self.line, self.list, self.message):
            column.addWidget(widget)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def _typed(self, text: str) -> None:
        self.commune = None
        self._clear_message()
        found = self._find(text)
        self.list.clear()
        for place in found:
            item = QListWidgetItem(f"{place.name}, {place.province}", self.list)
            item.setData(_ROLE, place)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        height = self.list.sizeHintForRow(0) if found else 0
        self.list.setFixedHeight(height * min(len(found), _LINES) + 8)
        if text.strip() and not found:
            self.message.say("warning", "Không tìm thấy. Hãy gõ tên sau sắp xếp ngày 01/7/2025, hoặc thêm tên tỉnh.")

    def _clear_message(self) -> None:
        self.message.say("hint", "")
        mark(self.line, "state", "")

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.commune = item.data(_ROLE)
        self.line.setText(item.text())
        self.list.hide()
        self._clear_message()
        self.line.setFocus()
        self.chosen.emit()

    def demand(self) -> bool:
        """Say that a commune is needed, where there is none, and go there; returns whether there is one."""
        if self.commune is None:
            self.message.say("error", "Hãy gõ tên rồi chọn xã, phường trong danh sách hiện ra.")
            mark(self.line, "state", "error")
            self.line.setFocus()
        return self.commune is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The list is led from the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list.isVisible():
            row, last = self.list.currentRow(), self.list.count() - 1
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(last, row + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.list.hide()
                return True
        return False
