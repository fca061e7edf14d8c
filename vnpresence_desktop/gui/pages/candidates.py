"""The page of one group: its list, and the form of the record that is open."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidate_draft import draft_key
from vnpresence_desktop.gui.pages.candidate_form import CandidateForm
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.candidate_list import CandidateList

__all__ = ["CandidateActs", "CandidatesPage"]


class CandidatesPage(QWidget):
    """List ⇄ form; the form is made when it is first needed."""

    def __init__(self, kind: Kind, acts: CandidateActs) -> None:
        super().__init__()
        self._kind, self._acts, self._unit = kind, acts, WORDS[kind].unit
        self.list = CandidateList(kind, acts)
        self._form: CandidateForm | None = None
        self._told_unsafe = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.list.opened.connect(self.open_record)
        self.list.new_wanted.connect(self.open_record)

    @property
    def form(self) -> CandidateForm:
        """The form, made now if it never was."""
        if self._form is None:
            self._form = CandidateForm(self._kind, self._acts)
            self._stack.addWidget(self._form)
            self._form.left.connect(self._left)
            self._form.saved.connect(self._saved)
            self._form.other_wanted.connect(self._open_other)
        return self._form

    # -- what the window asks

    def arrive(self) -> None:
        """The page is shown: the list anew, or the open record as it was left."""
        if self._stack.currentWidget() is self.list:
            self._to_list()

    def may_leave(self) -> bool:
        """The window closes: what was typed is kept as a draft. Where that fails it stays open once, to say so."""
        if self._form is None:
            return True
        self._form.form.flush()
        safe, told = self._form.draft.keep(), self._told_unsafe
        self._told_unsafe = not safe
        return safe or told

    # -- ways

    def open_record(self, record_id: str = "") -> None:
        """Open a record, "" a new one."""
        try:
            found = self.form.open(record_id)
        except UserError as error:
            self.list.notice.show_error(error)
            return
        if not found:
            self._to_list()
            self.list.notice.say("warning", "Hồ sơ này không còn trong sổ.")
            return
        self.list.notice.clear()
        self._stack.setCurrentWidget(self.form)
        self.form.take_keyboard()

    def _open_other(self, record_id: str) -> None:
        """A possible twin: what was being typed stays as a draft and can be come back to."""
        self.form.form.flush()
        self.form.draft.keep()
        behind, unsaved = self.form.draft.record_id, self.form.draft.stands
        self.open_record(record_id)
        if unsaved and self._stack.currentWidget() is self.form and not self.form.notice.words:
            self.form.notice.say(
                "info",
                "Hồ sơ đang nhập dở vẫn được giữ trong bản nháp.",
                action=("Nhập tiếp hồ sơ đó", lambda: self.open_record(behind)),
            )

    def _to_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.refresh()
        self.list.take_keyboard()
        if not self.list.notice.words and self._acts.draft(draft_key(self._kind)):
            self._tell_draft("")

    def _left(self) -> None:
        if self.form.draft.stands:
            self._tell_draft(self.form.draft.record_id)
        self._to_list()

    def _tell_draft(self, record_id: str) -> None:
        what = f"Thay đổi chưa lưu của một {self._unit}" if record_id else f"Một {self._unit} mới đang nhập dở"
        self.list.notice.say(
            "info", f"{what} được giữ trong bản nháp.", action=("Nhập tiếp", lambda: self.open_record(record_id))
        )

    def _saved(self, record: Candidate, go_on: bool) -> None:  # noqa: FBT001 - what the signal carries
        told, again = f"Đã lưu “{record.name}”.", ("Mở lại", lambda: self.open_record(record.id))
        if not go_on:
            self._stack.setCurrentWidget(self.list)
            self.list.show_record(record.id)
            self.list.notice.say("ok", told, action=again)
            self.list.take_keyboard()
            return
        self.open_record()
        if self.form.draft.stands:
            self.form.notice.say(
                "ok", told, "Bản nháp chưa lưu đã được mở lại.", action=("Bỏ bản nháp", self.form.give_up)
            )
        else:
            self.form.notice.say("ok", told, action=again)
