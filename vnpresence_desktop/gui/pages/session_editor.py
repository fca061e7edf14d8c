"""One outreach session: its form on the left, whom it reached on the right; a draft is kept while it is typed."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Session
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_pins import CarriedOver
from vnpresence_desktop.gui.pages.session_acts import SessionsActs
from vnpresence_desktop.gui.pages.session_form import Draft, draft_of, session_form, session_of
from vnpresence_desktop.gui.pages.session_reach import ReachPicker
from vnpresence_desktop.gui.parts import Page, button, label, reveal
from vnpresence_desktop.work.texts import message

_QUIET = 400
"""Milliseconds after the last tick until the draft is kept; the form waits as long."""


class SessionEditor(Page):
    """See the module's text.

    Signals:
        saved(object): the session as kept.
        removed(): the session that was open is gone.
        left(): back to the list; what was typed is kept as a draft.
    """

    saved = Signal(object)
    removed = Signal()
    left = Signal()

    def __init__(self, acts: SessionsActs) -> None:
        back = button("Về danh sách (Esc)", self.leave, "undo-2")
        super().__init__("Buổi tuyên truyền mới", back)
        self._acts, self._session = acts, Session()
        self.notice = Notice()
        self.form = session_form(acts.tasks(), acts.today)
        self.picker = ReachPicker(acts)
        self.kept, self._carried = label("", "muted"), CarriedOver(self.form, self.notice)
        self.remove = button("Xóa buổi này…", self._ask_to_remove, "trash-2", "danger")
        self.save = button("Lưu (Ctrl+S)", self.keep, "save", "primary")
        self._later = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.form, 1)
        sides.addWidget(self.picker, 1)
        self.body.addWidget(self.notice)
        self.body.addLayout(sides, 1)
        self.add_bar(self.kept, None, self.remove, self.save)

    def _connect(self) -> None:
        self.form.changed.connect(self._judge)
        self.form.settled.connect(self._keep_draft)
        self.form.completed.connect(self.picker.search.setFocus)
        self.picker.failed.connect(self.notice.show_error)
        self.picker.ticked.connect(self._judge)
        self.picker.ticked.connect(self._later.start)
        self._later.timeout.connect(self._keep_draft)
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep)
        QShortcut(QKeySequence("Esc"), self, self.leave)
        QShortcut(QKeySequence("Ctrl+F"), self, self.picker.search.take_keyboard)

    # -- opening

    def open(self, session: Session) -> None:
        """Show a session, or what was being typed of it when it was left; raises UserError."""
        self.flush()
        self._session = session if session.id else session_of(to_values(session) | self._carried.values)
        draft = draft_of(self._acts.draft(self._key))
        self._show(to_values(self._session), self._acts.reached_by(session.id) if draft is None else draft.reached)
        if draft:
            self.form.set_values(to_values(self._session) | dict(draft.values))
            self.notice.say(
                "info",
                "Đã mở lại phần đang ghi dở của buổi này.",
                action=("Bỏ phần ghi dở", self._discard),
            )
        self._judge()

    def _show(self, values: Mapping[str, Value], reached: set[str] | frozenset[str]) -> None:
        day = show(self._session.date)
        self.title.setText(f"Buổi tuyên truyền ngày {day}" if self._session.id else "Buổi tuyên truyền mới")
        self.set_pill("" if self._session.id else "Chưa lưu")
        reveal(self.remove, shown=bool(self._session.id))
        self.kept.setText("")
        self.notice.clear()
        self.form.set_values(values)
        self.picker.begin(reached)

    @property
    def _key(self) -> str:
        return f"session:{self._session.id or 'new'}"

    # -- typing

    def session(self) -> Session:
        """What stands in the form."""
        return session_of(self.form.values())

    def _judge(self) -> None:
        try:
            problems = self._acts.judge_session(self.session(), self.picker.counts)
        except UserError as error:
            self.notice.show_error(error)
        else:
            self.form.show_problems(problems, message)

    def _keep_draft(self) -> None:
        self._later.stop()
        try:
            self._acts.keep_draft(self._key, Draft(self.form.values(), self.picker.reached).text())
        except UserError as error:
            self.notice.show_error(error)
        else:
            self.kept.setText("Phần ghi dở đã được giữ")

    def _discard(self) -> None:
        with self.notice.telling():
            self._acts.drop_draft(self._key)
            self.open(self._session if self._session.id else self._acts.blank_session())
        self.form.focus_field()

    def flush(self) -> None:
        """Keep now what the timers would have kept later."""
        self.form.flush()
        if self._later.isActive():
            self._keep_draft()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing ticked waits while the page is out of sight."""
        super().hideEvent(event)
        self.flush()

    def leave(self) -> None:
        """Back to the list; what was typed is kept."""
        self.flush()
        self.left.emit()

    # -- keeping

    def keep(self) -> None:
        """Save, or go to the first field that keeps from it."""
        self.flush()
        self._judge()
        if not self.form.demand():
            return
        try:
            saved = self._acts.record_session(self.session(), self.picker.reached)
            self._acts.drop_draft(self._key)
        except UserError as error:
            self.notice.show_error(error)
        else:
            if not self._session.id:
                self._carried.remember(self.form.values())
            self.saved.emit(saved)

    def _ask_to_remove(self) -> None:
        self.notice.say(
            "warning",
            f"Xóa buổi tuyên truyền ngày {show(self._session.date)} khỏi sổ?",
            "Những người đã chọn sẽ không còn được tính là được tiếp cận qua buổi này.",
            action=("Xóa", self._remove),
        )

    def _remove(self) -> None:
        try:
            self._acts.remove_session(self._session.id)
            self._acts.drop_draft(self._key)
        except UserError as error:
            self.notice.show_error(error)
        else:
            self.removed.emit()
