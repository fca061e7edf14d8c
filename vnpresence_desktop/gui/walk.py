"""Enter goes on to the next field of a form, Shift+Enter back to the one before; in every kind of field alike."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from vnpresence_desktop.gui.fields import FieldBox, Input

_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class Walk(QObject):
    """Watches the editors. Signal ``completed()``: Enter in the last field."""

    completed = Signal()

    def __init__(self, boxes: Mapping[str, FieldBox], settled: Callable[[str], bool], parent: QObject) -> None:
        """Make it.

        Args:
            boxes: the fields in their order.
            settled: whether Enter may pass over a field, since its value was given beforehand.
            parent: it lives as long.
        """
        super().__init__(parent)
        self._boxes, self._settled = boxes, settled
        for box in boxes.values():
            box.editor.widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter and Shift+Enter, with none of the other modifiers."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~(_SHIFT | _KEYPAD):
            return False
        back, name = bool(event.modifiers() & _SHIFT), watched.objectName()
        if self._boxes[name].field.input is Input.PARAGRAPHS and not back:
            return False
        if isinstance(watched, QLineEdit):
            watched.editingFinished.emit()
        if back:
            self.go_back(name)
        else:
            self.go_on(name)
        return True

    def go_on(self, name: str) -> None:
        """To the next field that is not settled already; behind the last one the form is completed."""
        names = list(self._boxes)
        following = names[names.index(name) + 1 :]
        if wanted := next((one for one in following if not self._settled(one)), ""):
            self.go_to(wanted)
        else:
            self._boxes[name].leave()
            self.completed.emit()

    def go_back(self, name: str) -> None:
        """To the field before."""
        names = list(self._boxes)
        self.go_to(names[max(0, names.index(name) - 1)])

    def go_to(self, name: str) -> None:
        """Give a field the keyboard, the whole line chosen."""
        widget = self._boxes[name].editor.widget
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QLineEdit):
            widget.selectAll()
