"""Two records become one, in place of the form: what is filled, what has to be chosen, what moves along; then one act."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_kinds import value_text
from vnpresence_desktop.gui.parts import GAP, Card, button, label, row, scrolling
from vnpresence_desktop.work.merging import MergePreview
from vnpresence_desktop.work.texts import label as field_label
from vnpresence_desktop.work.texts import say
from vnpresence_desktop.work.twins import Differing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AFTER = "Hồ sơ kia vào thùng rác. Ctrl+Z ở danh sách hoàn tác được cả việc gộp."


def moved_words(moved: Mapping[Kind, int]) -> str:
    """What moves along, e.g. "2 lượt tiếp cận, 1 đăng ký tên miền"."""
    return ", ".join(f"{count} {say('kind', kind)}" for kind, count in moved.items() if count)


class _Value(QLabel):
    """The words of a choice: a click on them, anywhere in their line, is a click on the choice."""

    def __init__(self, words: str, side: QRadioButton) -> None:
        super().__init__(words)
        self._side = side
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose, and take the keyboard there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._side.setFocus(Qt.FocusReason.MouseFocusReason)
            self._side.click()


class _Choice(QWidget):
    """One field that differs: what this record says, what the other says; Up and Down change, Enter goes on."""

    def __init__(self, kind: Kind, one: Differing) -> None:
        super().__init__()
        self.one, name = one, field_label(one.field).capitalize()
        self.mine, self.theirs = QRadioButton("Giữ"), QRadioButton("Lấy")
        self.mine.setChecked(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(name, "label"), 0, 0, 1, 2)
        sides = ((self.mine, one.mine, "hồ sơ này"), (self.theirs, one.theirs, "hồ sơ kia"))
        for place, (side, value, whose) in enumerate(sides, 1):
            words = value_text(kind, one.field, value)
            side.setAccessibleName(f"{name}, {side.text().lower()} của {whose}: {words}")
            grid.addWidget(side, place, 0)
            grid.addWidget(_Value(words, side), place, 1)

    def take_keyboard(self) -> None:
        """To what is chosen."""
        (self.mine if self.mine.isChecked() else self.theirs).setFocus(Qt.FocusReason.TabFocusReason)


class MergePanel(QWidget):
    """Shows a preview.

    Signals:
        agreed(object): merge; field → value where the other record's is taken.
        left(): don't.
    """

    agreed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[_Choice] = []
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice()
        self.agree = button("Gộp hai hồ sơ", self.give, "users", "primary")
        self.agree.setToolTip("Gộp (Ctrl+S)")
        stop = button("Thôi", self.left.emit)
        stop.setToolTip("Trở lại hồ sơ, không gộp (Esc)")
        self._column.addWidget(self.notice)
        self._column.addLayout(row(self.agree, stop, None))

    def show_preview(self, preview: MergePreview) -> None:
        """Show what merging would do, the keyboard at the first choice."""
        if self._content:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._choices = [_Choice(preview.keep.KIND, one) for one in preview.differing]
        self._content = scrolling(self._made(preview))
        self._column.insertWidget(0, self._content, 1)
        for choice in self._choices:
            for side in (choice.mine, choice.theirs):
                side.installEventFilter(self)
        self.agree.setEnabled(not preview.hindrance)
        if preview.hindrance:
            self.notice.say("warning", "Chưa gộp được.", preview.hindrance)
        else:
            self.notice.clear()
        self._go(0)

    def _made(self, preview: MergePreview) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(GAP)
        for card in self._cards(preview):
            column.addWidget(card)
        column.addStretch(1)
        return made

    def _cards(self, preview: MergePreview) -> list[Card]:
        title = f"Gộp “{preview.gone.name}” vào “{preview.keep.name}”"
        first = Card(title, "users")
        first.body.addWidget(label(_AFTER, "muted", wrap=True))
        if not self._choices:
            first.body.addWidget(label("Không có ô nào ghi khác nhau.", wrap=True))
        for choice in self._choices:
            first.body.addWidget(choice)
        kind = preview.keep.KIND
        filled = [
            f"{field_label(name).capitalize()}: {value_text(kind, name, getattr(preview.gone, name))}"
            for name in preview.filled
        ]
        lists = (("Được điền thêm từ hồ sơ kia", filled), ("Chuyển theo", [moved_words(preview.moved)]))
        return [first, *(_listed(words, lines) for words, lines in lists if any(lines))]

    def _go(self, place: int) -> None:
        if place < len(self._choices):
            self._choices[place].take_keyboard()
        else:
            self.agree.setFocus(Qt.FocusReason.TabFocusReason)

    def give(self) -> None:
        """Merge as chosen; nothing happens where it can't be."""
        if self.agree.isEnabled():
            self.agreed.emit({one.one.field: one.one.theirs for one in self._choices if one.theirs.isChecked()})

    @property
    def choices(self) -> Mapping[str, Value]:
        """Field → value that is chosen now."""
        return {one.one.field: one.one.theirs if one.theirs.isChecked() else one.one.mine for one in self._choices}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter goes on to the next choice, behind the last one to the button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            place = next(at for at, one in enumerate(self._choices) if watched in (one.mine, one.theirs))
            self._go(place + 1)
            return True
        return False


def _listed(title: str, lines: Sequence[str]) -> Card:
    made = Card(title)
    for line in lines:
        made.body.addWidget(label(line, wrap=True))
    return made
