"""Checks of technical help given (hỗ trợ kỹ thuật) and of difficulties that go up with the report."""

from datetime import date

from vnpresence_desktop.domain.checks import happened, in_order, missing
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.kinds import Need
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Difficulty, Support

CHANNELS = ("in_person", "phone", "online", "home")
"""How help is given (cách hỗ trợ), the usual way first."""
MATTERS = ("register", "website", "email", "content", "other")
"""What help is about."""


def check_support(support: Support, day: date) -> tuple[Problem, ...]:
    """Problems of help given, in the order of its fields; ``day`` is today: it is recorded after it was given."""
    found = missing(support, Need.SAVE) + happened(support, "date", day)
    if not support.candidate and not support.person.strip():
        found.append(problem("person", "support_nobody"))
    if not support.result.strip():
        found.append(problem("result", "missing_to_know", Severity.HINT))
    return in_order(support, found)


def check_difficulty(difficulty: Difficulty, day: date) -> tuple[Problem, ...]:
    """Problems of a difficulty, in the order of its fields; ``day`` is today."""
    found = (
        missing(difficulty, Need.SAVE) + happened(difficulty, "date", day) + happened(difficulty, "answered_on", day)
    )
    met, answered = full(difficulty.date), full(difficulty.answered_on)
    if met and answered and answered < met:
        found.append(problem("answered_on", "answered_before_met"))
    if difficulty.answer.strip() and not difficulty.answered_on:
        found.append(problem("answered_on", "missing"))
    if difficulty.answered_on and not difficulty.answer.strip():
        found.append(problem("answer", "missing"))
    return in_order(difficulty, found)
