"""The rows of an outlook for the grid: read as they come into sight, found by their number, described column by column."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.import_review_cells import Cells, Shown
from vnpresence_desktop.gui.pages.import_review_comparing import NAMES
from vnpresence_desktop.gui.pages.import_review_kinds import (
    ALL,
    CHANGED,
    IN_FILE,
    IN_REGISTER,
    LEFT_OUT,
    Key,
    Rows,
    Survey,
    waits,
)
from vnpresence_desktop.gui.pages.import_review_said import Said
from vnpresence_desktop.gui.rows import Column
from vnpresence_desktop.work.importing import Line, Outlook
from vnpresence_desktop.work.texts import label

_WIDTHS = {
    "name": 28, "owner": 26, "representative": 26, "id_number": 22, "certificate_no": 21, "tax_code": 21, "phone": 19,
    "trade": 28, "business_address": 30, "home_address": 30, "address": 30, "hamlet": 18, "birth_date": 18,
    "certificate_date": 18, "founded": 18, "sex": 12, "email": 26, "school": 26,
}  # fmt: skip
"""In letters, with room for a sign; where there is no room for all of them they give way by a quarter."""
_NO_PROBLEM = frozenset({ALL, CHANGED, IN_FILE, IN_REGISTER, LEFT_OUT})


class Lines:
    """See the module's text; empty until `show_outlook`."""

    def __init__(self) -> None:
        self.cells: Cells | None = None
        self._lines: Sequence[Line] = ()
        self._fields: tuple[str, ...] = ()

    def show_outlook(self, outlook: Outlook, said: Said) -> None:
        """These rows from now on."""
        self.cells, self._lines = Cells(outlook, said), outlook.lines

    def take(self, said: Said) -> None:
        """What was said since, to be seen before it is worked out."""
        if self.cells:
            self.cells.said = said

    def line(self, row: int) -> Line | None:
        """A row by its number in Excel."""
        place = bisect_left(self._lines, row, key=attrgetter("row"))
        return self._lines[place] if place < len(self._lines) and self._lines[place].row == row else None

    # -- what the grid asks

    def rows(self, numbers: Sequence[int]) -> list[tuple[object, ...]]:
        """The cells of some rows, after number and fate."""
        return [self._row(self.line(number)) for number in numbers]

    def _row(self, line: Line | None) -> tuple[object, ...]:
        if line is None or self.cells is None:
            return ()
        shown = self.cells.shown
        return line.row, self.cells.fate(line), *(shown(line, field) for field in self._fields)

    def to_edit(self, row: int, field: str) -> str:
        """What an editor begins with."""
        line = self.line(row)
        return self.cells.shown(line, field).text if line and self.cells and field else ""

    def unedited(self, row: int, field: str) -> str | None:
        """What typing again takes an edit back: the file's text. None where the cell was not edited yet."""
        line = self.line(row)
        if line is None or self.cells is None or self.cells.typed(line, field) is None:
            return None
        return self.cells.original(line, field)

    def columns(self, fields: Sequence[str]) -> list[Column]:
        """The columns for these fields."""
        self._fields = tuple(fields)
        return [
            Column(title="Dòng", width=6, align="right", tip="Số dòng trong Excel"),
            Column(title="Kết quả", width=19, show=_text, level=_ink, why=self._why_fate),
            *(self._column(field) for field in fields),
        ]

    def _column(self, field: str) -> Column:
        title = NAMES.get(field) or capital(label(field))
        tip = "" if self.cells is None else self.cells.outlook.found.columns.get(field, "")
        heard = f"{capital(label(field))}: cột “{' '.join(tip.split())}” trong tệp" if tip else "Không có cột trong tệp"
        width = max(_WIDTHS.get(field, 14), len(title) + 1)
        return Column(title=title, width=width, show=_text, level=_ink, why=partial(self._why, field), tip=heard)

    def _why(self, field: str, row: int) -> str:
        line = self.line(row)
        return self.cells.why(line, field) if line and self.cells else ""

    def _why_fate(self, row: int) -> str:
        line = self.line(row)
        return self.cells.why_fate(line) if line and self.cells else ""

    # -- where to go

    def as_certain(self, rows: Sequence[int], *, certain: bool) -> list[int]:
        """Those of some rows that are somebody's as certainly."""
        found = ((row, self.line(row)) for row in rows)
        return [row for row, line in found if line and line.match and line.match.certain is certain]

    def next_problem(
        self, seen: Survey, shown: Sequence[int], row: int | None, field: str, key: Key
    ) -> tuple[int, str] | None:
        """The next cell among the rows shown that wants a decision, round to the first; None for none.

        Args:
            seen: of the list.
            shown: rows in the grid.
            row: of the current cell, in Excel.
            field: of the current cell.
            key: of the group that is seen; of a problem only that one counts.
        """
        if row is not None and (line := self.line(row)):
            order = [FIRST_OF_ROW, *self._fields]
            later = order[order.index(field if field in order else FIRST_OF_ROW) + 1 :]
            if place := next((one for one in self._wrong(line, key) if one in later), None):
                return row, place
        rows = shown if isinstance(shown, Rows) else Rows(shown)
        for number in _round(seen.waiting, rows, row or 0):
            line = self.line(number)
            if line and (wrong := self._wrong(line, key)):
                return number, wrong[0]
        return None

    def _wrong(self, line: Line, key: Key) -> list[str]:
        """Fields of a row that want a decision, in the order of the columns; "" for the row as a whole."""
        if self.cells is None:
            return []
        decisions = self.cells.said.decisions
        counted: list[Problem] = [item for item in line.problems if waits(line, item, decisions)]
        if key not in _NO_PROBLEM:
            counted = [item for item in counted if (item.field, item.code) == key]
        found = {item.field for item in counted}
        return [name for name in (FIRST_OF_ROW, *self._fields) if name in found]


FIRST_OF_ROW = ""
"""The place of what concerns a row as a whole."""


def _round(waiting: Rows, shown: Rows, row: int) -> list[int]:
    """The rows that wait and are shown: those behind a row first, then from the top on."""
    few, many = (waiting, shown) if len(waiting) < len(shown) else (shown, waiting)
    both = [number for number in few if many.place(number) is not None]
    at = bisect_left(both, row + 1)
    return [*both[at:], *both[:at]]


def _text(shown: object) -> str:
    return shown.text if isinstance(shown, Shown) else str(shown)


def _ink(shown: object) -> str:
    return shown.ink if isinstance(shown, Shown) else ""
