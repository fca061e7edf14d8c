"""All registrations, what happened last on top: searched by domain and by whom, narrowed to a state."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import NEXT
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.domain_acts import DomainsActs
from vnpresence_desktop.gui.pages.domain_block import LEVELS, domain_of, state_of
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.parts import GAP, label, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.domain_listing import RegistrationBook, RegistrationLine
from vnpresence_desktop.work.texts import say

_STATE_LEVELS = {f"{say('registration_state', state)}": level for state, level in LEVELS.items()}
_COLUMNS = (
    Column(title="Tên miền", width=24, stretch=True),
    Column(title="Chủ thể", width=26),
    Column(title="Nhóm", width=13),
    Column(title="Tình trạng", width=13, level=lambda words: _STATE_LEVELS.get(words.lower(), "")),
    Column(title="Từ ngày", width=10, show=show),
    Column(title="Hạn", width=10, show=show),
    Column(title="Nhà đăng ký", width=15),
    Column(title="Nguồn xác nhận", width=18),
)
_NARROW = ((7, 154), (6, 133), (2, 115), (4, 96))
"""Columns that give way, each with the letters that the table must have room for to show it."""
GONE = "(hồ sơ đã xóa)"
_NONE = "Chưa có đăng ký nào. Mở một hồ sơ rồi bấm “Đề xuất tên miền”."
_NOT_FOUND = "Không tìm thấy. Thử bớt chữ, hoặc chọn “Mọi tình trạng”."


class RegistrationsPart(QWidget):
    """The tab. Signal ``counted()``: `pill` says another number."""

    counted = Signal()

    def __init__(self, acts: DomainsActs) -> None:
        super().__init__()
        self._acts = acts
        self._book: RegistrationBook | None = None
        self.notice, self.states = Notice(), QComboBox()
        self.search = SearchLine(
            "Tìm đăng ký tên miền", "Tìm theo tên miền, chủ thể, số giấy tờ, điện thoại; không cần dấu (Ctrl+F)"
        )
        self.table = RecordTable(
            _COLUMNS, self._ids, self._rows, name="Các đăng ký tên miền, mới nhất ở trên", empty=_NONE
        )
        self.pill = ""
        self._lay_out()
        self.search.textChanged.connect(self._load)
        self.search.lead(self.table)
        self.states.activated.connect(self._load)
        self.table.opened.connect(self._open)
        self.table.counted.connect(self._count)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.take_keyboard)
        QShortcut(QKeySequence("F5"), self, self.arrive)

    def _lay_out(self) -> None:
        self.states.setAccessibleName("Tình trạng đăng ký")
        self.states.addItem("Mọi tình trạng", "")
        for state in NEXT:
            words = say("registration_state", state)
            self.states.addItem(capital(words), state)
        self.states.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        QuietWheel(self.states)
        asked = label("&Tình trạng", "muted", buddy=self.states)
        line = row(self.search, asked, self.states)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)

    def arrive(self) -> None:
        """Read anew."""
        with self.notice.telling():
            self._book = self._acts.book()
            self._load()

    def take_keyboard(self) -> None:
        """The keyboard goes to the rows, to the search line while there is none."""
        (self.table if self.table.count() else self.search).setFocus()

    def _load(self) -> None:
        with self.notice.telling():
            self.table.load(self.search.text())

    def _ids(self, text: str) -> Sequence[str]:
        state = str(self.states.currentData() or "")
        self.table.say_empty(_NOT_FOUND if text.strip() or state else _NONE)
        return self._book.ids(text, state) if self._book else ()

    def _rows(self, ids: Sequence[str]) -> Sequence[Row]:
        return [_cells(line) if line else () for line in self._acts.lines(ids)]

    def _count(self, count: int) -> None:
        self.pill = f"{number(count)} đăng ký"
        self.counted.emit()

    def _open(self, registration_id: str) -> None:
        for line in self._acts.lines([registration_id]):
            if line and line.candidate:
                self._acts.open(line.candidate.KIND, line.candidate.id)
            elif line:
                self.notice.say(
                    "warning", f"Hồ sơ của {domain_of(line.registration)} đã xóa.", "Mở Thùng rác để khôi phục trước."
                )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow some columns give way."""
        super().resizeEvent(event)
        for column, letters in _NARROW:
            self.table.setColumnHidden(column, self.width() < self.fontMetrics().averageCharWidth() * letters)


def _cells(line: RegistrationLine) -> Row:
    item, owner = line.registration, line.candidate
    group = say("kind", owner.KIND) if owner else ""
    confirmed = say("confirmed_by", item.confirmed_by) if item.confirmed_by else ""
    return (
        domain_of(item), owner.name if owner else GONE, capital(group), state_of(item), item.state_on, item.expires_on,
        item.registrar, capital(confirmed),
    )  # fmt: skip
