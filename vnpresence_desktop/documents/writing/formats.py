"""Looks of Excel cells, each made once a workbook, and the printed page around them."""

from typing import TYPE_CHECKING, Any

from vnpresence_desktop.documents.writing.phrases import SAMPLE_MARK, Paper
from vnpresence_desktop.domain.report import Align

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
SIZE = 12
INTEGER, RATE = "[$-42A]#,##0", "[$-42A]0.0%"
"""Thousands and tenths; 42A is Vietnamese, for programs that take the notation from the cell and not from the PC."""
_ASIDE = "_0"
"""Keeps the width of a digit free beside a number: LibreOffice forgets the indent of numbers right of a percentage."""
RED, GREY = "#C00000", "#595959"
LONGEST_TEXT = 32_767
"""Letters that Excel allows in one cell."""

_A4 = 9
_HEAD_GREY = "#EDEDED"
_HEADER_LIMIT = 200
"""Excel allows 255 signs in a page header, codes for font and size among them."""


class Formats:
    """Cell formats of one workbook, by what they look like."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, **properties: Any) -> "Format":
        """A format with these XlsxWriter properties on top of ours (font, size, vertical centre)."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter"}
            self._made[key] = self._book.add_format(base | properties)
        return self._made[key]

    def head(self) -> "Format":
        """A heading of a table."""
        return self.look(bold=True, align="center", text_wrap=True, border=1, bg_color=_HEAD_GREY)

    def cell(self, align: Align, *, bold: bool = False, number: str = "") -> "Format":
        """A cell of a table, a little away from its borders."""
        properties: dict[str, Any] = {"align": align.value, "text_wrap": not number, "border": 1, "bold": bold}
        if number:
            properties["num_format"] = number + (_ASIDE if align == Align.RIGHT else "")
        elif align != Align.CENTER:
            properties["indent"] = 1
        return self.look(**properties)


def set_page(sheet: "Worksheet", paper: Paper, label: str) -> None:
    """A4 landscape, one page wide, number at the top; sample mark and label on every printed page where there are any."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.79, right=0.59, top=0.79, bottom=0.79)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    mark = f'&R&"{FONT},Bold"&13&K{RED[1:]}{SAMPLE_MARK}' if paper.sample else ""
    sheet.set_header(f'&C&"{FONT},Regular"&13&P{mark}', {"margin": 0.4})
    if label:
        sheet.set_footer(f'&C&"{FONT},Italic"&10 {label.replace("&", "&&")[:_HEADER_LIMIT]}', {"margin": 0.4})
    if paper.sample:
        sheet.set_tab_color(RED)
