"""Why the officer lets a warning stand: asked once, kept with the record, gone when the field or the warning changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.acceptance import accept, read, unexplained, without_field
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.work.texts import say

_USUAL = ("compared", "tax_list", "said_by", "later")


class AcceptedWarnings(QObject):
    """Keeps the form's ``accepted`` in step with what is typed. Signal ``answered()``: the last reason asked for was given."""

    answered = Signal()

    def __init__(self, kind: Kind, form: Form, usual: Sequence[str] = ()) -> None:
        """Follow a form; ``usual``: reasons to be offered, those of a candidate of this kind where none are named."""
        super().__init__(form)
        self._form = form
        codes = (f"said_by_{kind.value}" if code == "said_by" else code for code in _USUAL)
        self._usual = list(usual) or [say("keep_reason", code) for code in codes]
        self._warnings: dict[tuple[str, str], Problem] = {}
        form.reasons.given.connect(self._given)
        form.edited.connect(self._edited)

    def begin(self) -> None:
        """Another record is shown."""
        self._warnings = {}

    def follow(self, problems: Sequence[Problem]) -> None:
        """The record was judged: a reason given for what was another warning then is asked for anew."""
        found = {(item.field, item.code): item for item in problems if item.severity is Severity.WARNING}
        others = {item.field for key, item in found.items() if self._warnings.get(key, item) != item}
        self._warnings = found
        for field in others:
            self._forget(field)
        waiting = self._waiting()
        told = {item.field: item.reason for item in read(self._accepted) if (item.field, item.code) in found}
        self._form.reasons.show({field: told[field] for field in told if field not in waiting}, waiting)

    def ask(self) -> int:
        """Before saving: take the reason that is being typed, ask for those that lack; returns how many."""
        self._form.reasons.take()
        waiting = self._waiting()
        if waiting:
            self._form.reasons.ask(waiting, self._usual)
        return len(waiting)

    def _waiting(self) -> list[str]:
        return [item.field for item in unexplained(self._warnings.values(), self._accepted)]

    @property
    def _accepted(self) -> tuple[str, ...]:
        value = self._form.value("accepted")
        return value if isinstance(value, tuple) else ()

    def _given(self, field: str, reason: str) -> None:
        accepted = self._accepted
        for item in self._warnings.values():
            if item.field == field:
                accepted = accept(accepted, item, reason)
        self._form.fill({"accepted": accepted})
        if not reason:
            return
        self._usual = [reason, *(text for text in self._usual if text != reason)]
        if waiting := self._form.reasons.asked():
            self._form.reasons.ask(waiting, self._usual)
        else:
            self.answered.emit()

    def _edited(self, name: str) -> None:
        if name:
            self._forget(name)

    def _forget(self, field: str) -> None:
        accepted = without_field(self._accepted, field)
        if accepted != self._accepted:
            self._form.fill({"accepted": accepted})
