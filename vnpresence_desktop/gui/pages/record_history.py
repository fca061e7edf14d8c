"""The history of one record as sentences, for the form that shows it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.parts import Card, button, into_sight, row
from vnpresence_desktop.work.history import Sentence


class RecordHistory(Card):
    """Hidden until `show_record`. Signal ``closed()``: by its button or Esc; give the keyboard back to the form.

    Use: ``panel = RecordHistory(acts.sentences)``, with `work.history.sentences` of a desk; put it beside or below the
    form; ``panel.show_record(record_id)`` from a button “Lịch sử”.
    """

    closed = Signal()

    def __init__(self, sentences: Callable[[str], Sequence[Sentence]]) -> None:
        super().__init__("Lịch sử hồ sơ", "history", "Mới nhất ở trên; số cá nhân được che bớt")
        self._sentences = sentences
        self.notice, self.list = Notice(), QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Lịch sử hồ sơ, mới nhất ở trên")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.close_button = button("Đóng lịch sử", self.shut, "x")
        self.body.addWidget(self.notice)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row(None, self.close_button))
        self.hide()

    def show_record(self, record_id: str) -> None:
        """Show what happened to a record, with the keyboard in the list; what hinders it is said in place."""
        self.notice.clear()
        self.list.clear()
        try:
            found = self._sentences(record_id)
        except UserError as error:
            found = []
            self.notice.show_error(error)
        self.list.addItems([f"{item.when} · {item.actor}\n{capital(item.text)}" for item in found])
        self.show()
        into_sight(self)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc means this panel, whatever the page around it does with it."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc shuts it."""
        if _is_escape(event):
            self.shut()
        else:
            super().keyPressEvent(event)

    def shut(self) -> None:
        """Hide it."""
        self.hide()
        self.closed.emit()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
