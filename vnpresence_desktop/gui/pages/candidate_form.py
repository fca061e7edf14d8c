"""The form of one candidate: every key is judged, what was typed is kept as a draft, saving says what is wrong in place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem, UserError
from vnpresence_desktop.domain.records import TYPES, Candidate
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidate_draft import Draft
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS, choices, groups
from vnpresence_desktop.gui.pages.twins_panel import TwinsPanel
from vnpresence_desktop.gui.pages.verdict_panel import VerdictPanel
from vnpresence_desktop.gui.parts import GAP, Page, button, label, scrolling
from vnpresence_desktop.work.candidates import as_candidate, tidy
from vnpresence_desktop.work.texts import label as field_label
from vnpresence_desktop.work.texts import message, say

_DATES_OF = {"state": "state_on", "wish": "wish_on"}
_KEYS = """Enter: ô kế tiếp · Shift+Enter: ô trước
Ctrl+S: lưu · Ctrl+Enter: lưu và nhập tiếp
F4: lịch · F8: ô có lỗi kế tiếp · Esc: trở lại"""


class CandidateForm(Page):
    """One record, new or kept.

    Signals:
        saved(object, bool): the record as kept; whether another one is to be typed.
        left(): back to the list; what was typed is kept as a draft.
        other_wanted(str): open the record of this id.
    """

    saved = Signal(object, bool)
    left = Signal()
    other_wanted = Signal(str)

    def __init__(self, kind: Kind, acts: CandidateActs) -> None:
        super().__init__(WORDS[kind].title)
        self._kind, self._acts = kind, acts
        self._used = False
        self._touched: set[str] = set()
        self.form = Form(groups(kind), acts.today, reserved="")
        self.draft = Draft(acts, self.form.values, self)
        self.notice, self.doubts = Notice(), Notice()
        self.verdict, self.twins = VerdictPanel(WORDS[kind].zone), TwinsPanel()
        self._origin, self._kept = label("", "small", wrap=True), label("", "muted")
        self._lay_out()
        self._connect()

    # -- making

    def _lay_out(self) -> None:
        panel = QWidget()
        side = QVBoxLayout(panel)
        side.setContentsMargins(0, 0, 6, 0)
        side.setSpacing(GAP)
        side.addWidget(self.verdict)
        side.addWidget(self.twins)
        side.addStretch(1)
        side.addWidget(self._origin)
        side.addWidget(label(_KEYS, "small", wrap=True))
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(self.form, 5)
        body.addWidget(scrolling(panel), 2)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.doubts)
        self.body.addLayout(body, 1)
        back = button("Trở lại danh sách", self.leave, "undo-2")
        back.setToolTip("Trở lại; phần đã nhập được giữ trong bản nháp (Esc)")
        further = button("Lưu và nhập tiếp", self._save_on)
        further.setToolTip("Lưu rồi mở hồ sơ mới (Ctrl+Enter)")
        self._save = button("Lưu", self.save, "save", "primary")
        self._save.setToolTip("Lưu (Ctrl+S)")
        self.add_bar(back, self._kept, None, further, self._save)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.changed.connect(self.judge)
        self.form.settled.connect(self._settled)
        self.form.completed.connect(self._save.setFocus)
        self.draft.kept.connect(self._tell_draft)
        self.draft.failed.connect(self.notice.show_error)
        self.twins.wanted.connect(self.other_wanted)
        for keys, act in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self._save_on),
            ("Ctrl+Enter", self._save_on),
            ("Esc", self._escape),
        ):
            QShortcut(QKeySequence(keys), self, act)
        for group in groups(self._kind):
            for field in group.fields:
                widget = self.form.widget(field.name)
                if isinstance(widget, QLineEdit):
                    widget.editingFinished.connect(lambda name=field.name: self._finished(name))

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
        self._tell_draft(bool(restored))
        self._tell_origin(record_id)
        self.judge()
        self._look_for_twins()
        return True

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field; a kept text is not selected, so that no stray key wipes it out."""
        self.form.focus_field()
        first = QApplication.focusWidget()
        if self.draft.record_id and isinstance(first, QLineEdit):
            first.deselect()

    def _show(self, values: Mapping[str, Value]) -> None:
        self._touched.clear()
        self.form.offer("hamlet", tuple((name, name) for name in self._acts.hamlets()))
        for name in ("state", "wish", "basis"):
            if name in values:
                self.form.offer(name, choices(self._kind, name, str(values[name])))
        self.form.set_values(values)

    def _tell_restored(self) -> None:
        self.notice.say(
            "info",
            "Đã mở lại bản nháp chưa lưu.",
            action=("Bỏ bản nháp", self.give_up),
        )

    def _tell_draft(self, kept: bool) -> None:  # noqa: FBT001 - what the signal carries
        self._kept.setText("Bản nháp đã được giữ trên máy này" if kept else "")
        self.set_pill("Bản nháp" if kept else "Đã lưu trong sổ" if self.draft.record_id else "Hồ sơ mới")

    def _tell_origin(self, record_id: str) -> None:
        kind, _, name = str(self.form.values().get("source") or "typed").partition(":")
        self._origin.setText(f"Nguồn: {say('source', kind, name=name)}" if record_id else "")
        self._tell_doubts()

    def _tell_doubts(self) -> None:
        doubtful = self._doubtful()
        if not doubtful:
            self.doubts.clear()
            return
        names = ", ".join(field_label(name) for name in doubtful)
        self.doubts.say(
            "warning",
            f"Chưa đối chiếu với giấy tờ: {names}.",
            "Chương trình đã tự sửa khi nhập danh sách. Hãy xem lại từng ô.",
            action=("Đã đối chiếu, đúng", lambda: self._settle_doubts(doubtful)),
        )

    def _doubtful(self) -> tuple[str, ...]:
        value = self.form.values().get("unconfirmed")
        return value if isinstance(value, tuple) else ()

    def _settle_doubts(self, names: tuple[str, ...]) -> None:
        self.form.fill({"unconfirmed": tuple(name for name in self._doubtful() if name not in names)})
        self._tell_doubts()

    def give_up(self) -> None:
        """Drop the draft and show the record as kept."""
        try:
            self.draft.drop()
        except UserError as error:
            self.notice.show_error(error)
            return
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
        return self.form.show_problems(judged.problems, message)

    def _edited(self, name: str) -> None:
        self._touched.add(name)
        self.draft.touch()
        if name in _DATES_OF:
            self._date_change(name)

    def _date_change(self, name: str) -> None:
        """A changed state or wish is of today unless the officer says otherwise."""
        dated, typed = _DATES_OF[name], self.form.values()
        before = self.draft.base(dated)
        if typed[name] == self.draft.base(name):
            self.form.fill({dated: before})
        elif typed[dated] == before:
            self.form.fill({dated: self._acts.today().isoformat()})

    def _finished(self, name: str) -> None:
        """A line was left: its value is written out as it will be kept."""
        if name not in self._touched:
            return
        self._touched.discard(name)
        value = tidy(name, self.form.values()[name])
        self.form.fill({name: value})
        if name in self._doubtful():
            self._settle_doubts((name,))

    def _settled(self) -> None:
        self.draft.keep()
        self._look_for_twins()

    def _look_for_twins(self) -> None:
        try:
            self.twins.show_twins(self._acts.twins(self.candidate()))
        except UserError as error:
            self.notice.show_error(error)

    # -- saving and leaving

    def _save_on(self) -> None:
        self.save(go_on=True)

    def save(self, *, go_on: bool = False) -> None:
        """Save, or show what hinders it and go to the first faulty field."""
        others = [message(item) for item in self.judge()]
        if not self.form.demand():
            count = self.form.errors()
            self.notice.say(
                "error", f"Chưa lưu được: còn {count} ô chưa đúng.", " ".join([*others, "F8 đi tới ô kế tiếp."])
            )
            return
        try:
            kept = self._acts.keep(self.candidate())
            self.form.set_values(to_values(kept))  # should the draft stay, it is this record's from now on
            self.draft.drop()
        except UserError as error:
            self.notice.show_error(error)
            return
        self.saved.emit(kept, go_on)

    def _escape(self) -> None:
        """Esc closes an open list of suggestions first: its keys pass through the field, so that they come here too."""
        if popup := QApplication.activePopupWidget():
            popup.close()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the list without loss."""
        self.form.flush()
        self.draft.keep()
        self.left.emit()
