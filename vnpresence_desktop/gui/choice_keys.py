"""A choice by its first letters, accents aside: "nu" chooses "Nữ", where Qt would stay at "Nam" after the "n"."""

import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from vnpresence_desktop.domain.text import fold

_PAUSE = 1.5
"""Seconds after which letters begin anew."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_STARTS_ANEW = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class ChoiceKeys(QObject):
    """Use: ``ChoiceKeys(box)`` for a box without a line to write in; it belongs to the box."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._typed, self._last = "", 0.0
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Letters choose; everything else is Qt's."""
        if event.type() in _STARTS_ANEW:
            self._typed = ""
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QComboBox):
            return self._pressed(watched, event)
        return False

    def _pressed(self, box: QComboBox, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace:  # an input method mends what it typed
            self._typed = self._typed[:-1]
            return True
        letter = event.text()
        if not letter.isalnum() or event.modifiers() & _COMMANDS:
            return False
        now = time.monotonic()
        if now - self._last > _PAUSE:
            self._typed = ""
        self._last = now
        self._choose(box, letter)
        return True

    def _choose(self, box: QComboBox, letter: str) -> None:
        """The first text that begins so; a letter repeated goes round those that begin with it."""
        typed, count = self._typed + fold(letter), box.count()
        again = len(set(typed)) == 1 and len(typed) > 1
        texts = [fold(box.itemText(place)) for place in range(count)]
        after = box.currentIndex() + 1
        round_ = [(after + step) % count for step in range(count)] if again and count else range(count)
        wanted = typed[0] if again else typed
        if (place := next((at for at in round_ if texts[at].startswith(wanted)), -1)) >= 0:
            self._typed = typed[:1] if again else typed
            box.setCurrentIndex(place)
