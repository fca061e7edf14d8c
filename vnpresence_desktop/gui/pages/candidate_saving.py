"""Saving what stands in a form: an error blocks, a warning asks for a reason, then it is kept and its draft goes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.problems import Problem, UserError
from vnpresence_desktop.domain.records import Candidate, Record
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_draft import Draft
from vnpresence_desktop.gui.pages.candidate_reasons import AcceptedWarnings
from vnpresence_desktop.gui.pages.session_pin import Reached
from vnpresence_desktop.work.texts import message

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Saved:
    """A record was saved.

    Attributes:
        record: as kept.
        go_on: whether another one is to be typed.
        reached: the session that it was recorded at, None for none.
        hindered: what could not be done beside saving it.
    """

    record: Candidate
    go_on: bool
    reached: Reached | None = None
    hindered: UserError | None = None


class Saving(QObject):
    """Signal ``saved(object, bool)``: the record as kept; whether another one is to be typed."""

    saved = Signal(object, bool)

    def __init__(
        self,
        form: Form,
        draft: Draft,
        accepted: AcceptedWarnings,
        notice: Notice,
        judge: Callable[[], Sequence[Problem]],
    ) -> None:
        """Save by the parts of one page; ``judge`` gives the problems that no field of the form can show."""
        super().__init__(form)
        self._form, self._draft, self._accepted, self._notice, self._judge = form, draft, accepted, notice, judge

    def save(
        self,
        record: Callable[[], R],
        keep: Callable[[R], R],
        *,
        go_on: bool,
        shown: Callable[[R], Mapping[str, Value]] = to_values,
    ) -> None:
        """Save, or show what hinders it and go to where it can be mended; ``shown`` gives what the form shows of a record."""
        if not self._may_be_kept():
            return
        with self._notice.telling():
            kept = keep(record())
            self._form.set_values(shown(kept))  # should the draft stay, it is this record's from now on
            self._draft.drop()
            self.saved.emit(kept, go_on)

    def _may_be_kept(self) -> bool:
        others = [message(item) for item in self._judge()]
        if not self._form.demand():
            title = f"Chưa lưu được: còn {self._form.errors()} ô chưa đúng."
            self._notice.say("error", title, " ".join([*others, "F8 đi tới ô kế tiếp."]))
            return False
        if count := self._accepted.ask():
            title = f"Còn {count} ô có cảnh báo chưa ghi lý do giữ nguyên."
            self._notice.say(
                "warning", title, "Enter nhận lý do và sang ô sau; sửa lại ô nếu gõ nhầm. Rồi Ctrl+S để lưu."
            )
            return False
        return True
