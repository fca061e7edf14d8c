"""A field for the number of a row."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from vnpresence_desktop.gui.parts import mark

_LETTERS = 8


class RowNumber(QLineEdit):
    """A number from 1 on; blank, where it may be, is 0. The arrow keys move it by one.

    Signals:
        moved(): it is another one.
    """

    moved = Signal()

    def __init__(self, name: str, *, blank: str = "") -> None:
        """Make it; ``blank``: what a blank one says, "" where it may not be blank."""
        super().__init__()
        self._last, self._value, self._may_be_blank = 1, 1, bool(blank)
        self.setAccessibleName(name)
        self.setPlaceholderText(blank)
        self.editingFinished.connect(self._take)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a number."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS + 24, super().sizeHint().height())

    @property
    def value(self) -> int:
        """The row."""
        return self._value

    def put(self, value: int, last: int) -> None:
        """Show a row of so many."""
        self._last, self._value = last, value
        self.setText(str(value) if value else "")
        mark(self, "state", "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down: one row further."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.setText(str(min(max(self._value + step, 1), self._last)))
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.text().strip().replace(".", "")
        value = int(text) if text.isascii() and text.isdigit() else 0
        wrong = value > self._last or (value == 0 and (bool(text) or not self._may_be_blank))
        mark(self, "state", "error" if wrong else "")
        if not wrong and value != self._value:
            self._value = value
            self.moved.emit()
