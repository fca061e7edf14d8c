"""Tuyên truyền: the outreach sessions, newest first; one of them open where it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.records import Session
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.session_acts import SessionsActs
from vnpresence_desktop.gui.pages.session_editor import SessionEditor
from vnpresence_desktop.gui.parts import Page, button
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.texts import say

__all__ = ["SessionsActs", "SessionsPage"]

_COLUMNS = (
    Column(title="Ngày", width=11, show=show),
    Column(title="Hình thức", width=17, show=lambda code: say("form", code)),
    Column(title="Nội dung", width=20, stretch=True),
    Column(title="Địa điểm, kênh", width=19),
    Column(title="Người dự", width=9, align="right", show=number),
    Column(title="Tiếp cận", width=9, align="right", show=number),
)

_PLACE, _NARROW = 3, 110
"""The column of the place, and the letters that the page must have room for to show it."""


class SessionList(Page):
    """The list with its search line."""

    def __init__(self, acts: SessionsActs) -> None:
        self.add = button("Thêm buổi (Ctrl+N)", lambda: None, "plus", "primary")
        super().__init__("Tuyên truyền", self.add)
        self._acts = acts
        self.notice = Notice()
        self.search = SearchLine(
            "Tìm buổi tuyên truyền", "Tìm theo nội dung, địa điểm, đơn vị; gõ không dấu cũng được (Ctrl+F)"
        )
        self.table = RecordTable(
            _COLUMNS,
            acts.session_ids,
            self._rows,
            name="Các buổi tuyên truyền, mới nhất ở trên",
            empty="Chưa có buổi tuyên truyền nào. Bấm “Thêm buổi” để ghi buổi đầu tiên.",
        )
        for widget in (self.notice, self.search):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.search.lead(self.table)
        self.search.textChanged.connect(self.refresh)
        self.table.counted.connect(lambda count: self.set_pill(f"{number(count)} buổi"))
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.take_keyboard)

    def refresh(self) -> None:
        """Search and read anew; what hinders it is said in place."""
        with self.notice.telling():
            self.table.load(self.search.text())

    def take_keyboard(self) -> None:
        """Give the keyboard to the rows, or to the search line where there are none."""
        (self.table if self.table.count() else self.search).setFocus()

    def _rows(self, ids: Sequence[str]) -> Sequence[Row]:
        return [
            (line.session.date, line.session.form, line.session.topic, line.session.place, line.audience, line.reached)
            if line
            else ()
            for line in self._acts.session_lines(ids)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the figures matter more than the place."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_PLACE, self.width() < self.fontMetrics().averageCharWidth() * _NARROW)


class SessionsPage(QWidget):
    """The page: the list, or one session."""

    def __init__(self, acts: SessionsActs) -> None:
        super().__init__()
        self._acts = acts
        self.list, self.editor = SessionList(acts), SessionEditor(acts)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        self.list.add.clicked.connect(self.add)
        self.list.table.opened.connect(self.open)
        self.editor.saved.connect(self._saved)
        self.editor.removed.connect(lambda: self._back("Đã xóa buổi tuyên truyền."))
        self.editor.left.connect(self._back)
        QShortcut(QKeySequence("Ctrl+N"), self.list, self.add)
        self.list.refresh()

    def arrive(self) -> None:
        """The page is shown again: other pages may have changed the register."""
        if self._stack.currentWidget() is self.list:
            self.list.refresh()
            self.list.take_keyboard()
        else:
            self.editor.picker.load()

    def add(self) -> None:
        """A new session, or the one that was being typed."""
        self._edit(self._acts.blank_session)

    def open(self, session_id: str) -> None:
        """A session of the register; one that is gone meanwhile is only missed in the list."""
        self._edit(lambda: next((line.session for line in self._acts.session_lines([session_id]) if line), None))

    def _edit(self, find: Callable[[], Session | None]) -> None:
        self.list.notice.clear()
        with self.list.notice.telling():
            if session := find():
                self.editor.open(session)
                self._stack.setCurrentWidget(self.editor)
                self.editor.form.focus_field()

    def _saved(self, session: Session) -> None:
        reached = len(self.editor.picker.reached)
        title = f"Đã lưu buổi tuyên truyền ngày {show(session.date)}."
        self._back(title, f"Tiếp cận đích danh {number(reached)} người.")

    def _back(self, title: str = "", text: str = "") -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.refresh()
        self.list.take_keyboard()
        if title:
            self.list.notice.tell_written(title, text)
