"""The figures of a report, counted from records: pure, so that they can be recounted anywhere.

Each is given for the period and cumulative (lũy kế) from the programme's first day. ``present`` and ``eligible`` are stocks
on the last day, the same in both. Rates of biz.vn and id.vn are never added up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vnpresence_desktop.domain.checks import AUDIENCE
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.eligibility import Condition, assess, existed, state_on
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.records import BaseFigure, Candidate, Confirmation, Reach, Registration, Session, Support
from vnpresence_desktop.domain.rules import Rule

SERVICES = ("website", "email", "blog", "cv")
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
    stock = _counted(_stock(register, tuple(rules), span.last)) | _base(register, period)
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


Members = Mapping[str, list[str]]
"""Figure → ids of what it counts, each as often as it counts."""


def members(register: Register, rules: Iterable[Rule], span: Span) -> Members:
    """Whom each figure of a span counts, without base figures: as many ids as `count` says.

    Returns:
        Figure → ids: of candidates for present, eligible, reached, proposed, registered; of registrations for refused and
        services; of the events for sessions, supports, confirmations. Sums (audience, broadcasts, cost) have no ids.
    """
    return {**_stock(register, tuple(rules), span.last), **_happened(register, span)}


def _counted(found: Members) -> dict[str, int]:
    return {name: len(ids) for name, ids in found.items()}


def _stock(register: Register, rules: tuple[Rule, ...], day: date) -> Members:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in register.candidates:
        if is_present(record, day):
            found[f"present_{record.KIND}"].append(record.id)
            if assess(record, rules, day).condition is Condition.ELIGIBLE:
                found[f"eligible_{record.KIND}"].append(record.id)
    return found


def _base(register: Register, period: str) -> dict[str, int]:
    # Two PCs may have typed the same total: the latest counts, on every PC the same one.
    known = sorted(register.base_figures, key=lambda item: (item.as_of, item.id))
    return {f"present_{base.kind}": base.total for base in known if base.period == period and base.total is not None}


def _flow(register: Register, span: Span) -> dict[str, int]:
    sessions = [session for session in register.sessions if span.holds(session.date)]
    values = _counted(_happened(register, span))
    values.update({f"audience_{name}": sum(getattr(s, name) or 0 for s in sessions) for name in AUDIENCE})
    values["broadcasts"] = sum(session.broadcasts or 0 for session in sessions)
    values["cost"] = sum(session.cost or 0 for session in sessions)
    return values


def _happened(register: Register, span: Span) -> Members:
    kinds = {record.id: record.KIND.value for record in register.candidates}
    return {**_reached(register, span, kinds), **_registered(register, span, kinds), **_events(register, span)}


def _reached(register: Register, span: Span, kinds: Mapping[str, str]) -> Members:
    sessions = {session.id for session in register.sessions if span.holds(session.date)}
    people = dict.fromkeys(reach.candidate for reach in register.reaches if reach.session in sessions)
    return _grouped((f"reached_{kinds[person]}", person) for person in people if person in kinds)


def _registered(register: Register, span: Span, kinds: Mapping[str, str]) -> Members:
    people: dict[tuple[str, str], None] = {}
    items: list[tuple[str, str]] = []
    for item in register.registrations:
        group = kinds.get(item.candidate)
        if group is None:
            continue
        if span.holds(item.proposed_on):
            people[f"proposed_{group}", item.candidate] = None
        if span.holds(item.registered_on):
            people[f"registered_{group}", item.candidate] = None
            items += ((f"services_{service}_{group}", item.id) for service in dict.fromkeys(item.services))
        if item.state == "refused" and span.holds(item.state_on or item.proposed_on):
            items.append((f"refused_{group}", item.id))
    return _grouped((*people, *items))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Members:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in pairs:
        found[name].append(one)
    return found


def _events(register: Register, span: Span) -> Members:
    kept = (("sessions", register.sessions), ("supports", register.supports), ("confirmations", register.confirmations))
    return {name: [item.id for item in items if span.holds(item.date)] for name, items in kept}
