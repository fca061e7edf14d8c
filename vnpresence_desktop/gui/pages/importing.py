"""Nhập Excel: one calm page; file, columns, first rows and what is doubtful are seen at once before anything is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import Severity, UserError
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.import_acts import ImportActs
from vnpresence_desktop.gui.pages.import_file import FileCard
from vnpresence_desktop.gui.pages.import_mapping import MappingCard
from vnpresence_desktop.gui.pages.import_password import PasswordLine
from vnpresence_desktop.gui.pages.import_problems import ProblemCard
from vnpresence_desktop.gui.pages.import_sample import SampleCard
from vnpresence_desktop.gui.parts import GAP, Page, button, label, reveal, scrolling, tab_through
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Imported, PasswordNeeded, Preview
from vnpresence_desktop.work.texts import label as name_of
from vnpresence_desktop.work.texts import message

__all__ = ["ImportActs", "ImportPage"]

_LINES = 21
"""Lines of text that the middle of the page must have room for."""


class ImportPage(Page):
    """See the module's text.

    Signals:
        imported(): rows came into the register.
    """

    imported = Signal()

    def __init__(self, acts: ImportActs) -> None:
        super().__init__("Nhập Excel")
        self._acts = acts
        self._job: Job | None = None
        self._preview: Preview | None = None
        self._secret = ""
        self.notice, self.file, self.password = Notice(), FileCard(), PasswordLine()
        self.mapping, self.sample, self.problems = MappingCard(), SampleCard(), ProblemCard()
        self.told, self.progress = label("", "muted", wrap=True), QProgressBar()
        self.stop = button("Dừng (Esc)", self.cancel, "x")
        self.take = button("Nhập", self.import_now, kind="primary")
        self._lay_out()
        self._connect()
        self._idle("Chọn tệp danh sách để bắt đầu.")

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.sample, 1)
        right.addWidget(self.problems, 1)
        self._middle = QWidget()
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(GAP)
        middle.addWidget(self.mapping, 9)
        middle.addLayout(right, 11)
        self.body.addWidget(self.file)
        self.body.addWidget(self.password)
        self.body.addWidget(self.notice)
        self.body.addWidget(scrolling(self._middle), 1)
        self._keep_room()
        self.progress.setAccessibleName("Tiến độ")
        self.progress.setMinimumWidth(160)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.add_bar(self.told, self.progress, self.stop, self.take)

    def _keep_room(self) -> None:
        """Where the window is low the middle scrolls, rather than that its lists shrink to nothing."""
        self._middle.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_middle"):
            self._keep_room()

    def arrive(self) -> None:
        """The keyboard is where one begins."""
        self.file.open.setFocus()

    def _connect(self) -> None:
        self.file.chosen.connect(self._begin)
        self.password.given.connect(self._unlock)
        self.mapping.corrected.connect(self._read)
        self.problems.confirmed_changed.connect(self._read)
        QShortcut(QKeySequence("Ctrl+O"), self, self.file.ask)
        QShortcut(QKeySequence("Esc"), self, self.cancel)

    # -- reading

    def _begin(self) -> None:
        self.set_pill("")
        self.mapping.begin()
        self.sample.begin()
        self.problems.begin()
        self.notice.clear()
        self.password.begin()
        self._secret = ""
        self._read()

    def _unlock(self, password: str) -> None:
        self._secret = password
        self._read()

    def _read(self) -> None:
        path, kind = self.file.path, self.file.kind
        if path is None:
            return
        columns, confirmed, secret = dict(self.mapping.columns), self.problems.confirmed, self._secret
        self._preview = None
        job = self._start(
            f"Đang đọc “{path.name}”…",
            lambda job: self._acts.preview(path, kind, columns, confirmed, secret, job.report),
        )
        job.done.connect(lambda preview: self._show(job, preview))

    def _show(self, job: Job, preview: Preview) -> None:
        if job is not self._job:
            return
        self._preview = preview
        self.password.begin()
        outcome = preview.outcome
        self.set_pill(f"{number(outcome.rows)} dòng")
        self.mapping.show_preview(preview)
        self.sample.show_preview(preview)
        self.problems.ask(preview.restored)
        self.problems.show_problems(outcome.problems)
        self._doubt_kind(outcome)
        tab_through(self.file, self.mapping, self.sample, *self.problems.stops, self.stop, self.take)
        self._idle(_forecast(preview), ready=bool(_written(outcome)) and not _lacking(preview))

    def _doubt_kind(self, outcome: Imported) -> None:
        """Enterprises would come in as households: said above all, not only among what is to be looked at again."""
        doubt = next((item.problem for item in outcome.problems if item.problem.code == "other_kind"), None)
        if doubt and not self.notice.words:
            self.notice.say("warning", message(doubt), "Nhóm đối tượng chọn ở ô “Danh sách gồm”, trên cùng.")

    # -- writing

    def import_now(self) -> None:
        """Write the rows into the register."""
        path, kind = self.file.path, self.file.kind
        if path is None or self._preview is None or not self.take.isEnabled():
            return
        columns, confirmed, secret = dict(self.mapping.columns), self.problems.confirmed, self._secret
        job = self._start(
            f"Đang nhập “{path.name}”…",
            lambda job: self._acts.import_list(path, kind, columns, confirmed, secret, job.report),
        )
        for card in (self.file, self._middle):  # another file now would take the place of this one half-way
            card.setEnabled(False)
        self.stop.setFocus()
        job.done.connect(self._taken)

    def _taken(self, outcome: Imported) -> None:
        self._preview = None
        self.problems.show_problems(outcome.problems)
        name = self.file.path.name if self.file.path else ""
        self.notice.say("ok", f"Đã nhập xong “{name}”: {number(outcome.rows)} dòng.", _summary(outcome))
        self._idle("Tệp này đã nhập xong; chọn tệp khác để nhập tiếp.")
        self.file.open.setFocus()
        self.imported.emit()

    # -- jobs

    def _start(self, words: str, function: Callable[[Job], object]) -> Job:
        if self._job:
            self._job.cancel()
        job = self._job = self._acts.start(function)
        self.told.setText(words)
        self.progress.setRange(0, 0)
        self._working(busy=True)
        job.progressed.connect(lambda percent, _: self._advance(job, percent))
        job.failed.connect(lambda error: self._failed(job, error))
        job.broke.connect(self._broke)
        job.cancelled.connect(lambda: self._cancelled(job))
        return job

    def _advance(self, job: Job, percent: int) -> None:
        if job is self._job:
            self.progress.setRange(0, 100)
            self.progress.setValue(percent)

    def _failed(self, job: Job, error: UserError) -> None:
        if job is self._job and isinstance(error, PasswordNeeded):
            self._idle("Tệp có mật khẩu: hãy gõ mật khẩu để đọc tiếp.")
            self.mapping.tell("Chưa đọc được cột nào của tệp.")
            self.password.ask(error, self._secret)
        elif job is self._job:
            self.notice.say("error", error.title, error.advice, action=("Đọc lại tệp", self._again))
            if self._preview is None:
                self.mapping.tell("Chưa đọc được cột nào của tệp.")
            self._idle("Chưa có dòng nào được ghi vào sổ.")

    def _again(self) -> None:
        self.notice.clear()
        self._read()

    def _broke(self, error: Exception) -> None:
        self._idle("Chưa có dòng nào được ghi vào sổ.")
        raise error

    def _cancelled(self, job: Job) -> None:
        if job is self._job:
            self.notice.say("info", "Đã dừng.", "Chưa có dòng nào của tệp này được ghi vào sổ.")
            self._idle("Đã dừng.", ready=self._preview is not None)
            (self.take if self.take.isEnabled() else self.file.open).setFocus()

    def cancel(self) -> None:
        """Stop what is being done."""
        if self._job:
            self._job.cancel()

    def _idle(self, words: str, *, ready: bool = False) -> None:
        self._job = None
        for card in (self.file, self._middle):
            card.setEnabled(True)
        self.told.setText(words)
        self._working(busy=False)
        count = _written(self._preview.outcome) if self._preview else 0
        self.take.setText(f"Nhập {number(count)} dòng" if ready else "Nhập")
        self.take.setEnabled(ready)
        self.take.setToolTip("" if ready else words)

    def _working(self, *, busy: bool) -> None:
        reveal(self.progress, shown=busy)
        reveal(self.stop, shown=busy)
        self.take.setEnabled(False)


def _written(outcome: Imported) -> int:
    return outcome.imported + outcome.updated


def _lacking(preview: Preview) -> list[str]:
    return [name_of(field) for field in preview.fields if field in preview.required and field not in preview.places]


def _forecast(preview: Preview) -> str:
    """What importing would do, or why it can't be done."""
    if lacking := _lacking(preview):
        return f"Chưa nhập được: hãy chọn cột cho {', '.join(lacking)}."
    if not _written(preview.outcome):
        return "Không có dòng nào để nhập: đã có đủ trong sổ hoặc có lỗi."
    return f"Sẽ {_summary(preview.outcome)[:1].lower()}{_summary(preview.outcome)[1:]}"


def _summary(outcome: Imported) -> str:
    """The same words before and after: what is new, completed, left out."""
    wrong = len({item.row for item in outcome.problems if item.problem.severity is Severity.ERROR})
    why = f"{number(outcome.skipped - wrong)} đã có đủ, {number(wrong)} có lỗi"
    left_out = f"bỏ qua {number(outcome.skipped)}" + (f" ({why})" if outcome.skipped else "")
    return f"Thêm mới {number(outcome.imported)}, bổ sung {number(outcome.updated)}, {left_out}."
