"""The report's figures as an Excel workbook: a sheet a table for people, the sheet `Du_lieu` for machines."""

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING

from vnpresence_desktop.documents.writing.formats import FONT, SIZE, Formats
from vnpresence_desktop.documents.writing.phrases import making_day
from vnpresence_desktop.domain.report import Report, Table
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_PROGRAM = "VN Presence Desktop"


def write_xlsx(report: Report, *, label: str = "") -> bytes:
    """Draw the workbook; the same report gives the same bytes.

    Cells are typed: numbers and rates are numbers, texts stay texts even when they begin with "=", there is no formula.

    Args:
        report: what goes into the tables, word for word.
        label: a line on every table's sheet and every printed page, e.g. that a signature is only technical; "" for none.
    """
    from xlsxwriter import Workbook

    from vnpresence_desktop.documents.writing.machine import machine_sheet
    from vnpresence_desktop.documents.writing.metrics import load_fonts
    from vnpresence_desktop.documents.writing.sheet import table_sheet

    load_fonts()
    file = BytesIO()
    # a few dozen rows: constant memory would save nothing and write temporary files
    options = {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": SIZE}}
    book = Workbook(file, options)
    _describe(book, report)
    formats = Formats(book)
    for table in report.blocks:
        if isinstance(table, Table):
            table_sheet(book, formats, report, table, clean(label))
    machine_sheet(book, formats, report, clean(label))
    book.worksheets()[0].activate()
    book.close()
    return file.getvalue()


def _describe(book: "Workbook", report: Report) -> None:
    office = f"Ủy ban nhân dân {clean(report.issuer.place)}"
    day = dt.datetime.combine(making_day(report), dt.time())
    title = f"Báo cáo {clean(report.title)}"
    book.set_properties(
        {"title": title[:255], "author": office, "company": office, "comments": _PROGRAM, "created": day}
    )
