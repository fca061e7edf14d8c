"""The list that Qt opens below a box while it is typed in: its manners."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Suggestions(QObject):
    """Keeps a box's list of suggestions out of the way of who types on.

    Enter takes what is marked and is the box's own as well: Qt would only shut the list, and whoever typed blindly would go on
    typing in the same field. When a shortcut moves the keyboard on the list is shut: it would take the next key, over the form.
    It holds no widget: the keyboard moves too while the box and its list are being deleted.
    """

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._listens = False
        box.editTextChanged.connect(self._listen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _listen(self) -> None:
        """From the first letter on; most lists are never opened."""
        box = self.parent()
        completer = box.completer() if isinstance(box, QComboBox) and not self._listens else None
        if completer and (shown := completer.popup()):
            shown.installEventFilter(self)
            self._listens = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter, with or without Shift."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if isinstance(watched, QWidget):
            watched.hide()
        if box := self.parent():
            QApplication.sendEvent(box, event)
        return True

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        shown = QApplication.activePopupWidget()
        line = shown.focusProxy() if shown else None  # of suggestions only: what they are for
        if shown and line and now not in (None, shown, line, line.parentWidget()):
            shown.hide()
