"""The report as PDF, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4 portrait, Times New Roman's twin embedded."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vnpresence_desktop.documents.page import Drawn, Spot
from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.domain.report import Report
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate

PROGRAM = "VN Presence Desktop"


def write_pdf(report: Report, *, label: str = "") -> Drawn:
    """Draw the report; the same report gives the same bytes.

    Args:
        report: what goes on paper, word for word.
        label: a line at the foot of every page, e.g. that a signature is only technical; "" leaves the page clean.

    Returns:
        the file and the room left for the signature.
    """
    from vnpresence_desktop.documents.writing.body import body
    from vnpresence_desktop.documents.writing.ending import ending
    from vnpresence_desktop.documents.writing.metrics import load_fonts
    from vnpresence_desktop.documents.writing.opening import opening

    load_fonts()
    file = BytesIO()
    spots: list[Spot] = []
    document = _document(file, report, _decorated(report, clean(label)))
    document.build([*opening(report), *body(report.blocks), *ending(report, spots.append)])
    return Drawn(file.getvalue(), spots[-1])


def _document(file: BytesIO, report: Report, decorate: Callable[["Canvas", Any], None]) -> "BaseDocTemplate":
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    from vnpresence_desktop.documents.writing import styles
    from vnpresence_desktop.documents.writing.metrics import REGULAR

    text = Frame(styles.LEFT, styles.BOTTOM, styles.TEXT_WIDTH, styles.TEXT_HEIGHT, 0, 0, 0, 0)
    office = f"Ủy ban nhân dân {clean(report.issuer.place)}"
    return BaseDocTemplate(
        file,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        pageTemplates=[PageTemplate("page", [text], onPage=decorate)],
        title=f"Báo cáo {clean(report.title)}",
        author=office,
        subject=clean(report.period_title),
        creator=PROGRAM,
        producer=PROGRAM,
        lang="vi-VN",
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )


def _decorated(report: Report, label: str) -> Callable[["Canvas", Any], None]:
    """What every page bears besides its text, drawn before it and so behind it."""
    from vnpresence_desktop.documents.writing import decoration, styles

    day = f"{phrases.making_day(report):%Y%m%d}"
    size = styles.PAGE_WIDTH, styles.PAGE_HEIGHT

    def decorate(canvas: "Canvas", _: object) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{day}000000+07'00'")  # a day of the report's, not of the PC's clock
        if report.sample:
            decoration.draw_sample_mark(canvas, size)
        decoration.draw_number(canvas, size)
        if label:
            decoration.draw_label(canvas, size, label)

    return decorate
