"""What the history page and Ctrl+Z are given: the verbs of undo and bin at their desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vnpresence_desktop.gui.jobs import Jobs
    from vnpresence_desktop.gui.pages.history_acts import HistoryActs
    from vnpresence_desktop.gui.turning import TurningActs
    from vnpresence_desktop.gui.undo_keys import UndoActs
    from vnpresence_desktop.work.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")


class Binder(Protocol):
    """Gives a verb its desk."""

    def __call__(self, verb: Callable[Concatenate[Desk, P], T]) -> Callable[P, T]:
        """The verb without its first argument."""


@dataclass(frozen=True, slots=True)
class HistoryDesk:
    """The acts of undo, history and bin.

    Attributes:
        here: gives a verb the window's own desk.
        in_job: gives a verb a desk of its own, in a job's thread.
        jobs: the jobs of the program.
        broke: told of a bug.
    """

    here: Binder
    in_job: Binder
    jobs: Jobs
    broke: Callable[[Exception], object]

    def turning(self) -> TurningActs:
        """How an act is taken back."""
        from vnpresence_desktop.gui.turning import TurningActs
        from vnpresence_desktop.work import undoing

        return TurningActs(
            turn_round=self.here(undoing.turn_round),
            turn_round_in_job=self.in_job(undoing.turn_round),
            start=self.jobs.start,
            broke=self.broke,
        )

    def undo_acts(self) -> UndoActs:
        """What Ctrl+Z and Ctrl+Y need."""
        from vnpresence_desktop.gui.undo_keys import UndoActs
        from vnpresence_desktop.work import undoing

        return UndoActs(
            next_undo=self.here(undoing.next_undo), next_redo=self.here(undoing.next_redo), turning=self.turning()
        )

    def page(self) -> QWidget:
        """The page of history and bin."""
        from vnpresence_desktop.gui.pages.history import HistoryPage

        return HistoryPage(self.history_acts())

    def history_acts(self) -> HistoryActs:
        """What the page of history and bin needs."""
        from vnpresence_desktop.gui.pages.history_acts import HistoryActs
        from vnpresence_desktop.work import deleting, history

        return HistoryActs(
            recent=self.here(history.recent),
            turning=self.turning(),
            bins=self.here(deleting.bins),
            deleted=self.here(deleting.deleted),
            binned=self.here(deleting.binned),
            bring_back=self.here(deleting.bring_back),
            today=self.here(lambda desk: desk.today),
        )
