"""One row of a list → one record, by the columns that were found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from vnpresence_desktop.documents.reading import values
from vnpresence_desktop.documents.reading.columns import Source, Way
from vnpresence_desktop.documents.reading.places import UNKNOWN_HAMLET, group_hamlet, hamlet_in
from vnpresence_desktop.documents.reading.values import DOUBTFUL, Taken
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import TYPES, Candidate
from vnpresence_desktop.domain.text import words

_Reader = Callable[[Cell], Taken]

_ADDRESSES = ("business_address", "address", "home_address")
_PERSONS = {Kind.HOUSEHOLD: "owner", Kind.ENTERPRISE: "representative", Kind.CITIZEN: "name"}


class RowReader:
    """Reads the rows of one list."""

    def __init__(self, kind: Kind, sources: Mapping[str, Source], headings: Sequence[str], source: str) -> None:
        """Prepare a reader.

        Args:
            kind: household, enterprise or citizen.
            sources: field → columns.
            headings: text over each column.
            source: for the records' ``source``.
        """
        self._kind = kind
        self._type = TYPES[kind]
        self._source = source
        self._plain = [
            (field, where.columns[0], _reader(kind, field, headings[where.columns[0]]))
            for field, where in sources.items()
            if where.way is Way.ONE
        ]
        self._composed = [(field, where) for field, where in sources.items() if where.way is not Way.ONE]
        self._width = max((max(where.columns) for where in sources.values()), default=0) + 1
        self._birth = values.read_date("birth_date")

    def read(self, row: Sequence[Cell], group: str) -> tuple[Candidate, tuple[Problem, ...]]:
        """The record of a row and what is doubtful about it.

        Args:
            row: its cells.
            group: the group line above it, "" for none.
        """
        if len(row) < self._width:
            row = [*row, *[None] * (self._width - len(row))]
        found: dict[str, Any] = {"source": self._source}
        problems: list[Problem] = []
        for field, index, reader in self._plain:
            cell = row[index]
            if not cell:  # nothing, or the 0 that a formula leaves
                continue
            value, trouble = reader(cell)
            if value or value is False:
                found[field] = value
            if trouble:
                problems.append(trouble)
        for field, where in self._composed:
            self._compose(
                found, problems, field, [row[index] if index >= 0 else None for index in where.columns], where.way
            )
        self._complete(found, problems, group)
        if problems:
            found["unconfirmed"] = _unconfirmed(problems)
        record: Candidate = self._type(**found)  # type: ignore[assignment]
        return record, tuple(problems)

    def _compose(
        self, found: dict[str, Any], problems: list[Problem], field: str, cells: Sequence[Cell], way: Way
    ) -> None:
        if way is Way.JOIN:
            value, trouble = values.read_person(" ".join(values.as_text(cell) for cell in cells))
        elif way is Way.TICKS:
            value, trouble = _ticked(cells)
        elif way is Way.PARTS:
            value, trouble = self._of_parts([values.as_text(cell) for cell in cells])
        else:
            cell = next((cell for cell in cells if cell not in (None, "")), None)
            value, trouble = ("", None) if cell is None else self._birth(cell)
        if value:
            found[field] = value
        if trouble:
            problems.append(trouble)

    def _of_parts(self, parts: Sequence[str]) -> Taken:
        known = [part for part in parts if part.strip("0 ")]
        return self._birth("/".join(known)) if known else ("", None)

    def _complete(self, found: dict[str, Any], problems: list[Problem], group: str) -> None:
        """What a list says only between the lines: the hamlet inside the address, a household named after its owner."""
        if "hamlet" not in found:
            found["hamlet"] = (group and group_hamlet(group)) or self._hamlet_of_address(found)
        if not found["hamlet"] and self._kind is not Kind.ENTERPRISE:
            found["hamlet"] = UNKNOWN_HAMLET
            problems.append(_HAMLET_UNKNOWN)
        if self._kind is Kind.HOUSEHOLD and "name" not in found and "owner" in found:
            found["name"] = f"Hộ kinh doanh {found['owner']}"
            problems.append(problem("name", "name_from_owner", Severity.WARNING, value=found["name"]))

    @staticmethod
    def _hamlet_of_address(found: Mapping[str, Any]) -> str:
        return next((name for field in _ADDRESSES if field in found and (name := hamlet_in(found[field]))), "")


_NO_MARKS = ("", "0", "khong", "ko", "false")
_HAMLET_UNKNOWN = problem("hamlet", "hamlet_unknown", Severity.WARNING)


def _unconfirmed(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.field for item in problems if item.code in DOUBTFUL))


def _ticked(cells: Sequence[Cell]) -> Taken:
    """Male and female by a mark in their columns; where only one has a column, no mark says nothing."""
    male, female = (words(values.as_text(cell)) not in _NO_MARKS or _is_sign(cell) for cell in cells)
    if male and female:
        return "", problem("sex", "sex_unknown", Severity.WARNING, original=" / ".join(map(values.as_text, cells)))
    value: Value = "male" if male else "female" if female else ""
    return value, None


def _is_sign(cell: Cell) -> bool:
    """A mark that is no letter: ✓, ×, +."""
    return isinstance(cell, str) and cell.strip() != "" and not any(sign.isalnum() for sign in cell)


def _reader(kind: Kind, field: str, heading: str) -> _Reader:
    if field == _PERSONS[kind]:
        return values.read_person
    if field == "hamlet":
        return values.read_hamlet(heading)
    if field in ("certificate_date", "founded", "birth_date"):
        return values.read_date(field)
    if field in ("sex", "state", "wish"):
        return values.read_code(field)
    return _READERS.get(field, values.read_text)


_READERS: Mapping[str, _Reader] = {
    "id_number": values.read_id,
    "tax_code": values.read_tax,
    "certificate_no": values.read_certificate,
    "phone": values.read_phone,
    "email": values.read_email,
    "union_member": values.read_member,
}
