"""A list that may be too long to be found at once: its first rows are shown, the rest follows from a job.

Use::

    source = Source(first=search, rest=rest, take=take, start=jobs.start)
    long_list = LongList(table, source)
    long_list.show("nguyen")        # for every key; a job of an earlier key is stopped
    long_list.counted.connect(tell)  # rows shown, and whether that is the exact count

Up to some ten thousand records a list is whole at once and no job runs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.table import RecordTable

_REST = 40
"""Milliseconds after which the rest is read: not before the first rows are painted, nor for each key of a quick typist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a list comes from.

    Attributes:
        first: ids for what is wanted, in order; an attribute ``whole`` that is False says that there may be more.
        rest: what a job has to do for such a list.
        take: the whole list from what the job answered; it begins with the same ids unless someone wrote meanwhile.
        start: runs a job, `Jobs.start`.
    """

    first: Callable[..., Sequence[Any]]
    rest: Callable[[Any], Callable[[Job], object]]
    take: Callable[[Any], Sequence[Any]]
    start: Callable[[Callable[[Job], object]], Job]


class LongList(QObject):
    """Fills a table from a source.

    Signals:
        counted(int, bool): rows shown now, and whether they are all.
        failed(object): the rest could not be read, a `UserError`.
    """

    counted = Signal(int, bool)
    failed = Signal(object)

    def __init__(self, table: RecordTable, source: Source) -> None:
        super().__init__(table)
        self._table, self._source = table, source
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._read_rest)
        self.ids: Sequence[Any] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every row is there, so that their number is the count."""
        return getattr(self.ids, "whole", True)

    def show(self, *wanted: object) -> None:
        """Show what is wanted; raises UserError as the source does, the rows before it stay then."""
        self.stop()
        self.ids = self._source.first(*wanted)
        if self.is_whole:
            self._table.show_ids(self.ids)
        else:
            # Rows that stand far apart: what was shown stays for the moment that the job takes.
            if len(self.ids):
                self._table.show_ids(self.ids)
            self._soon.start()
        self.counted.emit(self._table.count(), self.is_whole)

    def stop(self) -> None:
        """Let the job that reads the rest end without effect."""
        self._soon.stop()
        job, self._job = self._job, None
        if job:
            job.cancel()

    def _read_rest(self) -> None:
        job = self._job = self._source.start(self._source.rest(self.ids))
        job.done.connect(lambda answer: self._complete(job, answer))
        job.failed.connect(lambda error: self._tell(job, error))

    def _complete(self, job: Job, answer: object) -> None:
        if job is not self._job:
            return
        self._job, first = None, self.ids
        self.ids = self._source.take(answer)
        if len(first) and list(self.ids[: len(first)]) == list(first):
            self._table.grow(self.ids)
        else:
            self._table.show_ids(self.ids)
        self.counted.emit(self._table.count(), self.is_whole)

    def _tell(self, job: Job, error: object) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)
