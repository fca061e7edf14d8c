"""Fields whose value is kept for the next record: a small pin at their end, filled while it holds; Ctrl+D sets and takes it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vnpresence_desktop.gui.fields import FieldBox
from vnpresence_desktop.gui.insets import LineButton

KEEP, KEPT = "Giữ cho hồ sơ sau", "Đang giữ cho hồ sơ sau"
_KEYS = "(Ctrl+D)"


class Pin(LineButton):
    """The pin in one field; seen while the field has the keyboard or the mouse, and always while it holds."""

    def __init__(self, line: QLineEdit | QComboBox, field: QWidget, press: Callable[[], object]) -> None:
        super().__init__(line, "pin", KEEP, press)
        self._field = field
        field.installEventFilter(self)
        self.setCheckable(True)
        self.show_pinned(pinned=False)

    def show_pinned(self, *, pinned: bool) -> None:
        """Show whether it holds."""
        self.setChecked(pinned)
        words = KEPT if pinned else KEEP
        self.setAccessibleName(words)
        self.setToolTip(f"{words} {_KEYS}")
        self.dress(*(("pin-filled", "primary") if pinned else ("pin", "muted")))
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self.isChecked() or self._field.hasFocus() or self._field.underMouse())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keyboard or the mouse came or went."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave):
            self._appear()
        return False


class Pins(QObject):
    """The pins of a form.

    Signals:
        changed(str): the pin of this field was set or taken.
        refused(str): Ctrl+D in a field (its label) that is not the same in another record.
    """

    changed = Signal(str)
    refused = Signal(str)

    def __init__(self, boxes: Mapping[str, FieldBox], form: QWidget) -> None:
        super().__init__(form)
        self._boxes, self._held = boxes, set[str]()
        self._pins = {name: self._made(name, box.editor.widget) for name, box in boxes.items() if box.field.pinnable}
        keys = QShortcut(QKeySequence("Ctrl+D"), form, self._pressed)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.setEnabled(bool(self._pins))

    def _made(self, name: str, widget: QWidget) -> Pin:
        line = (widget.lineEdit() or widget) if isinstance(widget, QComboBox) else widget
        if not isinstance(line, QLineEdit | QComboBox):
            raise TypeError(name)
        return Pin(line, widget, partial(self.toggle, name))

    @property
    def pinned(self) -> tuple[str, ...]:
        """The fields that are pinned."""
        return tuple(name for name in self._pins if name in self._held)

    def holds(self, name: str) -> bool:
        """Whether a field is pinned and says something, so that Enter may pass it."""
        return name in self._held and bool(self._boxes[name].editor.text().strip())

    def toggle(self, name: str) -> None:
        """Set the pin of a field, or take it."""
        self._pins[name].show_pinned(pinned=name not in self._held)
        self._held ^= {name}
        self.changed.emit(name)

    def _pressed(self) -> None:
        name = next((name for name, box in self._boxes.items() if box.editor.widget.hasFocus()), "")
        if name in self._pins:
            self.toggle(name)
        elif name:
            self.refused.emit(self._boxes[name].field.label)
