"""The line that searches a list: what is typed anywhere in the list lands in it, arrow and Enter lead back to the rows."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from vnpresence_desktop.gui.insets import searching
from vnpresence_desktop.gui.table import RecordTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(QLineEdit):
    """Down or Enter goes into the rows where there are any, Esc clears the text; the list searches by ``textChanged``.

    ``returnPressed`` comes before Enter goes on: who takes the keyboard then keeps it.
    """

    def __init__(self, name: str, hint: str) -> None:
        """Make it.

        Args:
            name: what is searched, for screen readers, e.g. "Tìm buổi tuyên truyền".
            hint: by what it can be searched; shown while it is empty, and as tooltip.
        """
        super().__init__()
        self._table: RecordTable | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        searching(self)

    def lead(self, table: RecordTable) -> None:
        """Belong to a table."""
        self._table = table
        table.typed.connect(self._type)

    def take_keyboard(self) -> None:
        """For Ctrl+F: here, with the text chosen so that typing begins anew."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _type(self, letter: str) -> None:
        if self.isEnabled():
            self.setFocus()
            self.insert(letter)

    def event(self, event: QEvent) -> bool:
        """While there is text Esc is the line's own; else it may be the page's, which leads back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See the class."""
        if self._clears(event):
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._to_rows()
        elif event.key() in _ENTER:
            self.returnPressed.emit()
            self._to_rows()
        else:
            super().keyPressEvent(event)

    def _to_rows(self) -> None:
        if self._table and self._table.count() and self.hasFocus():
            self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def _clears(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())
