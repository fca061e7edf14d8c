"""The records of the register, frozen: what was typed, normalised where that is certain, judged elsewhere.

Field names are the columns of the database, the keys of JSON and the names of widgets; a trailing underscore only avoids
a Python keyword. Dates are ISO text, a partial date is "2003" or "2003-05"; texts are NFC; "" and None mean "not known".
A new field is a field here, a column in a migration and a widget: a test fails if one is forgotten.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from vnpresence_desktop.domain.kinds import Kind, Need, many, number, text


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
    source: str = text(default="typed")
    note: str = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """Household business (hộ kinh doanh)."""

    KIND: ClassVar[Kind] = Kind.HOUSEHOLD
    name: str = text(Need.SAVE)
    owner: str = text(Need.SAVE)
    hamlet: str = text(Need.SAVE)
    certificate_no: str = text(Need.PROPOSE)
    certificate_date: str = text(Need.PROPOSE)
    certificate_issuer: str = text()
    id_number: str = text(Need.PROPOSE, personal=True)
    birth_date: str = text()
    sex: str = text()
    tax_code: str = text()
    business_address: str = text(Need.PROPOSE)
    home_address: str = text(Need.PROPOSE)
    trade: str = text()
    phone: str = text(Need.PROPOSE, personal=True)
    email: str = text(Need.PROPOSE, personal=True)
    website: str = text()
    wish: str = text(default="unknown")
    wish_on: str = text()
    state: str = text(Need.SAVE, default="active")
    state_on: str = text()
    unconfirmed: tuple[str, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enterprise(Record):
    """Enterprise (doanh nghiệp)."""

    KIND: ClassVar[Kind] = Kind.ENTERPRISE
    name: str = text(Need.SAVE)
    tax_code: str = text(Need.SAVE)
    legal_form: str = text()
    founded: str = text(Need.PROPOSE)
    address: str = text(Need.SAVE)
    representative: str = text(Need.PROPOSE)
    representative_title: str = text()
    hamlet: str = text()
    trade: str = text()
    phone: str = text(Need.PROPOSE, personal=True)
    email: str = text(Need.PROPOSE, personal=True)
    website: str = text()
    wish: str = text(default="unknown")
    wish_on: str = text()
    state: str = text(Need.SAVE, default="active")
    state_on: str = text()
    unconfirmed: tuple[str, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen(Record):
    """Young citizen (công dân, thanh niên)."""

    KIND: ClassVar[Kind] = Kind.CITIZEN
    name: str = text(Need.SAVE)
    birth_date: str = text(Need.SAVE)
    sex: str = text()
    nationality: str = text(Need.PROPOSE, default="Việt Nam")
    id_number: str = text(Need.PROPOSE, personal=True)
    home_address: str = text(Need.PROPOSE)
    hamlet: str = text(Need.SAVE)
    school: str = text()
    union_member: bool | None = number()
    phone: str = text(Need.PROPOSE, personal=True)
    email: str = text(Need.PROPOSE, personal=True)
    website: str = text()
    wish: str = text(default="unknown")
    wish_on: str = text()
    state: str = text(Need.SAVE, default="active")
    state_on: str = text()
    basis: str = text(Need.SAVE, default="state_activity")
    unconfirmed: tuple[str, ...] = many()


Candidate = Household | Enterprise | Citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """Outreach session (buổi tuyên truyền); counts of people are its audience, 0 is a value, None is "not counted"."""

    KIND: ClassVar[Kind] = Kind.SESSION
    date: str = text(Need.SAVE)
    form: str = text(Need.SAVE)
    topic: str = text(Need.SAVE)
    place: str = text(Need.SAVE)
    host: str = text(Need.SAVE)
    partners: str = text()
    tasks: tuple[str, ...] = many(Need.SAVE)
    officials: int | None = number(Need.SAVE)
    households: int | None = number(Need.SAVE)
    enterprises: int | None = number(Need.SAVE)
    youths: int | None = number(Need.SAVE)
    others: int | None = number(Need.SAVE)
    broadcasts: int | None = number()
    materials: str = text()
    evidence: str = text()
    cost: int | None = number()
    recorder: str = text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Record):
    """A candidate reached (tiếp cận) by a session; its id is derived from the pair, so a pair counts once on every PC."""

    KIND: ClassVar[Kind] = Kind.REACH
    session: str = text(Need.SAVE)
    candidate: str = text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Record):
    """A domain's way from proposal (đề xuất) to use."""

    KIND: ClassVar[Kind] = Kind.REGISTRATION
    candidate: str = text(Need.SAVE)
    zone: str = text(Need.SAVE)
    label: str = text()
    state: str = text(Need.SAVE, default="proposed")
    state_on: str = text()
    proposed_on: str = text()
    registered_on: str = text()
    registrar: str = text()
    services: tuple[str, ...] = many()
    expires_on: str = text()
    confirmed_by: str = text()
    proposal_verdict: str = text()
    proposal_rule: str = text()
    registration_verdict: str = text()
    registration_rule: str = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Record):
    """Technical help given to someone (hỗ trợ kỹ thuật)."""

    KIND: ClassVar[Kind] = Kind.SUPPORT
    date: str = text(Need.SAVE)
    candidate: str = text()
    person: str = text()
    channel: str = text(Need.SAVE)
    matter: str = text(Need.SAVE)
    result: str = text()
    helper: str = text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Record):
    """The household register confirmed or shared on request (xác nhận, chia sẻ cơ sở dữ liệu hộ kinh doanh)."""

    KIND: ClassVar[Kind] = Kind.CONFIRMATION
    date: str = text(Need.SAVE)
    requester: str = text(Need.SAVE)
    document: str = text()
    households: int | None = number(Need.SAVE)
    result: str = text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReport(Record):
    """What was done on one task of the plan's annex in one period."""

    KIND: ClassVar[Kind] = Kind.TASK_REPORT
    task: str = text(Need.SAVE)
    period: str = text(Need.SAVE)
    result: str = text(Need.SAVE)
    evidence: str = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative(Record):
    """The office's own words for one section of one report."""

    KIND: ClassVar[Kind] = Kind.NARRATIVE
    period: str = text(Need.SAVE)
    section: str = text(Need.SAVE)
    text: str = text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFigure(Record):
    """Official total of a group (số liệu nền), the denominator where the register does not hold everyone."""

    KIND: ClassVar[Kind] = Kind.BASE_FIGURE
    period: str = text(Need.SAVE)
    kind: str = text(Need.SAVE)
    total: int | None = number(Need.SAVE)
    source: str = text(Need.SAVE)
    as_of: str = text(Need.SAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hamlet(Record):
    """Hamlet or quarter of the commune (ấp, khu vực)."""

    KIND: ClassVar[Kind] = Kind.HAMLET
    name: str = text(Need.SAVE)
    from_: str = text()
    until: str = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer(Record):
    """Who signs the office's reports, from when until when; ``title`` e.g. "CHỦ TỊCH", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"."""

    KIND: ClassVar[Kind] = Kind.SIGNER
    name: str = text(Need.SAVE)
    title: str = text(Need.SAVE)
    from_: str = text()
    until: str = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """The office that keeps this register; there is one."""

    KIND: ClassVar[Kind] = Kind.OFFICE
    commune: str = text(Need.SAVE)
    parent: str = text()
    preset: str = text(Need.SAVE, default="nd09")
    preparer: str = text()
    programme: str = text()
    sample: bool | None = number()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord(Record):
    """One report made from the register: frozen content, its hash, the files it became."""

    KIND: ClassVar[Kind] = Kind.REPORT
    period: str = text(Need.SAVE)
    issue: int | None = number(Need.SAVE)
    state: str = text(Need.SAVE, default="draft")
    state_on: str = text()
    number: str = text()
    content: str = text(Need.SAVE)
    content_hash: str = text(Need.SAVE)
    rules: tuple[str, ...] = many()
    pdf_hash: str = text()
    xlsx_hash: str = text()


TYPES: Mapping[Kind, type[Record]] = {
    record.KIND: record
    for record in (
        Household, Enterprise, Citizen, Session, Reach, Registration, Support, Confirmation,
        TaskReport, Narrative, BaseFigure, Hamlet, Signer, Office, ReportRecord,
    )
}  # fmt: skip
"""Kind → its class."""


_REACH_SPACE = uuid.UUID("7a1f5f0e-5d0b-5c39-9b1a-3c6d3f1f6a10")


def reach_id(session: str, candidate: str) -> str:
    """Id of the reach of a candidate by a session: the same on every PC (UUIDv5 of both ids)."""
    return str(uuid.uuid5(_REACH_SPACE, f"{session}|{candidate}"))
