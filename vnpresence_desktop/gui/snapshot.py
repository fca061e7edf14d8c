"""How a widget was before some keys came, to set it back as if they never had."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

Restore = Callable[[], None]


def snapshot(widget: QWidget | None) -> Restore:
    """Note a widget's text, cursor and choice; what is returned sets them back, and closes a list that has opened since.

    Text that was put back cannot be undone to what stood there in between: the widget's undo stack begins anew.
    """
    back = _of(widget)
    popup = QApplication.activePopupWidget()

    def restore() -> None:
        opened = QApplication.activePopupWidget()
        if opened and opened is not popup:
            opened.close()
        if widget and shiboken6.isValid(widget):
            back()

    return restore


def _of(widget: QWidget | None) -> Restore:
    if isinstance(widget, QComboBox):
        return _choice(widget)
    if isinstance(widget, QPlainTextEdit):
        return _paragraphs(widget)
    if isinstance(widget, QAbstractItemView):
        return _row(widget)
    line = widget.findChild(QLineEdit) if isinstance(widget, QAbstractSpinBox) else widget
    return _line(line) if isinstance(line, QLineEdit) else lambda: None


def _line(line: QLineEdit) -> Restore:
    text, cursor, modified = line.text(), line.cursorPosition(), line.isModified()
    start, length = line.selectionStart(), line.selectionLength()

    def restore() -> None:
        if line.text() != text:
            line.setText(text)
            line.setModified(modified)
        if start >= 0:
            backwards = cursor == start
            line.setSelection(start + length if backwards else start, -length if backwards else length)
        else:
            line.setCursorPosition(cursor)

    return restore


def _choice(box: QComboBox) -> Restore:
    place, line = box.currentIndex(), box.lineEdit()
    text_back = _line(line) if line else lambda: None

    def restore() -> None:
        if box.currentIndex() != place:
            box.setCurrentIndex(place)
        text_back()

    return restore


def _paragraphs(area: QPlainTextEdit) -> Restore:
    text, cursor = area.toPlainText(), area.textCursor()
    anchor, position = cursor.anchor(), cursor.position()

    def restore() -> None:
        if area.toPlainText() != text:
            area.setPlainText(text)
        back = area.textCursor()
        back.setPosition(anchor)
        back.setPosition(position, back.MoveMode.KeepAnchor)
        area.setTextCursor(back)

    return restore


def _row(view: QAbstractItemView) -> Restore:
    place = QPersistentModelIndex(view.currentIndex())

    def restore() -> None:
        if place.isValid() and view.model():
            view.setCurrentIndex(view.model().index(place.row(), place.column(), place.parent()))

    return restore
