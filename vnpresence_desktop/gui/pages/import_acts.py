"""What the page that takes lists in asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import ImportBatch
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.work.importing import Choices, Decisions, Imported, Outlook, Progress, Workbook
from vnpresence_desktop.work.undoing import Told


class WorkOut(Protocol):
    """`work.importing.work_out` at its desk."""

    def __call__(
        self,
        book: Workbook,
        name: str,
        kind: Kind,
        choices: Choices,
        decisions: Decisions,
        report: Progress,
        *,
        anew: bool,
    ) -> Outlook:
        """What taking the list in would do; ``anew``: how its like was read before does not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportActs:
    """The acts. All but ``start``, ``batches``, ``hamlets``, ``show_list`` and ``open_folder`` are called in a job's thread.

    Attributes:
        start: begins a job (``Jobs.start``).
        open_list: `work.importing.open_list` by path, password, and what is asked whether to stop.
        work_out: see `WorkOut`.
        look_again: `work.importing.look_again` by outlook, decisions, progress.
        take_in: `work.importing.take_in` by the file's name, outlook, progress.
        export_wrong: `work.importing.export_wrong` by the file's name, outlook.
        batches: the lists that were taken in, the newest first.
        take_back: `work.importing.take_back` by the batch's id.
        turn_round: `work.undoing.turn_round` by the act's id.
        hamlets: names of the hamlets there are.
        show_list: goes to the register's list of a kind.
        open_folder: shows a folder to the user.
    """

    start: Callable[[Callable[[Job], object]], Job]
    open_list: Callable[[Path, str, Callable[[], bool]], Workbook]
    work_out: WorkOut
    look_again: Callable[[Outlook, Decisions, Progress], Outlook]
    take_in: Callable[[str, Outlook, Progress], Imported]
    export_wrong: Callable[[str, Outlook], Path]
    batches: Callable[[], Sequence[ImportBatch]]
    take_back: Callable[[str], Told]
    turn_round: Callable[[str], Told]
    hamlets: Callable[[], Sequence[str]]
    show_list: Callable[[Kind], object]
    open_folder: Callable[[Path], object]
