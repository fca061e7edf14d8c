"""What there is to choose from in a list, and how many records each choice alone would show; what the rules say of everyone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from vnpresence_desktop.domain.domains import HELD, OPEN
from vnpresence_desktop.domain.eligibility import Condition, assess
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Candidate, Reach, Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_filters import ENDED, FIELDS, Part

SMALL = 2_000
"""Records of a group up to which a census is taken on the spot; for more it is a job."""
_AT_ONCE = 2_000
LACKING: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOUSEHOLD: ("phone", "email", "id_number", "certificate_no", "certificate_date", "tax_code"),
    Kind.ENTERPRISE: ("phone", "email", "representative", "founded"),
    Kind.CITIZEN: ("phone", "email", "id_number", "home_address"),
}
"""Fields whose lack is worth a choice."""
_DOMAINS = (("open", OPEN), ("held", HELD), ("ended", ENDED))


@dataclass(frozen=True, slots=True)
class Census:
    """A group counted.

    Attributes:
        counts: choice → how many records it alone shows; a choice that shows none is left out.
        conditions: condition → ids of those for whom it holds today.
    """

    counts: Mapping[Part, int]
    conditions: Mapping[str, frozenset[str]]

    def among(self, conditions: tuple[str, ...]) -> frozenset[str] | None:
        """Ids for whom one of these conditions holds; None where none is asked for."""
        if not conditions:
            return None
        return frozenset().union(*(self.conditions.get(code, frozenset()) for code in conditions))

    def codes(self, group: str) -> tuple[str, ...]:
        """The codes of a group's choices that show anything, in the order met."""
        return tuple(part.code for part in self.counts if part.group == group)


def size(desk: Desk, kind: Kind) -> int:
    """How many records a group has."""
    return desk.store.count(kind)


def census(desk: Desk, kind: Kind, check: Callable[[], object] = lambda: None) -> Census:
    """Count a group as it is today.

    Args:
        desk: see `Desk`; a job's own where the group is large.
        kind: a group.
        check: called every now and then, may raise to stop.
    """
    counts: Counter[Part] = Counter()
    conditions: defaultdict[str, set[str]] = defaultdict(set)
    domains, reached = _domains(desk), {reach.candidate for reach in desk.store.all(Reach)}
    for record in _everyone(desk, kind, check):
        condition = assess(record, desk.rules, desk.today).condition.value
        conditions[condition].add(record.id)
        counts.update(_choices(record, condition, domains.get(record.id, set()), reached=record.id in reached))
    order = {code.value: frozenset(conditions[code]) for code in Condition if code in conditions}
    return Census(dict(counts), order)


def _everyone(desk: Desk, kind: Kind, check: Callable[[], object]) -> Iterator[Candidate]:
    ids = desk.store.ids(kind)
    for start in range(0, len(ids), _AT_ONCE):
        check()
        yield from (cast("Candidate", record) for record in desk.store.some(kind, ids[start : start + _AT_ONCE]))


def _domains(desk: Desk) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in desk.store.all(Registration):
        found[item.candidate].add(item.state)
    return found


def _choices(record: Candidate, condition: str, states: set[str], *, reached: bool) -> Iterator[Part]:
    yield Part("condition", condition)
    yield Part("reached", "yes" if reached else "no")
    yield from (Part(name, value) for name in FIELDS if (value := getattr(record, name)))
    yield from (Part("doubt", name) for name in ("unconfirmed", "accepted") if getattr(record, name))
    yield from (Part("missing", name) for name in LACKING[record.KIND] if not getattr(record, name))
    if not states:
        yield Part("domain", "none")
    yield from (Part("domain", code) for code, of in _DOMAINS if states.intersection(of))
