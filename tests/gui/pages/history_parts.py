"""The acts of the history page and of Ctrl+Z as the composition root makes them, for tests and pictures."""

from functools import partial
from pathlib import Path

from tests.work.registers import desk_with
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.history_acts import HistoryActs
from vnpresence_desktop.gui.turning import TurningActs
from vnpresence_desktop.gui.undo_keys import UndoActs
from vnpresence_desktop.work import deleting, history, undoing
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.undoing import Told


def turning_acts(desk: Desk, folder: Path, jobs: Jobs) -> TurningActs:
    def in_job(act: str) -> Told:
        with desk_with(folder, (), new=False) as own:
            return undoing.turn_round(own, act)

    def broke(error: Exception) -> None:
        raise error

    return TurningActs(
        turn_round=partial(undoing.turn_round, desk), turn_round_in_job=in_job, start=jobs.start, broke=broke
    )


def history_acts(desk: Desk, folder: Path, jobs: Jobs) -> HistoryActs:
    return HistoryActs(
        recent=partial(history.recent, desk),
        turning=turning_acts(desk, folder, jobs),
        bins=partial(deleting.bins, desk),
        deleted=partial(deleting.deleted, desk),
        binned=partial(deleting.binned, desk),
        bring_back=partial(deleting.bring_back, desk),
        today=lambda: desk.today,
    )


def undo_acts(desk: Desk, folder: Path, jobs: Jobs) -> UndoActs:
    return UndoActs(
        next_undo=partial(undoing.next_undo, desk),
        next_redo=partial(undoing.next_redo, desk),
        turning=turning_acts(desk, folder, jobs),
    )
