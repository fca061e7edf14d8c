"""Take a list into the register: who is already there is completed, who is new is added, what differs is told."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from vnpresence_desktop.documents.reading.lists import ReadList, ReadRow, read_list, readable_fields, required_fields
from vnpresence_desktop.domain.checks import check
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.work.desk import Desk, id_prefixes
from vnpresence_desktop.work.texts import say

Progress = Callable[[int, int], object]
"""Told how much of how much is done; what it raises ends the work, and nothing is written then."""

UNKNOWN_HAMLET = "Chưa rõ"
_OWN = frozenset({"source", "note", "state", "state_on", "wish", "wish_on", "unconfirmed", "accepted", "basis"})
"""Fields that a list does not decide once the candidate is in the register."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A problem of one row; ``row`` is the row's number in Excel."""

    row: int
    problem: Problem


_RESTORED = frozenset({"id_zero_restored", "tax_zero_restored"})
_SAMPLE = 12
"""Rows shown before importing."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``rows == imported + updated + skipped``.

    Attributes:
        rows: data rows in the list.
        imported: added to the register.
        updated: already there, blanks filled.
        skipped: already there and complete, or wrong (its problems say why).
        problems: of the list as a whole (at the row of its headings), then by row, as they stand in the list.
        columns: field → heading of the column it was read from.
    """

    rows: int
    imported: int
    updated: int
    skipped: int
    problems: tuple[RowProblem, ...]
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would bring, before anything is written.

    Attributes:
        sheet: name of the sheet the list stands in.
        header_row: Excel row of its headings.
        headings: text over each column, from column A.
        fields: what a list of this kind can hold, in the order shown.
        required: the fields among them without which no row can come in.
        places: field → its columns, indexes from 0.
        sample: the first rows as they would come in.
        restored: field → rows whose number lost zeros that were put back; to be confirmed once a column.
        outcome: what importing would do now; ``problems`` those of the rows.
    """

    sheet: str
    header_row: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    required: frozenset[str]
    places: Mapping[str, tuple[int, ...]]
    sample: tuple[ReadRow, ...]
    restored: Mapping[str, int]
    outcome: Imported


def preview(
    desk: Desk,
    path: Path,
    kind: Kind,
    columns: Mapping[str, int] | None = None,
    report: Progress | None = None,
    confirmed: Collection[str] = (),
) -> Preview:
    """Read a list and say what importing it would do; see `import_list` for the arguments.

    Raises:
        UserError: the file can't be read or holds no table at all.
    """
    desk.office()
    found = read_list(path, kind, columns or {})
    outcome = _outcome(found, Matching(cast("Iterable[Candidate]", desk.store.all(kind))), desk, report, confirmed)
    restored = Counter(item.field for row in found.rows for item in row.problems if item.code in _RESTORED)
    return Preview(
        sheet=found.sheet,
        header_row=found.header_row,
        headings=found.headings,
        fields=readable_fields(kind),
        required=required_fields(kind),
        places=found.places,
        sample=found.rows[:_SAMPLE],
        restored=restored,
        outcome=outcome,
    )


def import_list(
    desk: Desk,
    path: Path,
    kind: Kind,
    *,
    dry_run: bool = False,
    columns: Mapping[str, int] | None = None,
    report: Progress | None = None,
    confirmed: Collection[str] = (),
) -> Imported:
    """Read a list and keep its rows, all in one act that can be told apart later.

    Args:
        desk: see `Desk`.
        path: workbook or CSV file.
        kind: household, enterprise or citizen.
        dry_run: only say what would happen.
        columns: what a person said about columns, see `read_list`.
        report: told row by row how far it is, twice over: while reading and while writing.
        confirmed: fields of which a person said that the zeros put back are right: they come in as sure.

    Raises:
        UserError: the file can't be read or holds no table of that kind; then nothing is written.
    """
    desk.office()
    found = read_list(path, kind, columns)
    matching = Matching(cast("Iterable[Candidate]", desk.store.all(kind)))
    outcome = _outcome(found, matching, desk, report, confirmed)
    if not dry_run:
        _write(desk, kind, path.name, matching.changed(), report)
    return outcome


def _write(desk: Desk, kind: Kind, file: str, changed: Sequence[Candidate], report: Progress | None) -> None:
    if not changed:
        return
    with desk.store.unit(reason=f"Nhập danh sách {say('kind', kind)} từ tệp “{file}”") as unit:
        for place, record in enumerate(changed):
            _tell(report, len(changed) + place, 2 * len(changed))
            if present := _present(desk, record):
                unit.put(present)


def _present(desk: Desk, record: Candidate) -> Candidate | None:
    """The record as it has to be written: the window may have changed it while the list was read; None where it is gone."""
    if not record.id:
        return record
    kept = cast("Candidate | None", desk.store.get(record.KIND, record.id))
    return complete(kept, record)[0] if kept else None


def _tell(report: Progress | None, done: int, total: int) -> None:
    if report:
        report(done, total)


def _outcome(
    found: ReadList, matching: "Matching", desk: Desk, report: Progress | None, confirmed: Collection[str]
) -> Imported:
    settled = []
    for place, row in enumerate(found.rows):
        _tell(report, place, 2 * len(found.rows))
        settled.append(_settle(_sure(row, confirmed), matching, desk))
    done = [what for what, _ in settled]
    return Imported(
        rows=len(settled),
        imported=done.count("imported"),
        updated=done.count("updated"),
        skipped=done.count("skipped"),
        problems=(
            *(RowProblem(found.header_row, item) for item in found.problems),
            *(item for _, problems in settled for item in problems),
        ),
        columns=found.columns,
    )


def _sure(row: ReadRow, confirmed: Collection[str]) -> ReadRow:
    """The row without the doubt about zeros that a person has confirmed."""
    doubts = {item.field for item in row.problems if item.code in _RESTORED and item.field in confirmed}
    if not doubts:
        return row
    unconfirmed = tuple(name for name in row.record.unconfirmed if name not in doubts)
    problems = tuple(item for item in row.problems if not (item.code in _RESTORED and item.field in doubts))
    return dataclasses.replace(row, record=dataclasses.replace(row.record, unconfirmed=unconfirmed), problems=problems)


def _settle(row: ReadRow, matching: "Matching", desk: Desk) -> tuple[str, list[RowProblem]]:
    problems = list(row.problems)
    told = {(item.field, item.severity) for item in problems}
    checked = check(row.record, desk.today, id_prefixes())
    # A doubtful value has been told by the reading and comes in unconfirmed: its form does not block the row.
    doubtful = set(row.record.unconfirmed)
    problems += [item for item in checked if item.field not in doubtful and (item.field, item.severity) not in told]
    if any(item.severity is Severity.ERROR for item in problems):
        return "skipped", _of_row(row, problems)
    what, differing = matching.take(row.record)
    return what, _of_row(row, problems + differing)


def _of_row(row: ReadRow, problems: Iterable[Problem]) -> list[RowProblem]:
    return [RowProblem(row.row, item) for item in problems]


def identity(record: Candidate) -> tuple[str, ...]:
    """What makes two records the same candidate.

    An enterprise by its tax code, a citizen by the ID number, a household by certificate and name (one owner may have
    several). Where the number is not known, by everything that tells people apart in a list.
    """
    if isinstance(record, Enterprise):
        return ("tax", record.tax_code)
    if isinstance(record, Citizen):
        if record.id_number:
            return ("id", record.id_number)
        return ("person", fold(record.name), record.birth_date, fold(record.home_address), record.phone)
    if record.certificate_no:
        return ("certificate", record.certificate_no, fold(record.name))
    return ("business", fold(record.name), fold(record.owner), fold(record.business_address))


class Matching:
    """The candidates of one kind by identity, and what a list makes of them."""

    def __init__(self, known: Iterable[Candidate]) -> None:
        self._known: dict[tuple[str, ...], Candidate] = {identity(record): record for record in known}
        self._changed: dict[tuple[str, ...], None] = {}

    def take(self, record: Candidate) -> tuple[str, list[Problem]]:
        """Add or complete a candidate: ("imported" | "updated" | "skipped", values that differ from those kept)."""
        key = identity(record)
        kept = self._known.get(key)
        if kept is None:
            self._known[key] = record
            self._changed[key] = None
            return "imported", []
        filled, differing = complete(kept, record)
        if filled == kept:
            return "skipped", differing
        self._known[key] = filled
        self._changed[key] = None
        return "updated", differing

    def changed(self) -> list[Candidate]:
        """Candidates to write, in the order they came."""
        return [self._known[key] for key in self._changed]


def complete(kept: Candidate, found: Candidate) -> tuple[Candidate, list[Problem]]:
    """Fill the blanks of a kept record from a found one; a differing value is kept as it is and told as "differs"."""
    filled: dict[str, object] = {}
    differing = []
    for info in fields(kept.KIND):
        old, new = getattr(kept, info.attribute), getattr(found, info.attribute)
        if info.name in _OWN or new in ("", None, (), UNKNOWN_HAMLET) or old == new:
            continue
        if old in ("", None, (), UNKNOWN_HAMLET):
            filled[info.attribute] = new
        elif not (isinstance(old, str) and fold(old) == fold(str(new))):
            differing.append(problem(info.name, "differs", Severity.WARNING, kept=old, found=new))
    unconfirmed = tuple(name for name in found.unconfirmed if name in filled and name not in kept.unconfirmed)
    if unconfirmed:
        filled["unconfirmed"] = kept.unconfirmed + unconfirmed
    return dataclasses.replace(kept, **filled), differing  # type: ignore[arg-type]
