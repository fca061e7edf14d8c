"""What belongs to a candidate of the register, beside its form: domains, help, history, the way to the bin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.gui.pages.record_history import RecordHistory
from vnpresence_desktop.gui.pages.support_card import SupportCard
from vnpresence_desktop.gui.parts import GAP, button, row
from vnpresence_desktop.work.deleting import Removal
from vnpresence_desktop.work.history import Sentence

_HISTORY_HEIGHT = 15
"""Lines of the history that are seen at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptActs:
    """Acts on one kept candidate.

    Attributes:
        domains, support: make the two cards.
        sentences: the history of a record, see `work.history.sentences`.
        removal, remove: what deleting a record means; delete it, which says what was done. Both raise UserError.
        bring_back: take that back; says what was done; raises UserError.
    """

    domains: Callable[[], DomainsCard]
    support: Callable[[], SupportCard]
    sentences: Callable[[str], Sequence[Sentence]]
    removal: Callable[[str], Removal]
    remove: Callable[[str], str]
    bring_back: Callable[[str], str]


class KeptParts(QWidget):
    """Hidden while the record is not kept yet.

    Signals:
        domain_changed(): the candidate is to be judged anew.
        field_wanted(str): a proposal lacks this field of the candidate.
        removed(str, str): id of the record that is in the bin now, and what was done.
        left(): the history was shut, the keyboard is free.
    """

    domain_changed = Signal()
    field_wanted = Signal(str)
    removed = Signal(str, str)
    left = Signal()

    def __init__(self, acts: KeptActs, notice: Notice) -> None:
        """Make it; ``notice`` is the page's, where deleting asks."""
        super().__init__()
        self._acts, self._notice, self._id = acts, notice, ""
        self.domains, self.support = acts.domains(), acts.support()
        self.history = RecordHistory(acts.sentences)
        self.history.list.setMinimumHeight(_HISTORY_HEIGHT * self.fontMetrics().height())
        self.show_history = button("Lịch sử", self._show_history, "history")
        self.delete = button("Xóa hồ sơ", self._ask, "trash-2", "danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.domains, self.support, self.history):
            column.addWidget(part)
        column.addLayout(row(self.show_history, self.delete, None))
        self.domains.changed.connect(self.domain_changed)
        self.domains.field_wanted.connect(self.field_wanted)
        self.history.closed.connect(self.left)
        self.hide()

    def show_record(self, record_id: str) -> None:
        """Show what belongs to a record, "" for one that is not kept yet."""
        self._id = record_id
        self.history.hide()
        self.domains.show_candidate(record_id)
        self.support.show_for(record_id)
        self.setVisible(bool(record_id))

    def renew(self) -> None:
        """Other pages may have recorded help since."""
        self.support.show_for(self._id)

    def _show_history(self) -> None:
        self.history.show_record(self._id)

    def _ask(self) -> None:
        with self._notice.telling():
            meant = self._acts.removal(self._id)
            told = " ".join(filter(None, (meant.along, meant.after)))
            self._notice.say("warning", meant.question, told, action=("Xóa", self._remove))
            self._notice.take_keyboard()

    def _remove(self) -> None:
        try:
            done = self._acts.remove(self._id)
        except UserError as error:
            self._notice.show_error(error)
        else:
            self.removed.emit(self._id, done)
