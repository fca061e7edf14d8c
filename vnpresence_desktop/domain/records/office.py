"""The office itself: its people and places, its reports and what they are written from."""

from dataclasses import dataclass
from typing import ClassVar

from vnpresence_desktop.domain.kinds import Kind, Need, many, number, text
from vnpresence_desktop.domain.records.record import Record


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
class Difficulty(Record):
    """A difficulty (khó khăn, vướng mắc) that goes up to the department with the report of its period."""

    KIND: ClassVar[Kind] = Kind.DIFFICULTY
    date: str = text(Need.SAVE)
    matter: str = text(Need.SAVE)
    cause: str = text()
    proposal: str = text()
    answer: str = text()
    answered_on: str = text()


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
class ListView(Record):
    """A list as an officer likes it, kept under a name: which records (a filter as JSON) and which columns."""

    KIND: ClassVar[Kind] = Kind.LIST_VIEW
    name: str = text(Need.SAVE)
    of: str = text(Need.SAVE)
    filter: str = text()
    columns: tuple[str, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch(Record):
    """One list that was taken into the register (lần nhập danh sách), and how it was read: for the next list of its shape.

    Attributes:
        of: kind of its rows; ``rows`` are ``imported + updated + skipped``.
        taken_at: ISO with offset.
        shape: what its headings are known by again.
        columns: "field:column" as read, see `vnpresence_desktop.work.importing.shapes`.
        codes: "field:word:code": what unknown words of the list were said to mean.
    """

    KIND: ClassVar[Kind] = Kind.IMPORT_BATCH
    of: str = text(Need.SAVE)
    file: str = text(Need.SAVE)
    sheet: str = text()
    taken_at: str = text(Need.SAVE)
    rows: int | None = number(Need.SAVE)
    imported: int | None = number(Need.SAVE)
    updated: int | None = number(Need.SAVE)
    skipped: int | None = number(Need.SAVE)
    shape: str = text()
    columns: tuple[str, ...] = many()
    codes: tuple[str, ...] = many()


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
