"""The lists that were taken in, each of which can be taken back whole."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import ImportBatch
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.import_acts import ImportActs
from vnpresence_desktop.gui.pages.import_file import TITLES
from vnpresence_desktop.gui.parts import Card, button, into_sight, label, reveal, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.history_words import moment
from vnpresence_desktop.work.undoing import Told

_COLUMNS = (
    Column(title="Lúc nhập", width=16),
    Column(title="Tệp", width=20, stretch=True),
    Column(title="Danh sách gồm", width=17, spare=True),
    Column(title="Thêm mới", width=9, align="right", show=number),
    Column(title="Bổ sung", width=9, align="right", show=number),
    Column(title="Không nhập", width=10, align="right", show=number, tip="Đã có đủ, có lỗi hoặc bỏ qua"),
)
_LINES = 15
"""Lines of text that the card must have room for."""
_EMPTY = "Chưa nhập danh sách nào. Mỗi lần nhập sẽ đứng ở đây và lấy lại được cả lần."
_AFTER = "Hồ sơ đã thêm sẽ vào thùng rác, giá trị đã bổ sung trở lại như trước. Việc này hoàn tác được."


class BatchesCard(Card):
    """The card.

    Signals:
        turned(): a list was taken back, or taken in again.
    """

    turned = Signal()

    def __init__(self, acts: ImportActs) -> None:
        super().__init__("Các lần đã nhập", "history")
        self._acts = acts
        self._found: Mapping[str, ImportBatch] = {}
        self._asked = ""
        self._job: Job | None = None
        self.notice = Notice()
        self.table = RecordTable(
            _COLUMNS, lambda _: list(self._found), self._rows, name="Các lần đã nhập, mới nhất ở trên", empty=_EMPTY
        )
        self.take_back = button("Lấy lại cả lần nhập…", lambda: self.ask(self.table.current_id() or ""), "undo-2")
        self.question, self.after = label("", "label", wrap=True), label(_AFTER, "muted", wrap=True)
        self.keep = button("Không lấy lại", self._give_up)
        self.sure = button("Lấy lại", self._take_back, "undo-2", "danger")
        self._lay_out()

    def _lay_out(self) -> None:
        asked = self._asking = Card()
        line = row(self.question, self.keep, self.sure)
        line.setStretch(0, 1)
        asked.body.addLayout(line)
        asked.body.addWidget(self.after)
        for part in (self.notice, self.table):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.table, 1)
        self.body.addWidget(self._asking)
        self.body.addLayout(row(self.take_back, None))
        reveal(self._asking, shown=False)
        self._keep_room()
        self.table.opened.connect(self.ask)
        self.table.chosen.connect(lambda _: self._shut())

    def _keep_room(self) -> None:
        """Where the window is low the card scrolls, rather than that its words are cut."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_asking"):
            self._keep_room()

    @property
    def asking(self) -> bool:
        """Whether it asks if a list is to be taken back."""
        return not self._asking.isHidden()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Its parts in the order of Tab."""
        return self.notice, self.table, self._asking, self.take_back

    # -- what is shown

    def begin(self) -> None:
        """What was said and asked before is over."""
        self.notice.clear()
        self._shut()

    def arrive(self) -> None:
        """Read anew."""
        with self.notice.telling():
            self._found = {batch.id: batch for batch in self._acts.batches()}
            self.table.load()
        self.take_back.setEnabled(bool(self._found))
        self.take_back.setToolTip("" if self._found else "Chưa có lần nhập nào")

    def _rows(self, ids: Sequence[str]) -> list[Row]:
        return [_cells(self._found[one]) if one in self._found else () for one in ids]

    # -- taking back

    def ask(self, batch_id: str) -> None:
        """Ask in place whether a list is to be taken back."""
        batch = self._found.get(batch_id)
        if batch is None or self._job:
            return
        self.table.select(batch_id)
        self.notice.clear()
        self._asked = batch_id
        self.question.setText(_question(batch))
        self._enable(usable=True)
        reveal(self._asking)
        self.take_back.hide()
        self.keep.setFocus()
        into_sight(self._asking)

    def _shut(self) -> None:
        if not self._job:
            reveal(self._asking, shown=False)
            reveal(self.take_back)

    def _give_up(self) -> None:
        self._shut()
        self.table.setFocus()

    def _take_back(self) -> None:
        batch = self._asked
        self._enable(usable=False)
        self._begin(self._acts.start(lambda _: self._acts.take_back(batch)))

    def _begin(self, job: Job) -> None:
        self._job = job
        self.notice.say("info", "Đang thực hiện, xin chờ…")
        job.done.connect(self._told)
        job.failed.connect(self._failed)
        job.broke.connect(self._broke)
        job.cancelled.connect(self._end)

    def _end(self) -> None:
        self._job = None
        self._enable(usable=True)
        self._shut()
        self.notice.clear()
        self.arrive()
        self.table.setFocus()

    def _told(self, told: Told) -> None:
        self._end()
        word = "Hoàn tác" if told.again else "Làm lại"
        again = (word, lambda: self._begin(self._acts.start(lambda _: self._acts.turn_round(told.act))))
        self.notice.tell_written(told.text, action=again if told.act else None)
        self.turned.emit()

    def _failed(self, error: UserError) -> None:
        self._end()
        self.notice.show_error(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    def _enable(self, *, usable: bool) -> None:
        for act in (self.keep, self.sure, self.take_back):
            act.setEnabled(usable)


def _cells(batch: ImportBatch) -> Row:
    group = TITLES[Kind(batch.of)]
    return moment(batch.taken_at), batch.file, group, batch.imported or 0, batch.updated or 0, batch.skipped or 0


def _question(batch: ImportBatch) -> str:
    new, more = number(batch.imported or 0), number(batch.updated or 0)
    return f"Lấy lại cả lần nhập “{batch.file}” lúc {moment(batch.taken_at)}: {new} hồ sơ đã thêm, {more} đã bổ sung?"
