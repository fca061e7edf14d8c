"""A PDF about to be drawn: its pages, its margins, what it says of itself. Imports reportlab; imported only by what draws."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from vnpresence_desktop.documents.writing import phrases, styles
from vnpresence_desktop.documents.writing.decoration import Size
from vnpresence_desktop.documents.writing.metrics import REGULAR
from vnpresence_desktop.domain.report import Issuer
from vnpresence_desktop.domain.text import clean

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself.

    Attributes:
        issuer: see `Issuer`.
        title, subject: plain text.
        day: on which it was made, never the PC's clock: the same content gives the same bytes.
    """

    issuer: Issuer
    title: str
    subject: str
    day: dt.date


def draw(parts: list[Flowable], about: About, size: Size, decorate: Callable[["Canvas"], None]) -> bytes:
    """The whole file; ``decorate`` draws on every page before its text and so behind it."""

    def on_page(canvas: "Canvas", _: object) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{about.day:%Y%m%d}000000+07'00'")
        decorate(canvas)

    width, height = size[0] - styles.LEFT - styles.RIGHT, size[1] - styles.TOP - styles.BOTTOM
    text = Frame(styles.LEFT, styles.BOTTOM, width, height, 0, 0, 0, 0)
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=size,
        pageTemplates=[PageTemplate("page", [text], onPage=on_page)],
        title=clean(about.title),
        author=phrases.committee_name(about.issuer),
        subject=clean(about.subject),
        creator=phrases.PROGRAM,
        producer=phrases.PROGRAM,
        lang="vi-VN",
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    document.build(parts)
    return file.getvalue()
