"""Looks for records of the same candidate while one is typed, and remembers who is somebody else."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.twins_panel import TwinsPanel


class TwinsBeside(QObject):
    """A new record has no id yet: whom it was told apart from is remembered when it is saved."""

    def __init__(
        self, acts: CandidateActs, candidate: Callable[[], Candidate], panel: TwinsPanel, notice: Notice
    ) -> None:
        super().__init__(panel)
        self._acts, self._candidate, self._panel, self._notice = acts, candidate, panel, notice
        self._apart: dict[str, None] = {}
        panel.apart_wanted.connect(self._tell_apart)

    def begin(self) -> None:
        """Another record is shown."""
        self._apart.clear()
        self._panel.forget()

    def look(self) -> None:
        """Show who agrees with what is typed now."""
        record = self._candidate()
        try:
            found = [twin for twin in self._acts.twins(record) if twin.record.id not in self._apart]
        except UserError as error:
            self._notice.show_error(error)
        else:
            self._panel.show_twins(found, kept=bool(record.id))

    def saved(self, record: Candidate) -> None:
        """The record has its id now; raises UserError."""
        for other in self._apart:
            self._acts.entry().not_the_same(record.id, other)
        self._apart.clear()

    def _tell_apart(self, other: str) -> None:
        own, kept = self._candidate().id, self._acts.get(other)
        done = self._do(
            lambda: self._acts.entry().not_the_same(own, other) if own else self._apart.update({other: None})
        )
        if done and kept:
            self._panel.tell_apart(kept.name, lambda: self._take_back(own, other))

    def _take_back(self, own: str, other: str) -> None:
        if self._do(lambda: self._acts.entry().maybe_the_same(own, other) if own else self._apart.pop(other, None)):
            self._panel.forget()

    def _do(self, act: Callable[[], object]) -> bool:
        """Whether it was done; what hinders it is said."""
        try:
            act()
        except UserError as error:
            self._notice.show_error(error)
            return False
        self.look()
        return True
