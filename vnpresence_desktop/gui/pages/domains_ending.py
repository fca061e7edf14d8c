"""What ends soon: being entitled, or a domain; the nearest end on top, what is over already said in words."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.domain_acts import DomainsActs
from vnpresence_desktop.gui.pages.domain_block import domain_of
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.parts import GAP, label, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.domains import Ending
from vnpresence_desktop.work.texts import say

_AHEAD = (30, 60, 90)
_SOON = 7
_NARROW = ((5, 128), (2, 112))
"""Columns that give way, each with the letters that the table must have room for to show it; the line above says the rest."""
_WHAT = {"condition": "Hết điều kiện", "expiry": "Tên miền hết hạn"}
_NONE = "Không có ai sắp hết điều kiện và không có tên miền nào sắp hết hạn trong số ngày đã chọn."
_FAILED = "Chưa xem được. Bấm F5 để thử lại."
_WAIT = "Đang xem lại từng hồ sơ…"


def days_words(days: int) -> str:
    """How many days are left, in words that say also what is over."""
    return f"Đã quá {number(-days)} ngày" if days < 0 else "Hôm nay" if days == 0 else f"Còn {number(days)} ngày"


def _level(days: int) -> str:
    return "error" if days < 0 else "warning" if days <= _SOON else ""


_COLUMNS = (
    Column(title="Còn lại", width=17, show=days_words, level=_level),
    Column(title="Ngày cuối", width=10, show=show),
    Column(title="Việc gì", width=17),
    Column(title="Chủ thể", width=25, stretch=True),
    Column(title="Tên miền", width=22),
    Column(title="Ấp, khu vực", width=16),
)


class EndingsPart(QWidget):
    """The tab. Signal ``counted()``: `pill` says another number."""

    counted = Signal()

    def __init__(self, acts: DomainsActs) -> None:
        super().__init__()
        self._acts = acts
        self._job: Job | None = None
        self._found: dict[Hashable, Ending] = {}
        self.pill = ""
        self.notice, self.days, self.told = Notice(), QComboBox(), label("", "muted", wrap=True)
        self.table = RecordTable(
            _COLUMNS, lambda _: list(self._found), self._rows, empty=_WAIT,
            name="Sắp hết điều kiện, sắp hết hạn; gần nhất ở trên",
        )  # fmt: skip
        self._lay_out()
        self.days.activated.connect(self.arrive)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        QShortcut(QKeySequence("F5"), self, self.arrive)

    def _lay_out(self) -> None:
        self.days.setAccessibleName("Xem trước bao nhiêu ngày")
        for days in _AHEAD:
            self.days.addItem(f"{days} ngày tới", days)
        QuietWheel(self.days)
        asked = label("&Xem trước", "muted", buddy=self.days)
        line = row(asked, self.days, self.told)
        line.setStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)

    # -- reading, in a job: every record is judged

    def arrive(self) -> None:
        """Read anew."""
        if self._job:
            self._job.cancel()
        days = int(self.days.currentData())
        job = self._job = self._acts.start(lambda _: self._acts.endings(days))
        job.done.connect(lambda found: self._show(job, found))
        job.failed.connect(lambda error: self._failed(job, error))
        job.broke.connect(self._acts.broke)

    def _show(self, job: Job, found: Sequence[Ending]) -> None:
        if job is not self._job:
            return
        self._job = None
        self.notice.clear()
        self._found = {_key(item): item for item in found}
        self.table.say_empty(_NONE)
        self.table.load()
        over = sum(item.days < 0 for item in found)
        self.pill = f"{number(len(found))} mục" + (f", {number(over)} đã quá" if over else "")
        self.counted.emit()

    def _failed(self, job: Job, error: UserError) -> None:
        if job is self._job:
            self._job = None
            self.table.say_empty(_FAILED)
            self.table.load()
            self.notice.show_error(error)

    def _rows(self, ids: Sequence[Hashable]) -> Sequence[Row]:
        return [_cells(self._found[one]) if one in self._found else () for one in ids]

    def take_keyboard(self) -> None:
        """The keyboard goes to the rows."""
        self.table.setFocus()

    def _choose(self, one: Hashable) -> None:
        item = self._found.get(one)
        self.told.setText(f"{item.sentence} Enter: mở hồ sơ." if item else "")

    def _open(self, one: Hashable) -> None:
        item = self._found.get(one)
        if item:
            self._acts.open(item.candidate.KIND, item.candidate.id)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow some columns give way."""
        super().resizeEvent(event)
        for column, letters in _NARROW:
            self.table.setColumnHidden(column, self.width() < self.fontMetrics().averageCharWidth() * letters)


def _key(item: Ending) -> Hashable:
    return item.what, item.candidate.id, item.registration.id if item.registration else ""


def _cells(item: Ending) -> Row:
    domain = domain_of(item.registration) if item.registration else ""
    owner = item.candidate
    return (
        item.days,
        item.on,
        _WHAT[item.what],
        f"{owner.name} ({say('kind', owner.KIND)})",
        domain,
        owner.hamlet,
        owner.phone,
    )
