"""People and places that change with time: a line each, with from and until; kept as soon as a line is left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.fields import from_values, to_values
from vnpresence_desktop.domain.problems import Problem, UserError
from vnpresence_desktop.domain.records import Hamlet, Signer
from vnpresence_desktop.gui.fields import Field, FieldBox, Message
from vnpresence_desktop.gui.messages import MessageLine, Notice
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.pages.undoable import Undoable
from vnpresence_desktop.gui.parts import Card, button, label, reveal, row
from vnpresence_desktop.gui.undo_keys import UndoActs

Dated = Signer | Hamlet
_OPEN = {"from": "từ đầu", "until": "đến nay"}
"""What an empty date means."""
_LET_GO = 40
"""Milliseconds until it is looked again whether the mouse button was let go."""


@dataclass(frozen=True, slots=True)
class RowsActs:
    """What the card needs.

    Attributes:
        load: the records in the order shown; raises UserError.
        check: what is wrong with one as typed.
        keep: keeps one, returns it with its id; raises UserError.
        remove: deletes one that is kept, says what was done; raises UserError where it is in use.
        undo: how that is taken back.
        message: Vietnamese for a problem.
    """

    load: Callable[[], Sequence[Dated]]
    check: Callable[[Dated], Sequence[Problem]]
    keep: Callable[[Dated], Dated]
    remove: Callable[[Dated], str]
    undo: UndoActs
    message: Message


class DatedRow(QWidget):
    """One line of fields for one record, no higher than its fields; below it stands what is wrong, while something is.

    Signal ``removal_wanted()``.
    """

    removal_wanted = Signal()

    def __init__(
        self, record: Dated, fields: Sequence[Field], acts: RowsActs, today: Callable[[], date], *, headed: bool
    ) -> None:
        super().__init__()
        self.record, self._acts, self.kept = record, acts, record
        self.boxes = {field.name: FieldBox(field, today) for field in fields}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        values = to_values(record)
        for box in self.boxes.values():
            box.editor.put(values[box.field.name])
            box.edited.connect(self._edited)
            if isinstance(box.editor.widget, QLineEdit):
                box.editor.widget.setPlaceholderText(_OPEN.get(box.field.name, ""))
            if isinstance(box.editor.widget, QComboBox):
                QuietWheel(box.editor.widget)
            line.addWidget(box, box.field.span, Qt.AlignmentFlag.AlignTop)
        self.remove = button("", self.removal_wanted.emit, "trash-2", "link")
        self._above = label("", "label")  # as high as the headings of the fields
        end = QVBoxLayout()
        end.setSpacing(2)
        end.addWidget(self._above)
        end.addWidget(self.remove)
        end.addStretch(1)
        line.addLayout(end)
        self.set_headed(headed=headed)
        self._name_removal()
        self._make_room()

    def set_headed(self, *, headed: bool) -> None:
        """Whether the fields are named above; the first line is."""
        reveal(self._above, shown=headed)
        for words in self.findChildren(QLabel):
            if words.property("role") in ("label", "star"):
                reveal(words, shown=headed)

    def _name_removal(self) -> None:
        words = f"Xóa “{self.record.name}”" if self.record.name else "Bỏ dòng này"
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)

    def go_to(self, field: str) -> None:
        """Give the keyboard to a field."""
        self.boxes[field].editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Room for words below the line only where there are any."""
        for line in self.findChildren(MessageLine):
            reveal(line, shown=bool(line.text))

    def _edited(self) -> None:
        values = to_values(self.kept) | {name: box.editor.value() for name, box in self.boxes.items()}
        self.record = cast("Dated", from_values(self.kept.KIND, values))
        self._name_removal()
        self._show()

    def _show(self) -> Sequence[Problem]:
        problems = self._acts.check(self.record) if self.touched else ()
        for name, box in self.boxes.items():
            box.show_problems([item for item in problems if item.field == name], self._acts.message)
        self._make_room()
        return problems

    @property
    def touched(self) -> bool:
        """Whether it differs from what is kept."""
        return self.record != self.kept

    def keep(self) -> bool:
        """Keep it if it was changed and nothing is wrong; returns whether something was written. Raises UserError."""
        if not self.touched:
            return False
        problems = self._show()
        for box in self.boxes.values():
            box.leave()
        self._make_room()
        if problems:
            return False
        self.kept = self.record = self._acts.keep(self.record)
        return True


class DatedRows(Card):
    """The card of all lines, the one of today first, and a button for one more."""

    def __init__(
        self, title: str, icon: str, add: str, new: Dated, fields: Sequence[Field], acts: RowsActs,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(title, icon, "Tự lưu khi rời dòng")
        self._new, self._fields, self._acts, self._today = new, fields, acts, today
        self.rows: list[DatedRow] = []
        self.notice = Notice()
        self._undoable = Undoable(self.notice, acts.undo)
        self._undoable.turned.connect(self.load)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add_button = button(add, self.add, "plus")
        self._lines.addWidget(self.notice)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.add_button, None))

    def load(self) -> None:
        """Show what is kept; a line that is half typed stays as it is, and all of them where nothing can be read."""
        if any(line.touched for line in self.rows):
            return
        with self.notice.telling():
            records = self._acts.load()
            for line in tuple(self.rows):
                self._drop(line)
            for record in records:
                self._append(record)

    def add(self) -> None:
        """One more line, with the keyboard in it."""
        line = self._append(replace(self._new))
        next(iter(line.boxes.values())).editor.widget.setFocus()

    def _append(self, record: Dated) -> DatedRow:
        line = DatedRow(record, self._fields, self._acts, self._today, headed=not self.rows)
        for part in (*(box.editor.widget for box in line.boxes.values()), line.remove):
            part.installEventFilter(self)
        line.removal_wanted.connect(lambda: self.remove(line))
        self.rows.append(line)
        self._lines.addWidget(line)
        return line

    def _drop(self, line: DatedRow) -> None:
        self.rows.remove(line)
        line.hide()
        self._lines.removeWidget(line)
        line.deleteLater()
        if self.rows:
            self.rows[0].set_headed(headed=True)

    def remove(self, line: DatedRow) -> None:
        """Take a line out of the register, one that was never kept only off the page; where it is in use say by what."""
        try:
            told = self._acts.remove(line.kept) if line.kept.id else ""
        except UserError as error:
            self._place_notice(line)
            end = ("Ghi ngày kết thúc", lambda: line.go_to("until"))
            self.notice.say("warning", error.title, error.advice, action=end)
            return
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(line)
        if told:
            self._place_notice()
            self._undoable.tell(told)

    def _place_notice(self, line: DatedRow | None = None) -> None:
        """Below a line, else above all."""
        self._lines.removeWidget(self.notice)
        self._lines.insertWidget(self._lines.indexOf(line) + 1 if line else 0, self.notice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A line that the keyboard has left is kept."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return False

    def _left(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # What is said below a line moves the next ones down, and a button away from under the mouse.
            QTimer.singleShot(_LET_GO, self, self._left)
            return
        focused = QApplication.focusWidget()
        for line in self.rows:
            if focused is None or not line.isAncestorOf(focused):
                self.keep(line)

    def flush(self) -> None:
        """Keep every line that can be kept, e.g. when the page is left."""
        for line in self.rows:
            self.keep(line)

    def keep(self, line: DatedRow) -> None:
        """Keep one line; what can't be kept is said below it."""
        try:
            if line.keep():
                self.notice.clear()
        except UserError as error:
            self._place_notice(line)
            self.notice.show_error(error)
