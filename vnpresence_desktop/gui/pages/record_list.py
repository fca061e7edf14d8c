"""The list of a simple kind of record: newest first, searched as you type, by period; removing is taken back in place."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.period_box import PeriodBox, holding
from vnpresence_desktop.gui.pages.record_acts import RecordActs, RecordWords
from vnpresence_desktop.gui.parts import GAP, label, reveal, row
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.preparing import Offered

_PAUSE = 120
"""Milliseconds without a key after which the list is searched."""
_ALWAYS = Offered("", "mọi thời gian", date.min, date.max, usual=True)
_EDGES = 20
"""Pixels of the table's edges and scroll bar."""
_KEYS = "Enter: mở · Ctrl+N: ghi mới · Delete: xóa"


class RecordList(QWidget):
    """See the module's text.

    Signals:
        opened(object): open the record of this id.
        counted(int): how many are shown.
    """

    opened = Signal(object)
    counted = Signal(int)

    def __init__(self, words: RecordWords, acts: RecordActs) -> None:
        super().__init__()
        self.words, self._acts = words, acts
        self._shown: Sequence[str] = ()
        self._present: Offered | None = None
        self.notice, self.period = Notice(), PeriodBox()
        self.search = SearchLine(f"Tìm {words.unit}", f"Tìm theo {words.search}; không cần dấu (Ctrl+F)")
        self.told, self._asked = label("", "muted"), label("&Thời gian", "muted")
        self.table = RecordTable(
            words.columns, self._ids, acts.rows, name=f"Các {words.unit}, mới nhất ở trên", empty=words.empty
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._asked.setBuddy(self.period)
        self.period.setAccessibleName("Thời gian")
        line = row(self.search, self._asked, self.period)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addWidget(label(self.words.about, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(row(self.told, None, label(_KEYS, "small")))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.lead(self.table)
        self._pause.timeout.connect(self.refresh)
        self.period.chosen.connect(self.refresh)
        self.table.opened.connect(self.opened)
        self.table.counted.connect(self.counted)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.take_keyboard)
        removal = QShortcut(QKeySequence("Delete"), self.table, self.remove)
        removal.setContext(Qt.ShortcutContext.WidgetShortcut)

    # -- what is shown

    def arrive(self) -> None:
        """Read anew: other pages may have changed the register, and the day may be another."""
        self._offer_periods()
        self.refresh()
        with suppress(UserError):  # which the list has told
            self._tell_present()

    def _offer_periods(self) -> None:
        """An office without a programme has no periods: then there is nothing to choose."""
        periods: Sequence[Offered] = ()
        with suppress(UserError):
            periods = self._acts.periods()
        self.period.offer((_ALWAYS, *periods))
        for part in (self._asked, self.period):
            reveal(part, shown=bool(periods))
        self._present = holding(periods, self._acts.today())

    def _tell_present(self) -> None:
        """How many the period of today has."""
        if self._present is None:
            self.told.setText("")
            return
        count = len(self._acts.ids("", *_days(self._present)))
        title = self._present.title
        self.told.setText(f"{capital(title)}: {number(count)} {self.words.unit}")

    def refresh(self) -> None:
        """Search and read anew; what hinders it is said in place."""
        self._pause.stop()
        with self.notice.telling():
            self.table.load(self.search.text())

    def show_record(self, record_id: str) -> None:
        """Read anew with this record as the current row, even where the search or the period would hide it."""
        self.refresh()
        if record_id not in self._shown:
            self.search.clear()
            self.period.put("")
            self.refresh()
        if record_id in self._shown:
            self.table.setCurrentIndex(self.table.model().index(self._shown.index(record_id), 0))

    def _ids(self, text: str) -> Sequence[str]:
        self._shown = self._acts.ids(text, *_days(self.period.offered))
        return self._shown

    def take_keyboard(self) -> None:
        """Give the keyboard to the rows, or to the search line where there are none."""
        (self.table if self.table.count() else self.search).setFocus()

    # -- removing

    def remove(self, record_id: str = "") -> None:
        """Take the record of an id, or the current one, out of the register; it comes back by the button of the notice."""
        gone = record_id or self.table.current_id()
        if gone:
            self._turn(lambda: self._acts.remove(gone), ("Hoàn tác", lambda: self._bring_back(gone)))

    def _bring_back(self, record_id: str) -> None:
        if self._turn(lambda: self._acts.bring_back(record_id)):
            self.show_record(record_id)

    def _turn(self, act: Callable[[], str], action: tuple[str, Callable[[], object]] | None = None) -> bool:
        place = self.table.currentIndex().row()
        try:
            told = act()
        except UserError as error:
            self.notice.show_error(error)
            return False
        self.arrive()
        if self.table.count():
            self.table.setCurrentIndex(self.table.model().index(min(max(place, 0), self.table.count() - 1), 0))
        self.notice.tell_written(told, action=action)
        self.take_keyboard()
        return True

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow some columns give way, until the others have the room they want."""
        super().resizeEvent(event)
        letter, columns = self.fontMetrics().averageCharWidth(), self.words.columns
        missing = sum(column.width * letter + 20 for column in columns) - (self.width() - _EDGES)
        for place in self.words.narrow:
            self.table.setColumnHidden(place, missing > 0)
            missing -= columns[place].width * letter + 20 if missing > 0 else 0


def _days(period: Offered | None) -> tuple[str, str]:
    """First and last ISO day of a period; ("", "") for always."""
    return ("", "") if period is None or not period.id else (period.first.isoformat(), period.last.isoformat())
