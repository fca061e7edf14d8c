"""The records of the register, frozen: what was typed, normalised where that is certain, judged elsewhere.

Field names are the columns of the database, the keys of JSON and the names of widgets; a trailing underscore only avoids
a Python keyword. Dates are ISO text, a partial date is "2003" or "2003-05"; texts are NFC; "" and None mean "not known".
A new field is a field here, a column in a migration and a widget: a test fails if one is forgotten.
"""

import uuid
from collections.abc import Mapping

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records.candidates import Candidate, Citizen, Distinction, Enterprise, Household
from vnpresence_desktop.domain.records.office import (
    BaseFigure,
    Difficulty,
    Hamlet,
    ImportBatch,
    ListView,
    Narrative,
    Office,
    ReportRecord,
    Signer,
    TaskReport,
)
from vnpresence_desktop.domain.records.outreach import Confirmation, Reach, Registration, Session, Support
from vnpresence_desktop.domain.records.record import Record

__all__ = [
    "TYPES", "BaseFigure", "Candidate", "Citizen", "Confirmation", "Difficulty", "Distinction", "Enterprise", "Hamlet",
    "Household", "ImportBatch", "ListView", "Narrative", "Office", "Reach", "Record", "Registration", "ReportRecord", "Session",
    "Signer", "Support", "TaskReport", "derived_id", "distinction_id", "reach_id",
]  # fmt: skip

TYPES: Mapping[Kind, type[Record]] = {
    record.KIND: record
    for record in (
        Household, Enterprise, Citizen, Session, Reach, Registration, Support, Confirmation, TaskReport, Narrative,
        BaseFigure, Hamlet, Signer, Office, ReportRecord, Distinction, Difficulty, ListView, ImportBatch,
    )
}  # fmt: skip
"""Kind → its class."""

_REACH_SPACE = uuid.UUID("7a1f5f0e-5d0b-5c39-9b1a-3c6d3f1f6a10")
_DISTINCTION_SPACE = uuid.UUID("0d1f2c0a-8d57-5c0e-9f39-5a3f7d2b6c11")


def derived_id(record: Record) -> str:
    """Id of a record that stands for a pair, the same on every PC; the record's own id ("" when new) for any other."""
    if isinstance(record, Reach):
        return reach_id(record.session, record.candidate)
    return distinction_id(record.one, record.other) if isinstance(record, Distinction) else record.id


def reach_id(session: str, candidate: str) -> str:
    """Id of the reach of a candidate by a session (UUIDv5 of both ids): a pair counts once."""
    return str(uuid.uuid5(_REACH_SPACE, f"{session}|{candidate}"))


def distinction_id(one: str, other: str) -> str:
    """Id of the distinction of two candidates (UUIDv5 of both ids), in whichever order they are named."""
    return str(uuid.uuid5(_DISTINCTION_SPACE, "|".join(sorted((one, other)))))
