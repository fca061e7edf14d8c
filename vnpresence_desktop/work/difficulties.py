"""Difficulties (khó khăn, vướng mắc) that the office meets: kept with cause and wish, sent up with the report."""

from vnpresence_desktop.domain.periods import parse_period
from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.domain.records import Difficulty
from vnpresence_desktop.domain.support import check_difficulty
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.refusing import refuse_wrong
from vnpresence_desktop.work.spans import reported_span


def judge_difficulty(desk: Desk, difficulty: Difficulty) -> tuple[Problem, ...]:
    """Problems of a difficulty as typed, in the order of its fields."""
    return check_difficulty(difficulty, desk.today)


def keep_difficulty(desk: Desk, difficulty: Difficulty) -> Difficulty:
    """Save a difficulty, or the answer to it; without id it is new. Raises UserError where a problem blocks saving."""
    refuse_wrong("Chưa lưu được khó khăn, vướng mắc.", judge_difficulty(desk, difficulty))
    with desk.store.unit(reason="Ghi khó khăn, vướng mắc") as unit:
        return unit.put(difficulty)


def difficulties(desk: Desk, period_id: str = "") -> tuple[Difficulty, ...]:
    """Difficulties by their day, the oldest first.

    Args:
        desk: see `Desk`.
        period_id: those that the report of this period tells, e.g. "2025-Q4"; "" for all.

    Raises:
        UserError: no office, no programme, no such period.
    """
    held = sorted(desk.store.all(Difficulty), key=lambda item: (item.date, item.id))
    if not period_id:
        return tuple(held)
    span = reported_span(desk, parse_period(period_id))
    return tuple(item for item in held if span.holds(item.date))
