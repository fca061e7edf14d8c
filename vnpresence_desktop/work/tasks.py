"""Results of the plan's tasks in a period: what was kept, what is being typed, which sessions served them."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.periods import parse_period
from vnpresence_desktop.domain.programme import Task
from vnpresence_desktop.domain.records import Session, TaskReport
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.spans import reported_span


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as it stands in a period.

    Attributes:
        task: of the programme's plan.
        result, evidence: as kept, or as drafted since.
        done: a result is kept; a drafted one is not yet.
        drafted: the words shown are not kept yet.
        sessions: how many outreach sessions of the period served it.
    """

    task: Task
    result: str
    evidence: str
    done: bool
    drafted: bool
    sessions: int


def tasks_of(desk: Desk, period_id: str) -> tuple[TaskRow, ...]:
    """The plan's tasks in its order.

    Raises:
        UserError: no such period, one before the programme, no office, no programme for its province.
    """
    served = _served(desk, period_id)
    return tuple(_row(desk, period_id, task, served[task.id]) for task in desk.programme().tasks)


def _row(desk: Desk, period_id: str, task: Task, sessions: int) -> TaskRow:
    kept = _kept(desk, period_id, task.id)
    draft = _draft(desk, period_id, task.id)
    result, evidence = draft or _shown(kept)
    done = any(item.result.strip() for item in kept)
    return TaskRow(task, result, evidence, done=done, drafted=draft is not None, sessions=sessions)


def _served(desk: Desk, period_id: str) -> Counter[str]:
    span = reported_span(desk, parse_period(period_id))
    return Counter(task for item in desk.store.all(Session) if span.holds(item.date) for task in set(item.tasks))


def _kept(desk: Desk, period_id: str, task: str) -> list[TaskReport]:
    return desk.store.find(TaskReport, period=period_id, task=task)


def _shown(kept: Sequence[TaskReport]) -> tuple[str, str]:
    """Result and evidence; where two PCs wrote each its own, both, the same words once."""
    results = dict.fromkeys(item.result.strip() for item in kept)
    evidence = dict.fromkeys(item.evidence.strip() for item in kept)
    return "\n".join(filter(None, results)), "\n".join(filter(None, evidence))


def draft_task(desk: Desk, period_id: str, task: str, result: str, evidence: str) -> None:
    """Keep what is being typed, so that a power cut takes nothing; raises UserError as the store does."""
    desk.store.keep_draft(_key(period_id, task), json.dumps([result, evidence], ensure_ascii=False))


def keep_task(desk: Desk, period_id: str, task: str, result: str, evidence: str) -> bool:
    """Keep what was done on a task in a period.

    Without a result there is nothing to report: what was kept is taken out, evidence alone stays a draft. Two results
    written on two PCs become the one that was shown.

    Args:
        desk: see `Desk`.
        period_id: e.g. "2025-Q4".
        task: id of the task, e.g. "I.6".
        result: as typed.
        evidence: as typed.

    Returns:
        Whether a result is kept now.

    Raises:
        UserError: as the store does.
    """
    result, evidence = result.strip(), evidence.strip()
    if evidence and not result:
        draft_task(desk, period_id, task, result, evidence)
    kept = _kept(desk, period_id, task)
    first = kept[0] if kept else TaskReport(task=task, period=period_id)
    _put(desk, replace(first, result=result, evidence=evidence), kept)
    if result or not evidence:
        desk.store.drop_draft(_key(period_id, task))
    return bool(result)


def _put(desk: Desk, wanted: TaskReport, kept: Sequence[TaskReport]) -> None:
    """Keep one in the place of those that were kept, none without a result; what is the same as before writes nothing."""
    if not wanted.result and not kept:
        return
    with desk.store.unit(reason="Ghi kết quả nhiệm vụ") as unit:
        for item in kept:
            if not wanted.result or item.id != wanted.id:
                unit.delete(Kind.TASK_REPORT, item.id)
        if wanted.result:
            unit.put(wanted)


def _key(period_id: str, task: str) -> str:
    return f"task_report/{period_id}/{task}"


def _draft(desk: Desk, period_id: str, task: str) -> tuple[str, str] | None:
    """What was being typed; None where there is nothing, or another release wrote it in a way not known here."""
    try:
        found: Any = json.loads(desk.store.draft(_key(period_id, task)) or "")
        result, evidence = found
    except (ValueError, TypeError):
        return None
    return str(result), str(evidence)
