"""The form of one candidate: every key is judged, what was typed is kept as a draft, saving says what is wrong in place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from vnpresence_desktop.domain.card import Card
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem, UserError
from vnpresence_desktop.domain.records import TYPES, Candidate
from vnpresence_desktop.gui.crossing import Crossing
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidate_doubts import Doubts
from vnpresence_desktop.gui.pages.candidate_draft import Draft, draft_key
from vnpresence_desktop.gui.pages.candidate_joining import Joining, Merging, Ways
from vnpresence_desktop.gui.pages.candidate_kept import KeptParts
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS, choices, groups
from vnpresence_desktop.gui.pages.candidate_last import LastRecord
from vnpresence_desktop.gui.pages.candidate_leaving import Leaving
from vnpresence_desktop.gui.pages.candidate_pins import CarriedOver
from vnpresence_desktop.gui.pages.candidate_reasons import AcceptedWarnings
from vnpresence_desktop.gui.pages.candidate_saving import Saved, Saving
from vnpresence_desktop.gui.pages.candidate_scan import CardIntoForm
from vnpresence_desktop.gui.pages.candidate_side import SidePanel
from vnpresence_desktop.gui.pages.candidate_twins import TwinsBeside
from vnpresence_desktop.gui.pages.candidate_typing import Typing
from vnpresence_desktop.gui.parts import GAP, Page, button, label
from vnpresence_desktop.work.candidates import as_candidate
from vnpresence_desktop.work.texts import message

_RESERVED = "b123456789"
"""Alt+letters of the side panel."""


class CandidateForm(Page):
    """One record, new or kept.

    Signals:
        saved(object): a `Saved`.
        left(): back to the list; what was typed is kept as a draft.
        search_wanted(): back to the list, to its search.
        new_wanted(): a new record, while another one is open.
        other_wanted(str): open the record of this id.
        removed(str, str): the record of this id is in the bin; what was done.
    """

    saved = Signal(object)
    left = Signal()
    search_wanted = Signal()
    new_wanted = Signal()
    other_wanted = Signal(str)
    removed = Signal(str, str)

    def __init__(self, kind: Kind, acts: CandidateActs) -> None:
        super().__init__(WORDS[kind].title)
        self._kind, self._acts = kind, acts
        self._used = False
        self.form = Form(groups(kind), acts.today, reserved=_RESERVED)
        self.draft = Draft(acts, self.form.values, self, self.form.place)
        self.notice, self.doubts = Notice(), Doubts(self.form)
        self.kept = KeptParts(acts.kept(), self.notice)
        self._entry = acts.entry()
        self.side = SidePanel(kind, self._entry, self.kept)
        self.verdict, self.twins = self.side.verdict, self.side.twins
        self._typing = Typing(kind, self.form, self.draft, self.doubts, acts.today)
        self._beside = TwinsBeside(acts, self.candidate, self.twins, self.notice)
        self.accepted = AcceptedWarnings(kind, self.form)
        self._saving = Saving(self.form, self.draft, self.accepted, self.notice, self.judge)
        self._carried, self._last = CarriedOver(self.form, self.notice), LastRecord(self.form, self._entry.newest)
        self._card = CardIntoForm(kind, self.form, self.side.offers, self.notice, self._entry.with_number)
        self._leaving = Leaving(self.form, self.draft, self.notice, self.give_up)
        self._kept = label("", "muted")
        self._lay_out()
        self._connect()

    # -- making

    def _lay_out(self) -> None:
        sheet, self._stack = QWidget(), QStackedWidget()
        body = QHBoxLayout(sheet)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addWidget(self.form, 5)
        body.addWidget(self.side.area, 2)
        Crossing(self.form, self.side, sheet)
        self._stack.addWidget(sheet)
        self.merging = Merging(self._entry, self._stack, self.notice)
        ways = Ways(
            open=self.open,
            save=self.save,
            keep=self._leaving.keep,
            take_keyboard=self.take_keyboard,
            forget_new=lambda: self._acts.drop_draft(draft_key(self._kind)),
        )
        self._joining = Joining(self._kind, self.form, self.draft, self.side, self.merging, ways)
        for part in (self.notice, self.doubts):
            self.body.addWidget(part)
        self.body.addWidget(self._stack, 1)
        back = button("Trở lại danh sách", self.leave, "undo-2")
        back.setToolTip("Trở lại; phần đã nhập được giữ trong bản nháp (Esc)")
        further = button("Lưu và nhập tiếp", self._save_on)
        further.setToolTip("Lưu rồi mở hồ sơ mới (Ctrl+Enter)")
        self._save = button("Lưu", self.save, "save", "primary")
        self._save.setToolTip("Lưu (Ctrl+S)")
        self.add_bar(back, self._kept, None, further, self._save)
        for act in (further, self._save):  # while two records are merged, another button is the one to press
            self._stack.currentChanged.connect(lambda page, act=act: act.setVisible(page == 0))

    def _connect(self) -> None:
        self.form.changed.connect(self.judge)
        self.form.settled.connect(self._settled)
        self.form.completed.connect(self._save.setFocus)
        self.accepted.answered.connect(self._answered)
        self._saving.saved.connect(self._saved)
        self.form.entered.connect(self.draft.move)
        self.draft.kept.connect(self._tell_draft)
        self.draft.failed.connect(self.notice.show_error)
        self.kept.domain_changed.connect(self._domain_changed)
        self.kept.field_wanted.connect(self.form.focus_field)
        self.kept.left.connect(self.take_keyboard)
        self.kept.removed.connect(self._removed)
        for told, here in (
            (self._leaving.left, self.left),
            (self._leaving.search_wanted, self.search_wanted),
            (self._leaving.new_wanted, self.new_wanted),
            (self.twins.wanted, self.other_wanted),
            (self._card.other_wanted, self.other_wanted),
        ):
            told.connect(here)
        for keys, act in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self._save_on),
            ("Ctrl+Enter", self._save_on),
            ("Esc", self._escape),
            ("F7", self._last.copy),
            ("Ctrl+N", self._leaving.new),
            ("Ctrl+F", self._leaving.search),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # -- opening

    def open(self, record_id: str = "") -> bool:
        """Show a record, "" a new one, with its draft where there is one; False where it is gone."""
        record = self._acts.get(record_id) if record_id else TYPES[self._kind]()
        if record is None:
            return False
        self.notice.clear()
        self._show(to_values(record))
        self._used = bool(record_id) and self._acts.has_domain(record_id)
        restored = self.draft.begin(self._kind, record_id)
        if restored:
            self.form.fill(restored)
            self._tell_restored()
        elif not record_id:
            self._carry_over()
        self._tell_draft(bool(restored))
        self.kept.show_record(record_id)
        self.side.show_origin(str(self.form.values().get("source") or "typed") if record_id else "")
        self.doubts.tell()
        self.judge()
        self._beside.look()
        return True

    def take_keyboard(self) -> None:
        """Go where a draft was left, else to the first field; a kept text is not selected, so that no stray key wipes it out."""
        if self.form.go_to_place(self.draft.place):
            return
        self.form.focus_field()
        first = QApplication.focusWidget()
        if self.draft.record_id and isinstance(first, QLineEdit):
            first.deselect()

    def _show(self, values: Mapping[str, Value]) -> None:
        for part in (self._typing, self._beside, self.accepted, self._joining):
            part.begin()
        self.side.begin()
        self.form.offer("hamlet", tuple((name, name) for name in self._acts.hamlets()))
        for name in ("state", "wish", "basis"):
            if name in values:
                self.form.offer(name, choices(self._kind, name, str(values[name])))
        self.form.set_values(values)

    def _carry_over(self) -> None:
        if carried := self._carried.values:
            self.form.fill(carried)
            self.draft.carry(carried)

    def _tell_restored(self) -> None:
        self.notice.say("info", "Đã mở lại bản nháp chưa lưu.", action=("Bỏ bản nháp", self.give_up))

    def _tell_draft(self, kept: bool) -> None:  # noqa: FBT001 - what the signal carries
        self._kept.setText("Bản nháp đã được giữ" if kept else "")
        self.set_pill("Bản nháp" if kept else "Đã lưu trong sổ" if self.draft.record_id else "Hồ sơ mới")

    def give_up(self) -> None:
        """Drop the draft and show the record as kept."""
        with self.notice.telling():
            self.draft.drop()
            self.open(self.draft.record_id)
            self.take_keyboard()

    # -- typing

    def candidate(self) -> Candidate:
        """The record as it stands in the form."""
        return as_candidate(self._kind, self.form.values())

    def judge(self) -> list[Problem]:
        """Say what is wrong and what the candidate is entitled to; gives the problems that no field here can show."""
        judged = self._acts.judge(self.candidate(), used=self._used)
        self.verdict.show_verdict(judged.verdict, self._acts.today())
        self.accepted.follow(judged.problems)
        return self.form.show_problems(judged.problems, message)

    def take_card(self, card: Card) -> None:
        """A card was scanned while this form is open."""
        self._card.take(card, self.draft.record_id)
        self.form.flush()

    def _settled(self) -> None:
        self.draft.keep()
        self._beside.look()

    # -- what belongs to a kept record

    def _domain_changed(self) -> None:
        self._used = self._acts.has_domain(self.draft.record_id)
        self.judge()

    def _removed(self, record_id: str, told: str) -> None:
        self.form.set_values(self.draft.opened)  # else what was typed would be a draft again when the form is hidden
        with self.notice.telling():
            self.draft.drop()
        self.removed.emit(record_id, told)

    # -- saving and leaving

    def _save_on(self) -> None:
        self.save(go_on=True)

    def save(self, *, go_on: bool = False) -> None:
        """Save, or show what hinders it and go to where it can be mended; merge, while that is asked."""
        if self.merging.is_open:
            self.merging.panel.give()
            return
        self._saving.save(self.candidate, self._keep, go_on=go_on)

    def _keep(self, record: Candidate) -> Candidate:
        opened = as_candidate(self._kind, self.draft.opened) if self.draft.record_id else None
        return self._acts.keep(record, opened)

    def _answered(self) -> None:
        """The last reason was given: one key saves now."""
        self.notice.clear()
        self._save.setFocus()

    def _saved(self, kept: Candidate, go_on: bool) -> None:  # noqa: FBT001 - what the signal carries
        values = to_values(kept)
        self._last.remember(values)
        if not self.draft.record_id:
            self._carried.remember(values)
        reached, hindered = None, None
        try:
            self._beside.saved(kept)
            reached = self.side.session.reach(kept.id)
            if self._joining.saved(kept.id):
                return
        except UserError as error:
            hindered = error
        self.saved.emit(Saved(kept, go_on, reached, hindered))

    def _escape(self) -> None:
        """Esc closes an open list of suggestions first: its keys pass through the field, so that they come here too."""
        if popup := QApplication.activePopupWidget():
            popup.close()
        elif self.merging.is_open:
            self.merging.shut()
            self.take_keyboard()
        else:
            self.leave()

    def keep(self) -> bool:
        """Keep what was typed, here and in a step of a domain; returns whether all of it is safe."""
        return self.draft.keep() and self.kept.domains.flush()

    def leave(self) -> None:
        """Back to the list without loss."""
        self.kept.domains.flush()
        self._leaving.leave()
