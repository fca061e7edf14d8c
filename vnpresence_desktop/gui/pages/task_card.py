"""One task of the plan: what it asks for, what was done in the period, with what evidence; kept as it is typed."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.programme import Task
from vnpresence_desktop.gui.editors import LongEditor
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.task_acts import TasksActs
from vnpresence_desktop.gui.parts import Card, label, mark, reveal, row
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.tasks import TaskRow

_QUIET = 400
_LINES = 3
_ROLES = {"lead": "Chủ trì", "join": "Phối hợp"}
_STEPS: Mapping[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NO_RESULT = "Mới có minh chứng, đang để ở bản nháp. Hãy ghi cả kết quả thì báo cáo mới có nhiệm vụ này."


class State(Enum):
    """How a task's words stand: word, icon, colour of the icon, level of the word."""

    OPEN = ("Chưa ghi", "pencil", "muted", "hint")
    DRAFTED = ("Đã lưu nháp", "pencil", "muted", "hint")
    DONE = ("Đã ghi", "circle-check", "ok", "ok")


class StateWord(QWidget):
    """The state as icon and word."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._word = Picture("pencil", "muted", 0.85), label("", "message")
        self.setLayout(row(self._icon, self._word, spacing=4))

    @property
    def word(self) -> str:
        """What it says."""
        return self._word.text()

    def show_state(self, state: State) -> None:
        """Say it."""
        word, icon, colour, level = state.value
        self._word.setText(word)
        mark(self._word, "level", level)
        self._icon.show_icon(icon, colour)


class TaskCard(Card):
    """Signals: ``kept()`` after words were kept; ``step(int)`` the user goes to the next (1) or the task before (-1)."""

    kept = Signal()
    step = Signal(int)

    def __init__(self, task: Task, acts: TasksActs) -> None:
        super().__init__()
        self._acts, self._period, self._unkept = acts, "", False
        self.task, self.done = task, False
        self.state, self.line = StateWord(), MessageLine()
        self.result, self.evidence = self._box("Kết quả trong kỳ", "result"), self._box("Minh chứng", "evidence")
        self.served, self._megaphone = label("", wrap=True), Picture("megaphone", "primary")
        self.line.hide()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._draft)
        for editor in (self.result, self.evidence):
            editor.edited.connect(self._edited)
            editor.widget.installEventFilter(self)

    def load(self, shown: TaskRow, period: str) -> None:
        """Show the task as it stands in a period; what stands there already is not touched, so that Ctrl+Z goes on."""
        for editor, words in ((self.result, shown.result), (self.evidence, shown.evidence)):
            if period != self._period or editor.value() != words:
                editor.put(words)
        self._period, self._unkept, self.done = period, shown.drafted, shown.done
        self._show(State.DRAFTED if shown.drafted else self._settled)
        self.served.setText(f"Đã có {number(shown.sessions)} buổi tuyên truyền phục vụ nhiệm vụ này")
        for widget in (self._megaphone, self.served):
            reveal(widget, shown=shown.sessions > 0)

    def _box(self, title: str, name: str) -> LongEditor:
        made = LongEditor(_LINES, paragraphs=True)
        made.widget.setAccessibleName(f"{title}, nhiệm vụ {self.task.id}")
        made.widget.setObjectName(f"{name}_{self.task.id}")
        return made

    # -- how it looks

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.task.id, "pill"), 0, top)
        head.addWidget(label(self.task.text, "label", wrap=True), 1)
        head.addWidget(self.state, 0, top)
        asked = f"{_ROLES[self.task.role]} · Chỉ tiêu: {self.task.target} · Thời gian: {self.task.deadline}"
        served = row(self._megaphone, self.served)
        served.setStretch(1, 1)
        self.body.addLayout(head)
        self.body.addWidget(label(asked, "muted", wrap=True))
        self.body.addLayout(served)
        self.body.addLayout(self._boxes())
        self.body.addWidget(self.line)

    def _boxes(self) -> QHBoxLayout:
        boxes = QHBoxLayout()
        boxes.setSpacing(16)
        for title, editor, share in (("Kết quả trong kỳ", self.result, 3), ("Minh chứng", self.evidence, 2)):
            column = QVBoxLayout()
            column.setSpacing(2)
            heading = label(title, "small", buddy=editor.widget)
            column.addWidget(heading)
            column.addWidget(editor.widget)
            boxes.addLayout(column, share)
        return boxes

    # -- what is typed

    @property
    def words(self) -> tuple[str, str]:
        """Result and evidence as they stand there."""
        return str(self.result.value()), str(self.evidence.value())

    def _edited(self) -> None:
        self._unkept = True
        self._timer.start()

    def _draft(self) -> None:
        try:
            self._acts.draft_task(self._period, self.task.id, *self.words)
        except UserError as error:
            self._say("error", f"{error.title} {error.advice}")
        else:
            self._show(State.DRAFTED)

    def flush(self) -> bool:
        """Keep the words where they were changed; returns whether nothing is left that only the window holds."""
        self._timer.stop()
        if not self._unkept:
            return True
        try:
            self.done = self._acts.keep_task(self._period, self.task.id, *self.words)
        except UserError as error:
            self._say("error", f"{error.title} {error.advice}")
            return False
        self._unkept = False
        self._show(self._settled)
        self.kept.emit()
        return True

    @property
    def _settled(self) -> State:
        return State.DONE if self.done else State.OPEN

    def _show(self, state: State) -> None:
        """Say how the words stand; evidence without a result is told as soon as it is left."""
        self.state.show_state(state)
        lone = state is State.OPEN and any(self.words)
        self._say("warning", _NO_RESULT if lone else "")

    def _say(self, level: str, text: str) -> None:
        """The line below, there only when it says something."""
        self.line.say(level, text)
        reveal(self.line, shown=bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving keeps; Ctrl and an arrow go to another task."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # which macOS adds to every arrow
            if held == Qt.KeyboardModifier.ControlModifier and event.key() in _STEPS:
                self.step.emit(_STEPS[event.key()])
                return True
        return False
