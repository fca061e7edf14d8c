"""A table whose cells may reach over rows and columns, as web pages and SpreadsheetML write it, laid out into rows."""

from typing import Any

from vnpresence_desktop.documents.reading.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Source, Traits
from vnpresence_desktop.documents.reading.wire import TooManyCells


class Grid:
    """One table while it is read.

    Attributes:
        name: of the sheet it becomes.
        hidden: whether that is a hidden one.
        traits: what was said beyond values.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.hidden = False
        self.traits = Traits()
        self._rows: list[list[Any]] = []
        self._cells = 0
        self._column = 0
        self._reserved: dict[int, int] = {}
        """Column → last row that a cell above it reaches to."""

    @property
    def row(self) -> int:
        """The row being filled, from 1; 0 before the first."""
        return len(self._rows)

    @property
    def column(self) -> int:
        """Where the next cell goes, from 0."""
        return self._column

    def begin_row(self, number: int | None = None) -> None:
        """Go to the next row, or to one further down.

        Raises:
            ValueError: the row lies above the present one or beyond what a sheet can have.
        """
        number = self.row + 1 if number is None else number
        if not self.row < number <= MAX_ROWS:
            raise ValueError("no such row")
        self._rows.extend([] for _ in range(number - self.row))
        self._column = 0
        self._pass_reserved()

    def go_to(self, column: int) -> None:
        """Go on at a column of this row. Raises ValueError beyond what a sheet can have."""
        if not 0 <= column < MAX_COLUMNS:
            raise ValueError("no such column")
        self._column = column

    def put(self, cell: Any, wide: int = 1, high: int = 1) -> tuple[int, int]:
        """Fill the next cell, which is as many columns wide and rows high; returns its place.

        Raises:
            ValueError: there are more columns than a sheet can have.
            TooManyCells: there are more cells than can be read.
        """
        if not self._rows:
            self.begin_row()
        row, place = self._rows[-1], self._column
        wide, high = min(max(wide, 1), MAX_COLUMNS - place), min(max(high, 1), MAX_ROWS - self.row + 1)
        if wide < 1:
            raise ValueError("no such column")
        if cell not in ("", None):
            self._count(place + 1 - len(row))
            row.extend([""] * (place + 1 - len(row)))
            row[place] = cell
        if wide * high > 1:
            self._reserve(place, wide, high)
        self._column = place + wide
        self._pass_reserved()
        return self.row, place

    def _reserve(self, place: int, wide: int, high: int) -> None:
        last = self.row + high - 1
        self._count(wide)
        self.traits.merged.add((self.row, place, last, place + wide - 1))
        if high > 1:
            self._reserved.update(dict.fromkeys(range(place, place + wide), last))

    def _pass_reserved(self) -> None:
        while self._reserved.get(self._column, 0) >= self.row > 0:
            self._column += 1

    def _count(self, cells: int) -> None:
        self._cells += max(cells, 0)
        if self._cells > MAX_CELLS:
            raise TooManyCells

    def sheet(self) -> Source:
        """The table as it stands; what reaches below its last row is cut."""
        merged = {(top, left, min(bottom, self.row), right) for top, left, bottom, right in self.traits.merged}
        self.traits.merged = {span for span in merged if span[:2] != span[2:]}
        return Source(self.name, self.hidden, self._rows, self.traits)

    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self._rows)
