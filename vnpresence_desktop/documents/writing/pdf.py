"""The report as PDF, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4 portrait, Times New Roman's twin embedded."""

from typing import TYPE_CHECKING

from vnpresence_desktop.documents.page import Drawn, Spot
from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.domain.report import Report
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def write_pdf(report: Report, *, label: str = "") -> Drawn:
    """Draw the report; the same report gives the same bytes.

    Args:
        report: what goes on paper, word for word.
        label: a line at the foot of every page, e.g. that a signature is only technical; "" leaves the page clean.

    Returns:
        the file and the room left for the signature.
    """
    from vnpresence_desktop.documents.writing import decoration, paper, styles
    from vnpresence_desktop.documents.writing.body import body
    from vnpresence_desktop.documents.writing.ending import ending
    from vnpresence_desktop.documents.writing.metrics import load_fonts
    from vnpresence_desktop.documents.writing.opening import opening

    size = styles.PAGE_WIDTH, styles.PAGE_HEIGHT

    def decorate(canvas: "Canvas") -> None:
        if report.sample:
            decoration.draw_sample_mark(canvas, size)
        decoration.draw_number(canvas, size)
        if label:
            decoration.draw_label(canvas, size, clean(label))

    load_fonts()
    spots: list[Spot] = []
    about = paper.About(report.issuer, f"Báo cáo {report.title}", report.period_title, phrases.making_day(report))
    parts = [*opening(report), *body(report.blocks), *ending(report, spots.append)]
    return Drawn(paper.draw(parts, about, size, decorate), spots[-1])
