"""What has the keyboard stays in sight, also while a page that has just changed is still being laid out."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from vnpresence_desktop.gui.parts import GAP


class InSight(QObject):
    """Scrolls the page around a part of it to whatever has the keyboard there. Use: ``InSight(card)``; it belongs to the part."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._page: QScrollArea | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._part.isAncestorOf(now):
            return
        page = self._around()
        if page is not self._page and page:
            page.verticalScrollBar().rangeChanged.connect(self._show)
        self._page = page
        self._show()

    def _around(self) -> QScrollArea | None:
        above = self._part.parentWidget()
        while above and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above if isinstance(above, QScrollArea) else None

    def _show(self) -> None:
        now = QApplication.focusWidget()
        if self._page and now and self._part.isAncestorOf(now):
            self._page.ensureWidgetVisible(now, 0, 4 * GAP)
