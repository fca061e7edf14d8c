"""The panel that changes one thing in many records: what, since when, what would happen; then one act."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.dates import DateEdit
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.candidate_kinds import choices
from vnpresence_desktop.gui.pages.list_acts import BulkActs
from vnpresence_desktop.gui.parts import button, label, reveal, row
from vnpresence_desktop.gui.side import SidePanel
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.bulk import CHANGEABLE, COMPARED, DATED, Change, Done, Outlook
from vnpresence_desktop.work.texts import label as field_label

_PAUSE = 150
SMALL = 300
"""Records that are changed before anybody notices; for more it is a job."""


class BulkPanel(SidePanel):
    """See the module's text.

    Signals:
        done(object): what was done, a `Done`.
    """

    done = Signal(object)

    def __init__(self, kind: Kind, acts: BulkActs) -> None:
        super().__init__("Sửa hàng loạt", scrolls=True)
        self._kind, self._acts = kind, acts
        self._ids: Sequence[str] = ()
        self._job: Job | None = None
        self.field, self.value = QComboBox(), QComboBox()
        self.on = DateEdit(acts.today)
        self.told = label("", wrap=True)
        self.failure = MessageLine()
        self.apply = button("Sửa", self._apply, "save", "primary")
        self._lines: Sequence[tuple[QWidget, QWidget]] = (
            (label("Giá trị mới", "label"), self.value),
            (label("Từ ngày", "label"), self.on),
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._name()
        self._lay_out()
        self._connect()

    def _name(self) -> None:
        for name in CHANGEABLE[self._kind]:
            text = "đánh dấu đã đối chiếu giấy tờ" if name == COMPARED else field_label(name)
            self.field.addItem(capital(text), name)
        self.field.setAccessibleName("Sửa gì")
        self.value.setAccessibleName("Giá trị mới")
        self.on.setAccessibleName("Từ ngày")
        for box in (self.field, self.value):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)

    def _lay_out(self) -> None:
        self.body.addWidget(label("Sửa gì", "label"))
        self.body.addWidget(self.field)
        for title, widget in self._lines:
            self.body.addWidget(title)
            self.body.addWidget(widget)
        self.body.addWidget(self.told)
        self.body.addWidget(self.failure)
        self.body.addLayout(row(self.apply, None))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(self._offer)
        self.value.currentTextChanged.connect(self._wait)
        self.on.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._look)

    # -- what the page tells it

    def take(self, ids: Sequence[str], columns: Sequence[str] = ()) -> None:
        """These records are to be changed."""
        self._ids = ids
        self.title.setText(f"Sửa {number(len(ids))} hồ sơ")
        self._wait()

    def begin(self) -> None:
        """Begin with today."""
        self.on.put(self._acts.today().isoformat())
        self.failure.say("hint", "")
        self._offer()

    def first(self) -> QWidget:
        """What to change."""
        return self.field

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What is wanted by now is foretold."""
        super().showEvent(event)
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Out of sight nothing is foretold."""
        super().hideEvent(event)
        self._pause.stop()

    # -- inside

    @property
    def change(self) -> Change:
        """What stands in the panel."""
        name = str(self.field.currentData())
        value = self.value.currentText() if name == "hamlet" else str(self.value.currentData() or "")
        return Change(name, "" if name == COMPARED else value, self.on.iso() if name in DATED else "")

    def _offer(self) -> None:
        """The values that the field can have."""
        name = str(self.field.currentData())
        self.value.clear()
        self.value.setEditable(name == "hamlet")
        if name == "hamlet":
            self.value.addItems(list(self._acts.hamlets()))
            self.value.setCurrentIndex(-1)
        else:
            for code, text in choices(self._kind, name):
                self.value.addItem(text, code)
            self.value.setPlaceholderText("Chọn giá trị mới")
            self.value.setCurrentIndex(-1)
        for line, shown in zip(self._lines, (name != COMPARED, name in DATED), strict=True):
            for widget in line:
                reveal(widget, shown=shown)
        self._wait()

    def _wait(self) -> None:
        self._rest("Đang xem trước")
        if self.isVisible():
            self._pause.start()

    def _rest(self, why: str) -> None:
        self.apply.setEnabled(False)
        self.apply.setToolTip(why)

    def _look(self) -> None:
        """Say what would happen."""
        self._pause.stop()
        if self._job:
            self._job.cancel()
            self._job = None
        ids, change = self._ids, self.change
        if len(ids) > SMALL:
            self.told.setText(f"Đang xem trước {number(len(ids))} hồ sơ…")
            self._follow(self._acts.start(lambda job: self._acts.outlook_in_job(ids, change, job.report)), self._show)
            return
        try:
            self._show(self._acts.outlook(ids, change))
        except UserError as error:
            self._refuse(error)

    def _follow(self, job: Job, then: Callable[[Any], object]) -> None:
        self._job = job
        job.done.connect(lambda answer: then(answer) if job is self._job else None)
        job.failed.connect(lambda error: self._refuse(error) if job is self._job else None)
        job.broke.connect(self._acts.broke)

    def _show(self, seen: Outlook) -> None:
        self._job = None
        self.told.setText("\n".join(seen.sentences))
        self.failure.say("hint", "")
        self.apply.setText(f"Sửa {number(seen.changed)} hồ sơ" if seen.changed else "Sửa")
        self.apply.setEnabled(seen.changed > 0)
        self.apply.setToolTip("" if seen.changed else "Không có hồ sơ nào phải sửa")

    def _refuse(self, error: UserError) -> None:
        self._job = None
        self.told.setText("")
        self.apply.setText("Sửa")
        self._rest(error.title)
        self.failure.say("hint", f"{error.title} {error.advice}")

    def _apply(self) -> None:
        ids, change = self._ids, self.change
        if len(ids) > SMALL:
            self._rest("Đang sửa")
            self.told.setText(f"Đang sửa {number(len(ids))} hồ sơ…")
            job = self._acts.start(lambda job: self._acts.apply_in_job(ids, change, job.report))
            job.progressed.connect(lambda percent, _: self.told.setText(f"Đang sửa… {percent} %"))
            self._follow(job, self._finish)
            return
        try:
            self._finish(self._acts.apply(ids, change))
        except UserError as error:
            self._refuse(error)

    def _finish(self, done: Done) -> None:
        self._job = None
        self.done.emit(done)
