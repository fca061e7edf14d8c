"""One step of a registration, typed in place: judged at every key, saved by Ctrl+S; Esc leaves it as a draft."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.eligibility import Verdict
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem, UserError
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.gui.messages import MessageLine, Notice
from vnpresence_desktop.gui.pages.candidate_draft import Draft
from vnpresence_desktop.gui.pages.candidate_reasons import AcceptedWarnings
from vnpresence_desktop.gui.pages.domain_acts import DomainActs
from vnpresence_desktop.gui.pages.domain_steps import EDIT, PROPOSE, WHO, Step, group, offered_end, told, words
from vnpresence_desktop.gui.pages.inset_form import InsetForm
from vnpresence_desktop.gui.pages.verdict_panel import LEVELS, Block, reason_words
from vnpresence_desktop.gui.parts import button, label, reveal, row
from vnpresence_desktop.work.domains import JudgedDomain
from vnpresence_desktop.work.texts import label as field_label
from vnpresence_desktop.work.texts import say

_FREE = {"in_force": "ok", "unconfirmed": "warning", "none": "hint"}
_SAVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S)


def draft_id(candidate_id: str) -> str:
    """Under which name the half-typed step of a candidate is kept; one at a time."""
    return f"of:{candidate_id}"


class StepForm(QWidget):
    """See the module's text.

    Signals:
        saved(object): the registration as kept.
        left(bool): closed; whether a draft of it is kept.
        field_wanted(str): go to this field of the candidate, which a proposal lacks.
    """

    saved = Signal(object)
    left = Signal(bool)
    field_wanted = Signal(str)

    def __init__(self, step: Step, owner: Candidate, acts: DomainActs, pinned: dict[str, Value]) -> None:
        """Make it; ``pinned`` holds what the officer pinned for the steps that follow, here and in later forms."""
        super().__init__()
        self._step, self._owner, self._acts, self._pinned = step, owner, acts, pinned
        self.notice, self.lacking = Notice(), Notice()
        self.form = InsetForm([group(step, acts.suggestions(owner), self._registrars())], acts.today)
        self.verdict, self.free = Block(), MessageLine()
        self.end = button("", self._take_end, kind="link")
        self.save_button = button("Lưu", self.save, "save", "primary")
        self.accepted = AcceptedWarnings(owner.KIND, self.form)
        self.draft = Draft(acts, self._values, self)
        self._lay_out()
        self._connect()
        self._begin()

    def _registrars(self) -> Sequence[str]:
        if "registrar" not in self._step.fields:
            return ()
        try:
            return self._acts.registrars()
        except UserError as error:
            self.notice.show_error(error)
            return ()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self._step.title, "heading", wrap=True))
        for part in (self.lacking, self.verdict, self.free, self.form):
            column.addWidget(part)
        column.addWidget(self.end, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notice)
        self.save_button.setToolTip("Lưu bước này (Ctrl+S)")
        self.drop = button("Bỏ", self.give_up)
        self.save_button.setAccessibleName("Lưu bước này")
        self.drop.setAccessibleName("Bỏ bước này, không ghi")
        self.drop.setToolTip("Bỏ hết phần ghi ở đây (Esc: đóng lại, giữ bản nháp)")
        column.addLayout(row(self.save_button, self.drop, None))
        who = self.form.widget(WHO)
        if isinstance(who, QLineEdit):
            who.setReadOnly(True)

    def _connect(self) -> None:
        self.form.edited.connect(lambda _: self.draft.touch())
        self.form.changed.connect(self.judge)
        self.form.settled.connect(self.draft.keep)
        self.form.completed.connect(self.save_button.setFocus)
        self.accepted.answered.connect(self.save_button.setFocus)
        self.draft.failed.connect(self.notice.show_error)

    def _begin(self) -> None:
        begun = self._step.begun(self._today)
        self.form.set_values(to_values(begun) | {WHO: self._owner.name})
        restored = self.draft.begin(Kind.REGISTRATION, draft_id(self._owner.id), ("step", "of"))
        if restored:
            self.form.fill({name: value for name, value in restored.items() if name not in ("step", "of", WHO)})
            self.notice.say("info", "Đã mở lại bước đang ghi dở.", action=("Bỏ phần ghi dở", self.give_up))
        self._carry_over()
        self.judge()

    def _carry_over(self) -> None:
        known = {name: value for name, value in self._pinned.items() if name in self._step.fields}
        blank = {name: value for name, value in known.items() if not self.form.value(name)}
        for name in known:
            self.form.pins.toggle(name)
        if blank:
            self.form.fill(blank)
            self.draft.carry(blank)
        self.form.pins.changed.connect(self._pin)

    def _pin(self, name: str) -> None:
        if name in self.form.pins.pinned:
            self._pinned[name] = self.form.value(name)
        else:
            self._pinned.pop(name, None)

    # -- what stands there

    @property
    def _today(self) -> str:
        return self._acts.today().isoformat()

    def _values(self) -> Mapping[str, Value]:
        return self.form.values() | {"step": self._step.code, "of": self._step.kept.id}

    def registration(self) -> Registration:
        """What stands in the form, as a record."""
        return self._step.typed(self.form.values(), self._today)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field to be typed."""
        self.form.focus_field(self._step.fields[0])

    # -- judging

    def judge(self) -> list[Problem]:
        """Say what is wrong and what the day of the act means; gives the problems that no field here can show."""
        record = self.registration()
        try:
            judged = self._acts.judge(record)
        except UserError as error:
            self.notice.show_error(error)
            return []
        others = self.form.show_problems(told(record, judged.problems), words)
        self.accepted.follow(judged.problems)
        self._show_who(shown=any(item.field == WHO for item in judged.problems))
        self._tell_lacking(judged)
        self._tell_verdict(record, judged.verdict)
        day, offer = offered_end(record) if "expires_on" in self._step.fields else ("", "")
        self.end.setText(offer)
        reveal(self.end, shown=bool(day))
        return others

    def _show_who(self, *, shown: bool) -> None:
        """Whose domain it is stands beside already; it is shown where something is wrong with the candidate."""
        if box := self.form.widget(WHO).parentWidget():
            reveal(box, shown=shown)

    def _tell_lacking(self, judged: JudgedDomain) -> None:
        if not judged.lacking:
            self.lacking.clear()
            return
        first, names = judged.lacking[0], ", ".join(field_label(name) for name in judged.lacking)
        self.lacking.say(
            "warning",
            f"Chưa đề xuất được: hồ sơ còn thiếu {names}.",
            "Hãy bổ sung rồi lưu hồ sơ; phần ghi ở đây vẫn được giữ.",
            action=(f"Tới ô {field_label(first)}", lambda: self.field_wanted.emit(first)),
        )

    def _tell_verdict(self, record: Registration, verdict: Verdict | None) -> None:
        shown = verdict is not None and self._step.judges_day
        reveal(self.verdict, shown=shown)
        reveal(self.free, shown=shown)
        if verdict is None or not shown:
            return
        day = show(record.registered_on or record.proposed_on)
        lines = [reason_words(reason, verdict.condition) for reason in verdict.reasons]
        self.verdict.say(LEVELS[verdict.condition], f"Ngày {day}: {say('condition', verdict.condition).lower()}", lines)
        self.free.say(_FREE[verdict.period], f"{say('period', verdict.period)}.")

    def _take_end(self) -> None:
        day, _ = offered_end(self.registration())
        if day:
            self.form.fill({"expires_on": day})
            self.form.focus_field("expires_on")

    # -- saving and leaving

    def save(self) -> None:
        """Save the step, or show what hinders it and go to where it can be mended."""
        self.form.flush()
        others = [words(item) for item in self.judge()]
        if not self.form.demand():
            self.notice.say("error", f"Chưa lưu được: còn {self.form.errors()} ô chưa đúng.", " ".join(others))
            return
        if count := self.accepted.ask():
            self.notice.say("warning", f"Còn {count} ô có cảnh báo chưa ghi lý do giữ nguyên.", "Enter nhận lý do.")
            return
        with self.notice.telling():
            kept = self._keep(self.registration())
            self.draft.drop()
            self._pinned |= {name: self.form.value(name) for name in self.form.pins.pinned}
            self.saved.emit(kept)

    def _keep(self, record: Registration) -> Registration:
        said = {name: getattr(record, name) for name in (*self._step.fields, "accepted", "state_on")}
        if self._step.code == PROPOSE:
            return self._acts.propose(self._owner.id, **said)
        if self._step.code == EDIT:
            return self._acts.keep(record)
        return self._acts.advance(record.id, record.state, record.state_on, **said)

    def give_up(self) -> None:
        """Close it and forget what was typed."""
        self.form.flush()
        with self.notice.telling():
            self.draft.drop()
            self.left.emit(self.draft.stands)

    def leave(self) -> None:
        """Close it without loss."""
        if self.flush():
            self.left.emit(self.draft.stands)

    def flush(self) -> bool:
        """Keep now what the timers would have kept later; returns whether all that was typed is safe."""
        self.form.flush()
        return self.draft.keep()

    # -- keys: here they mean this step, not the page around it

    def event(self, event: QEvent) -> bool:
        """Ctrl+S, Ctrl+Enter and Esc are not for the page's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _means(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Save or leave."""
        if act := self._act(event):
            act()
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        if not _means(event):
            return None
        return self._escape if event.key() == Qt.Key.Key_Escape else self.save

    def _escape(self) -> None:
        if popup := QApplication.activePopupWidget():
            popup.close()
        else:
            self.leave()


def _means(event: QKeyEvent) -> bool:
    """Whether a key means this form: Esc, Ctrl+S, Ctrl+Enter."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return held == Qt.KeyboardModifier.NoModifier
    return held == Qt.KeyboardModifier.ControlModifier and event.key() in _SAVES
