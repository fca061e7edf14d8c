"""A list of the department (Sở), VNNIC beside the register: read in a job, compared row by row, taken in one act."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.domain_acts import DomainsActs
from vnpresence_desktop.gui.pages.domains_match import LEVELS, MatchCard, name_of
from vnpresence_desktop.gui.pages.file_pick import FilePick
from vnpresence_desktop.gui.pages.undoable import Undoable
from vnpresence_desktop.gui.parts import GAP, button, label, reveal, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.short_choice import ShortChoice
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.domain_lists import Match, TakenList
from vnpresence_desktop.work.texts import say

_OUTCOMES = ("new", "granted", "differs", "same", "unclear", "not_found", "invalid", "unreadable", "repeated")
_COLUMNS = (
    Column(title="Dòng", width=7),
    Column(title="Tên miền", width=22),
    Column(title="Chủ thể trong danh sách", width=22, stretch=True),
    Column(title="Kết quả", width=23, show=lambda code: say("match", code), level=lambda code: LEVELS.get(code, "")),
    Column(title="Chỗ khác", width=24),
)
_OUTCOME_LETTERS = 16
_BEGIN = "Chọn tệp danh sách tên miền đã đăng ký của Sở hoặc VNNIC."
_HEADING = (
    "Danh sách là tệp Excel, ODS hoặc CSV có dòng tiêu đề: "
    "Tên miền, Chủ thể, Số CCCD/MST, Nhà đăng ký, Ngày đăng ký, Ngày hết hạn."
)
_NOTHING = "Chưa chọn dòng nào. Phím cách: chọn dòng."


class ListPart(QWidget):
    """The tab. Signal ``counted()``: `pill` says another number."""

    counted = Signal()

    def __init__(self, acts: DomainsActs) -> None:
        super().__init__()
        self._acts = acts
        self._job: Job | None = None
        self.matches: dict[int, Match] = {}
        self.pill = ""
        self.file, self.notice, self.outcomes = FilePick(), Notice(), ShortChoice()
        self._undoable = Undoable(self.notice, acts.undo)
        self.table = RecordTable(
            _COLUMNS, lambda _: self._shown(), self._rows, name="Các dòng của danh sách", empty=_HEADING, tickable=True,
            may_tick=lambda at: at in self.matches and self.matches[at].can_be_taken,
        )  # fmt: skip
        self.card = MatchCard(self._open)
        self.told, self.progress = label(_BEGIN, "muted", wrap=True), QProgressBar()
        self.all = button("Chọn hết", self._tick_all)
        self.stop = button("Dừng (Esc)", self.cancel, "x")
        self.take = button("Nhận", self.take_now, "download", "primary")
        self._lay_out()
        self._connect()
        self._put([], _HEADING)
        self._idle()

    def _lay_out(self) -> None:
        self.outcomes.setAccessibleName("Kết quả đối chiếu")
        self.outcomes.setMinimumContentsLength(_OUTCOME_LETTERS)
        self.progress.setAccessibleName("Tiến độ")
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        asked = label("&Kết quả", "muted", buddy=self.outcomes)
        self._filter = QWidget()
        self._filter.setLayout(row(asked, self.outcomes, self.all))
        self.file.line.addWidget(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(8)
        for part in (self.file, self.notice):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        column.addLayout(row(self.told, self.progress, self.stop, self.take))

    def _connect(self) -> None:
        self.file.chosen.connect(self._begin)
        self.outcomes.activated.connect(lambda _: self.table.load())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._opened)
        self.table.ticks_changed.connect(self._tell_ticked)
        self._undoable.turned.connect(self._read)
        for keys, act in (("Ctrl+O", self.file.ask), ("Esc", self.cancel), ("F5", self._read)):
            QShortcut(QKeySequence(keys), self, act)

    # -- what the page asks

    def arrive(self) -> None:
        """The part is shown; what was read stays."""

    def take_keyboard(self) -> None:
        """The keyboard goes where one begins."""
        (self.table if self.matches else self.file.open).setFocus()

    # -- reading

    def _begin(self) -> None:
        self.notice.clear()
        self._put([], "Đang đọc danh sách…")
        self.table.tick(self.table.ticked(), ticked=False)
        self._read()

    def _read(self) -> None:
        path = self.file.path
        if path is None:
            return
        job = self._start(f"Đang đọc “{path.name}”…", lambda job: self._acts.match(path, job.report))
        job.done.connect(lambda found: self._show(job, found))

    def _show(self, job: Job, found: Sequence[Match]) -> None:
        if job is not self._job:
            return
        self._put(found)
        self._idle()
        self.table.setFocus()

    def _put(self, found: Sequence[Match], empty: str = "Danh sách không có dòng nào.") -> None:
        self.matches = {item.row.row: item for item in found}
        gone = {at for at in self.table.ticked() if at not in self.matches or not self.matches[at].can_be_taken}
        self.table.tick(gone, ticked=False)
        shown = self.outcomes.currentData()
        self.outcomes.clear()
        self.outcomes.addItem(f"Tất cả ({number(len(found))})", "")
        for outcome in _OUTCOMES:
            if count := sum(item.outcome == outcome for item in found):
                self.outcomes.addItem(f"{say('match', outcome)} ({number(count)})", outcome)
        self.outcomes.setCurrentIndex(max(0, self.outcomes.findData(shown)))
        self.table.say_empty(empty)
        self.table.load()
        self.pill = f"{number(len(found))} dòng" if found else ""
        self.counted.emit()

    def _shown(self) -> list[int]:
        wanted = self.outcomes.currentData()
        return [at for at, item in self.matches.items() if wanted in ("", None, item.outcome)]

    def _rows(self, ids: Sequence[int]) -> Sequence[Row]:
        found = (self.matches.get(at) for at in ids)
        return [_cells(item) if item else () for item in found]

    # -- choosing

    def _choose(self, at: int | None) -> None:
        """The card may take room from the table: the row stays in sight."""
        self.card.show_match(self.matches.get(at or 0))
        QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _takeable(self) -> list[int]:
        return [at for at in self._shown() if self.matches[at].can_be_taken]

    def _tick_all(self) -> None:
        self.table.tick(self._takeable())

    def _tell_ticked(self) -> None:
        if self._job:
            return
        count, possible = len(self.table.ticked()), sum(item.can_be_taken for item in self.matches.values())
        self.take.setText(f"Nhận {number(count)} dòng" if count else "Nhận")
        self.take.setEnabled(count > 0)
        told = f"Đã chọn {number(count)} trong {number(possible)} dòng nhận được." if count else _NOTHING
        if self.matches and not possible:
            told = "Không có dòng nào cần nhận: sổ đã ghi đúng, hoặc dòng không khớp hồ sơ nào."
        self.told.setText(told if self.matches else _BEGIN)
        self.take.setToolTip("" if count else self.told.text())
        self.all.setEnabled(possible > 0)
        self.all.setToolTip("Chọn mọi dòng nhận được đang hiện" if possible else self.told.text())

    def _opened(self, at: int) -> None:
        people = self.matches[at].candidates
        if len(people) == 1:
            self._open(people[0])
        elif self.card.links:
            self.card.links[0].setFocus()

    def _open(self, person: Candidate) -> None:
        self._acts.open(person.KIND, person.id)

    # -- taking

    def take_now(self) -> None:
        """Write what the list says of the ticked rows."""
        chosen, shown = self.table.ticked(), tuple(self.matches.values())
        if not chosen or self._job:
            return
        job = self._start("Đang ghi vào sổ…", lambda _: self._acts.take(shown, chosen))
        self.file.setEnabled(False)
        self.table.setEnabled(False)
        self.stop.hide()
        job.done.connect(lambda taken: self._taken(taken, len(chosen)))

    def _taken(self, taken: TakenList, wanted: int) -> None:
        self._idle()
        written = taken.added + taken.changed
        left = wanted - written
        text = f"{number(left)} dòng không nhận vì sổ đã khác lúc đối chiếu; hãy xem lại." if left else ""
        self.table.tick(self.table.ticked(), ticked=False)
        if written:
            said = f"thêm {number(taken.added)} tên miền, cập nhật {number(taken.changed)}"
            self._undoable.tell(f"Đã nhận {number(written)} dòng: {said}.", text)
        else:
            self.notice.say("warning", "Chưa nhận dòng nào.", text)
        self._read()

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
        job.cancelled.connect(lambda: self._cancelled(job))
        job.broke.connect(self._acts.broke)
        return job

    def _advance(self, job: Job, percent: int) -> None:
        if job is self._job:
            self.progress.setRange(0, 100)
            self.progress.setValue(percent)

    def _failed(self, job: Job, error: UserError) -> None:
        if job is self._job:
            self._end()
            self.notice.say("error", error.title, error.advice, action=("Đọc lại tệp", self._again))

    def _end(self) -> None:
        """Nothing came of it; rows that stood before stay."""
        if not self.matches:
            self._put([], _HEADING)
        self._idle()

    def _again(self) -> None:
        self.notice.clear()
        self._read()

    def _cancelled(self, job: Job) -> None:
        if job is self._job:
            self._end()
            self.notice.say("info", "Đã dừng.", "Chưa ghi gì vào sổ.")
            self.file.open.setFocus()

    def cancel(self) -> None:
        """Stop reading; what is being written is written whole."""
        if self._job and self.file.isEnabled():
            self._job.cancel()

    def _idle(self) -> None:
        self._job = None
        self.file.setEnabled(True)
        self.table.setEnabled(True)
        self._working(busy=False)
        self._tell_ticked()

    def _working(self, *, busy: bool) -> None:
        reveal(self.progress, shown=busy)
        reveal(self.stop, shown=busy)
        reveal(self._filter, shown=bool(self.matches))
        self.take.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the card below says what differs."""
        super().resizeEvent(event)
        self.table.setColumnHidden(4, self.width() < self.fontMetrics().averageCharWidth() * 128)


def _cells(item: Match) -> Row:
    return (
        item.row.row,
        item.row.domain,
        item.row.owner,
        item.outcome,
        ", ".join(name_of(one.field) for one in item.differences),
    )
