"""Buttons that rest while the work they began is under way: each says why, and none loses the keyboard by it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class Rest(QObject):
    """Use: ``rest = Rest(button, …)``; ``rest.begin("Đang sao lưu")``, then ``job.ended.connect(rest.end)``.

    Qt hands the keyboard of a button that goes out to whatever comes next, where letters typed now would land. Here it rests
    too, and comes back at the end unless the user gave it to something else meanwhile. It lives as long as its first widget.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._widgets = widgets
        self._had: QWidget | None = None

    def begin(self, why: str) -> None:
        """Switch them off; ``why`` is what their tooltip says meanwhile."""
        place = self._widgets[0].window().focusWidget()
        self._had = place if any(place and (one is place or one.isAncestorOf(place)) for one in self._widgets) else None
        for one in self._widgets:
            one.setEnabled(False)
            one.setToolTip(why)
        fallen = self._widgets[0].window().focusWidget()
        if self._had and fallen:
            fallen.clearFocus()

    def end(self) -> None:
        """Switch them on."""
        for one in self._widgets:
            one.setEnabled(True)
            one.setToolTip("")
        if self._had and self._had.window().focusWidget() is None:
            self._had.setFocus()
        self._had = None
