"""One table of the report as an Excel sheet, ready to print. Imports reportlab (for widths of words)."""

from typing import TYPE_CHECKING

from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.documents.writing.formats import (
    GREY,
    INTEGER,
    LONGEST_TEXT,
    RATE,
    RED,
    SIZE,
    Formats,
    set_page,
)
from vnpresence_desktop.documents.writing.grid import Fit, grouped, groups, word_needs
from vnpresence_desktop.documents.writing.metrics import BOLD, REGULAR, columns, measure, wrap
from vnpresence_desktop.domain.name_list import NameList
from vnpresence_desktop.domain.report import Align, Cell, Rate, Report, Table
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_PAGE = Fit(735, SIZE, 0.3)
"""Width of the text of A4 landscape."""
_LIST = Fit(1060, SIZE, 0.11)
"""Wider than the page, so that a list of many columns prints smaller but with its numbers whole."""
_PADDING = 15.0
"""What Excel and the indent keep free beside the text of a cell, in points."""
_LEADING = 1.32
_TALLEST = 409.0
"""Points: Excel makes no row taller."""
_LETTERHEAD_SIDE = 0.4


def table_sheet(book: "Workbook", formats: Formats, report: Report, table: Table, label: str) -> None:
    """Add the sheet "Bảng n": letterhead, title, the table with typed cells, its note."""
    sheet = _Sheet(book, formats, table, f"Bảng {table.number}", _PAGE)
    sheet.head(report, label)
    sheet.line(phrases.caption(table), 14, bold=True)
    sheet.line(phrases.attachment_line(report), 13, italic=True)
    sheet.line(f"Kỳ báo cáo: {phrases.span_words(report)}", 13, italic=True)
    sheet.table()
    if table.note:
        sheet.line(clean(table.note), SIZE, italic=True, align="left")
    sheet.finish(report, label)


def list_sheet(book: "Workbook", formats: Formats, names: NameList) -> None:
    """Add the sheet "Danh sách": letterhead, title, the names as typed cells, the count in words."""
    sheet = _Sheet(book, formats, names.table, "Danh sách", _LIST)
    sheet.head(names, "")
    sheet.line("DANH SÁCH", 14, bold=True)
    sheet.line(clean(names.title), 14, bold=True)
    sheet.table()
    sheet.line(clean(names.closing), SIZE, italic=True, align="left")
    sheet.finish(names, "")


class _Sheet:
    """A sheet being written from top to bottom; ``row`` is the next free one."""

    def __init__(self, book: "Workbook", formats: Formats, table: Table, name: str, fit: Fit) -> None:
        self.paper = book.add_worksheet(name)
        self._fit = fit
        self.row = 0
        self._formats = formats
        self._table = table
        self._text, self._bold = measure(REGULAR, SIZE), measure(BOLD, SIZE)
        self._widths = self._column_widths()
        self._last = len(table.columns) - 1
        self.paper.hide_gridlines(2)
        for column, width in enumerate(self._widths):
            self.paper.set_column_pixels(column, column, round(width / 0.75))

    def head(self, paper: phrases.Paper, label: str) -> None:
        """What stands above the title."""
        if paper.sample:
            self.line(phrases.SAMPLE_MARK, 16, bold=True, font_color=RED)
        if label:
            self.line(label, SIZE, italic=True, font_color=GREY)
        if self.row:
            self.gap()
        self.letterhead(paper)

    def table(self) -> None:
        """The table under its frozen headings."""
        self.gap()
        top = self.row
        self.headings()
        self.freeze(top)
        for row in self._table.rows:
            self.cells(row)
        if self._table.total:
            self.cells(self._table.total, bold=True)

    def finish(self, paper: phrases.Paper, label: str) -> None:
        """The printed page around it all."""
        set_page(self.paper, paper, label)
        self.paper.print_area(0, 0, self.row - 1, self._last)

    def line(self, text: str, size: int, **look: object) -> None:
        """A line as wide as the table, as tall as its text needs."""
        properties = {"align": "center"} | look
        lines = wrap(text, self._fit.width - _PADDING, measure(BOLD, size))
        self._height(len(lines) * size * _LEADING + 2)
        self._merge(0, self._last, text, self._formats.look(font_size=size, text_wrap=True, **properties))
        self.row += 1

    def gap(self) -> None:
        """A low empty row."""
        self._height(8)
        self.row += 1

    def letterhead(self, paper: phrases.Paper) -> None:
        """The committee on the left, the nation on the right."""
        office, place = phrases.committee(paper)
        middle = self._middle()
        for left, right in ((office, phrases.NATION), (place, phrases.MOTTO)):
            lower = right == phrases.MOTTO
            self._height(18)
            self._merge(0, middle - 1, left, self._letterhead_look(SIZE, lower=lower))
            if middle <= self._last:
                self._merge(middle, self._last, right, self._letterhead_look(SIZE + lower, lower=lower))
            self.row += 1
        self.gap()

    def headings(self) -> None:
        """The heading row, or two where columns are grouped."""
        look = self._formats.head()
        titles = [clean(column.title) for column in self._table.columns]
        lines = max(self._lines(title, column, bold=True) for column, title in enumerate(titles))
        if grouped(self._table):
            self._height(SIZE * _LEADING + 6)
            self._group_headings(titles)
            self.row += 1
        self._height(lines * SIZE * _LEADING + 6)
        for column, title in enumerate(titles):
            if not grouped(self._table) or self._table.columns[column].group:
                self.paper.write_string(self.row, column, title, look)
        self.row += 1

    def freeze(self, top: int) -> None:
        """Keep everything down to the headings, which begin at row ``top``, in sight and on each printed page."""
        self.paper.repeat_rows(top, self.row - 1)
        self.paper.freeze_panes(self.row, 0)

    def cells(self, row: tuple[Cell, ...], *, bold: bool = False) -> None:
        """A row of the table."""
        lines = max(self._lines(phrases.printed(cell), column, bold=bold) for column, cell in enumerate(row))
        self._height(lines * SIZE * _LEADING + 6)
        for column, cell in enumerate(row):
            self._cell(column, cell, self._table.columns[column].align, bold=bold)
        self.row += 1

    def _cell(self, column: int, cell: Cell, align: Align, *, bold: bool) -> None:
        place = self.row, column
        if isinstance(cell, Rate) and cell.of:
            look = self._formats.cell(align, bold=bold, number=RATE)
            self.paper.write_number(*place, cell.value / cell.of, look)
        elif isinstance(cell, int):
            self.paper.write_number(*place, cell, self._formats.cell(align, bold=bold, number=INTEGER))
        elif cell is None:
            self.paper.write_blank(*place, None, self._formats.cell(align, bold=bold))
        else:
            text = phrases.printed(cell)[:LONGEST_TEXT]
            self.paper.write_string(*place, text, self._formats.cell(align, bold=bold))

    def _column_widths(self) -> list[float]:
        table = self._table
        rows = [
            [phrases.printed(cell) for cell in row] for row in (*table.rows, *([table.total] if table.total else []))
        ]
        needs = word_needs(table, rows, text=self._text, bold=self._bold, widest=self._fit.widest * self._fit.width)
        return columns([column.share for column in table.columns], [need + _PADDING for need in needs], self._fit.width)

    def _group_headings(self, titles: list[str]) -> None:
        look = self._formats.head()
        for group, first, last in groups(self._table):
            if group:
                self._merge(first, last, clean(group), look)
                continue
            for column in range(first, last + 1):
                self.paper.merge_range(self.row, column, self.row + 1, column, "", look)
                self.paper.write_string(self.row, column, titles[column], look)

    def _merge(self, first: int, last: int, text: str, look: "Format") -> None:
        if last > first:
            self.paper.merge_range(self.row, first, self.row, last, "", look)
        self.paper.write_string(self.row, first, text[:LONGEST_TEXT], look)  # never guessed to be a formula or a number

    def _middle(self) -> int:
        """The first column under the nation's name: where the left side is nearest to its share."""
        edges = range(1, self._last + 1)
        left = [sum(self._widths[:edge]) for edge in edges]
        return min(edges, key=lambda edge: abs(left[edge - 1] - _LETTERHEAD_SIDE * self._fit.width), default=1)

    def _letterhead_look(self, size: int, *, lower: bool) -> "Format":
        return self._formats.look(bold=True, align="center", shrink=True, font_size=size, underline=int(lower))

    def _lines(self, text: str, column: int, *, bold: bool) -> int:
        return len(wrap(text, self._widths[column] - _PADDING, self._bold if bold else self._text))

    def _height(self, points: float) -> None:
        self.paper.set_row(self.row, min(points, _TALLEST))
