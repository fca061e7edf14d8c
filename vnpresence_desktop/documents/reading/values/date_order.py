"""Whether the dates of a column have the day or the month first: what one cell can't tell, the column often does."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vnpresence_desktop.documents.reading.values.cells import tidy
from vnpresence_desktop.documents.reading.workbook import Cell

_TRIPLE = re.compile(r"'?(\d{1,2})\s*[/.\-\\]\s*(\d{1,2})\s*[/.\-\\]\s*(?:\d{4}|\d{2})(?:\s.*)?", re.ASCII)
_MONTHS = 12
_FEW = 2
"""Cells of each sort that a column must have at least before Excel is suspected."""


@dataclass(frozen=True, slots=True)
class DateOrder:
    """The dates of a column, counted.

    Attributes:
        day_first: texts that only a day in front explains ("13/05/2001").
        month_first: texts that only a month in front explains ("05/13/2001").
        either: texts that are a date both ways, and another one ("05/03/2001", not "05/05/2001").
        real: real dates whose day and month can change places.
        settled: real dates with a day after the 12th.
    """

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    real: int = 0
    settled: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether a person has to say what stands first: some texts are American, and some could be both."""
        return self.month_first > 0 and self.day_first + self.either > 0

    @property
    def maybe_swapped(self) -> bool:
        """Whether Excel may have taken days for months.

        An American Excel makes a real date of "05/03/2001" (of 3 May) and leaves "13/05/2001" as text: then all texts
        are days after the 12th, and all real dates days before it.
        """
        suspect = self.day_first >= _FEW and self.real >= _FEW
        return suspect and self.settled == 0 and self.month_first == 0 and self.either * 10 <= self.day_first


def date_order(cells: Iterable[Cell]) -> DateOrder:
    """Count the dates of a column; cells that are no whole date count nowhere."""
    counts = {"day_first": 0, "month_first": 0, "either": 0, "real": 0, "settled": 0}
    for cell in cells:
        if name := _sort_of(cell):
            counts[name] += 1
    return DateOrder(**counts)


def _sort_of(cell: Cell) -> str:
    if isinstance(cell, date):
        return "settled" if cell.day > _MONTHS else "real" if swappable(cell) else ""
    match = _TRIPLE.fullmatch(tidy(cell)) if isinstance(cell, str) else None
    if not match:
        return ""
    first, second = int(match[1]), int(match[2])
    if not (1 <= min(first, second) <= _MONTHS and max(first, second) <= 31) or first == second:
        return ""
    if first > _MONTHS:
        return "day_first"
    return "month_first" if second > _MONTHS else "either"


def swappable(day: date) -> bool:
    """Whether day and month of a date can change places and give another date."""
    return day.day <= _MONTHS and day.day != day.month
