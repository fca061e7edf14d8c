"""Where someone was typing: a field and the place within its text, as a short text that a draft can keep."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def place_in(name: str, widget: QWidget) -> str:
    """Field and place of the cursor, e.g. "owner:5"."""
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    if isinstance(line, QLineEdit):
        return f"{name}:{line.cursorPosition()}"
    return f"{name}:{line.textCursor().position() if isinstance(line, QPlainTextEdit) else 0}"


def field_of(place: str) -> str:
    """The field of a place, "" for what is none."""
    return place.partition(":")[0]


def set_cursor(widget: QWidget, place: str) -> None:
    """Put the cursor of a field where it was; nothing is chosen, so that typing goes on there."""
    number = place.partition(":")[2]
    at = int(number) if number.isascii() and number.isdigit() else 0
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    if isinstance(line, QLineEdit):
        line.deselect()
        line.setCursorPosition(min(at, len(line.text())))
    elif isinstance(line, QPlainTextEdit):
        cursor = line.textCursor()
        cursor.setPosition(min(at, len(line.toPlainText())))
        line.setTextCursor(cursor)
