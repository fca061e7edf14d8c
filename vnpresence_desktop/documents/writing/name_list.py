"""A name list on paper (PDF, A4 landscape) and as a workbook, in the form of an annex of Nghị định 30/2020/NĐ-CP."""

import datetime as dt
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.name_list import NameList
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

_SIZE, _WIDEST = 9.5, 0.105
"""Many columns: small letters, and e-mail addresses are broken rather than numbers."""
_ROOM = 70
"""Points left for a signature and the seal."""


def write_list_pdf(names: NameList) -> bytes:
    """Draw the list; the same list gives the same bytes."""
    from vnpresence_desktop.documents.writing import decoration, paper, styles
    from vnpresence_desktop.documents.writing.metrics import load_fonts

    size = styles.PAGE_HEIGHT, styles.PAGE_WIDTH

    def decorate(canvas: "Canvas") -> None:
        if names.sample:
            decoration.draw_sample_mark(canvas, size)
        decoration.draw_number(canvas, size)

    load_fonts()
    about = paper.About(names.issuer, _title(names), names.title, _day(names))
    return paper.draw(_parts(names, size[0] - styles.LEFT - styles.RIGHT), about, size, decorate)


def _title(names: NameList) -> str:
    return f"Danh sách {clean(names.title)}"


def _day(names: NameList) -> dt.date:
    """The day that the files say they were made on: a list knows its year alone."""
    return dt.date(names.year, 1, 1)


def _parts(names: NameList, width: float) -> "list[Flowable]":
    from reportlab.platypus import KeepTogether, Spacer

    from vnpresence_desktop.documents.writing import opening, phrases, styles
    from vnpresence_desktop.documents.writing.grid import Fit, grid
    from vnpresence_desktop.documents.writing.styles import borderless, paragraph

    side = 0.4 * width
    return [
        borderless([[opening.committee(names, side), opening.nation()]], [side, width - side]),
        Spacer(0, 12),
        paragraph("DANH SÁCH", styles.TITLE),
        paragraph(phrases.running(names.title), styles.TITLE),
        paragraph(_letter(names), styles.CAPTION),
        Spacer(0, 6),
        grid(names.table, Fit(width, _SIZE, _WIDEST)),
        KeepTogether(
            [paragraph(phrases.running(names.closing), styles.BODY), Spacer(0, 10), _signatures(names, width)]
        ),
    ]


def _letter(names: NameList) -> str:
    from vnpresence_desktop.documents.writing.phrases import NBSP, committee_name

    gap = NBSP * 10
    return f"(Kèm theo văn bản số{gap * 2} ngày{gap}tháng{gap}năm{NBSP}{names.year} của {committee_name(names.issuer)})"


def _signatures(names: NameList, width: float) -> "Flowable":
    from reportlab.platypus import Spacer

    from vnpresence_desktop.documents.writing import styles
    from vnpresence_desktop.documents.writing.styles import borderless, paragraph

    def block(titles: tuple[str, ...], name: str) -> "list[Flowable]":
        lines = [paragraph(clean(line), styles.SIGNER) for line in titles]
        return [*lines, Spacer(0, _ROOM), paragraph(clean(name), styles.SIGNER)]

    preparer = block(("NGƯỜI LẬP",), names.preparer)
    return borderless([[preparer, block(names.signature.authority, names.signature.name)]], [width / 2, width / 2])


def write_list_xlsx(names: NameList) -> bytes:
    """The same list as a workbook: numbers stay texts with their zeros, nothing is a formula."""
    from vnpresence_desktop.documents.writing.metrics import load_fonts
    from vnpresence_desktop.documents.writing.sheet import list_sheet
    from vnpresence_desktop.documents.writing.workbook import written

    load_fonts()
    return written(lambda book, formats: list_sheet(book, formats, names), names.issuer, _title(names), _day(names))
