"""The line under a field where the officer says why a warning is let stand: asked for on saving, shown calmly afterwards."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.gui.fields import FieldBox
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.pressing import is_enter

ASKED = "Lý do giữ nguyên:"


class _Box(QComboBox):
    """Suggestions, or any other text."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # completing within the line breaks Vietnamese typing
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Passed on to the form, which scrolls."""
        event.ignore()


class ReasonLine(QWidget):
    """Asks for the reason, or tells it. Signal ``given(str)``: this is the reason; "" takes it back."""

    given = Signal(str)

    def __init__(self, field: str) -> None:
        """Make it.

        Args:
            field: the label of the field above.
        """
        super().__init__()
        self.line, self._told = _Box(), label("", "message", wrap=True)
        self.line.setAccessibleName(f"Lý do giữ nguyên {field}")
        self.line.installEventFilter(self)
        self._question = label(ASKED, "message", buddy=self.line)  # by which screen readers name a box on Linux
        self._mend = button("Sửa", self._ask_again, kind="link")
        self._drop = button("Bỏ lý do", self._take_back, kind="link")
        self._mend.setAccessibleName(f"Sửa lý do giữ nguyên {field}")
        self._drop.setAccessibleName(f"Bỏ lý do giữ nguyên {field}")
        self._reason = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 4)
        whole.setSpacing(2)
        for part in (self._question, self.line, self._told):
            whole.addWidget(part)
        whole.addLayout(row(self._mend, self._drop, None, spacing=0))
        self._show(asking=False)

    @property
    def asking(self) -> bool:
        """Whether it waits for a reason."""
        return not self.line.isHidden()

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.currentText().strip()

    def ask(self, suggestions: Sequence[str]) -> None:
        """Ask; the first suggestion stands there, so that one key takes it."""
        self.line.clear()
        self.line.addItems(list(suggestions))
        self._show(asking=True)

    def tell(self, reason: str, *, needed: bool = True) -> None:
        """Show the reason that stands; a question that is open stays open while there is a warning that needs one."""
        if reason != self._reason:
            self._reason = reason
            self._told.setText(f"{ASKED} {reason}")
            self._show(asking=self.asking and not reason and needed)
        elif self.asking and not needed:
            self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        telling = not asking and bool(self._reason)
        self._question.setVisible(asking)
        self.line.setVisible(asking)
        for part in (self._told, self._mend, self._drop):
            part.setVisible(telling)
        self.setVisible(asking or bool(self._reason))

    def _ask_again(self) -> None:
        offered = [self.line.itemText(place) for place in range(self.line.count())]
        self.ask([self._reason, *(text for text in offered if text != self._reason)])
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to the line, its text chosen: typing writes another one, Enter takes it."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        if edit := self.line.lineEdit():
            edit.selectAll()

    def _take_back(self) -> None:
        self.given.emit("")

    def give(self) -> None:
        """Take what stands in the line."""
        if self.text:
            self._show(asking=False)
            self.given.emit(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter takes the reason."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_enter(event):
            self.give()
            return True
        return False


class Reasons(QObject):
    """The reason lines of a form, each made when it is first needed.

    Signals:
        given(str, str): name of a field and why its warnings are let stand; "" takes it back.
        entered(object): this line has the keyboard and is to be seen.
    """

    given = Signal(str, str)
    entered = Signal(object)

    def __init__(self, boxes: Mapping[str, FieldBox], parent: QObject) -> None:
        super().__init__(parent)
        self._boxes = boxes
        self._lines: dict[str, ReasonLine] = {}

    def _line(self, name: str) -> ReasonLine:
        if name not in self._lines:
            box = self._boxes[name]
            made = self._lines[name] = ReasonLine(box.field.label)
            box.add_line(made)
            QWidget.setTabOrder(box.editor.widget, made.line)
            made.given.connect(lambda reason: self.given.emit(name, reason))
        return self._lines[name]

    def show(self, told: Mapping[str, str], waiting: Collection[str]) -> None:
        """Show the reasons that stand, field → reason; the warnings of these fields are said calmly.

        Args:
            told: field → reason.
            waiting: fields whose warnings lack one; where one is asked for in another field, it is not needed any more.
        """
        for name, box in self._boxes.items():
            reason = told.get(name, "")
            box.set_settled(settled=bool(reason))
            if reason or name in self._lines:
                self._line(name).tell(reason, needed=bool(reason) or name in waiting)

    def ask(self, names: Collection[str], suggestions: Sequence[str]) -> None:
        """Ask for a reason under each of these fields, and give the first one the keyboard."""
        waiting = [name for name in self._boxes if name in names]
        for name in waiting:
            if not self._line(name).asking:
                self._line(name).ask(suggestions)
        if waiting:
            self._lines[waiting[0]].take_keyboard()
            self.entered.emit(self._lines[waiting[0]])

    def asked(self) -> tuple[str, ...]:
        """The fields whose reason is asked for now, from top to bottom."""
        return tuple(name for name in self._boxes if name in self._lines and self._lines[name].asking)

    def take(self) -> None:
        """Take the reason that has the keyboard now, as Enter does."""
        here = [line for line in self._lines.values() if line.asking and line.line.hasFocus()]
        for line in here:
            line.give()

    def widget(self, name: str) -> QWidget:
        """The line that takes a field's reason."""
        return self._line(name).line
