"""The list of a group: search as you type, count, states; Enter opens a record, Ctrl+N begins a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.long_list import LongList
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.list_columns import chosen_columns
from vnpresence_desktop.gui.pages.list_tools import ListTools
from vnpresence_desktop.gui.parts import GAP, Page, button, label, row, tab_through
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.texts import because

_NOT_FOUND = "Không tìm thấy. Hãy gõ ít chữ hơn, hoặc bấm “Thêm mới” (Ctrl+N) nếu chưa có trong sổ."
_FILTERED = "Không tìm thấy. Danh sách đang lọc: hãy bớt điều kiện, bấm “Xóa lọc”, hoặc gõ ít chữ hơn."
_WAITING = "Đang xét điều kiện của từng hồ sơ. Xin chờ vài giây."


class CandidateList(Page):
    """The page while no record is open.

    Signals:
        opened(object): open the record of this id.
        new_wanted(): begin a new record.
    """

    opened = Signal(object)
    new_wanted = Signal()

    def __init__(self, kind: Kind, acts: CandidateActs) -> None:
        adding = button("Thêm mới", self._add, "plus", "primary")
        adding.setToolTip(f"Thêm {WORDS[kind].unit} (Ctrl+N)")
        making = button("Lập danh sách", self._make_list, "file-text")
        making.setToolTip("Danh sách đề xuất, xác nhận theo mẫu: hồ sơ đã chọn, hoặc cả danh sách đang xem (Ctrl+P)")
        super().__init__(WORDS[kind].title, making, adding)
        self._kind, self._words, self._acts = kind, WORDS[kind], acts
        self.notice, unit = Notice(), self._words.unit
        self.search = SearchLine(f"Tìm {unit}", f"Tìm theo {self._words.search}; không cần dấu (Ctrl+F)")
        self.table = RecordTable(
            (),
            lambda text: acts.lists.first(Filter(text=text)),
            self._read,
            name=f"Danh sách {unit}",
            empty=_NOT_FOUND,
            tickable=True,
        )
        self.rows = LongList(self.table, acts.lists)
        self.tools = ListTools(kind, acts, self)
        # An input method changes the text several times a key: it is searched for once, when the key is done.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody())
        self.body.addWidget(self.notice)
        self.body.addWidget(self.search)
        self.body.addWidget(self.tools.chips)
        middle = row(self._stack, self.tools.side, spacing=GAP)
        middle.setStretch(0, 1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.tools.bar)

    def _nobody(self) -> QWidget:
        made = QWidget()
        made.setAccessibleName(f"Chưa có {self._words.unit} nào")
        column = QVBoxLayout(made)
        column.addStretch(1)
        for text, role in (
            (f"Chưa có {self._words.unit} nào trong sổ", "heading"),
            ("Bấm “Thêm mới” (Ctrl+N) để nhập từng hồ sơ,\nhoặc nhập cả danh sách ở trang “Nhập Excel”.", "muted"),
        ):
            line = label(text, role, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addStretch(2)
        return made

    def _connect(self) -> None:
        self.search.textChanged.connect(self._soon.start)
        self.search.returnPressed.connect(self._enter)
        self.search.lead(self.table)
        self._soon.timeout.connect(self.refresh)
        self.rows.counted.connect(self._count)
        self.rows.failed.connect(self.notice.show_error)
        self.tools.narrowing.changed.connect(self.refresh)
        self.tools.narrowing.columns_changed.connect(self._show_columns)
        self._show_columns()
        self.table.opened.connect(self.opened)
        tab_through(self.search, self.tools.chips, self.table, self.tools.side, self.tools.bar)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.take_keyboard)
        QShortcut(QKeySequence("Ctrl+N"), self, self._add)
        QShortcut(QKeySequence("Ctrl+P"), self, self._make_list)

    # -- what the page tells it

    def refresh(self) -> None:
        """Search and read anew; what hinders it is said in place."""
        self._soon.stop()
        with self.notice.telling():
            narrowing = self.tools.narrowing
            self.table.say_empty(_WAITING if narrowing.waiting else _FILTERED if narrowing.narrow else _NOT_FOUND)
            self.rows.show(narrowing.filter(self.search.text()), narrowing.among())

    def show_record(self, record_id: str) -> None:
        """Read anew with this record as the current row, even where the search would hide it."""
        self.tools.narrowing.renew()
        self.refresh()
        if not self.table.select(record_id) and (self.search.text() or self.tools.narrowing.narrow):
            self.search.clear()
            self.tools.narrowing.clear()
            self.table.select(record_id)

    def show_ids(self, title: str, ids: Sequence[str]) -> None:
        """Show these records alone, e.g. those behind a figure; ``title`` says where they come from."""
        self.search.clear()
        self.tools.narrowing.give(title, ids)

    def take_keyboard(self) -> None:
        """Give the keyboard to the rows, or to the search box where there are none."""
        (self.table if self.table.count() else self.search).setFocus()

    # -- inside

    def _read(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        return self._acts.many.views.rows(self.tools.narrowing.columns, ids)

    def _show_columns(self) -> None:
        self.table.show_columns(chosen_columns(self._kind, self.tools.narrowing.columns, self._why))

    def _why(self, record_id: str) -> str:
        """The reasons of a record's condition in the law's words; raises UserError."""
        record = self._acts.get(record_id)
        return "\n".join(map(because, self._acts.judge(record).verdict.reasons)) if record else ""

    def _add(self) -> None:
        self.new_wanted.emit()

    def _make_list(self) -> None:
        self.tools.make_list()

    def _count(self, count: int, whole: bool) -> None:  # noqa: FBT001 - what the signal carries
        waits = "đang xét điều kiện…" if self.tools.narrowing.waiting else "" if whole else "đang đếm…"
        self.set_pill(waits or f"{number(count)} {self._words.unit}")
        self._stack.setCurrentIndex(0 if count or self.search.text().strip() or self.tools.narrowing.narrow else 1)

    def _enter(self) -> None:
        """Enter in the search line: the only one found is opened at once."""
        self.refresh()
        if self.table.count() == 1:
            self.opened.emit(self.table.current_id())
