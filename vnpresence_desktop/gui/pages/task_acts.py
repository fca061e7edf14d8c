"""What the page of the plan's tasks needs from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vnpresence_desktop.work.preparing import Offered
from vnpresence_desktop.work.tasks import TaskRow


@dataclass(frozen=True, slots=True)
class TasksActs:
    """Each raises UserError where a person can mend something.

    Attributes:
        periods: what can be reported, the newest first (`work.preparing.periods`).
        tasks_of: period → its tasks (`work.tasks.tasks_of`).
        draft_task: period, task, result, evidence (`work.tasks.draft_task`).
        keep_task: period, task, result, evidence → whether a result is kept now (`work.tasks.keep_task`).
    """

    periods: Callable[[], Sequence[Offered]]
    tasks_of: Callable[[str], Sequence[TaskRow]]
    draft_task: Callable[[str, str, str, str], object]
    keep_task: Callable[[str, str, str, str], bool]
