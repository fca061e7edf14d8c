"""Warnings that the officer let stand, each with the reason: kept in the record's ``accepted``, told in the report's notes.

An entry is the text "field:code:reason"; only the reason may hold a colon.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.domain.text import clean


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A warning let stand.

    Attributes:
        field, code: of the problem.
        reason: why, the officer's words.
    """

    field: str
    code: str
    reason: str


def read(accepted: Iterable[str]) -> tuple[Acceptance, ...]:
    """The entries of a record's ``accepted``; what is no entry is passed over."""
    parts = (entry.split(":", 2) for entry in accepted)
    return tuple(Acceptance(*part) for part in parts if len(part) == 3)


def accept(accepted: Sequence[str], problem: Problem, reason: str) -> tuple[str, ...]:
    """``accepted`` with the reason for this problem in place of an earlier one; a blank reason takes it back."""
    others = tuple(entry for entry in accepted if not entry.startswith(f"{problem.field}:{problem.code}:"))
    return (*others, f"{problem.field}:{problem.code}:{clean(reason)}") if clean(reason) else others


def without_field(accepted: Iterable[str], field: str) -> tuple[str, ...]:
    """``accepted`` without what was said of a field whose value has changed since."""
    return tuple(entry for entry in accepted if not entry.startswith(f"{field}:"))


def unexplained(problems: Iterable[Problem], accepted: Iterable[str]) -> list[Problem]:
    """The warnings that still ask for a reason."""
    known = {(item.field, item.code) for item in read(accepted)}
    return [item for item in problems if item.severity is Severity.WARNING and (item.field, item.code) not in known]


def standing(problems: Iterable[Problem], accepted: Iterable[str]) -> tuple[str, ...]:
    """``accepted`` as it is kept: only what some warning still is about."""
    warned = {(item.field, item.code) for item in problems if item.severity is Severity.WARNING}
    entries = (item for item in read(accepted) if (item.field, item.code) in warned)
    return tuple(f"{item.field}:{item.code}:{item.reason}" for item in entries)
