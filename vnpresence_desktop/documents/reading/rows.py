"""One row of a list → one record, by the columns that were found."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from vnpresence_desktop.documents.reading.columns import Source, Way
from vnpresence_desktop.documents.reading.headings import data
from vnpresence_desktop.documents.reading.places import UNKNOWN_HAMLET, HamletNames, group_hamlet, hamlet_in
from vnpresence_desktop.documents.reading.values import DOUBTFUL, PERSONS, column_reader
from vnpresence_desktop.documents.reading.values.cells import NOTHING, Reader, Taken, as_text, is_tick
from vnpresence_desktop.documents.reading.values.dates import date_reader
from vnpresence_desktop.documents.reading.values.names import person_reader
from vnpresence_desktop.documents.reading.values.options import Options
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import TYPES, Candidate
from vnpresence_desktop.domain.text import words

_ADDRESSES = ("business_address", "address", "home_address")
_ALL_ASKED = Options()
_NO_EDITS: Mapping[str, str] = {}
_NONE_MISSING: Collection[int] = ()


class ReadCells(NamedTuple):
    """What a row says.

    Attributes:
        record: as read.
        problems: what was doubtful or unreadable.
        originals: field → its cell as a person sees it, where the stored value is not simply that: zeros put back, another
            case of letters, a date in other words, a word that became a code, what an officer typed instead.
    """

    record: Candidate
    problems: tuple[Problem, ...]
    originals: dict[str, str]


class _Found:
    """What is known of one row so far."""

    __slots__ = ("originals", "problems", "values")

    def __init__(self, source: str) -> None:
        self.values: dict[str, Any] = {"source": source}
        self.problems: list[Problem] = []
        self.originals: dict[str, str] = {}

    def take(self, field: str, taken: Taken) -> None:
        """Keep what a reader said of a field."""
        value, trouble, original = taken
        if value or value is False:
            self.values[field] = value
        if trouble:
            self.problems.append(trouble)
        if original:
            self.originals[field] = original

    def replace(self, field: str, taken: Taken, stood: str) -> None:
        """Put what an officer typed in the place of what a cell said; ``stood`` is the cell as a person sees it."""
        before = self.values.pop(field, "")
        self.problems = [item for item in self.problems if item.field != field]
        self.take(field, (taken[0], taken[1], ""))
        if stood and self.values.get(field, "") != before:
            self.originals[field] = stood


class RowReader:
    """Reads the rows of one list."""

    def __init__(
        self,
        kind: Kind,
        sources: Mapping[str, Source],
        headings: Sequence[str],
        source: str,
        *,
        options: Options = _ALL_ASKED,
    ) -> None:
        """Prepare a reader.

        Args:
            kind: household, enterprise or citizen.
            sources: field → columns.
            headings: text over each column.
            source: for the records' ``source``.
            options: what a person answered for the whole file.
        """
        self._kind = kind
        self._type = TYPES[kind]
        self._source = source
        self._sources = sources
        self._hamlets = HamletNames(options.answers("hamlet"), options.hamlets)
        self._readers: dict[str, Reader] = {
            field: column_reader(kind, field, _heading(sources.get(field), headings), options, self._hamlets)
            for field in data()["fields"][kind.value]
        }
        plain = {field: where.columns[0] for field, where in sources.items() if where.way is Way.ONE}
        self._plain = [(field, index, self._readers[field]) for field, index in plain.items()]
        self._composed = {field: where for field, where in sources.items() if where.way is not Way.ONE}
        self._width = max((max(where.columns) for where in sources.values()), default=0) + 1
        self._person = person_reader(PERSONS[kind], as_typed=PERSONS[kind] in options.as_typed)
        self._parts = date_reader("birth_date")

    def read(
        self,
        row: Sequence[Cell],
        group: str,
        edits: Mapping[str, str] = _NO_EDITS,
        missing: Collection[int] = _NONE_MISSING,
    ) -> ReadCells:
        """The record of a row and what is doubtful about it.

        Args:
            row: its cells.
            group: the group line above it, "" for none.
            edits: field → text that an officer typed in place of the cell, also where there is no column; "" empties it.
            missing: columns whose cell is a formula saved without its value.
        """
        if len(row) < self._width:
            row = [*row, *[None] * (self._width - len(row))]
        found = _Found(self._source)
        self._read_plain(found, row)
        for field, where in self._composed.items():
            found.take(field, self._compose(where.way, _cells(row, where)))
        if missing:
            self._tell_missing(found, missing)
        if edits:
            self._edit(found, row, edits)
        self._complete(found, group)
        if found.problems:
            found.values["unconfirmed"] = _unconfirmed(found)
        record: Candidate = self._type(**found.values)  # type: ignore[assignment]
        return ReadCells(record, tuple(found.problems), found.originals)

    def _read_plain(self, found: _Found, row: Sequence[Cell]) -> None:
        values, problems, originals = found.values, found.problems, found.originals
        for field, index, reader in self._plain:  # `_Found.take` written out: it is run a million times
            cell = row[index]
            if not cell:  # nothing, or the 0 that a formula leaves
                continue
            value, trouble, original = reader(cell)
            if value or value is False:
                values[field] = value
            if trouble:
                problems.append(trouble)
            if original:
                originals[field] = original

    def _compose(self, way: Way, cells: Sequence[Cell]) -> Taken:
        if way is Way.JOIN:
            return self._person(" ".join(text for cell in cells if (text := as_text(cell))))
        if way is Way.TICKS:
            return _ticked(cells)
        if way is Way.PARTS:
            known = [part for part in map(as_text, cells) if part.strip("0 ")]
            return self._parts("/".join(known)) if known else NOTHING
        cell = next((cell for cell in cells if cell not in (None, "")), None)
        return NOTHING if cell is None else self._readers["birth_date"](cell)

    def _tell_missing(self, found: _Found, missing: Collection[int]) -> None:
        """Tell the fields that a formula without its value leaves blank."""
        for field, where in self._sources.items():
            if any(index in missing for index in where.columns):
                found.problems.append(problem(field, "formula_empty", Severity.WARNING))

    def _edit(self, found: _Found, row: Sequence[Cell], edits: Mapping[str, str]) -> None:
        for field, typed in edits.items():
            if reader := self._readers.get(field):
                where = self._sources.get(field)
                stood = " ".join(filter(None, map(as_text, _cells(row, where)))) if where else ""
                found.replace(field, reader(typed) if typed else NOTHING, stood)

    def _complete(self, found: _Found, group: str) -> None:
        """What a list says only between the lines: the hamlet inside the address, a household named after its owner."""
        values = found.values
        if "hamlet" not in values and (name := (group and group_hamlet(group)) or _hamlet_of_address(values)):
            found.take("hamlet", (*self._hamlets.settle(name), ""))
        if "hamlet" not in values and self._kind is not Kind.ENTERPRISE:
            values["hamlet"] = UNKNOWN_HAMLET
            found.problems.append(_HAMLET_UNKNOWN)
        if self._kind is Kind.HOUSEHOLD and "name" not in values and "owner" in values:
            values["name"] = f"Hộ kinh doanh {values['owner']}"
            found.problems.append(problem("name", "name_from_owner", Severity.WARNING, value=values["name"]))


_NO_MARKS = ("", "0", "khong", "ko", "false")
_HAMLET_UNKNOWN = problem("hamlet", "hamlet_unknown", Severity.WARNING)


def _heading(where: Source | None, headings: Sequence[str]) -> str:
    return headings[where.columns[0]] if where and where.way is Way.ONE else ""


def _cells(row: Sequence[Cell], where: Source) -> list[Cell]:
    return [row[index] if index >= 0 else None for index in where.columns]


def _hamlet_of_address(values: Mapping[str, Any]) -> str:
    for field in _ADDRESSES:
        if field in values and (name := hamlet_in(values[field])):
            return name
    return ""


def _unconfirmed(found: _Found) -> tuple[str, ...]:
    """The fields whose value is doubtful; a blank one is not doubtful but missing."""
    return tuple(
        dict.fromkeys(item.field for item in found.problems if item.code in DOUBTFUL and item.field in found.values)
    )


def _ticked(cells: Sequence[Cell]) -> Taken:
    """Male and female by a mark in their columns; where only one has a column, no mark says nothing."""
    male, female = (_is_marked(as_text(cell)) for cell in cells)
    if male and female:
        said = " / ".join(map(as_text, cells))
        return "", problem("sex", "sex_unknown", Severity.WARNING, original=said), said
    value: Value = "male" if male else "female" if female else ""
    return value, None, ""


def _is_marked(text: str) -> bool:
    return words(text) not in _NO_MARKS or is_tick(text)
