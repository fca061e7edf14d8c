"""What an officer does with one candidate: judge it while it is typed, find who it may be already, keep it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from vnpresence_desktop.domain.checks import check, missing
from vnpresence_desktop.domain.eligibility import Verdict, assess
from vnpresence_desktop.domain.kinds import Need
from vnpresence_desktop.domain.problems import Problem, Severity, UserError
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household, Registration
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.work.desk import Desk, id_prefixes

C = TypeVar("C", Household, Enterprise, Citizen)

_NUMBERS = ("id_number", "tax_code", "certificate_no", "phone")
_MOST_TWINS = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of a candidate as it stands in the form.

    Attributes:
        problems: of every field, those for saving and those for proposing.
        verdict: for an act of today.
    """

    problems: tuple[Problem, ...]
    verdict: Verdict

    @property
    def can_be_kept(self) -> bool:
        """Whether no problem blocks saving."""
        return not any(item.severity is Severity.ERROR for item in self.problems)


@dataclass(frozen=True, slots=True)
class Twin:
    """A candidate of the register that may be the same.

    Attributes:
        record: as kept.
        fields: what agrees, names of fields.
    """

    record: Candidate
    fields: tuple[str, ...]


def judge(desk: Desk, record: Candidate, *, used: bool = False) -> Judged:
    """Judge a candidate as typed; pure but for the day, quick enough for every key."""
    day = desk.today
    problems = (*check(record, day, id_prefixes()), *missing(record, Need.PROPOSE))
    return Judged(problems, assess(record, desk.rules, day, used=used))


def has_domain(desk: Desk, candidate: str) -> bool:
    """Whether a kept candidate already has its free domain."""
    return any(item.registered_on for item in desk.store.find(Registration, candidate=candidate))


def keep(desk: Desk, record: C) -> C:
    """Save a candidate.

    Raises:
        UserError: a problem blocks saving (the form shows each under its field).
    """
    if not judge(desk, record).can_be_kept:
        raise UserError("Chưa lưu được: còn ô chưa đúng.", "Hãy sửa các ô báo lỗi đỏ rồi lưu lại.")
    with desk.store.unit(reason="Lưu hồ sơ") as unit:
        return unit.put(record)


def twins(desk: Desk, record: Candidate) -> tuple[Twin, ...]:
    """Candidates of the same kind that agree in a number, or in folded name and hamlet; at most five, best first."""
    found: dict[str, Twin] = {}
    for name in _NUMBERS:
        value = getattr(record, name, "")
        if value:
            _collect(found, record, desk.store.find(type(record), **{name: value}))
    if len(fold(record.name)) > 3:
        named = desk.store.find(type(record), name=record.name)
        _collect(found, record, (twin for twin in named if twin.hamlet == record.hamlet))
    return tuple(sorted(found.values(), key=lambda twin: -len(twin.fields))[:_MOST_TWINS])


def _collect(found: dict[str, Twin], record: Candidate, kept: Iterable[Candidate]) -> None:
    for twin in kept:
        if twin.id != record.id:
            agreeing = tuple(name for name in (*_NUMBERS, "name", "hamlet") if _agree(record, twin, name))
            found[twin.id] = Twin(twin, agreeing)


def _agree(record: Candidate, twin: Candidate, name: str) -> bool:
    mine, theirs = str(getattr(record, name, "")), str(getattr(twin, name, ""))
    return bool(mine) and fold(mine) == fold(theirs)
