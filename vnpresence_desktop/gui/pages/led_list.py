"""A list of suggestions below a line of text: led by the line's keys, so that the keyboard never leaves the line."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from vnpresence_desktop.gui.pressing import is_enter

_LINES, _EDGE = 8, 8
"""Lines seen at a time; pixels to the edge of the page."""
_ROLE = Qt.ItemDataRole.UserRole
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LedList(QListWidget):
    """Floats over the page. Down and Up go round, Enter takes and goes on as in any field, Esc closes.

    Signal ``taken(object)``: what was offered under the line that was taken.
    """

    taken = Signal(object)

    def __init__(self, line: QLineEdit, page: QWidget, name: str) -> None:
        super().__init__(page)
        self._line, self._page = line, page
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        line.installEventFilter(self)
        page.installEventFilter(self)
        self.itemClicked.connect(self._take)
        self.currentTextChanged.connect(self._say)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offer texts, each with what it stands for, the first one marked; none closes the list."""
        self.clear()
        for text, what in choices:
            item = QListWidgetItem(text, self)
            item.setData(_ROLE, what)
        self.setCurrentRow(0)
        self.setVisible(self.count() > 0)
        if self.count():
            self._place()

    def _place(self) -> None:
        """Below the line, or above it where there is no room; as wide as its texts want, as far as the page goes."""
        self.ensurePolished()
        height = self.sizeHintForRow(0) * min(self.count(), _LINES) + 8
        top = self._line.mapTo(self._page, QPoint(0, 0))
        below = top.y() + self._line.height() + 2
        above = top.y() - 2 - height
        fits = below + height <= self._page.height() or above < 0
        width = min(max(self._line.width(), self.sizeHintForColumn(0) + 40), self._page.width() - 2 * _EDGE)
        left = max(_EDGE, min(top.x(), self._page.width() - _EDGE - width))
        self.setGeometry(left, below if fits else above, width, height)
        self.raise_()

    def _say(self, text: str) -> None:
        """A screen reader stays at the line: it hears there what is marked."""
        if self.isVisible():
            self._line.setAccessibleDescription(text)

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        self.taken.emit(item.data(_ROLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keys of the line, while the list is open."""
        if watched not in (self._line, self._page):
            return super().eventFilter(watched, event)  # of the list's own scroll bars and viewport
        return self.isVisible() and self._watch(watched, event)

    def _watch(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Resize or (watched is self._line and kind == QEvent.Type.FocusOut):
            self.hide()
        elif watched is self._line and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # else Esc would leave the page
            elif kind == QEvent.Type.KeyPress:
                return self._lead(event)
        return False

    def _lead(self, event: QKeyEvent) -> bool:
        """Whether the key was the list's own; Enter is the form's too, which goes to the next field."""
        if event.key() in _STEPS:
            self.setCurrentRow((self.currentRow() + _STEPS[event.key()]) % self.count())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        if is_enter(event):
            self._take(self.currentItem())
        return False
