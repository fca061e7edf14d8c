"""Lists of a group as an officer narrows them: a first page for every key, everything from a job."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.work.desk import Desk

if TYPE_CHECKING:
    from vnpresence_desktop.store.search import Found, Rest


class Stoppable(Protocol):
    """What stops a job: `gui.jobs.Job` is one."""

    def check(self) -> None:
        """Raise once the job is to end."""

    def interrupt_with(self, interrupt: Callable[[], object] | None) -> None:
        """What breaks off a running query; None when there is none any more."""


def search(desk: Desk, kind: Kind, wanted: Filter, among: Collection[str] | None = None) -> "Found":
    """The list of a group for a filter: all of it, or a first page at once (then ``whole`` is False, see `rest`).

    Args:
        desk: see `Desk`.
        kind: one of the three groups.
        wanted: what must hold.
        among: only these ids, for what the rules decide; None for any.
    """
    return desk.store.search(kind, wanted, among)


def rest(desk: Desk, found: "Found") -> "Callable[[Stoppable], Rest]":
    """What a job does for a list that is not whole; what it answers goes to `take` in the thread of the desk."""
    from vnpresence_desktop.store.search import reader

    task, path, pc_folder = desk.store.lists.rest(found), desk.store.path, desk.store.pc_folder

    def run(job: Stoppable) -> "Rest":
        with reader(path, pc_folder) as beside:
            job.interrupt_with(beside.interrupt)
            try:
                return task(beside, job.check)
            finally:
                job.interrupt_with(None)

    return run


def take(desk: Desk, answer: "Rest") -> "Found":
    """The whole list from a job's answer."""
    return desk.store.lists.take(answer)
