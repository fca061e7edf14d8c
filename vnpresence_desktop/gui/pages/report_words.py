"""The sections that the office writes itself: kept as they are typed, begun from recorded facts where the user asks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.editors import LongEditor
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.report_acts import ReportActs
from vnpresence_desktop.gui.parts import Card, button, label
from vnpresence_desktop.gui.resting import Rest
from vnpresence_desktop.work.preparing import Words

_QUIET = 400
_LINES = 5
_RECORDED = "Báo cáo ghi thêm, theo trang Hỗ trợ, phần Khó khăn, vướng mắc:"


class SectionBox(QWidget):
    """One section. Signal ``kept()`` after its text was kept."""

    kept = Signal()

    def __init__(self, words: Words, period: str, acts: ReportActs, jobs: Jobs) -> None:
        super().__init__()
        self._acts, self._jobs, self._period = acts, jobs, period
        self.section = words.section
        self._unkept = words.drafted
        self.editor, self.line = LongEditor(_LINES, paragraphs=True), MessageLine()
        self.editor.widget.setAccessibleName(words.heading)
        self.editor.widget.setObjectName(f"words_{words.section}")
        self.editor.put(words.text)
        self.write = button("Soạn từ số liệu", self._write, "pencil", "link")
        self.write.setAccessibleName(f"Soạn mục {words.section} từ số liệu")
        self._rest = Rest(self.write)
        heading = label(words.heading, "label", wrap=True, buddy=self.editor.widget)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.editor.widget)
        column.addWidget(self.line)
        self.recorded = label("", "muted", wrap=True)
        if words.recorded:
            self.recorded.setText("\n".join((_RECORDED, *words.recorded)))
            column.addWidget(self.recorded)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._draft)
        self.editor.edited.connect(self._edited)
        self.editor.widget.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands there."""
        return str(self.editor.value())

    def _edited(self) -> None:
        self._unkept = True
        self._timer.start()

    def _draft(self) -> None:
        try:
            self._acts.draft_words(self._period, self.section, self.text)
        except UserError as error:
            self._failed(error)
        else:
            self.line.say("hint", "Đã lưu nháp")

    def flush(self) -> bool:
        """Keep the text where it was changed; returns whether it is safe."""
        self._timer.stop()
        if not self._unkept:
            return True
        try:
            self._acts.keep_words(self._period, self.section, self.text)
        except UserError as error:
            self._failed(error)
            return False
        self._unkept = False
        self.line.say("hint", "Đã lưu")
        self.kept.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving keeps."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return False

    # -- from recorded facts

    def _write(self) -> None:
        self._rest.begin("Đang soạn")
        period, section = self._period, self.section
        job = self._jobs.start(lambda _: self._acts.write_words(period, section))
        job.done.connect(self._written)
        job.failed.connect(self._failed)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._rest.end)

    def _failed(self, error: UserError) -> None:
        self.line.say("error", f"{error.title} {error.advice}")

    def _written(self, sentences: object) -> None:
        """Put the sentences below what stands there, so that nothing is lost; Ctrl+Z takes them out."""
        if not sentences:
            self.line.say("warning", "Sổ chưa có số liệu nào cho mục này; mục này do cơ quan tự viết.")
            return
        cursor = self.editor.widget.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(("\n" if self.text else "") + str(sentences))
        self.flush()
        self.line.say("ok", "Đã soạn từ số liệu trong sổ; hãy đọc lại và sửa cho đúng.")


class WordsCard(Card):
    """Signal ``kept()`` after any text was kept."""

    kept = Signal()

    def __init__(self, acts: ReportActs, jobs: Jobs) -> None:
        super().__init__("Nội dung do cơ quan viết", "pencil", "Tự lưu khi gõ")
        self._acts, self._jobs = acts, jobs
        self.boxes: dict[str, SectionBox] = {}
        self.period = ""

    def load(self, period: str, words: Sequence[Words]) -> None:
        """Show a period's sections; those of another period are kept before, see `flush`."""
        self.flush()
        self.period = period
        for old in self.boxes.values():
            old.hide()
            self.body.removeWidget(old)
            old.deleteLater()
        self.boxes = {one.section: SectionBox(one, period, self._acts, self._jobs) for one in words}
        for box in self.boxes.values():
            box.kept.connect(self.kept)
            self.body.addWidget(box)

    def go(self, section: str) -> QWidget:
        """Give the keyboard to a section; gives the whole of it."""
        self.boxes[section].editor.widget.setFocus()
        return self.boxes[section]

    def flush(self) -> bool:
        """Keep everything that was changed; returns whether all of it is safe."""
        kept = [box.flush() for box in self.boxes.values()]
        return all(kept)
