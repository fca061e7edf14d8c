"""The acts, newest first; below them the one that is chosen in full, with the button that takes it back."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.dates import DateEdit
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.history_acts import HistoryActs
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.parts import GAP, Card, button, label, reveal, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.turning import WAIT, Turning
from vnpresence_desktop.work.history import Line, actors
from vnpresence_desktop.work.undoing import Told

_EVERYBODY, _OLDER = "Mọi người", "Xem việc cũ hơn"
_COLUMNS = (
    Column(title="Lúc", width=16),
    Column(title="Người làm", width=13),
    Column(title="Việc đã làm", width=30, stretch=True),
    Column(title="Cụ thể", width=38),
    Column(title="Tình trạng", width=12, level=lambda _: "muted"),
)
_DETAIL, _NARROW = 3, 130
"""The column that the card below says too, and the letters that the table must have room for to show it."""
_NOBODY = "Không có việc nào như vậy. Hãy chọn “Mọi người” và xóa ngày."


class ChosenAct(Card):
    """The act that is chosen: what it was, what it did, what can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.detail = label("", "label", wrap=True), label("", wrap=True)
        self.who, self.why_not = label("", "muted", wrap=True), label("", "muted", wrap=True)
        self.turn = button("Hoàn tác việc này", lambda: None, "undo-2")
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in (self.title, self.detail, self.who, self.why_not):
            words.addWidget(line)
        whole = row(spacing=16)
        whole.addLayout(words, 1)
        whole.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(whole)

    def show_line(self, line: Line | None) -> None:
        """Show an act, None hides the card."""
        reveal(self, shown=line is not None)
        if line is None:
            return
        self.title.setText(line.title)
        self.detail.setText(capital(line.detail))
        elsewhere = " · ghi ở máy khác" if line.elsewhere else ""
        state = f" · {line.state}" if line.state else ""
        self.who.setText(f"{line.when} · {line.actor}{elsewhere}{state}")
        self.why_not.setText(line.why_not)
        reveal(self.why_not, shown=bool(line.why_not))
        self.turn.setText("Làm lại việc này" if line.again else "Hoàn tác việc này")
        self.turn.setEnabled(bool(line.turns))
        self.turn.setToolTip(line.why_not)
        self.turn.setAccessibleDescription(line.why_not)


class ActsPart(QWidget):
    """The tab of acts."""

    def __init__(self, acts: HistoryActs) -> None:
        super().__init__()
        self._acts = acts
        self._lines: dict[str, Line] = {}
        self._older: Mapping[str, int] | None = None
        self._turning = Turning(acts.turning, self)
        self.notice, self.chosen = Notice(), ChosenAct()
        self.who, self.day = QComboBox(), DateEdit(acts.today)
        self.more = button(_OLDER, self._read_on, "chevron-down")
        self.table = RecordTable(
            _COLUMNS, lambda _: list(self._lines), self._rows, name="Việc đã làm, mới nhất ở trên", empty=_NOBODY
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.who.setAccessibleName("Việc của ai")
        self.who.addItem(_EVERYBODY, "")
        self.who.setMinimumContentsLength(16)
        QuietWheel(self.who)
        self.day.setAccessibleName("Việc của ngày nào")
        self.day.setPlaceholderText("mọi ngày")
        self.day.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24 + 40)
        who, day = label("&Người làm", "muted", buddy=self.who), label("N&gày", "muted", buddy=self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row(who, self.who, day, self.day, None, self.more))
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addWidget(self.chosen)

    def _connect(self) -> None:
        self.who.activated.connect(self.arrive)
        self.day.editingFinished.connect(self.arrive)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.chosen.turn.setFocus(Qt.FocusReason.OtherFocusReason))
        self.chosen.turn.clicked.connect(self._turn)
        self._turning.began.connect(self._began)
        self._turning.turned.connect(self._turned)
        self._turning.failed.connect(self._failed)
        QShortcut(QKeySequence("F5"), self, self.arrive)

    # -- what is shown

    def arrive(self) -> None:
        """Read anew, with the filters as they stand."""
        self._lines = {}
        self._read(None)

    def _read_on(self) -> None:
        self._read(self._older)

    def _read(self, older: Mapping[str, int] | None) -> None:
        with self.notice.telling():
            page = self._acts.recent(older, actor=self.who.currentData() or "", day=self._day())
            self._lines |= {line.id: line for line in page.lines}
            self._older = page.older
            self.more.setEnabled(page.older is not None)
            self.more.setText(_OLDER if page.older is not None else "Đã xem hết")
            self._offer(actors(page.lines))
            self.table.load()

    def _day(self) -> date | None:
        return full(self.day.iso())

    def _offer(self, people: Sequence[str]) -> None:
        for person in people:
            if self.who.findData(person) < 0:
                self.who.addItem(person, person)

    def _rows(self, ids: Sequence[str]) -> Sequence[Row]:
        found = (self._lines.get(one) for one in ids)
        return [(line.when, line.actor, line.title, line.detail, line.state) if line else () for line in found]

    def _choose(self, act: str | None) -> None:
        self.notice.clear()  # it spoke of another one
        self.chosen.show_line(self._lines.get(act or ""))

    # -- taking back

    def _turn(self) -> None:
        line = self._lines.get(self.table.current_id() or "")
        if line and line.turns:
            self._turning.turn(line.turns, line.size)

    def _began(self) -> None:
        self.chosen.turn.setEnabled(False)
        self.notice.say("info", WAIT)

    def _turned(self, told: Told) -> None:
        back = "Hoàn tác" if told.again else "Làm lại"
        self.arrive()
        self.notice.tell_written(told.text, action=(back, lambda: self._turning.turn(told.act, len(told.records))))
        self.table.setFocus()

    def _failed(self, error: UserError) -> None:
        self._choose(self.table.current_id())
        self.notice.show_error(error)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the card below says the rest."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_DETAIL, self.width() < self.fontMetrics().averageCharWidth() * _NARROW)
