"""One field of a form: label, required mark, editor, and the line that says what is wrong with it.

A field is described by data (`Field`); `FieldBox` is what the form makes of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.gui.editors import (
    ChoiceEditor,
    Choices,
    DateEditor,
    Editor,
    LineEditor,
    LongEditor,
    ManyEditor,
    NumberEditor,
)
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.parts import label, mark, starred
from vnpresence_desktop.gui.unfinished import unfinished


class Input(StrEnum):
    """How a field is typed."""

    TEXT = "text"
    LONG = "long"
    """several lines shown, one text kept"""
    PARAGRAPHS = "paragraphs"
    """several lines, kept as they stand; Enter starts a new one"""
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    """one of ``choices``"""
    SUGGEST = "suggest"
    """one of ``choices`` or any other text"""
    YES_NO = "yes_no"
    """True, False, None: "Có", "Không", "Chưa rõ" """
    MANY = "many"
    """any number of ``choices``, a tuple of codes"""


YES_NO: Choices = ((None, "Chưa rõ"), (True, "Có"), (False, "Không"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a form, described.

    Attributes:
        name: the record's field; also the editor's object name.
        label: as shown, without "&" (the form gives out Alt+letters).
        input: see `Input`.
        span: width in columns of three, 1 to 3; on a narrow window there are two columns or one.
        required: marked with "*".
        hint: what stands under the field while nothing is wrong, e.g. "12 chữ số".
        choices: for CHOICE, SUGGEST, MANY; `Form.offer` changes them later.
        lines: for LONG, PARAGRAPHS, MANY.
        pinnable: may be kept for the next record; for all that is typed or chosen in one line.
    """

    name: str
    label: str
    input: Input = Input.TEXT
    span: int = 1
    required: bool = False
    hint: str = ""
    choices: Choices = ()
    lines: int = 2
    pinnable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together, shown as one card with its title and icon (see `gui.icons`)."""

    title: str
    fields: Sequence[Field]
    icon: str = ""
    hint: str = ""


def make_editor(field: Field, today: Callable[[], date]) -> Editor:
    """The editor for a field."""
    makers: dict[Input, Callable[[], Editor]] = {
        Input.TEXT: LineEditor,
        Input.LONG: lambda: LongEditor(field.lines, paragraphs=False),
        Input.PARAGRAPHS: lambda: LongEditor(field.lines, paragraphs=True),
        Input.NUMBER: NumberEditor,
        Input.DATE: lambda: DateEditor(today),
        Input.CHOICE: lambda: ChoiceEditor(field.choices),
        Input.SUGGEST: lambda: ChoiceEditor(field.choices, free=True),
        Input.YES_NO: lambda: ChoiceEditor(YES_NO),
        Input.MANY: lambda: ManyEditor(field.choices, field.lines),
    }
    return makers[field.input]()


_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
Message = Callable[[Problem], str]
"""Vietnamese for a problem, e.g. ``work.texts.message``."""


class FieldBox(QWidget):
    """A field as shown. While its text is being typed, what typing on may mend is only hinted at; on leaving it counts."""

    edited = Signal(str)

    def __init__(self, field: Field, today: Callable[[], date]) -> None:
        super().__init__()
        self.field, self.editor = field, make_editor(field, today)
        self.editor.widget.setObjectName(field.name)
        self.problems: tuple[Problem, ...] = ()
        self._message_of: Message = lambda item: item.code
        self._visited = self._typing = self._settled = False
        # Beside a star a wrapping label would shrink to its narrowest form and be cut.
        self._label, self._line = label(field.label, "label", wrap=not field.required), MessageLine()
        self._label.setBuddy(self.editor.widget)
        self._name_it()
        self._lay_out()
        self.editor.edited.connect(self._edited)
        self._render()

    def _name_it(self) -> None:
        required = " (bắt buộc)" if self.field.required else ""
        widget = self.editor.widget
        widget.setAccessibleName(self.field.label + required)
        if isinstance(widget, QComboBox) and (line := widget.lineEdit()):
            line.setAccessibleName(widget.accessibleName())  # it is what has the keyboard

    def _lay_out(self) -> None:
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        if self.field.required:
            whole.addLayout(starred(self._label))
        else:
            whole.addWidget(self._label)
        whole.addWidget(self.editor.widget)
        whole.addWidget(self._line)
        whole.addStretch(1)

    # -- what the form tells it

    def set_label(self, text: str) -> None:
        """The label with its "&"."""
        self._label.setText(text)

    def add_line(self, line: QWidget) -> None:
        """Put a line of its own below the message."""
        self._whole.insertWidget(self._whole.indexOf(self._line) + 1, line)

    def set_settled(self, *, settled: bool) -> None:
        """Whether its warnings have a reason: they are said calmly then, and all of them."""
        if settled != self._settled:
            self._settled = settled
            self._render()

    def show_problems(self, problems: Sequence[Problem], message_of: Message) -> None:
        """Take the field's problems; which of them shows depends on whether it is being typed in."""
        self.problems, self._message_of = tuple(problems), message_of
        self._render()

    def leave(self) -> None:
        """The keyboard left it: what was a hint is an error now."""
        self._visited, self._typing = True, False
        self._render()

    def forget(self) -> None:
        """As if never visited: a new or another record is shown."""
        self.problems, self._visited, self._typing = (), False, False
        self._render()

    @property
    def faulty(self) -> bool:
        """Whether any of its problems is an error."""
        return any(item.severity is Severity.ERROR for item in self.problems)

    @property
    def message(self) -> tuple[str, str]:
        """Level and text of the line under it."""
        return self._line.level, self._line.text

    # -- inside

    def _edited(self) -> None:
        self._typing = True
        self.edited.emit(self.field.name)

    def _render(self) -> None:
        level, text = self._judge()
        if not self._line.say(level, text):
            return
        self.editor.widget.setAccessibleDescription(text)
        mark(self.editor.widget, "state", level if level in ("error", "warning") else "")

    def _judge(self) -> tuple[str, str]:
        if not self.problems or not (self._visited or self._typing or self.editor.text().strip()):
            return "hint", self.field.hint
        worst = min(self.problems, key=lambda item: _WEIGHT[item.severity])
        if self._typing:
            early = unfinished(worst.code, self.editor.text())
            if early is not None:
                return "hint", early or self.field.hint
        alike = [item for item in self.problems if item.severity is worst.severity]
        words = self._message_of(worst) if worst.severity is not Severity.WARNING else _joined(alike, self._message_of)
        calm = self._settled and worst.severity is Severity.WARNING
        return "accepted" if calm else _LEVEL[worst.severity], words


def _joined(problems: Sequence[Problem], message_of: Message) -> str:
    """Several warnings of a field are explained by one reason: all are said."""
    return " ".join(message_of(item) for item in problems)
