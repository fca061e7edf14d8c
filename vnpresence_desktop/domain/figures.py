"""The figures of a report, counted from records: pure, so that they can be recounted anywhere.

Each is given for the period and cumulative (lũy kế) from the programme's first day. ``present`` and ``eligible`` are stocks
on the last day, the same in both. Rates of biz.vn and id.vn are never added up.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.eligibility import Condition, assess, existed, state_on
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.records import BaseFigure, Candidate, Confirmation, Reach, Registration, Session, Support
from vnpresence_desktop.domain.rules import Rule

SERVICES = ("website", "email", "blog", "cv")
AUDIENCE = ("officials", "households", "enterprises", "youths", "others")
BY_GROUP = ("present", "eligible", "reached", "proposed", "registered", "refused", *(f"services_{s}" for s in SERVICES))
"""Figures counted for each of the three groups, with the group as suffix: "reached_household" …"""
OVERALL = ("sessions", *(f"audience_{a}" for a in AUDIENCE), "broadcasts", "supports", "confirmations", "cost")
"""Figures of events, without suffix."""
_DIVISOR = {"eligible": "present", "reached": "present", "proposed": "present", "registered": "eligible"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A count over a span of days.

    Attributes:
        value: what was counted (đồng for ``cost``).
        of: denominator; None where the figure has none.
        first, last: ISO dates, both inclusive.
    """

    value: int
    of: int | None
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure (chỉ tiêu) of a report.

    Attributes:
        id: e.g. "reached_household", "sessions", see `BY_GROUP` and `OVERALL`.
        period, cumulative: see `Measure`.
    """

    id: str
    period: Measure
    cumulative: Measure


@dataclass(frozen=True, slots=True)
class Register:
    """What is counted; records not deleted, in any order."""

    candidates: tuple[Candidate, ...] = ()
    sessions: tuple[Session, ...] = ()
    reaches: tuple[Reach, ...] = ()
    registrations: tuple[Registration, ...] = ()
    supports: tuple[Support, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    base_figures: tuple[BaseFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both inclusive."""

    first: date
    last: date

    def holds(self, iso: str) -> bool:
        """Whether a stored whole date lies in the span."""
        day = full(iso)
        return day is not None and self.first <= day <= self.last


def count(
    register: Register, rules: Iterable[Rule], period: str, span: Span, programme_first: date
) -> tuple[Figure, ...]:
    """Count every figure.

    Args:
        register: see `Register`.
        rules: for the condition on the last day.
        period: id, picks the base figures.
        span: days of the period as reported.
        programme_first: first day of the cumulative figures.
    """
    stock = _stock(register, tuple(rules), period, span.last)
    whole = Span(programme_first, span.last)
    in_period, so_far = stock | _flow(register, span), stock | _flow(register, whole)
    return tuple(Figure(name, _measure(name, in_period, span), _measure(name, so_far, whole)) for name in figure_ids())


def figure_ids() -> tuple[str, ...]:
    """Ids of all figures in the order of the report."""
    return tuple(f"{name}_{kind}" for kind in CANDIDATES for name in BY_GROUP) + OVERALL


def _measure(name: str, values: Mapping[str, int], span: Span) -> Measure:
    base, _, group = name.rpartition("_")
    of = values.get(f"{_DIVISOR[base]}_{group}", 0) if base in _DIVISOR else None
    return Measure(values.get(name, 0), of, span.first.isoformat(), span.last.isoformat())


def is_present(record: Candidate, day: date) -> bool:
    """Whether a candidate counts as present (hiện diện) on a day: it exists by then and its state is active."""
    return existed(record, day) and state_on(record, day) == "active"


def _stock(register: Register, rules: tuple[Rule, ...], period: str, day: date) -> Counter[str]:
    values: Counter[str] = Counter()
    for record in register.candidates:
        if is_present(record, day):
            values[f"present_{record.KIND}"] += 1
            values[f"eligible_{record.KIND}"] += assess(record, rules, day).condition is Condition.ELIGIBLE
    # Two PCs may have typed the same total: the latest counts, on every PC the same one.
    for base in sorted(register.base_figures, key=lambda item: (item.as_of, item.id)):
        if base.period == period and base.total is not None:
            values[f"present_{base.kind}"] = base.total
    return values


def _flow(register: Register, span: Span) -> Counter[str]:
    kinds = {record.id: record.KIND.value for record in register.candidates}
    return _reached(register, span, kinds) + _registered(register, span, kinds) + _events(register, span)


def _reached(register: Register, span: Span, kinds: Mapping[str, str]) -> Counter[str]:
    sessions = {session.id for session in register.sessions if span.holds(session.date)}
    people = {reach.candidate for reach in register.reaches if reach.session in sessions}
    return Counter(f"reached_{kinds[person]}" for person in people if person in kinds)


def _registered(register: Register, span: Span, kinds: Mapping[str, str]) -> Counter[str]:
    people: set[tuple[str, str]] = set()
    values: Counter[str] = Counter()
    for item in register.registrations:
        group = kinds.get(item.candidate)
        if group is None:
            continue
        if span.holds(item.proposed_on):
            people.add((f"proposed_{group}", item.candidate))
        if span.holds(item.registered_on):
            people.add((f"registered_{group}", item.candidate))
            values.update(f"services_{service}_{group}" for service in set(item.services))
        values[f"refused_{group}"] += item.state == "refused" and span.holds(item.state_on or item.proposed_on)
    return values + Counter(name for name, _ in people)


def _events(register: Register, span: Span) -> Counter[str]:
    sessions = [session for session in register.sessions if span.holds(session.date)]
    values = Counter({f"audience_{name}": sum(getattr(s, name) or 0 for s in sessions) for name in AUDIENCE})
    values["sessions"] = len(sessions)
    values["broadcasts"] = sum(session.broadcasts or 0 for session in sessions)
    values["cost"] = sum(session.cost or 0 for session in sessions)
    values["supports"] = sum(span.holds(item.date) for item in register.supports)
    values["confirmations"] = sum(span.holds(item.date) for item in register.confirmations)
    return values
