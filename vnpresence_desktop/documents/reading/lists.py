"""A list in a file → records of one kind, with what is doubtful about each row. Nothing is judged or stored here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vnpresence_desktop.documents.reading.columns import Source, map_columns
from vnpresence_desktop.documents.reading.headings import data, recognise
from vnpresence_desktop.documents.reading.old_fonts import in_unicode, old_font
from vnpresence_desktop.documents.reading.rows import RowReader
from vnpresence_desktop.documents.reading.table import FoundTable, Skip, Skipped, find_table
from vnpresence_desktop.documents.reading.workbook import Sheet, no_collection, read_workbook
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.problems import Problem, Severity, UserError, problem
from vnpresence_desktop.domain.records import Candidate

_SAMPLE = 60
"""Rows that are looked at to know a column by its content."""

_KEYS = {
    Kind.HOUSEHOLD: (frozenset({"name", "owner"}), "tên hộ kinh doanh hoặc họ tên chủ hộ"),
    Kind.ENTERPRISE: (frozenset({"name"}), "tên doanh nghiệp"),
    Kind.CITIZEN: (frozenset({"name"}), "họ và tên"),
}
_CALLED = {Kind.HOUSEHOLD: "hộ kinh doanh", Kind.ENTERPRISE: "doanh nghiệp", Kind.CITIZEN: "công dân"}
_NAMED = {Kind.HOUSEHOLD: "household_name", Kind.ENTERPRISE: "enterprise_name"}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One record of a list.

    Attributes:
        row: Excel row, from 1.
        record: as read; it may lack what must not lack, see `vnpresence_desktop.domain.checks`.
        problems: what was doubtful or unreadable in its cells; a record with an error is not to be stored.
    """

    row: int
    record: Candidate
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as read.

    Attributes:
        sheet: name of the sheet it stood in.
        header_row: Excel row of its heading.
        columns: field → heading of its column ("A + B" where it comes from two).
        rows: the records in the order of the list.
        skipped: the other rows below the heading, with the reason.
        problems: what concerns the list as a whole: other sheets with a list, an old font, columns that every record needs.
        headings: text over each column of the sheet, from column A.
        places: field → its columns, indexes from 0; -1 for one that a pair lacks.
    """

    sheet: str
    header_row: int
    columns: dict[str, str]
    rows: tuple[ReadRow, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...] = ()
    headings: tuple[str, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sheet that may hold the list, in Unicode; ``font`` is what it was typed for, "" for Unicode."""

    sheet: Sheet
    table: FoundTable
    sources: dict[str, Source]
    font: str


def readable_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that a list of a kind can hold."""
    return tuple(data()["fields"][kind.value])


def required_fields(kind: Kind) -> frozenset[str]:
    """The fields without a column of which no row of a kind can be stored; others are made up or may be blank."""
    made_up = {"hamlet", "state", "basis"} | ({"name"} if kind is Kind.HOUSEHOLD else set())
    return frozenset(info.name for info in fields(kind) if info.need is Need.SAVE) - made_up


def read_list(path: Path, kind: Kind, columns: Mapping[str, int] | None = None) -> ReadList:
    """Read a list of households, enterprises or citizens.

    Args:
        path: xlsx, xlsm, xlsb, xls, ods or csv.
        kind: what the rows are.
        columns: what a person says about columns, field → index from 0, -1 for none; the fields that are not named are
            read from where they were found. Given (be it empty), a list without the columns of names is taken as well.

    Raises:
        UserError: the file can't be read, or holds no such list, or one without rows.
    """
    with no_collection():
        return _read_list(path, kind, columns)


def _read_list(path: Path, kind: Kind, columns: Mapping[str, int] | None) -> ReadList:
    found = [held for sheet in read_workbook(path).sheets if (held := _look(sheet, kind))]
    usable = [held for held in found if _KEYS[kind][0] & held.sources.keys()] or (found if columns is not None else [])
    if not usable:
        raise _no_list(path, kind, found)
    best = max(usable, key=_merit)
    if not best.table.rows and (columns is None or _is_bare(best)):
        raise UserError(
            f"Danh sách trong tệp “{path.name}” chưa có dòng nào dưới tiêu đề cột.",
            "Hãy kiểm tra đã chọn đúng tệp, đúng trang tính và đã lưu tệp trong Excel.",
        )
    if columns is None and (other := _other_kind(best.table.headings, kind)):
        raise UserError(
            f"Danh sách trong tệp “{path.name}” là của {_CALLED[other]}, không phải {_CALLED[kind]}.",
            "Hãy chọn lại nhóm đối tượng rồi nhập.",
        )
    others = [held.sheet for held in usable if held is not best and held.table.rows]
    best = replace(best, sources=_corrected(best.sources, columns or {}, kind))
    return ReadList(
        best.sheet.name,
        best.table.header_row,
        {field: _heading(best.table, source) for field, source in best.sources.items()},
        tuple(_read_rows(best, kind, f"file:{path.name}")),
        best.table.skipped,
        tuple(_about(best, kind, others)),
        best.table.headings,
        {name: source.columns for name, source in best.sources.items()},
    )


def _is_bare(held: _Candidate) -> bool:
    """Whether nothing at all stands below the heading; else columns may be chosen by which there are rows."""
    return all(skipped.reason is Skip.BLANK for skipped in held.table.skipped)


def _merit(held: _Candidate) -> tuple[bool, bool, int, int]:
    """What makes a sheet the one to read: seen, not an empty form, known columns, rows."""
    rows = len(held.table.rows)
    return not held.sheet.hidden, rows > 0, len(held.sources), rows


def _corrected(sources: dict[str, Source], columns: Mapping[str, int], kind: Kind) -> dict[str, Source]:
    """The columns as a person corrected them; a column still serves one field."""
    taken = set(columns.values())
    kept = {
        name: source for name, source in sources.items() if name not in columns and taken.isdisjoint(source.columns)
    }
    kept |= {name: Source((place,)) for name, place in columns.items() if place >= 0}
    return {name: kept[name] for name in readable_fields(kind) if name in kept}


def _look(sheet: Sheet, kind: Kind) -> _Candidate | None:
    font = old_font(sheet)
    if font:
        sheet = in_unicode(sheet, font)
    table = find_table(sheet)
    if table is None:
        return None
    sample = [sheet.rows[number - 1] for number in table.rows[:_SAMPLE]]
    return _Candidate(sheet, table, map_columns(kind, table.headings, sample), font)


def _no_list(path: Path, kind: Kind, found: list[_Candidate]) -> UserError:
    if not found:
        return UserError(
            f"Không tìm thấy dòng tiêu đề cột trong tệp “{path.name}”.",
            "Danh sách cần một dòng tiêu đề như: STT, Họ và tên, Ngày sinh, Số CCCD, Địa chỉ, Điện thoại.",
        )
    seen = ", ".join(f"“{text}”" for text in found[0].table.headings if text)
    return UserError(
        f"Tệp “{path.name}” không có cột {_KEYS[kind][1]}.",
        f"Các cột đã thấy: {seen}. Hãy sửa lại tiêu đề cột, hoặc chọn đúng loại danh sách.",
    )


def _heading(table: FoundTable, source: Source) -> str:
    texts = [table.headings[index] for index in source.columns if 0 <= index < len(table.headings)]
    return " + ".join(dict.fromkeys(text for text in texts if text))


def _other_kind(headings: Sequence[str], kind: Kind) -> Kind | None:
    """The kind that a list says it is of by its column of names, where that is another one."""
    meant = {recognise(heading).name for heading in headings}
    named = {owner for owner, meaning in _NAMED.items() if meaning in meant}
    return named.pop() if len(named) == 1 and kind not in named else None


def _about(held: _Candidate, kind: Kind, others: Sequence[Sheet]) -> Iterator[Problem]:
    if other := _other_kind(held.table.headings, kind):
        yield problem("", "other_kind", Severity.WARNING, other=_CALLED[other], asked=_CALLED[kind])
    if held.font:
        yield problem("", "old_font", Severity.WARNING, font=held.font)
    for sheet in others:
        code = "sheet_hidden" if sheet.hidden else "sheet_not_read"
        yield problem("", code, Severity.WARNING, sheet=sheet.name, read=held.sheet.name)
    for info in fields(kind):
        if info.name in required_fields(kind) and info.name not in held.sources:
            yield problem(info.name, "column_missing", Severity.WARNING)


def _read_rows(held: _Candidate, kind: Kind, source: str) -> Iterator[ReadRow]:
    reader = RowReader(kind, held.sources, held.table.headings, source)
    rows = held.sheet.rows
    for number, group in zip(held.table.rows, held.table.groups, strict=True):
        record, problems = reader.read(rows[number - 1], group)
        yield ReadRow(number, record, problems)
