"""The cheat sheet of keys: a panel over the right side of the window, opened and closed by F1, closed by Esc."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from vnpresence_desktop.gui.keys import Part, parts
from vnpresence_desktop.gui.parts import GAP, button, label, row, scrolling

_LETTERS = 54
"""Letters that a line of the sheet has room for."""
_KEYS = 20
"""Letters that the keys have room for at least, so that all parts line up."""
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class KeySheet(QFrame):
    """Lies over its host, which is the part of the window below the frame; work goes on behind it."""

    def __init__(self, window: QWidget, host: QWidget, page: Callable[[], str]) -> None:
        """Make it, hidden.

        Args:
            window: where F1 holds.
            host: what it lies over.
            page: id of the page that is shown, see `gui.keys`.
        """
        super().__init__(host)
        self.setProperty("role", "sheet")
        self.setAccessibleName("Phím tắt")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._host, self._page = host, page
        self._before: QWidget | None = None
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._area = scrolling(self._content)
        close = button("Đóng (Esc)", self.shut, "x", "link")
        head = row(label("Phím tắt", "heading"), None, close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 8, 14)
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        host.installEventFilter(self)
        QShortcut(QKeySequence("F1"), window, self.turn)
        self.hide()

    def turn(self) -> None:
        """Open it, or close it."""
        if self.isVisible():
            self.shut()
            return
        self._place()
        self.show()
        self.raise_()
        self._tell()

    def shut(self) -> None:
        """Close it; the keyboard is where it was."""
        before, self._before = self._before, None
        self.hide()
        if before and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Another page is shown: its keys."""
        if self.isVisible():
            self._tell()

    def _tell(self) -> None:
        """The keys of what is shown now; the keyboard comes here, and goes back where it was."""
        self._before = QApplication.focusWidget()
        self._fill()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        while item := self._column.takeAt(0):
            if shown := item.widget():
                shown.hide()
                shown.deleteLater()
        self._column.setSpacing(GAP)
        for part in parts(self._page()):
            self._column.addWidget(_told(part))
        self._column.addStretch(1)

    def _place(self) -> None:
        wished = self.fontMetrics().averageCharWidth() * _LETTERS + 40
        width = min(wished, self._host.width())
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The host got another size or look."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Esc is the sheet's while it has the keyboard, not that of the form behind it."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes; arrows and pages scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in _SCROLLING:
            QApplication.sendEvent(self._area.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)


def _told(part: Part) -> QWidget:
    """One part: its title, then a key and what it does on each line."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, made.fontMetrics().averageCharWidth() * _KEYS)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(part.title, "label"), 0, 0, 1, 2)
    for place, key in enumerate(part.keys, 1):
        grid.addWidget(label(key.keys, "key"), place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(key.does, wrap=True), place, 1)
    made.setAccessibleName(f"{part.title}: " + "; ".join(f"{key.keys} {key.does}" for key in part.keys))
    return made
