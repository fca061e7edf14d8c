"""A list in a file → records of one kind, with what is doubtful about each row. Nothing is judged or stored here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vnpresence_desktop.documents.reading.choices import Area, Choices, Spelling
from vnpresence_desktop.documents.reading.columns import Source
from vnpresence_desktop.documents.reading.rows import ReadCells, RowReader
from vnpresence_desktop.documents.reading.selection import (
    CALLED,
    Found,
    HeldList,
    corrected,
    doubted_kind,
    find_list,
    is_list,
    readable_fields,
    refuse_unfit,
)
from vnpresence_desktop.documents.reading.table import FoundTable, Skipped
from vnpresence_desktop.documents.reading.values.date_order import DateOrder, date_order
from vnpresence_desktop.documents.reading.workbook import Cell, no_collection, read_workbook
from vnpresence_desktop.domain import originals
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Candidate

__all__ = ["Choices", "ReadList", "ReadRow", "find_list", "list_of", "read_list", "readable_fields", "required_fields"]

_OLD = frozenset({Spelling.TCVN3, Spelling.VNI, Spelling.MOJIBAKE})
"""Spellings after which a text looks otherwise than in the file: the file's is kept with the record."""


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
class SheetSeen:
    """A sheet that holds a list, or could.

    Attributes:
        name: as on its tab.
        hidden: not shown in Excel.
        rows: rows of the list in it.
    """

    name: str
    hidden: bool
    rows: int


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as read.

    Attributes:
        sheet: name of the sheet it stood in.
        header_row: Excel row of its heading (the last of them).
        columns: field → heading of its column ("A + B" where it comes from two).
        rows: the records in the order of the list.
        skipped: the other rows below the heading, with the reason.
        problems: what concerns the list as a whole: other sheets with a list, another kind, columns that every record needs.
        headings: text over each column of the sheet, from column A.
        places: field → its columns, indexes from 0; -1 for one that a pair lacks.
        area: which rows are heading and list.
        cells: of the sheet from its row 1, in Unicode.
        sheets: every sheet that may be read, this one first.
        mended: spelling → how many cells were mended.
        orders: date field → how its column writes days and months, where that has to be asked.
    """

    sheet: str
    header_row: int
    columns: dict[str, str]
    rows: tuple[ReadRow, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]
    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    area: Area
    cells: Sequence[Sequence[Cell]] = ()
    sheets: tuple[SheetSeen, ...] = ()
    mended: Mapping[Spelling, int] = field(default_factory=dict)
    orders: Mapping[str, DateOrder] = field(default_factory=dict)


def required_fields(kind: Kind) -> frozenset[str]:
    """The fields without a column of which no row of a kind can be stored; others are made up or may be blank."""
    made_up = {"hamlet", "state", "basis"} | ({"name"} if kind is Kind.HOUSEHOLD else set())
    return frozenset(info.name for info in fields(kind) if info.need is Need.SAVE) - made_up


def read_list(path: Path, kind: Kind, choices: Choices | None = None, *, strict: bool = True) -> ReadList:
    """Read the list in a file; see `list_of` for the arguments and `read_workbook` for files.

    Raises:
        UserError: the file can't be read, or holds no such list, or one without rows.
    """
    said = choices or Choices()
    return list_of(find_list(read_workbook(path), path.name, kind, said), path.name, kind, said, strict=strict)


def list_of(found: Found, name: str, kind: Kind, choices: Choices, *, strict: bool) -> ReadList:
    """The records of a list that was found.

    Args:
        found: by `selection.find_list` with the same kind.
        name: of the file.
        kind: what the rows are.
        choices: what a person decided.
        strict: nobody looks: a list that can't be of this kind is refused.

    Raises:
        UserError: it is refused.
    """
    held = corrected(found.held, choices.columns, kind)
    if strict:
        refuse_unfit(held, name, kind)
    orders = dict(_orders(held))
    with no_collection():
        return ReadList(
            held.sheet.name,
            held.table.header_row,
            {field: _heading(held.table, source) for field, source in held.sources.items()},
            tuple(_read_rows(held, kind, f"file:{name}", _doubting(choices, orders))),
            held.table.skipped,
            tuple(_about(held, kind, found.others)),
            held.table.headings,
            {name: source.columns for name, source in held.sources.items()},
            held.table.area,
            held.sheet.rows,
            tuple(_seen([held, *found.others])),
            Counter(one.spelling for one in held.mended.values()),
            orders,
        )


def _heading(table: FoundTable, source: Source) -> str:
    texts = [table.headings[index] for index in source.columns if 0 <= index < len(table.headings)]
    return " + ".join(dict.fromkeys(text for text in texts if text))


def _seen(found: Iterable[HeldList]) -> Iterator[SheetSeen]:
    return (SheetSeen(held.sheet.name, held.sheet.hidden, len(held.table.rows)) for held in found)


def _about(held: HeldList, kind: Kind, others: Iterable[HeldList]) -> Iterator[Problem]:
    if other := doubted_kind(held, kind):
        yield problem("", "other_kind", Severity.WARNING, other=CALLED[other], asked=CALLED[kind])
    for spelling in sorted({one.spelling for one in held.mended.values()} & _OLD):
        yield problem("", "old_text", Severity.WARNING, spelling=spelling)
    for one in others:
        if is_list(one, kind):
            code = "sheet_hidden" if one.sheet.hidden else "sheet_not_read"
            yield problem("", code, Severity.WARNING, sheet=one.sheet.name, read=held.sheet.name)
    for info in fields(kind):
        if info.name in required_fields(kind) and info.name not in held.sources:
            yield problem(info.name, "column_missing", Severity.WARNING)


def _orders(held: HeldList) -> Iterator[tuple[str, DateOrder]]:
    for name, source in held.sources.items():
        if name.endswith("_date") or name == "founded":
            index = source.columns[0]
            rows = (held.sheet.rows[number - 1] for number in held.table.rows)
            order = date_order([row[index] for row in rows if index < len(row)])
            if order.doubtful or order.maybe_swapped:
                yield name, order


def _doubting(choices: Choices, orders: Mapping[str, DateOrder]) -> Choices:
    """The choices, with a doubt about each real date that Excel may have swapped unless a person has settled it."""
    swapped = {name for name, order in orders.items() if order.maybe_swapped} - choices.options.swapped_dates
    return replace(choices, options=replace(choices.options, doubted_dates=frozenset(swapped)))


# -- rows


def _read_rows(held: HeldList, kind: Kind, source: str, said: Choices) -> Iterator[ReadRow]:
    reader = RowReader(kind, held.sources, held.table.headings, source, options=said.options)
    beside = _Beside(held)
    rows = held.sheet.rows
    for number, group in zip(held.table.rows, held.table.groups, strict=True):
        read = reader.read(rows[number - 1], group, said.edits.get(number, {}), beside.missing.get(number, ()))
        yield beside.complete(number, read)


class _Beside:
    """What is known of rows beside their cells: which are hidden, what stood there before its spelling was mended."""

    def __init__(self, held: HeldList) -> None:
        self._hidden = held.sheet.hidden_rows
        fields_of = {index: name for name, source in held.sources.items() for index in source.columns}
        self._old: dict[int, dict[str, str]] = {}
        for (row, column), one in held.mended.items():
            if one.spelling in _OLD and column in fields_of:
                self._old.setdefault(row, {})[fields_of[column]] = one.original
        self.missing: dict[int, tuple[int, ...]] = {}
        for row, column in held.sheet.without_value:
            self.missing[row] = (*self.missing.get(row, ()), column)

    def complete(self, number: int, read: ReadCells) -> ReadRow:
        """The row with what is known beside its cells."""
        record, problems = read.record, read.problems
        if found := {**read.originals, **self._old.get(number, {})}:
            record = replace(record, originals=originals.entries(found))
        if number in self._hidden:
            problems = (problem("", "row_hidden", Severity.WARNING), *problems)
        return ReadRow(number, record, problems)
