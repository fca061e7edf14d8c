"""What is wrong with a record as typed: every field at once, no input raises."""

from collections.abc import Iterable, Set
from datetime import date
from functools import cache

from vnpresence_desktop.domain import numbers
from vnpresence_desktop.domain.dates import full, span
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Need, Value
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household, Record, Session

_DATES = ("certificate_date", "founded", "birth_date", "state_on", "wish_on")
AUDIENCE = ("officials", "households", "enterprises", "youths", "others")
"""The fields of a session that count who came."""
_PAST = frozenset({"certificate_date", "founded", "birth_date"})


def check(record: Candidate, day: date, prefixes: Set[str] = frozenset()) -> tuple[Problem, ...]:
    """Problems of a candidate's record, in the order of its fields.

    Args:
        record: as typed.
        day: today, for dates that cannot lie ahead.
        prefixes: known three-digit prefixes of ID numbers; empty: not checked.
    """
    found = missing(record, Need.SAVE) + _dates(record, day) + _numbers(record, prefixes)
    return in_order(record, found + _by_kind(record))


def check_session(session: Session, day: date) -> tuple[Problem, ...]:
    """Problems of an outreach session, in the order of its fields; ``day`` is today: it is recorded after it was held."""
    found = missing(session, Need.SAVE) + happened(session, "date", day)
    if not any(getattr(session, name) for name in (*AUDIENCE, "broadcasts")) and not found:
        found.append(problem("others", "audience_nobody", Severity.WARNING))
    return in_order(session, found)


def missing(record: Record, need: Need) -> list[Problem]:
    """The fields a record lacks for saving (errors) or for proposing a domain (hints)."""
    severity = Severity.ERROR if need is Need.SAVE else Severity.HINT
    code = "missing" if need is Need.SAVE else "missing_to_propose"
    return [
        problem(name, code, severity)
        for name, attribute in _needed(record.KIND, need)
        if _blank(getattr(record, attribute))
    ]


@cache
def _needed(kind: Kind, need: Need) -> tuple[tuple[str, str], ...]:
    return tuple((info.name, info.attribute) for info in fields(kind) if info.need is need)


def happened(record: Record, name: str, day: date) -> list[Problem]:
    """What is wrong with the day of something that is recorded after it happened: not a whole date, or after ``day``."""
    value = getattr(record, name)
    when = full(value)
    if value and when is None:
        return [problem(name, "date_not_whole", value=value)]
    return [problem(name, "date_ahead")] if when and when > day else []


def in_order(record: Record, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the record's fields; those of the whole record come first."""
    return tuple(sorted(found, key=lambda item: _order(record.KIND).get(item.field, -1)))


@cache
def _order(kind: Kind) -> dict[str, int]:
    return {info.name: place for place, info in enumerate(fields(kind))}


def _blank(value: Value) -> bool:
    return not value.strip() if isinstance(value, str) else value in (None, ())


def _dates(record: Candidate, day: date) -> list[Problem]:
    found = []
    for name in _DATES:
        if not (value := getattr(record, name, "")):
            continue
        if (days := span(value)) is None:
            found.append(problem(name, "date_unclear", value=value))
        elif name in _PAST and days[0] > day:
            found.append(problem(name, "date_ahead"))
    return found


def _numbers(record: Candidate, prefixes: Set[str]) -> list[Problem]:
    found = numbers.check_phone(record.phone) + numbers.check_email(record.email)
    if isinstance(record, Household | Citizen):
        found += numbers.check_id_number(record.id_number, record.birth_date, record.sex, prefixes)
    if isinstance(record, Household | Enterprise):
        found += numbers.check_tax_code(record.tax_code, household=isinstance(record, Household))
    return found


def _by_kind(record: Candidate) -> list[Problem]:
    if isinstance(record, Household):
        return _household(record)
    return _citizen(record) if isinstance(record, Citizen) else []


def _household(record: Household) -> list[Problem]:
    found = numbers.check_certificate(record.certificate_no)
    personal = len(record.tax_code) == numbers.ID_LENGTH
    if personal and record.id_number and record.tax_code != record.id_number:
        found.append(problem("tax_code", "tax_not_owner", Severity.WARNING))
    return found


def _citizen(record: Citizen) -> list[Problem]:
    partial = record.birth_date and span(record.birth_date) and full(record.birth_date) is None
    return [problem("birth_date", "birth_date_partial", Severity.WARNING)] if partial else []
