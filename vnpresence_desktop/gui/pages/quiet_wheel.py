"""A choice in a scrolling page is not turned by the mouse wheel in passing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox


class QuietWheel(QObject):
    """Use: ``QuietWheel(box)``; it belongs to the box. The wheel scrolls the page instead."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hand the wheel on."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False
