"""Which sheet of a workbook holds the list, and in which columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vnpresence_desktop.documents.reading.choices import Choices
from vnpresence_desktop.documents.reading.columns import Source, likely_kind, map_columns
from vnpresence_desktop.documents.reading.headings import data, recognise
from vnpresence_desktop.documents.reading.old_text import Mended, in_unicode
from vnpresence_desktop.documents.reading.table import FoundTable, Skip, find_table
from vnpresence_desktop.documents.reading.workbook import Cell, Sheet, Workbook
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError

_SAMPLE = 60
"""Rows that are looked at to know a column by its content."""

_KEYS = {
    Kind.HOUSEHOLD: (frozenset({"name", "owner"}), "tên hộ kinh doanh hoặc họ tên chủ hộ"),
    Kind.ENTERPRISE: (frozenset({"name"}), "tên doanh nghiệp"),
    Kind.CITIZEN: (frozenset({"name"}), "họ và tên"),
}
CALLED = {Kind.HOUSEHOLD: "hộ kinh doanh", Kind.ENTERPRISE: "doanh nghiệp", Kind.CITIZEN: "công dân"}
_NAMED = {Kind.HOUSEHOLD: "household_name", Kind.ENTERPRISE: "enterprise_name"}


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list as it lies in a sheet.

    Attributes:
        sheet: in Unicode.
        table: where its heading and its rows are.
        sources: field → columns.
        mended: cells whose spelling was mended, by (Excel row, column from 0).
    """

    sheet: Sheet
    table: FoundTable
    sources: dict[str, Source]
    mended: Mapping[tuple[int, int], Mended]

    @property
    def sample(self) -> list[Sequence[Cell]]:
        """Some of its rows."""
        return [self.sheet.rows[number - 1] for number in self.table.rows[:_SAMPLE]]


def readable_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that a list of a kind can hold."""
    return tuple(data()["fields"][kind.value])


@dataclass(frozen=True, slots=True)
class Found:
    """The list to read, and the other sheets that hold one."""

    held: HeldList
    others: tuple[HeldList, ...]


def find_list(book: Workbook, name: str, kind: Kind, choices: Choices) -> Found:
    """The list to read among the sheets of a workbook.

    Args:
        book: as read.
        name: of the file, for the messages.
        kind: what the rows are said to be.
        choices: what a person decided.

    Raises:
        UserError: there is no list at all, or nothing stands below its heading.
    """
    found = [held for sheet in book.sheets if (held := _look(sheet, kind, choices))]
    if not found:
        raise UserError(
            f"Không tìm thấy dòng tiêu đề cột trong tệp “{name}”.",
            "Danh sách cần một dòng tiêu đề như: STT, Họ và tên, Ngày sinh, Số CCCD, Địa chỉ, Điện thoại.",
        )
    usable = [held for held in found if _names(held, kind)] or found
    chosen = [held for held in found if held.sheet.name == choices.sheet]
    best = chosen[0] if chosen else max(usable, key=_merit)
    if not best.table.rows and _is_bare(best):
        raise _no_rows(name)
    return Found(best, tuple(held for held in found if held is not best))


def refuse_unfit(held: HeldList, name: str, kind: Kind) -> None:
    """Raise UserError for a list that nobody looks at and that can't be of its kind: no names, no rows, another kind."""
    if not _names(held, kind):
        seen = ", ".join(f"“{text}”" for text in held.table.headings if text)
        raise UserError(
            f"Tệp “{name}” không có cột {_KEYS[kind][1]}.",
            f"Các cột đã thấy: {seen}. Hãy sửa lại tiêu đề cột, hoặc chọn đúng loại danh sách.",
        )
    if not held.table.rows:
        raise _no_rows(name)
    if other := named_kind(held.table.headings, kind):
        raise UserError(
            f"Danh sách trong tệp “{name}” là của {CALLED[other]}, không phải {CALLED[kind]}.",
            "Hãy chọn lại nhóm đối tượng rồi nhập.",
        )


def _no_rows(name: str) -> UserError:
    return UserError(
        f"Danh sách trong tệp “{name}” chưa có dòng nào dưới tiêu đề cột.",
        "Hãy kiểm tra đã chọn đúng tệp, đúng trang tính và đã lưu tệp trong Excel.",
    )


def _names(held: HeldList, kind: Kind) -> bool:
    return not _KEYS[kind][0].isdisjoint(held.sources)


def corrected(held: HeldList, columns: Mapping[str, int], kind: Kind) -> HeldList:
    """The list with its columns as a person corrected them; a column still serves one field."""
    taken = set(columns.values())
    sources = {
        name: source
        for name, source in held.sources.items()
        if name not in columns and taken.isdisjoint(source.columns)
    }
    sources |= {name: Source((place,)) for name, place in columns.items() if place >= 0}
    return replace(held, sources={name: sources[name] for name in readable_fields(kind) if name in sources})


def is_list(held: HeldList, kind: Kind) -> bool:
    """Whether a sheet holds rows with the columns of names that a kind needs."""
    return bool(held.table.rows) and _names(held, kind)


def _look(sheet: Sheet, kind: Kind, said: Choices) -> HeldList | None:
    whole, mended = in_unicode(sheet)
    table = find_table(whole, said.area if said.area and said.sheet == sheet.name else None)
    sheet, mended = in_unicode(sheet, said.refused) if said.refused else (whole, mended)  # headings are read mended
    if table is None:
        return None
    held = HeldList(sheet, table, {}, mended)
    return replace(held, sources=map_columns(kind, table.headings, held.sample))


def _is_bare(held: HeldList) -> bool:
    """Whether nothing at all stands below the heading; else columns may be chosen by which there are rows."""
    return all(skipped.reason is Skip.BLANK for skipped in held.table.skipped)


def _merit(held: HeldList) -> tuple[bool, bool, int, int]:
    """What makes a sheet the one to read: seen, not an empty form, known columns, rows."""
    rows = len(held.table.rows)
    return not held.sheet.hidden, rows > 0, len(held.sources), rows


def named_kind(headings: Sequence[str], kind: Kind) -> Kind | None:
    """The kind that a list says it is of by its column of names, where that is another one."""
    meant = {recognise(heading).name for heading in headings}
    named = {owner for owner, meaning in _NAMED.items() if meaning in meant}
    return named.pop() if len(named) == 1 and kind not in named else None


def doubted_kind(held: HeldList, kind: Kind) -> Kind | None:
    """The kind that a list seems to be of, where that is another one."""
    other = named_kind(held.table.headings, kind) or likely_kind(held.table.headings, held.sample)
    return other if other is not kind else None
