"""The draft of a form: what was typed and not saved, kept within a second, given back when the form is opened again."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs

_WITHIN = 800
"""Milliseconds from a key to the draft on disk, while typing goes on without a pause."""


def draft_key(kind: Kind, record_id: str = "") -> str:
    """The key of a form's draft: "household:<id>", "household:new" for a record that is not kept yet."""
    return f"{kind.value}:{record_id or 'new'}"


class Draft(QObject):
    """Keeps only the fields that differ from the record as opened; where none differs there is no draft.

    Attributes:
        record_id: whose draft it is, "" a new record's.

    Signals:
        kept(bool): the draft was written (True), or there is none any more (False).
        failed(object): it could not be written; a `UserError`.
    """

    kept = Signal(bool)
    failed = Signal(object)

    def __init__(self, acts: CandidateActs, values: Callable[[], Mapping[str, Value]], parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._values = acts, values
        self.record_id, self._key = "", ""
        self._base, self._written = dict[str, Value](), dict[str, Value]()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WITHIN)
        self._timer.timeout.connect(self.keep)

    def begin(self, kind: Kind, record_id: str) -> dict[str, Value]:
        """A record was opened ("" a new one) and its form shows it as kept; gives what a draft says otherwise."""
        self._timer.stop()
        self.record_id, self._key = record_id, draft_key(kind, record_id)
        self._base = dict(self._values())
        found = self._acts.draft(self._key) or {}
        self._written = {name: value for name, value in found.items() if self._base.get(name) != value}
        return dict(self._written)

    def base(self, field: str) -> Value:
        """What the record as opened has in a field."""
        return self._base.get(field)

    def touch(self) -> None:
        """A key was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> bool:
        """Write now what differs, if that is anything new; returns whether all that was typed is safe."""
        self._timer.stop()
        differing = {name: value for name, value in self._values().items() if self._base.get(name) != value}
        if differing == self._written:
            return True
        try:
            if differing:
                self._acts.keep_draft(self._key, differing)
            else:
                self._acts.drop_draft(self._key)
        except UserError as error:
            self.failed.emit(error)
            return False
        self._written = differing
        self.kept.emit(bool(differing))
        return True

    @property
    def stands(self) -> bool:
        """Whether something is kept that the record does not say."""
        return bool(self._written)

    def drop(self) -> None:
        """Forget it; raises UserError."""
        self._timer.stop()
        self._acts.drop_draft(self._key)
        self._written = {}
