"""Rows of a list that could not come in, as a workbook to mend and take in again: as they stood, with what is wrong beside."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.documents.writing.formats import LONGEST_TEXT, Formats
from vnpresence_desktop.domain.report import Issuer

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROW, REASON = "Dòng trong tệp gốc", "Cần sửa"
_NARROWEST, _WIDEST, _REASON_WIDTH = 8, 40, 60
_MEASURED = 200
"""Rows by which a column's width is chosen."""
_FIRST_YEAR = 1900
"""Excel knows no day before."""


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row to mend.

    Attributes:
        row: its number in the list's own file.
        cells: as they stood, from column A.
        reason: what is wrong with it.
    """

    row: int
    cells: Sequence[Cell]
    reason: str


def write_wrong_rows(headings: Sequence[str], rows: Sequence[WrongRow], issuer: Issuer, day: dt.date) -> bytes:
    """Draw the workbook; read back it is the same list, with two columns that nothing is read from.

    Args:
        headings: text over each column of the list.
        rows: in the order of the list.
        issuer: the office, for the file's properties.
        day: on which it was made.
    """
    from vnpresence_desktop.documents.writing.workbook import written

    width = max((len(headings), *(len(row.cells) for row in rows)))
    titles = [*headings, *[""] * (width - len(headings)), ROW, REASON]

    def fill(book: "Workbook", formats: Formats) -> None:
        sheet = book.add_worksheet("Dòng cần sửa")
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(titles):
            sheet.write_string(0, column, title, formats.head())
            sheet.set_column(column, column, _width(title, [row.cells for row in rows[:_MEASURED]], column))
        sheet.set_column(width + 1, width + 1, _REASON_WIDTH)
        for place, row in enumerate(rows, 1):
            for column, cell in enumerate(row.cells):
                _write(sheet, formats, place, column, cell)
            sheet.write_number(place, width, row.row)
            sheet.write_string(place, width + 1, row.reason[:LONGEST_TEXT], formats.look(text_wrap=True))

    return written(fill, issuer, "Dòng cần sửa", day)


def _write(sheet: "Worksheet", formats: Formats, row: int, column: int, cell: Cell) -> None:
    """A cell of its own type; a text stays a text even where it begins with "="."""
    if isinstance(cell, dt.date) and cell.year >= _FIRST_YEAR:
        moment = cell if isinstance(cell, dt.datetime) else dt.datetime.combine(cell, dt.time())
        sheet.write_datetime(row, column, moment, formats.look(num_format="dd/mm/yyyy"))
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, str(cell)[:LONGEST_TEXT])


def _width(title: str, rows: Sequence[Sequence[Cell]], column: int) -> int:
    texts = [str(cells[column]) for cells in rows if column < len(cells) and cells[column] is not None]
    return max(_NARROWEST, min(_WIDEST, max(map(len, [title, *texts])) + 2))
