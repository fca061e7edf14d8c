"""A name list on paper (PDF, A4 landscape) and as a workbook, in the form of an annex of Nghị định 30/2020/NĐ-CP."""

import datetime as dt
from io import BytesIO
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
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    from vnpresence_desktop.documents.writing import decoration, styles
    from vnpresence_desktop.documents.writing.metrics import REGULAR, load_fonts

    load_fonts()
    size = styles.PAGE_HEIGHT, styles.PAGE_WIDTH
    width = size[0] - styles.LEFT - styles.RIGHT

    def decorate(canvas: "Canvas", _: object) -> None:
        if names.sample:
            decoration.draw_sample_mark(canvas, size)
        decoration.draw_number(canvas, size)

    text = Frame(styles.LEFT, styles.BOTTOM, width, size[1] - styles.TOP - styles.BOTTOM, 0, 0, 0, 0)
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=size,
        pageTemplates=[PageTemplate("page", [text], onPage=decorate)],
        title=f"Danh sách {clean(names.title)}",
        author=f"Ủy ban nhân dân {clean(names.issuer.place)}",
        lang="vi-VN",
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
    )
    document.build(_parts(names, width))
    return file.getvalue()


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
    from vnpresence_desktop.documents.writing.phrases import NBSP

    gap = NBSP * 10
    return (
        f"(Kèm theo văn bản số{gap}/UBND ngày{gap}tháng{gap}năm{NBSP}{names.year}"
        f" của Ủy ban nhân dân {clean(names.issuer.place)})"
    )


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
    from xlsxwriter import Workbook

    from vnpresence_desktop.documents.writing.formats import FONT, SIZE, Formats
    from vnpresence_desktop.documents.writing.metrics import load_fonts
    from vnpresence_desktop.documents.writing.sheet import list_sheet

    load_fonts()
    file = BytesIO()
    options = {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": SIZE}}
    book = Workbook(file, options)
    office = f"Ủy ban nhân dân {clean(names.issuer.place)}"
    made = dt.datetime(names.year, 1, 1)  # noqa: DTZ001 - Excel's properties know no zone
    book.set_properties({"title": clean(names.title)[:255], "author": office, "company": office, "created": made})
    list_sheet(book, Formats(book), names)
    book.close()
    return file.getvalue()
