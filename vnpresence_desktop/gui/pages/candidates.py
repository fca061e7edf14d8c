"""The page of one group: its list, and the form of the record that is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Action, Notice
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidate_draft import draft_key
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.candidate_list import CandidateList

if TYPE_CHECKING:
    from vnpresence_desktop.domain.card import Card
    from vnpresence_desktop.gui.pages.candidate_form import CandidateForm
    from vnpresence_desktop.gui.pages.candidate_saving import Saved
    from vnpresence_desktop.gui.pages.list_making import ListMaking

__all__ = ["CandidateActs", "CandidatesPage"]


class CandidatesPage(QWidget):
    """List ⇄ form; the form is made when it is first needed. Signal ``form_opened()``: a record is shown now."""

    form_opened = Signal()

    def __init__(self, kind: Kind, acts: CandidateActs) -> None:
        super().__init__()
        self._kind, self._acts, self._unit = kind, acts, WORDS[kind].unit
        self.list = CandidateList(kind, acts)
        self._form: CandidateForm | None = None
        self._making: ListMaking | None = None
        self._told_unsafe = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.list.opened.connect(self.open_record)
        self.list.new_wanted.connect(self.open_record)
        self.list.tools.making_wanted.connect(self._make_list)

    @property
    def form(self) -> CandidateForm:
        """The form, made now if it never was."""
        if self._form is None:
            from vnpresence_desktop.gui.pages.candidate_form import CandidateForm  # the list is to be seen first

            self._form = CandidateForm(self._kind, self._acts)
            self._stack.addWidget(self._form)
            self._form.left.connect(self._left)
            self._form.saved.connect(self._saved)
            self._form.search_wanted.connect(self._search)
            self._form.new_wanted.connect(self._open_other)
            self._form.other_wanted.connect(self._open_other)
            self._form.removed.connect(self._removed)
        return self._form

    def _make_list(self, ids: Sequence[str]) -> None:
        if self._making is None:
            from vnpresence_desktop.gui.pages.list_making import ListMaking  # seldom needed, and it draws PDF

            self._making = ListMaking(self._kind, self._acts.many.making())
            self._stack.addWidget(self._making)
            self._making.left.connect(self._to_list)
        self._stack.setCurrentWidget(self._making)
        self._making.begin(ids)

    def show_ids(self, title: str, ids: Sequence[str]) -> None:
        """Show these records of the group alone, e.g. those behind a figure; a record that is open stays as a draft."""
        if self._form is not None and self._stack.currentWidget() is self._form:
            self._form.form.flush()
            self._form.draft.keep()
        self.list.show_ids(title, ids)
        self._to_list()

    # -- what the window asks

    def arrive(self) -> None:
        """The page is shown: the list anew, or the open record as it was left."""
        if self._stack.currentWidget() is self.list:
            self._to_list()
        elif self._form is not None:
            self._form.kept.renew()

    def may_leave(self) -> bool:
        """The window closes: what was typed is kept as a draft. Where that fails it stays open once, to say so."""
        if self._form is None:
            return True
        self._form.form.flush()
        safe, told = self._form.keep(), self._told_unsafe
        self._told_unsafe = not safe
        return safe or told

    # -- a scanned card

    def take_card(self, card: Card) -> None:
        """Into the open form; else into a new record, unless the person is in the register already."""
        if self._form is not None and self._stack.currentWidget() is self._form:
            self._form.take_card(card)
            return
        known = self._acts.entry().with_number(card.id_number)
        if not known:
            self._begin_by_card(card)
            return
        self.list.notice.say(
            "info",
            f"Người trên thẻ đã có trong sổ: “{known[0].name}”.",
            action=("Mở hồ sơ", lambda: self.open_record(known[0].id)),
            also=("Vẫn thêm mới", lambda: self._begin_by_card(card)),
        )
        self.list.notice.take_keyboard()

    def _begin_by_card(self, card: Card) -> None:
        self.open_record()
        if self._stack.currentWidget() is self.form:
            self.form.take_card(card)

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
        self.form_opened.emit()

    def resume(self, record_id: str) -> None:
        """Go on with a record that was left unfinished, where it was left; "" for a new one."""
        here = self._form is not None and self._stack.currentWidget() is self._form
        if here and self.form.draft.record_id == record_id:
            self.form_opened.emit()
        elif here:
            self._open_other(record_id)
        else:
            self.open_record(record_id)

    def _open_other(self, record_id: str = "") -> None:
        """A possible twin, or a new one: what was being typed stays as a draft and can be come back to."""
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
        self.list.tools.narrowing.renew()
        self.list.refresh()
        self.list.take_keyboard()
        if not self.list.notice.words and self._acts.draft(draft_key(self._kind)):
            self._tell_draft("")

    def _left(self) -> None:
        if self.form.draft.stands:
            self._tell_draft(self.form.draft.record_id)
        self._to_list()

    def _removed(self, record_id: str, told: str) -> None:
        self._to_list()
        self.list.notice.tell_written(told, action=("Hoàn tác", partial(self._bring_back, record_id)))

    def _bring_back(self, record_id: str) -> None:
        with self.list.notice.telling():
            told = self._acts.kept().bring_back(record_id)
            self.list.show_record(record_id)
            self.list.notice.tell_written(told, action=("Mở lại", partial(self.open_record, record_id)))

    def _search(self) -> None:
        self._left()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _tell_draft(self, record_id: str) -> None:
        what = f"Thay đổi chưa lưu của một {self._unit}" if record_id else f"Một {self._unit} mới đang nhập dở"
        self.list.notice.say(
            "info", f"{what} được giữ trong bản nháp.", action=("Nhập tiếp", lambda: self.open_record(record_id))
        )

    def _saved(self, saved: Saved) -> None:
        record = saved.record
        told, again = f"Đã lưu “{record.name}”.", ("Mở lại", lambda: self.open_record(record.id))
        if not saved.go_on:
            self._stack.setCurrentWidget(self.list)
            self.list.show_record(record.id)
            self._tell_saved(self.list.notice, saved, told, "", again)
            self.list.take_keyboard()
            return
        self.open_record()
        if self.form.draft.stands:
            again = ("Bỏ bản nháp", self.form.give_up)
            self._tell_saved(self.form.notice, saved, told, "Bản nháp chưa lưu đã được mở lại.", again)
        else:
            self._tell_saved(self.form.notice, saved, told, "", again)

    def _tell_saved(self, notice: Notice, saved: Saved, told: str, more: str, action: Action) -> None:
        if saved.hindered:
            notice.say("warning", f"{told} {saved.hindered.title}", saved.hindered.advice, action=action)
        elif saved.reached:
            words, undo = f"Đã ghi tiếp cận ở buổi {saved.reached.words}.", partial(self._unreach, notice, saved)
            notice.tell_written(told, f"{words} {more}".strip(), action=action, also=("Hoàn tác tiếp cận", undo))
        else:
            notice.tell_written(told, more, action=action)

    def _unreach(self, notice: Notice, saved: Saved) -> None:
        session = saved.reached.session if saved.reached else ""
        try:
            self._acts.entry().take_back_reach(session, saved.record.id)
        except UserError as error:
            notice.show_error(error)
        else:
            notice.tell_written(f"“{saved.record.name}” không còn được ghi là đã tiếp cận ở buổi đó.")
