"""The sheet `Du_lieu`: every figure of the report in one flat list, for a program that reads it."""

from typing import TYPE_CHECKING

from vnpresence_desktop.documents.writing.formats import Formats, set_page
from vnpresence_desktop.domain.report import Report

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Du_lieu"
HEADINGS = ("commune", "period", "issue", "figure", "value", "of", "cumulative_value", "cumulative_of")
_WIDTHS = (90, 90, 60, 300, 130, 110, 150, 130)


def machine_sheet(book: "Workbook", formats: Formats, report: Report, label: str) -> None:
    """Write the sheet: headings in row 1, a row a figure, text in commune, period and figure, numbers elsewhere.

    A divisor that a figure does not have is an empty cell.
    """
    sheet = book.add_worksheet(NAME)
    sheet.set_default_row(18)
    set_page(sheet, report, label)
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column_pixels(column, column, width)
        sheet.write_string(0, column, heading, formats.head())
    for row, figure in enumerate(report.figures, 1):
        now, all_ = figure.period, figure.cumulative
        texts = {0: report.issuer.code, 1: report.period, 3: figure.id}
        numbers = {2: report.issue, 4: now.value, 5: now.of, 6: all_.value, 7: all_.of}
        _write_row(sheet, formats, row, texts, numbers)
    last = len(report.figures)
    sheet.ignore_errors({"number_stored_as_text": f"A1:B{last + 1}"})
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.print_area(0, 0, last, len(HEADINGS) - 1)


def _write_row(
    sheet: "Worksheet", formats: Formats, row: int, texts: dict[int, str], numbers: dict[int, int | None]
) -> None:
    for column, text in texts.items():
        sheet.write_string(row, column, text, formats.look(num_format="@", indent=1, border=1))
    for column, number in numbers.items():
        look = formats.look(num_format="0", border=1)
        if number is None:
            sheet.write_blank(row, column, None, look)
        else:
            sheet.write_number(row, column, number, look)
