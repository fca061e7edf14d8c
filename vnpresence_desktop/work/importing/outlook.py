"""What taking a list in would do, row by row, before anything is written: the same words before and after."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from vnpresence_desktop.documents.reading.lists import Choices, ReadList, ReadRow
from vnpresence_desktop.domain.acceptance import accept
from vnpresence_desktop.domain.checks import check
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Candidate, ImportBatch
from vnpresence_desktop.work.desk import Desk, id_prefixes
from vnpresence_desktop.work.importing.decisions import Decisions, OnMatch
from vnpresence_desktop.work.importing.matching import Change, Fate, Match, Matching

Progress = Callable[[int, int], object]
"""Told how much of how much is done; what it raises ends the work, and nothing is written then."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list.

    Attributes:
        row: its number in Excel.
        record: as the list has it.
        problems: errors, warnings and hints, in the order of the record's fields.
        fate: what it does.
        match: the candidate that it is, or may be; None for nobody.
    """

    row: int
    record: Candidate
    problems: tuple[Problem, ...]
    fate: Fate
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A problem of one row; ``row`` is the row's number in Excel."""

    row: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did or would do; ``rows == imported + updated + skipped``.

    Attributes:
        rows: data rows in the list.
        imported: added to the register.
        updated: already there, values filled or overwritten.
        skipped: already there and complete, wrong (its problems say why), or left out.
        problems: of the list as a whole (at the row of its headings), then by row, as they stand in the list.
        columns: field → heading of the column it was read from.
        batch: id of the record that keeps what was done; "" where nothing was written.
    """

    rows: int
    imported: int
    updated: int
    skipped: int
    problems: tuple[RowProblem, ...]
    columns: dict[str, str]
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What taking a list in would do.

    Attributes:
        kind: what its rows are.
        found: the list as read.
        choices: how it was read, with what was remembered.
        remembered: the list of the same shape that was taken in last, whose columns and words were taken over.
        lines: its rows.
        changes: the candidates that would be written, in order.
        fates: how many rows do what.
    """

    kind: Kind
    found: ReadList
    choices: Choices
    remembered: ImportBatch | None
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    fates: Mapping[Fate, int]

    @property
    def outcome(self) -> Imported:
        """In numbers."""
        new, updated = self.fates.get(Fate.NEW, 0), self.fates.get(Fate.UPDATED, 0)
        whole = [RowProblem(self.found.header_row, item) for item in self.found.problems]
        told = [RowProblem(line.row, item) for line in self.lines for item in line.problems]
        return Imported(
            rows=len(self.lines),
            imported=new,
            updated=updated,
            skipped=len(self.lines) - new - updated,
            problems=(*whole, *told),
            columns=self.found.columns,
        )


def settle(
    desk: Desk, kind: Kind, rows: Sequence[ReadRow], decisions: Decisions, report: Progress | None
) -> tuple[tuple[Line, ...], tuple[Change, ...]]:
    """What each row of a list does, and which candidates would be written.

    Args:
        desk: see `Desk`.
        kind: what the rows are.
        rows: as read.
        decisions: what a person decided about rows.
        report: told row by row how far it is, as the first half of the work.
    """
    matching = Matching(cast("Iterable[Candidate]", desk.store.all(kind)))
    settler = _Settler(matching, decisions, desk.today)
    return tuple(_settled(rows, settler, report)), tuple(matching.changes())


def _settled(rows: Sequence[ReadRow], settler: "_Settler", report: Progress | None) -> Iterator[Line]:
    for place, row in enumerate(rows):
        if report:
            report(place, 2 * len(rows))
        yield settler.settle(row)


class _Settler:
    """Decides what each row does, from the first to the last."""

    def __init__(self, matching: Matching, decisions: Decisions, today: date) -> None:
        self._matching, self._decisions, self._today = matching, decisions, today
        self._prefixes = id_prefixes()

    def settle(self, row: ReadRow) -> Line:
        """What a row does."""
        problems = self._problems(row)
        if self._left_out(row.row, problems):
            return Line(row.row, row.record, problems, Fate.LEFT_OUT)
        if any(item.severity is Severity.ERROR for item in problems):
            return Line(row.row, row.record, problems, Fate.WRONG)
        record = self._accepted(row, problems)
        match = self._matching.find(record)
        how = self._how(row.row, match)
        fate, differing = self._matching.take(record, row.row, match, how)
        if match:
            problems = (*problems, *self._told(match, row.row), *differing)
        return Line(row.row, record, problems, fate, match)

    def _problems(self, row: ReadRow) -> tuple[Problem, ...]:
        """Of reading and of checking; a doubtful value has been told by the reading and comes in unconfirmed."""
        checked = check(row.record, self._today, self._prefixes)
        if not checked:
            return row.problems
        told = {(item.field, item.severity) for item in row.problems}
        doubtful = set(row.record.unconfirmed)
        new = [item for item in checked if item.field not in doubtful and (item.field, item.severity) not in told]
        return (*row.problems, *new)

    def _left_out(self, row: int, problems: Iterable[Problem]) -> bool:
        kinds = self._decisions.left_out_kinds
        return row in self._decisions.left_out or (
            bool(kinds) and any((item.field, item.code) in kinds for item in problems)
        )

    def _accepted(self, row: ReadRow, problems: Iterable[Problem]) -> Candidate:
        said = self._decisions
        if not said.accepted and row.row not in said.accepted_rows:
            return row.record
        entries = row.record.accepted
        for item in problems:
            reason = said.accepted_rows.get(row.row) or said.accepted.get((item.field, item.code), "")
            if reason and item.severity is Severity.WARNING and item.field:
                entries = accept(entries, item, reason)
        return replace(row.record, accepted=entries)

    def _how(self, row: int, match: Match | None) -> OnMatch:
        if match is None:
            return OnMatch.ADD
        usual = self._decisions.on_every_match if match.certain else OnMatch.ADD
        return self._decisions.on_match.get(row, usual)

    def _told(self, match: Match, row: int) -> Iterator[Problem]:
        if not match.certain and row not in self._decisions.on_match:
            code = "likely_same_row" if match.row else "likely_same"
            yield problem("", code, Severity.WARNING, name=match.record.name, row=match.row)
        elif match.certain and match.row:
            yield problem("", "same_row", Severity.HINT, row=match.row)
