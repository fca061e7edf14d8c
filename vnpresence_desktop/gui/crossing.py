"""F6 goes from a form to what stands beside it, and back to where it was: from the first field that is some thirty Tabs away."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class Crossing(QObject):
    """Belongs to the form's page."""

    def __init__(self, form: QWidget, beside: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._form, self._beside = form, beside
        self._before: QWidget | None = None
        QShortcut(QKeySequence(Qt.Key.Key_F6), page, self.cross)

    def cross(self) -> None:
        """Go to the other side; where it takes no keyboard, stay."""
        now = QApplication.focusWidget()
        if not self._form.isVisible():
            return
        if now and self._beside.isAncestorOf(now):
            self._back()
        elif first := _topmost(self._beside):
            self._before = now
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _back(self) -> None:
        before = self._before if self._before and self._form.isAncestorOf(self._before) else _topmost(self._form)
        if before:
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _topmost(place: QWidget) -> QWidget | None:
    """What Tab would reach first, by where it is seen: what was made later may stand above."""
    reached = [one for one in place.findChildren(QWidget) if _takes(one)]
    return min(reached, key=lambda one: _spot(one, place), default=None)


def _takes(one: QWidget) -> bool:
    return one.isVisible() and one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _spot(one: QWidget, place: QWidget) -> tuple[int, int]:
    spot = one.mapTo(place, QPoint(0, 0))
    return spot.y(), spot.x()
