"""Taking acts back from the window: a small one at once, a large one in a job; one at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.work.undoing import Told

WAIT = "Việc này gồm nhiều hồ sơ, xin chờ vài giây."
_SMALL = 200
"""Records that are set back before anybody notices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningActs:
    """What it takes.

    Attributes:
        turn_round: `work.undoing.turn_round` by the act's id; raises UserError.
        turn_round_in_job: the same at a desk of its own, for a job's thread.
        start: begins a job (``Jobs.start``).
        broke: told of a bug.
    """

    turn_round: Callable[[str], Told]
    turn_round_in_job: Callable[[str], Told]
    start: Callable[[Callable[[Job], object]], Job]
    broke: Callable[[Exception], object]


class Turning(QObject):
    """Turns acts round.

    Signals:
        began(): a large one; it takes some seconds.
        turned(object): done, a `Told`.
        failed(object): a `UserError`; nothing was changed.
    """

    began = Signal()
    turned = Signal(object)
    failed = Signal(object)

    def __init__(self, acts: TurningActs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.busy = False

    def turn(self, act: str, size: int) -> None:
        """Turn an act round that touched so many records; while another one is being turned nothing happens."""
        if self.busy:
            return
        if size > _SMALL:
            self._in_job(act)
            return
        try:
            told = self._acts.turn_round(act)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.turned.emit(told)

    def _in_job(self, act: str) -> None:
        self.busy = True
        self.began.emit()
        job = self._acts.start(lambda _: self._acts.turn_round_in_job(act))
        job.done.connect(lambda told: self._end(self.turned.emit, told))
        job.failed.connect(lambda error: self._end(self.failed.emit, error))
        job.broke.connect(self._acts.broke)

    def _end(self, tell: Callable[[object], object], what: object) -> None:
        self.busy = False
        tell(what)
