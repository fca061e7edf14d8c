"""A form within a card: as high as its fields, so that the page around it scrolls and not the form itself."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from vnpresence_desktop.gui.cards import FieldCard
from vnpresence_desktop.gui.form import Form, Group

_NO_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
"""Alt and a letter belong to the form of the page."""


class InsetForm(Form):
    """See the module's text; its groups have no frame of their own."""

    _content: QWidget | None = None
    """What scrolls in other forms; None while this one is being made."""

    def __init__(self, groups: Sequence[Group], today: Callable[[], date]) -> None:
        super().__init__(groups, today, reserved=_NO_LETTERS)
        for card in self.findChildren(FieldCard):
            card.setProperty("role", "body")
            card.body.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if area := self.findChild(QScrollArea):
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._content = area.widget()
        if self._content:
            self._content.installEventFilter(self)

    def fit(self) -> None:
        """Be as high as the fields at this width."""
        if self._content is None:
            return
        height = max(self._content.heightForWidth(self.width()), self._content.minimumSizeHint().height())
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The fields want another height."""
        if self._content and watched is self._content:
            if event.type() == QEvent.Type.LayoutRequest:
                self.fit()
            return False
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width, another height."""
        super().resizeEvent(event)
        self.fit()
