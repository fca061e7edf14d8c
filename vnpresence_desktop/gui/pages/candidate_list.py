"""The list of a group: search as you type, count, states; Enter opens a record, Ctrl+N begins a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.insets import searching
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS, columns
from vnpresence_desktop.gui.parts import Page, button, label
from vnpresence_desktop.gui.table import RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.texts import because

_PAUSE = 120
"""Milliseconds without a key after which the list is searched."""


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
        super().__init__(WORDS[kind].title, adding)
        self._words, self._acts = WORDS[kind], acts
        self._shown: Sequence[str] = ()
        self.notice, self.search = Notice(), QLineEdit()
        self.search.setPlaceholderText(f"Tìm theo {self._words.search}; không cần dấu (Ctrl+F)")
        self.search.setAccessibleName(f"Tìm {self._words.unit}")
        self.search.setToolTip(self.search.placeholderText())
        searching(self.search)
        self.table = RecordTable(
            columns(kind, self._why),
            self._find,
            acts.rows,
            name=f"Danh sách {self._words.unit}",
            empty="Không tìm thấy. Hãy gõ ít chữ hơn, hoặc bấm “Thêm mới” (Ctrl+N) nếu chưa có trong sổ.",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody())
        self.body.addWidget(self.notice)
        self.body.addWidget(self.search)
        self.body.addWidget(self._stack, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._connect()

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
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        self._pause.timeout.connect(self.refresh)
        self.table.counted.connect(self._count)
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self._type)
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_search)
        QShortcut(QKeySequence("Ctrl+N"), self, self._add)

    # -- what the page tells it

    def refresh(self) -> None:
        """Search and read anew; what hinders it is said in place."""
        self._pause.stop()
        try:
            self.table.load(self.search.text())
        except UserError as error:
            self.notice.show_error(error)

    def show_record(self, record_id: str) -> None:
        """Read anew with this record as the current row, even where the search would hide it."""
        self.refresh()
        if record_id not in self._shown and self.search.text():
            self.search.clear()
            self.refresh()
        if record_id in self._shown:
            self.table.setCurrentIndex(self.table.model().index(self._shown.index(record_id), 0))

    def take_keyboard(self) -> None:
        """Give the keyboard to the rows, or to the search box where there are none."""
        (self.table if self.table.count() else self.search).setFocus()

    # -- inside

    def _find(self, text: str) -> Sequence[str]:
        self._shown = self._acts.ids(text)
        return self._shown

    def _why(self, record_id: str) -> str:
        """The reasons of a record's condition in the law's words; raises UserError."""
        record = self._acts.get(record_id)
        return "\n".join(map(because, self._acts.judge(record).verdict.reasons)) if record else ""

    def _add(self) -> None:
        self.new_wanted.emit()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _count(self, count: int) -> None:
        self.set_pill(f"{number(count)} {self._words.unit}")
        self._stack.setCurrentIndex(0 if count or self.search.text().strip() else 1)

    def _enter(self) -> None:
        """Enter in the search box: the rows; the only one found is opened at once."""
        self.refresh()
        if self.table.count() == 1:
            self.opened.emit(self.table.current_id())
        elif self.table.count():
            self.table.setFocus()

    def _type(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """In the search box: down to the rows, Esc clears."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self.table.count():
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
