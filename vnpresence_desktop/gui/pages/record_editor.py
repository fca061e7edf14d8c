"""The form of one simple record: judged at every key, kept as a draft within a second, saved from the keyboard."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit

from vnpresence_desktop.domain.dates import full, show
from vnpresence_desktop.domain.problems import Problem, UserError
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_draft import Draft
from vnpresence_desktop.gui.pages.candidate_pins import CarriedOver
from vnpresence_desktop.gui.pages.candidate_reasons import AcceptedWarnings
from vnpresence_desktop.gui.pages.candidate_saving import Saving
from vnpresence_desktop.gui.pages.period_box import holding
from vnpresence_desktop.gui.pages.record_acts import RecordActs, RecordWords
from vnpresence_desktop.gui.parts import Page, button, label, reveal
from vnpresence_desktop.work.preparing import Offered
from vnpresence_desktop.work.texts import message

_KEYS = "Enter, Shift+Enter: ô sau, ô trước · Ctrl+S: lưu · Ctrl+Enter: lưu và ghi tiếp · F8: ô có lỗi · Esc: trở lại"


class RecordEditor(Page):
    """See the module's text.

    Attributes:
        opened: the record as it was opened.

    Signals:
        saved(object, bool): the record as kept; whether another one is to be typed.
        removal_wanted(str): take the record of this id out.
        left(): back to the list; what was typed is kept as a draft.
    """

    saved = Signal(object, bool)
    removal_wanted = Signal(str)
    left = Signal()

    def __init__(self, words: RecordWords, acts: RecordActs) -> None:
        super().__init__(words.add)
        self._words, self._acts = words, acts
        self._periods: tuple[Offered, ...] = ()
        self.form = Form(words.groups, acts.today)
        self.draft = Draft(acts, self.form.values, self, self.form.place)
        self.notice, self._kept = Notice(), label("", "muted")
        self._carried = CarriedOver(self.form, self.notice)
        self.accepted = AcceptedWarnings(words.kind, self.form, words.reasons)
        self._saving = Saving(self.form, self.draft, self.accepted, self.notice, self.judge)
        self.opened = acts.record({})
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self.notice)
        self.body.addWidget(label(self._words.about, "muted", wrap=True))
        self.body.addWidget(self.form, 1)
        self.body.addWidget(label(_KEYS, "small", wrap=True))
        back = button("Trở lại danh sách", self.leave, "undo-2")
        back.setToolTip("Trở lại; phần đã ghi được giữ trong bản nháp (Esc)")
        self.remove = button("Xóa", lambda: self.removal_wanted.emit(self.opened.id), "trash-2", "danger")
        self.remove.setToolTip("Xóa khỏi sổ; lấy lại được ngay bằng nút Hoàn tác")
        further = button("Lưu và ghi tiếp", self.save_on)
        further.setToolTip("Lưu rồi ghi mục mới (Ctrl+Enter)")
        self._save = button("Lưu", self.save, "save", "primary")
        self._save.setToolTip("Lưu (Ctrl+S)")
        self.add_bar(back, self._kept, None, self.remove, further, self._save)

    def _connect(self) -> None:
        self.form.edited.connect(lambda _: self.draft.touch())
        self.form.changed.connect(self.judge)
        self.form.settled.connect(self.draft.keep)
        self.form.entered.connect(self.draft.move)
        self.form.completed.connect(self._save.setFocus)
        self.accepted.answered.connect(self._answered)
        self._saving.saved.connect(self._saved)
        self.draft.kept.connect(self._tell_draft)
        self.draft.failed.connect(self.notice.show_error)
        for keys, act in (
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save_on),
            ("Ctrl+Enter", self.save_on),
            ("Esc", self._escape),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # -- opening

    def open(self, record: Record, name: str = "") -> None:
        """Show a record, or a new one, with its draft where there is one.

        Args:
            record: with its id, or as it is to begin.
            name: tells the drafts of new records apart that begin in several ways; "" for the usual one.
        """
        self.opened = record
        self.notice.clear()
        for field, choices in self._acts.offers().items():
            self.form.offer(field, choices)
        self.accepted.begin()
        self.form.set_values({**self._acts.shown(record), **({} if record.id else self._carried.values)})
        restored = self.draft.begin(self._words.kind, record.id or name, () if record.id else ("date",))
        if restored:
            self.form.fill(restored)
            self.notice.say("info", "Đã mở lại bản nháp chưa lưu.", action=("Bỏ bản nháp", self.give_up))
        self._name(record)
        self._tell_draft(bool(restored))
        self._read_periods()
        self.judge()

    def _name(self, record: Record) -> None:
        unit = capital(self._words.unit)
        day = show(str(self._acts.shown(record)["date"]))
        self.title.setText(f"{unit} ngày {day}" if record.id else f"{unit} mới")
        reveal(self.remove, shown=bool(record.id))

    def _read_periods(self) -> None:
        """Without a programme no report is spoken of."""
        try:
            self._periods = tuple(self._acts.periods())
        except UserError:
            self._periods = ()

    def take_keyboard(self) -> None:
        """Give the keyboard to where a draft was left, else to where typing begins; a kept text is not selected."""
        if self.form.go_to_place(self.draft.place):
            return
        self.form.focus_field("" if self.opened.id else self._words.first)
        first = QApplication.focusWidget()
        if self.opened.id and isinstance(first, QLineEdit):
            first.deselect()

    def give_up(self) -> None:
        """Drop the draft and show the record as kept, a new one as it begins."""
        with self.notice.telling():
            self.draft.drop()
            name = "" if self.opened.id else self.draft.record_id
            self.open(self.opened, name)
            self.take_keyboard()

    # -- typing

    def record(self) -> Record:
        """What stands in the form."""
        return self._acts.record(self.form.values())

    def judge(self) -> list[Problem]:
        """Say what is wrong, and which report will tell of it; gives the problems that no field here can show."""
        self._tell_report()
        try:
            problems = self._acts.judge(self.record())
        except UserError as error:
            self.notice.show_error(error)
            return []
        self.accepted.follow(problems)
        return self.form.show_problems(problems, message)

    def _tell_report(self) -> None:
        period = holding(self._periods, full(str(self.form.values()["date"] or "")))
        self.set_pill(f"Vào báo cáo {period.title}" if period else "")

    def _tell_draft(self, kept: bool) -> None:  # noqa: FBT001 - what the signal carries
        self._kept.setText("Bản nháp đã được giữ" if kept else "")

    # -- saving and leaving

    def save(self) -> None:
        """Save, or show what hinders it and go to the first faulty field."""
        self._save_and(go_on=False)

    def save_on(self) -> None:
        """The same, then another one."""
        self._save_and(go_on=True)

    def _save_and(self, *, go_on: bool) -> None:
        self.form.flush()
        self._saving.save(self.record, self._acts.keep, go_on=go_on, shown=self._acts.shown)

    def _saved(self, record: Record, go_on: bool) -> None:  # noqa: FBT001 - what the signal carries
        if not self.opened.id:
            self._carried.remember(self.form.values())
        self.saved.emit(record, go_on)

    def _answered(self) -> None:
        """The last reason was given: one key saves now."""
        self.notice.clear()
        self._save.setFocus()

    def _escape(self) -> None:
        """Esc closes an open list of suggestions first: its keys pass through the field, so that they come here too."""
        if popup := QApplication.activePopupWidget():
            popup.close()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the list without loss."""
        self.flush()
        self.left.emit()

    def flush(self) -> bool:
        """Keep now what the timers would have kept later; returns whether all that was typed is safe."""
        self.form.flush()
        return self.draft.keep()
