"""A barcode scanner types what it reads: told from a person's hands by its speed, and kept out of whatever has the keyboard.

A scan is a run of keys less than 50 ms apart that holds a "|" and ends with Enter or Tab. Its first three digits may reach
the field that has the keyboard, further ones are held back until it is clear what they are; at the "|" the field is set back
as it was and nothing more of the scan gets through. So no draft, undo stack or log ever holds what was on a card.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication

from vnpresence_desktop.gui.snapshot import Restore, snapshot

WAITING = "Chờ quét thẻ…"
"""What is shown while the scanner is armed."""

_GAP = 50
"""Milliseconds between two keys of a scanner at most; a person's are further apart, but for two or three at a time."""
_PATIENCE = 400
"""Milliseconds after which a scan that stopped in its middle is given up."""
_FREE = 3
"""Fast digits that reach the field: a person's two fingers on neighbouring keys may be as fast."""
_SURE = 8
"""Letters with a "|" among them that no hand types so fast."""
_FEWEST = 4
_MOST = 2000
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
_PLAIN = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Scanner(QObject):
    """Watches the keys of whichever window has the keyboard.

    Signals:
        scanned(str): a whole scan as typed, without its end; to be read at once by `vnpresence_desktop.domain.card` and kept
            nowhere.
        failed(str): a scan that stopped in its middle, a code of ``card_fault``.
        armed(bool): F2 was pressed, or the waiting ended: until then any code is taken, with or without a "|".
    """

    scanned = Signal(str)
    failed = Signal(str)
    armed = Signal(bool)

    def __init__(self, app: QGuiApplication, stamp: Callable[[QKeyEvent], float] | None = None) -> None:
        """Begin to watch.

        Args:
            app: the application; the scanner lives as long.
            stamp: milliseconds at which a key was pressed, of any one clock; the system's unless given.
        """
        super().__init__(app)
        self._app = app
        self._stamp = stamp or _pressed_at
        self._window: QWindow | None = None
        self._text, self._last, self._ended = "", float("-inf"), float("-inf")
        self._held: list[QKeyEvent] = []
        self._restore: Restore = lambda: None
        self._caught = self._armed = self._replaying = False
        self._hold_on = self._timer(_GAP + 10, self._release)
        self._patience = self._timer(_PATIENCE, self._give_up)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _watch(self, window: QWindow | None) -> None:
        """Keys come through the window that has the keyboard; watching nothing else costs nothing."""
        if window is self._window:
            return
        if self._window:
            self._window.removeEventFilter(self)
            self._window.destroyed.disconnect(self._gone)
        self._forget()
        self._window = window
        if window:
            window.installEventFilter(self)
            window.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._window = None

    def stop(self) -> None:
        """Watch no longer; for the end of what it was made for."""
        self._app.focusWindowChanged.disconnect(self._watch)
        self.disarm()
        self._watch(None)
        self.deleteLater()

    # -- armed

    @property
    def is_armed(self) -> bool:
        """Whether it waits for a card."""
        return self._armed

    def arm(self) -> None:
        """Wait for a card, as F2 does."""
        self._set_armed(armed=True)

    def disarm(self) -> None:
        """Wait no longer, as Esc does."""
        self._set_armed(armed=False)

    def _set_armed(self, *, armed: bool) -> None:
        if armed != self._armed:
            self._armed = armed
            self.armed.emit(armed)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys and what asks whether a key is a shortcut; everything else passes."""
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._asked(event)
        return event.type() == QEvent.Type.KeyPress and self._pressed(event)

    def _asked(self, event: QKeyEvent) -> bool:
        """Whether a key is no shortcut but a scan's; no command is obeyed before what was typed ahead of it is there."""
        if self._comes_first(event):
            event.accept()
            return True
        if event.key() not in _SHIFTS:
            self._release()
        return False

    def _comes_first(self, event: QKeyEvent) -> bool:
        """Whether a key is a scan's, whatever shortcut it is."""
        if self._armed and event.key() == Qt.Key.Key_Escape:
            return True
        typing = _types(event) or (self._armed and event.key() in _ENDS)
        return self._caught or (bool(self._held) and typing)

    def _pressed(self, event: QKeyEvent) -> bool:
        stamp = self._stamp(event)
        fast = 0 <= stamp - self._last < _GAP and not event.isAutoRepeat()
        self._last = stamp
        if event.key() in _SHIFTS:
            return False
        if self._caught:
            self._swallow(event)
            return True
        if self._command(event):
            return True
        if event.key() in _ENDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._end(fast=fast)
        if not _types(event):
            self._pass()
            return False
        return self._letter(event, fast=fast)

    def _command(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F2 and not event.modifiers() and not self._is_wanted(event):
            self.arm()
            return True
        if event.key() == Qt.Key.Key_Escape and self._armed:
            self._pass()
            self.disarm()
            return True
        return False

    def _is_wanted(self, event: QKeyEvent) -> bool:
        """Whether what has the keyboard has its own use for a key, as a table does whose cells F2 opens."""
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers())
        asked.ignore()
        here = QApplication.focusWidget()
        if here:
            self._replaying = True
            QApplication.sendEvent(here, asked)
            self._replaying = False
        return asked.isAccepted()

    def _letter(self, event: QKeyEvent, *, fast: bool) -> bool:
        """A letter that may be one of a scan; returns whether it is kept from the field."""
        if not fast or not self._text:
            self._pass()
            self._restore = snapshot(QApplication.focusWidget())
        self._text += event.text()
        if "|" in self._text and len(self._text) >= _SURE:
            self._catch()
            return True
        if self._armed or (len(self._text) > _FREE and self._text.isascii() and self._text.isdigit()):
            self._held.append(_copy(event))
            self._hold_on.start()
            return True
        self._release()
        return False

    def _end(self, *, fast: bool) -> bool:
        """Enter or Tab outside a scan that was recognised: a second one behind a scan, the end of an armed one, or a person's."""
        if not self._text and self._last - self._ended < _GAP:
            return True  # the line feed behind a carriage return
        if self._armed and fast and len(self._text) >= _FEWEST:
            self._catch()
            self._finish()
            return True
        blind = fast and len(self._text) >= _FEWEST and isinstance(QApplication.focusWidget(), QAbstractButton)
        self._pass()
        return blind  # some other barcode: its end presses no button

    # -- a scan

    def _catch(self) -> None:
        self._caught = True
        self._held.clear()
        self._hold_on.stop()
        self._restore()
        self._restore = lambda: None
        self._patience.start()

    def _swallow(self, event: QKeyEvent) -> None:
        self._patience.start()
        if event.key() in _ENDS:
            self._finish()
        elif event.key() == Qt.Key.Key_Backspace:  # an input method mends what it took for Vietnamese
            self._text = self._text[:-1]
        elif _types(event) and len(self._text) < _MOST:
            self._text += event.text()

    def _finish(self) -> None:
        text, self._ended = self._text, self._last
        self._forget()
        self.disarm()
        self.scanned.emit(text)

    def _give_up(self) -> None:
        self._forget()
        self.disarm()
        self.failed.emit("half")

    # -- no scan

    def _release(self) -> None:
        """Give the field what was held back."""
        self._hold_on.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for event in held:
                if self._window:
                    QApplication.sendEvent(self._window, event)
        finally:
            self._replaying = False

    def _pass(self) -> None:
        """What was typed was no scan."""
        self._release()
        self._forget()

    def _forget(self) -> None:
        self._text, self._caught = "", False
        self._held.clear()
        self._restore = lambda: None
        self._hold_on.stop()
        self._patience.stop()


def _pressed_at(event: QKeyEvent) -> float:
    """When the system saw the key: a window too busy to look does not make a person faster. Some keys come without."""
    return event.timestamp() or time.monotonic() * 1000


def _types(event: QKeyEvent) -> bool:
    """Whether a key types a letter; with Ctrl or Alt it is a command, or a digit of a letter's number that follows."""
    others = event.modifiers() & ~_PLAIN
    return bool(event.text()) and event.text().isprintable() and (not others or others == _ALT_GR)


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
