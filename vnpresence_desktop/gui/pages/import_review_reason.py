"""Why warnings may stand, asked in place: one line, Enter takes it, Esc gives up."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from vnpresence_desktop.domain.text import clean
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.pressing import is_enter

REASONS = ("Đúng như danh sách gốc", "Đã đối chiếu giấy tờ", "Chưa có giấy tờ, sẽ bổ sung")
_LETTERS, _LEAST = 24, 12
"""Of a reason: as wide as the line wants to be, and as narrow as it may get."""


class ReasonAsk(QWidget):
    """Hidden until asked.

    Signals:
        given(str): the reason.
        left(): asked no more.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, about: str, reasons: Sequence[str] = REASONS) -> None:
        """Make it; ``about``: what the warnings are of, for screen readers."""
        super().__init__()
        self.line = QComboBox()
        self.line.setEditable(True)
        self.line.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.setCompleter(None)  # type: ignore[arg-type]  # completing within the line breaks Vietnamese typing
        self.line.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.line.setMinimumContentsLength(_LETTERS)
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST)
        self.line.addItems(list(reasons))
        self.line.setAccessibleName(f"Lý do chấp nhận {about}")
        self.line.installEventFilter(self)
        self.take = button("Chấp nhận", self.give, "check")
        self.stop = button("Thôi", self.give_up, kind="link")
        self.stop.setToolTip("Thôi (Esc)")
        line = row(label("Lý do:", buddy=self.line), self.line, self.take, self.stop)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def ask(self) -> None:
        """Ask; the usual reason stands there, so that one key takes it."""
        self.line.setCurrentIndex(0)
        self.show()
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        if edit := self.line.lineEdit():
            edit.selectAll()

    def give(self) -> None:
        """Take what stands in the line."""
        if reason := clean(self.line.currentText()):
            self.hide()
            self.given.emit(reason)

    def give_up(self) -> None:
        """Ask no more."""
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter takes the reason, Esc gives up; neither is the page's while it asks."""
        if not isinstance(event, QKeyEvent) or (event.key() != Qt.Key.Key_Escape and not is_enter(event)):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            (self.give if is_enter(event) else self.give_up)()
            return True
        return False
