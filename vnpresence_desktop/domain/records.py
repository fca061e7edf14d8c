"""The records of the register, frozen: what was typed, normalised where that is certain, judged elsewhere.

Field names are the columns of the database, the keys of JSON and the names of widgets; a trailing underscore only avoids
a Python keyword. Dates are ISO text, a partial date is "2003" or "2003-05"; texts are NFC; "" and None mean "not known".
A new field is a field here, a column in a migration and a widget: a test fails if one is forgotten.
"""

import dataclasses
import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, get_type_hints

Value = str | int | bool | tuple[str, ...] | None
"""What a field can hold."""


class Kind(StrEnum):
    """The kinds of record, each a table."""

    HOUSEHOLD = "household"
    ENTERPRISE = "enterprise"
    CITIZEN = "citizen"
    SESSION = "session"
    REACH = "reach"
    REGISTRATION = "registration"
    SUPPORT = "support"
    CONFIRMATION = "confirmation"
    TASK_REPORT = "task_report"
    NARRATIVE = "narrative"
    BASE_FIGURE = "base_figure"
    HAMLET = "hamlet"
    SIGNER = "signer"
    OFFICE = "office"
    REPORT = "report"


CANDIDATES = (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN)
"""The three groups (đối tượng) that the programme serves."""


class Need(StrEnum):
    """When a field has to be filled."""

    SAVE = "save"
    """without it the record can't be saved"""
    PROPOSE = "propose"
    """without it no domain can be proposed; a list from the tax office may still lack it"""
    NEVER = "never"


def _text(need: Need = Need.NEVER, *, personal: bool = False, default: str = "") -> Any:
    return field(default=default, metadata={"need": need, "personal": personal})


def _number(need: Need = Need.NEVER) -> Any:
    return field(default=None, metadata={"need": need, "personal": False})


def _many(need: Need = Need.NEVER) -> Any:
    return field(default=(), metadata={"need": need, "personal": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has.

    Attributes:
        id: UUIDv7 as text, given by the store; "" before the first save.
        source: where it came from: "typed", "scan", "file:<name>" …
        note: the officer's own words.
    """

    KIND: ClassVar[Kind]
    id: str = ""
    source: str = _text(default="typed")
    note: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """Household business (hộ kinh doanh)."""

    KIND: ClassVar[Kind] = Kind.HOUSEHOLD
    name: str = _text(Need.SAVE)
    owner: str = _text(Need.SAVE)
    hamlet: str = _text(Need.SAVE)
    certificate_no: str = _text(Need.PROPOSE)
    certificate_date: str = _text(Need.PROPOSE)
    certificate_issuer: str = _text()
    id_number: str = _text(Need.PROPOSE, personal=True)
    birth_date: str = _text()
    sex: str = _text()
    tax_code: str = _text()
    business_address: str = _text(Need.PROPOSE)
    home_address: str = _text(Need.PROPOSE)
    trade: str = _text()
    phone: str = _text(Need.PROPOSE, personal=True)
    email: str = _text(Need.PROPOSE, personal=True)
    website: str = _text()
    wish: str = _text(default="unknown")
    wish_on: str = _text()
    state: str = _text(Need.SAVE, default="active")
    state_on: str = _text()
    unconfirmed: tuple[str, ...] = _many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enterprise(Record):
    """Enterprise (doanh nghiệp)."""

    KIND: ClassVar[Kind] = Kind.ENTERPRISE
    name: str = _text(Need.SAVE)
    tax_code: str = _text(Need.SAVE)
    legal_form: str = _text()
    founded: str = _text(Need.PROPOSE)
    address: str = _text(Need.SAVE)
    representative: str = _text(Need.PROPOSE)
    representative_title: str = _text()
    hamlet: str = _text()
    trade: str = _text()
    phone: str = _text(Need.PROPOSE, personal=True)
    email: str = _text(Need.PROPOSE, personal=True)
    website: str = _text()
    wish: str = _text(default="unknown")
    wish_on: str = _text()
    state: str = _text(Need.SAVE, default="active")
    state_on: str = _text()
    unconfirmed: tuple[str, ...] = _many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen(Record):
    """Young citizen (công dân, thanh niên)."""

    KIND: ClassVar[Kind] = Kind.CITIZEN
    name: str = _text(Need.SAVE)
    birth_date: str = _text(Need.SAVE)
    sex: str = _text()
    nationality: str = _text(Need.PROPOSE, default="Việt Nam")
    id_number: str = _text(Need.PROPOSE, personal=True)
    home_address: str = _text(Need.PROPOSE)
    hamlet: str = _text(Need.SAVE)
    school: str = _text()
    union_member: bool | None = _number()
    phone: str = _text(Need.PROPOSE, personal=True)
    email: str = _text(Need.PROPOSE, personal=True)
    website: str = _text()
    wish: str = _text(default="unknown")
    wish_on: str = _text()
    state: str = _text(Need.SAVE, default="active")
    state_on: str = _text()
    basis: str = _text(Need.SAVE, default="state_activity")
    unconfirmed: tuple[str, ...] = _many()


Candidate = Household | Enterprise | Citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """Outreach session (buổi tuyên truyền); counts of people are its audience, 0 is a value, None is "not counted"."""

    KIND: ClassVar[Kind] = Kind.SESSION
    date: str = _text(Need.SAVE)
    form: str = _text(Need.SAVE)
    topic: str = _text(Need.SAVE)
    place: str = _text(Need.SAVE)
    host: str = _text(Need.SAVE)
    partners: str = _text()
    tasks: tuple[str, ...] = _many(Need.SAVE)
    officials: int | None = _number(Need.SAVE)
    households: int | None = _number(Need.SAVE)
    enterprises: int | None = _number(Need.SAVE)
    youths: int | None = _number(Need.SAVE)
    others: int | None = _number(Need.SAVE)
    broadcasts: int | None = _number()
    materials: str = _text()
    evidence: str = _text()
    cost: int | None = _number()
    recorder: str = _text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Record):
    """A candidate reached (tiếp cận) by a session; its id is derived from the pair, so a pair counts once on every PC."""

    KIND: ClassVar[Kind] = Kind.REACH
    session: str = _text(Need.SAVE)
    candidate: str = _text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Record):
    """A domain's way from proposal (đề xuất) to use."""

    KIND: ClassVar[Kind] = Kind.REGISTRATION
    candidate: str = _text(Need.SAVE)
    zone: str = _text(Need.SAVE)
    label: str = _text()
    state: str = _text(Need.SAVE, default="proposed")
    state_on: str = _text()
    proposed_on: str = _text()
    registered_on: str = _text()
    registrar: str = _text()
    services: tuple[str, ...] = _many()
    expires_on: str = _text()
    confirmed_by: str = _text()
    proposal_verdict: str = _text()
    proposal_rule: str = _text()
    registration_verdict: str = _text()
    registration_rule: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Record):
    """Technical help given to someone (hỗ trợ kỹ thuật)."""

    KIND: ClassVar[Kind] = Kind.SUPPORT
    date: str = _text(Need.SAVE)
    candidate: str = _text()
    person: str = _text()
    channel: str = _text(Need.SAVE)
    matter: str = _text(Need.SAVE)
    result: str = _text()
    helper: str = _text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Record):
    """The household register confirmed or shared on request (xác nhận, chia sẻ cơ sở dữ liệu hộ kinh doanh)."""

    KIND: ClassVar[Kind] = Kind.CONFIRMATION
    date: str = _text(Need.SAVE)
    requester: str = _text(Need.SAVE)
    document: str = _text()
    households: int | None = _number(Need.SAVE)
    result: str = _text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReport(Record):
    """What was done on one task of the plan's annex in one period."""

    KIND: ClassVar[Kind] = Kind.TASK_REPORT
    task: str = _text(Need.SAVE)
    period: str = _text(Need.SAVE)
    result: str = _text(Need.SAVE)
    evidence: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative(Record):
    """The office's own words for one section of one report."""

    KIND: ClassVar[Kind] = Kind.NARRATIVE
    period: str = _text(Need.SAVE)
    section: str = _text(Need.SAVE)
    text: str = _text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFigure(Record):
    """Official total of a group (số liệu nền), the denominator where the register does not hold everyone."""

    KIND: ClassVar[Kind] = Kind.BASE_FIGURE
    period: str = _text(Need.SAVE)
    kind: str = _text(Need.SAVE)
    total: int | None = _number(Need.SAVE)
    source: str = _text(Need.SAVE)
    as_of: str = _text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hamlet(Record):
    """Hamlet or quarter of the commune (ấp, khu vực)."""

    KIND: ClassVar[Kind] = Kind.HAMLET
    name: str = _text(Need.SAVE)
    from_: str = _text()
    until: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer(Record):
    """Who signs the office's reports, from when until when; ``title`` e.g. "CHỦ TỊCH", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"."""

    KIND: ClassVar[Kind] = Kind.SIGNER
    name: str = _text(Need.SAVE)
    title: str = _text(Need.SAVE)
    from_: str = _text()
    until: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """The office that keeps this register; there is one."""

    KIND: ClassVar[Kind] = Kind.OFFICE
    commune: str = _text(Need.SAVE)
    parent: str = _text()
    preset: str = _text(Need.SAVE, default="nd09")
    preparer: str = _text()
    programme: str = _text()
    sample: bool | None = _number()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord(Record):
    """One report made from the register: frozen content, its hash, the files it became."""

    KIND: ClassVar[Kind] = Kind.REPORT
    period: str = _text(Need.SAVE)
    issue: int | None = _number(Need.SAVE)
    state: str = _text(Need.SAVE, default="draft")
    state_on: str = _text()
    number: str = _text()
    content: str = _text(Need.SAVE)
    content_hash: str = _text(Need.SAVE)
    rules: tuple[str, ...] = _many()
    pdf_hash: str = _text()
    xlsx_hash: str = _text()


TYPES: Mapping[Kind, type[Record]] = {
    record.KIND: record
    for record in (
        Household, Enterprise, Citizen, Session, Reach, Registration, Support, Confirmation,
        TaskReport, Narrative, BaseFigure, Hamlet, Signer, Office, ReportRecord,
    )
}  # fmt: skip
"""Kind → its class."""


def column(name: str) -> str:
    """Name of a field outside Python: "from_" is the column and key "from"."""
    return name.rstrip("_")


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """What the program knows of a field.

    Attributes:
        name: as in the database and JSON.
        attribute: as in Python.
        type: str, int, bool or tuple.
        need: see `Need`.
        personal: shown masked unless asked for in full.
    """

    name: str
    attribute: str
    type: type
    need: Need
    personal: bool


@cache
def fields(kind: Kind) -> tuple[FieldInfo, ...]:
    """The fields of a kind in the order they are typed, without ``id``."""
    hints = get_type_hints(TYPES[kind])
    found = []
    for item in dataclasses.fields(TYPES[kind]):
        if item.name == "id":
            continue
        plain = next(base for base in (bool, int, str, tuple) if base.__name__ in str(hints[item.name]).split("[")[0])
        found.append(FieldInfo(column(item.name), item.name, plain, item.metadata["need"], item.metadata["personal"]))
    common = [info for info in found if info.name in ("source", "note")]
    return tuple([info for info in found if info not in common] + common)


def to_values(record: Record) -> dict[str, Value]:
    """A record as column → value, ``id`` first."""
    return {"id": record.id} | {info.name: getattr(record, info.attribute) for info in fields(record.KIND)}


def from_values(kind: Kind, values: Mapping[str, Value]) -> Record:
    """A record from column → value; unknown columns are ignored, missing or None ones take the field's default."""
    known = {info.attribute: values[info.name] for info in fields(kind) if values.get(info.name) is not None}
    return TYPES[kind](id=str(values.get("id") or ""), **known)  # type: ignore[arg-type]


_REACH_SPACE = uuid.UUID("7a1f5f0e-5d0b-5c39-9b1a-3c6d3f1f6a10")


def reach_id(session: str, candidate: str) -> str:
    """Id of the reach of a candidate by a session: the same on every PC (UUIDv5 of both ids)."""
    return str(uuid.uuid5(_REACH_SPACE, f"{session}|{candidate}"))


def fingerprint(text: str) -> str:
    """Short stable id of a text, 16 hexadecimal digits, for things that have no id of their own."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
