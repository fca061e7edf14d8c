"""Checks of technical help given (hỗ trợ kỹ thuật) and of difficulties that go up with the report."""

from collections.abc import Iterator
from datetime import date

from vnpresence_desktop.domain.checks import missing
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Need
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Difficulty, Support

CHANNELS = ("in_person", "phone", "online", "home")
"""How help is given (cách hỗ trợ), the usual way first."""
MATTERS = ("register", "website", "email", "content", "other")
"""What help is about."""


def check_support(support: Support, day: date) -> tuple[Problem, ...]:
    """Problems of help given, in the order of its fields; ``day`` is today: it is recorded after it was given."""
    found = [*missing(support, Need.SAVE), *_past(support, "date", day)]
    if not support.candidate and not support.person.strip():
        found.append(problem("person", "support_nobody"))
    if not support.result.strip():
        found.append(problem("result", "missing_to_know", Severity.HINT))
    return _ordered(support, found)


def check_difficulty(difficulty: Difficulty, day: date) -> tuple[Problem, ...]:
    """Problems of a difficulty, in the order of its fields; ``day`` is today."""
    found = [*missing(difficulty, Need.SAVE), *_past(difficulty, "date", day), *_past(difficulty, "answered_on", day)]
    met, answered = full(difficulty.date), full(difficulty.answered_on)
    if met and answered and answered < met:
        found.append(problem("answered_on", "answered_before_met"))
    if difficulty.answer.strip() and not difficulty.answered_on:
        found.append(problem("answered_on", "missing"))
    if difficulty.answered_on and not difficulty.answer.strip():
        found.append(problem("answer", "missing"))
    return _ordered(difficulty, found)


def _past(record: Support | Difficulty, name: str, day: date) -> Iterator[Problem]:
    value = getattr(record, name)
    when = full(value)
    if value and when is None:
        yield problem(name, "date_not_whole", value=value)
    elif when and when > day:
        yield problem(name, "date_ahead")


def _ordered(record: Support | Difficulty, found: list[Problem]) -> tuple[Problem, ...]:
    order = {info.name: place for place, info in enumerate(fields(record.KIND))}
    return tuple(sorted(found, key=lambda item: order[item.field]))
