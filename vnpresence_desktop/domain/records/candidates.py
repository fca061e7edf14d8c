"""The three groups (đối tượng) that the programme serves.

``unconfirmed`` names fields that the program mended by itself and nobody has compared with the papers; ``accepted`` keeps the
warnings that the officer let stand, each with the reason, see `vnpresence_desktop.domain.acceptance`; ``originals`` keeps what
stood in a list where the program read something else out of it, as "field:text".
"""

from dataclasses import dataclass
from typing import ClassVar

from vnpresence_desktop.domain.kinds import Kind, Need, many, number, text
from vnpresence_desktop.domain.records.record import Record


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
    accepted: tuple[str, ...] = many()
    originals: tuple[str, ...] = many()


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
    accepted: tuple[str, ...] = many()
    originals: tuple[str, ...] = many()


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
    accepted: tuple[str, ...] = many()
    originals: tuple[str, ...] = many()


Candidate = Household | Enterprise | Citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction(Record):
    """Two candidates that look alike and are not the same; its id is derived from the pair, as `derived_id` says."""

    KIND: ClassVar[Kind] = Kind.DISTINCTION
    one: str = text(Need.SAVE)
    other: str = text(Need.SAVE)
