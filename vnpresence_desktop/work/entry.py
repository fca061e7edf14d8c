"""What typing many records in a row needs: the newest one, who has a number already, what was left unfinished."""

from dataclasses import dataclass
from typing import cast

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import Candidate, Enterprise
from vnpresence_desktop.work.candidates import draft, get
from vnpresence_desktop.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A candidate's form that was typed in and not saved.

    Attributes:
        kind: of the candidate.
        record_id: whose record it changes, "" for a new one.
        name: of the candidate as typed, "" where none was.
    """

    kind: Kind
    record_id: str
    name: str


def newest(desk: Desk, kind: Kind) -> Candidate | None:
    """The candidate of a kind that was added last, None in an empty register."""
    return cast("Candidate | None", desk.store.newest(kind))


def with_number(desk: Desk, kind: Kind, id_number: str) -> tuple[Candidate, ...]:
    """The candidates of a kind with this ID number (of the owner, for a household; enterprises have none)."""
    if not id_number or kind is Kind.ENTERPRISE:
        return ()
    return tuple(cast("list[Candidate]", desk.store.find(kind, id_number=id_number)))


def unfinished(desk: Desk) -> tuple[Unfinished, ...]:
    """The forms of candidates that were left unfinished, the one written last first."""
    keys = [key.split(":", 1) for key in desk.store.drafts()]
    kinds = {kind.value: kind for kind in CANDIDATES}
    forms = [(kinds[name], rest[0].removeprefix("new")) for name, *rest in keys if name in kinds and rest]
    return tuple(found for kind, record_id in forms if (found := _unfinished(desk, kind, record_id)))


def _unfinished(desk: Desk, kind: Kind, record_id: str) -> Unfinished | None:
    """None for the draft of a record that is gone."""
    record = get(desk, kind, record_id) if record_id else None
    if record_id and record is None:
        return None
    typed = draft(desk, f"{kind.value}:{record_id or 'new'}") or {}
    names = ("name",) if kind is Kind.ENTERPRISE or isinstance(record, Enterprise) else ("name", "owner")
    said = next((str(typed[name]) for name in names if typed.get(name)), "")
    return Unfinished(kind, record_id, said or (record.name if record else ""))
