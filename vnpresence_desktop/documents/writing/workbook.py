"""The report's figures as an Excel workbook: a sheet a table for people, the sheet `Du_lieu` for machines."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from vnpresence_desktop.documents.writing.formats import FONT, SIZE, Formats
from vnpresence_desktop.documents.writing.phrases import PROGRAM, committee_name, making_day
from vnpresence_desktop.domain.report import Issuer, Report, Table
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def write_xlsx(report: Report, *, label: str = "") -> bytes:
    """Draw the workbook; the same report gives the same bytes.

    Cells are typed: numbers and rates are numbers, texts stay texts even when they begin with "=", there is no formula.

    Args:
        report: what goes into the tables, word for word.
        label: a line on every table's sheet and every printed page, e.g. that a signature is only technical; "" for none.
    """
    from vnpresence_desktop.documents.writing.machine import machine_sheet
    from vnpresence_desktop.documents.writing.metrics import load_fonts
    from vnpresence_desktop.documents.writing.sheet import table_sheet

    def fill(book: "Workbook", formats: Formats) -> None:
        for table in report.blocks:
            if isinstance(table, Table):
                table_sheet(book, formats, report, table, clean(label))
        machine_sheet(book, formats, report, clean(label))

    load_fonts()
    return written(fill, report.issuer, f"Báo cáo {clean(report.title)}", making_day(report))


def written(fill: Callable[["Workbook", Formats], None], issuer: Issuer, title: str, day: dt.date) -> bytes:
    """A workbook as a file; ``day`` is the one it says it was made on, ``fill`` adds its sheets."""
    from xlsxwriter import Workbook

    file = BytesIO()
    # a few dozen rows: constant memory would save nothing and write temporary files
    options = {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": SIZE}}
    book = Workbook(file, options)
    office, made = committee_name(issuer), dt.datetime.combine(day, dt.time())
    book.set_properties(
        {"title": title[:255], "author": office, "company": office, "comments": PROGRAM, "created": made}
    )
    fill(book, Formats(book))
    book.worksheets()[0].activate()
    book.close()
    return file.getvalue()
