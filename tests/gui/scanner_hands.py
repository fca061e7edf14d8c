"""Hands and scanners for tests: keys pressed on a window, at any speed by a clock of their own."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LINE = "092203001234|361234567|NGUYỄN VĂN ĐỨC|15082003|Nam|Ấp Nhơn Lộc, Cần Thơ|01052021"
OTHER = LINE.replace("092203001234", "092303005678")


class Hands:
    """Presses keys on a window, each so many milliseconds after the one before."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.window: QWidget | None = None

    def stamp(self, _: QKeyEvent) -> float:
        return self.now

    def press(self, text: str, gap: float = 8, end: Qt.Key | None = None) -> None:
        for letter in text:
            self.key(0, letter, gap)
        if end:
            self.key(end, "", gap)

    def key(self, key: Qt.Key | int, text: str = "", gap: float = 8) -> None:
        """Latin letters and commands take the whole way of a key, shortcuts included; others have no key on a keyboard."""
        self.now += gap
        assert self.window is not None
        window = self.window.windowHandle()
        if text and not text.isascii():
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(window, event)
        else:
            QTest.keyClick(window, text or Qt.Key(key))
