"""What was done for candidates: outreach, domains, help."""

from dataclasses import dataclass
from typing import ClassVar

from vnpresence_desktop.domain.kinds import Kind, Need, many, number, text
from vnpresence_desktop.domain.records.record import Record


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
    accepted: tuple[str, ...] = many()


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
    confirmed_on: str = text()
    proposal_verdict: str = text()
    proposal_rule: str = text()
    registration_verdict: str = text()
    registration_rule: str = text()
    accepted: tuple[str, ...] = many()


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
    accepted: tuple[str, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Record):
    """The household register confirmed or shared on request (xác nhận, chia sẻ cơ sở dữ liệu hộ kinh doanh)."""

    KIND: ClassVar[Kind] = Kind.CONFIRMATION
    date: str = text(Need.SAVE)
    requester: str = text(Need.SAVE)
    document: str = text()
    households: int | None = number(Need.SAVE)
    result: str = text(Need.SAVE)
