"""Show the register: records of a kind with their verdict on a day, personal numbers masked unless asked for in full."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import cast

from vnpresence_desktop.domain.eligibility import Verdict, assess
from vnpresence_desktop.domain.fields import fields, to_values
from vnpresence_desktop.domain.figures import is_present
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.numbers import ID_LENGTH, mask
from vnpresence_desktop.domain.originals import read
from vnpresence_desktop.domain.records import Candidate, Record, Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.texts import say

Row = dict[str, object]
_MAY_BE_ID = ("tax_code", "certificate_no")
_PERSONAL = ("id_number", "phone", "email", *_MAY_BE_ID)


def list_records(desk: Desk, kind: Kind, day: date, *, full: bool = False) -> list[Row]:
    """Records of a kind as JSON-ready rows.

    Args:
        desk: see `Desk`.
        kind: any kind; the three groups carry ``verdict`` and ``present`` (counted as present on that day).
        day: the day to judge for.
        full: personal numbers unmasked; the look is logged.
    """
    if full:
        with desk.store.unit() as unit:
            unit.note("access", f"Xem đầy đủ danh sách {say('kind', kind)}")
    records = desk.store.all(kind)
    if kind not in CANDIDATES:
        return [_shown(record, full=full) for record in records]
    used = having_domain(desk, day)
    return [
        _shown(record, full=full)
        | {
            "present": is_present(cast("Candidate", record), day),
            "verdict": verdict_json(assess(cast("Candidate", record), desk.rules, day, used=record.id in used)),
        }
        for record in records
    ]


def having_domain(desk: Desk, day: date) -> set[str]:
    """Ids of candidates whose free domain was registered by that day."""
    registrations = desk.store.all(Registration)
    return {item.candidate for item in registrations if item.registered_on and item.registered_on <= day.isoformat()}


def _shown(record: Record, *, full: bool) -> Row:
    values: Mapping[str, object] = to_values(record)
    shown = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    if not full and isinstance(entries := values.get("originals"), tuple):
        shown["originals"] = [f"{name}:{mask_original(name, text)}" for name, text in read(entries).items()]
    hidden = {} if full else {name: value for name, value in values.items() if is_personal(record.KIND, name, value)}
    return shown | {name: mask_personal(name, str(value)) for name, value in hidden.items()}


def is_personal(kind: Kind, field: str, value: object) -> bool:
    """Whether a field's value has to be masked: by what the field is, or as an ID number that stands for another code.

    A household's tax code is its owner's ID number since 01/7/2025, its certificate's number often is.
    """
    if field in _MAY_BE_ID and isinstance(value, str) and len(value) == ID_LENGTH:
        return True
    return bool(value) and any(info.personal for info in fields(kind) if info.name == field)


def mask_personal(field: str, value: str) -> str:
    """A personal value masked: numbers keep three digits, an e-mail keeps its domain."""
    if field == "email" and "@" in value:
        name, _, domain = value.partition("@")
        return f"{'•' * len(name)}@{domain}"
    return mask(value)


def mask_original(field: str, text: str) -> str:
    """What a list said of a field, masked where that may be a personal number."""
    return mask_personal(field, text) if field in _PERSONAL else text


def verdict_json(verdict: Verdict) -> Row:
    """A verdict with the keys of JSON."""
    return asdict(verdict) | {"reasons": [asdict(reason) for reason in verdict.reasons]}
