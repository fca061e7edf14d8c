"""The columns of a group's list: which there are, which are usual, what stands in them; personal numbers masked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import cast

from vnpresence_desktop.domain.eligibility import assess, state_on
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Candidate, Reach, Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.listing import is_personal, mask_personal

_USUAL: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOUSEHOLD: ("name", "owner", "id_number", "hamlet", "condition", "state"),
    Kind.ENTERPRISE: ("name", "tax_code", "founded", "hamlet", "condition", "state"),
    Kind.CITIZEN: ("name", "birth_date", "id_number", "hamlet", "condition", "state"),
}
_AFTER_STATE = ("domain", "reached")
_UNSHOWN = ("accepted", "originals")


def usual(kind: Kind) -> tuple[str, ...]:
    """The columns that are shown until others are chosen."""
    return _USUAL[kind]


def offered(kind: Kind) -> tuple[str, ...]:
    """Every column that can be chosen: the usual ones, what was done for a candidate, then the record's other fields."""
    names = (info.name for info in fields(kind) if info.name not in _UNSHOWN)
    return tuple(dict.fromkeys((*usual(kind), *_AFTER_STATE, *names)))


def rows(
    desk: Desk, kind: Kind, names: Sequence[str], ids: Sequence[str], *, full: bool = False
) -> list[tuple[str, ...]]:
    """What a list shows: one tuple an id with a text for each column, () for a record that is gone.

    Args:
        desk: see `Desk`.
        kind: a group.
        names: columns, see `offered`: codes and ISO dates as kept; "domain": names of domains, "reached": how often,
            "unconfirmed": names of fields, each joined by a comma.
        ids: of records.
        full: personal numbers as they are; for what is logged.
    """
    found = {record.id: cast("Candidate", record) for record in desk.store.some(kind, ids)}
    day = desk.today
    return [
        tuple(_cell(desk, found[one], name, day, full=full) for name in names) if one in found else () for one in ids
    ]


def _cell(desk: Desk, record: Candidate, name: str, day: date, *, full: bool) -> str:
    if name in _SPECIAL:
        return _SPECIAL[name](desk, record, day)
    value = getattr(record, name)
    if isinstance(value, tuple):
        return ", ".join(value)
    text = "" if value is None else str(value)
    return text if full or not is_personal(record.KIND, name, text) else mask_personal(name, text)


def _domain(desk: Desk, record: Candidate, _: date) -> str:
    kept = desk.store.find(Registration, candidate=record.id)
    return ", ".join(f"{item.label or '…'}.{item.zone}" for item in kept)


_SPECIAL: Mapping[str, Callable[[Desk, Candidate, date], str]] = {
    "condition": lambda desk, record, day: assess(record, desk.rules, day).condition.value,
    "state": lambda _, record, day: state_on(record, day),
    "domain": _domain,
    "reached": lambda desk, record, _: str(len(desk.store.find(Reach, candidate=record.id)) or ""),
}
