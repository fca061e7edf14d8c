"""The bin: deleted records kind by kind, searched as everywhere, brought back one or many at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.history_acts import HistoryActs
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.parts import GAP, button, label, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.texts import say

_COLUMNS = (
    Column(title="Tên", width=28, stretch=True),
    Column(title="Xóa lúc", width=16),
    Column(title="Người xóa", width=14),
    Column(title="Vì việc", width=30),
)
_WHY, _NARROW = 3, 110
"""The column of the reason, and the letters that the table must have room for to show it."""
_PAUSE = 120
"""Milliseconds without a key after which the bin is searched."""
_ONLY_GROUPS = "Chỉ tìm được hộ kinh doanh, doanh nghiệp, công dân; mục khác hãy tìm bằng mắt."


class BinPart(QWidget):
    """The tab of the bin."""

    def __init__(self, acts: HistoryActs) -> None:
        super().__init__()
        self._acts = acts
        self.notice, self.kinds = Notice(), QComboBox()
        self.search = SearchLine("Tìm trong thùng rác", "Tìm theo tên, số điện thoại…; không cần dấu (Ctrl+F)")
        self.told = label("", "muted")
        self.back = button("Khôi phục", self.bring_back, "undo-2", "primary")
        self.table = RecordTable(
            _COLUMNS, self._ids, self._rows, name="Các mục đã xóa, mới xóa ở trên", tickable=True,
            empty="Thùng rác trống. Mục bị xóa sẽ nằm ở đây và lấy lại được bất cứ lúc nào.",
        )  # fmt: skip
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.kinds.setAccessibleName("Loại mục đã xóa")
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        QuietWheel(self.kinds)
        asked = label("&Loại", "muted", buddy=self.kinds)
        line = row(asked, self.kinds)
        line.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.told, None, self.back))

    def _connect(self) -> None:
        self.kinds.activated.connect(self._load)
        self.search.textChanged.connect(self._pause.start)
        self.search.lead(self.table)
        self._pause.timeout.connect(self._load)
        self.table.opened.connect(lambda _: self.back.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.chosen.connect(self._say_chosen)
        self.table.ticks_changed.connect(self._say_chosen)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.take_keyboard)
        QShortcut(QKeySequence("F5"), self, self.arrive)

    @property
    def kind(self) -> Kind | None:
        """The kind that is shown; None while the bin is empty."""
        found = self.kinds.currentData()
        return Kind(found) if found else None

    # -- what is shown

    def arrive(self) -> None:
        """Read anew; the kind that was shown stays."""
        shown = self.kinds.currentData()
        self.kinds.clear()
        with self.notice.telling():
            for kind, count in self._acts.bins().items():
                words = say("kind", kind)
                self.kinds.addItem(f"{capital(words)} ({number(count)})", kind.value)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(shown)))
        self.kinds.setEnabled(self.kinds.count() > 0)
        self._load()

    def _load(self) -> None:
        self._pause.stop()
        self.table.tick(self.table.ticked(), ticked=False)
        searched = self.kind in CANDIDATES
        self.search.setEnabled(searched)
        self.search.setToolTip("" if searched or self.kind is None else _ONLY_GROUPS)
        with self.notice.telling():
            self.table.load(self.search.text() if searched else "")

    def _ids(self, text: str) -> Sequence[str]:
        return self._acts.deleted(self.kind, text) if self.kind else ()

    def _rows(self, ids: Sequence[str]) -> Sequence[Row]:
        found = self._acts.binned(self.kind, ids) if self.kind else [None] * len(ids)
        return [(line.name, line.when, line.actor, line.reason) if line else () for line in found]

    def _chosen(self) -> list[str]:
        """What is ticked, else the current row."""
        current = self.table.current_id()
        return sorted(self.table.ticked()) or ([current] if current else [])

    def _say_chosen(self) -> None:
        ticked, chosen = len(self.table.ticked()), len(self._chosen())
        hint = "Phím cách: chọn nhiều mục" if chosen else ""
        self.told.setText(f"Đã chọn {number(ticked)}" if ticked else hint)
        self.back.setText(f"Khôi phục {number(ticked)} mục" if ticked else "Khôi phục")
        self.back.setEnabled(chosen > 0)
        self.back.setToolTip("" if chosen else "Không có mục nào để khôi phục.")

    # -- bringing back

    def bring_back(self) -> None:
        """Bring back what is chosen; what hinders it is said in place."""
        if not self.kind:
            return
        with self.notice.telling():
            told = self._acts.bring_back(self.kind, self._chosen())
            self.arrive()
            self.notice.tell_written(told)
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the names matter more than the reason."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_WHY, self.width() < self.fontMetrics().averageCharWidth() * _NARROW)
