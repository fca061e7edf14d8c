"""Sizes, faces and spaces of the printed report (Nghị định 30/2020/NĐ-CP, Phụ lục I), and how text becomes a paragraph.

Imports reportlab; imported itself only by what draws. All lengths are points.
"""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Table

from vnpresence_desktop.documents.writing.metrics import BOLD, BOLD_ITALIC, ITALIC, REGULAR, drawable
from vnpresence_desktop.domain.report import Align

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
BODY_SIZE, BODY_LEADING = 14, 18.5
FIRST_LINE = 12.7 * mm
BETWEEN = 6
"""Between paragraphs."""
RULE = 0.7
"""Thickness of the rules under letterhead and title."""
RULE_SHARE = 0.42
"""Length of a rule, as a share of the text above it (the decree: one third to one half)."""


def style(font: str = REGULAR, size: float = BODY_SIZE, leading: float = 0, **more: Any) -> ParagraphStyle:
    """A paragraph style of ours; without ``leading`` lines stand 1.3 of the size apart."""
    settings = {
        "splitLongWords": 1,
        "allowWidows": 0,
        "allowOrphans": 0,
        "alignment": TA_LEFT,
        "embeddedHyphenation": 0,
    }
    return ParagraphStyle("", fontName=font, fontSize=size, leading=leading or size * 1.3, **(settings | more))


MINISTRY = style(BOLD, 12, 15, alignment=TA_CENTER)
"""Quốc hiệu and the committee's two lines."""
MOTTO = style(BOLD, 13, 16, alignment=TA_CENTER)
SYMBOL = style(REGULAR, 13, 17, alignment=TA_CENTER)
PLACE_DATE = style(ITALIC, 13, 17, alignment=TA_CENTER)
TITLE = style(BOLD, 14, 19, alignment=TA_CENTER)
ADDRESS = style(REGULAR, BODY_SIZE, 19, alignment=TA_CENTER)

BODY = style(leading=BODY_LEADING, alignment=TA_JUSTIFY, firstLineIndent=FIRST_LINE, spaceBefore=BETWEEN)
HEADING = style(BOLD, leading=BODY_LEADING, firstLineIndent=FIRST_LINE, spaceBefore=BETWEEN)
CAPTION = style(ITALIC, 13, 16.5, alignment=TA_CENTER, spaceBefore=BETWEEN + 2)
NOTE = style(ITALIC, 11, 14, alignment=TA_JUSTIFY, spaceBefore=3, spaceAfter=8)

SIGNER = style(BOLD, 14, 18, alignment=TA_CENTER)
RECIPIENTS_HEADING = style(BOLD_ITALIC, 12, 16)
RECIPIENT = style(REGULAR, 11, 13.5)
LABEL = style(ITALIC, 10, 12.5, alignment=TA_CENTER)

CELL_LEADING = 1.2
_SIDES = {Align.LEFT: TA_LEFT, Align.CENTER: TA_CENTER, Align.RIGHT: TA_RIGHT}


def cell_style(align: Align, size: float, *, bold: bool = False) -> ParagraphStyle:
    """The style of table cells that stand to one side."""
    return style(BOLD if bold else REGULAR, size, size * CELL_LEADING, alignment=_SIDES[align])


def paragraph(text: str, look: ParagraphStyle) -> Paragraph:
    """Text as a paragraph; a line break in it begins a new line.

    The text is data: reportlab reads paragraphs as XML, so that everything is escaped.
    """
    return Paragraph("<br/>".join(escape(drawable(line)) for line in text.split("\n")), look)


def rule(length: float, *, above: float = 2, below: float = 0) -> Flowable:
    """A solid horizontal rule, centred."""
    return HRFlowable(length, RULE, lineCap="butt", color="black", spaceBefore=above, spaceAfter=below)


def borderless(
    rows: Sequence[Sequence[Flowable | list[Flowable]]], widths: Sequence[float], row_gap: float = 0
) -> Table:
    """Parts that stand side by side, rows ``row_gap`` apart."""
    whole = (0, 0), (-1, -1)
    frame: list[tuple[Any, ...]] = [(f"{side}PADDING", *whole, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    frame += [("VALIGN", *whole, "TOP"), ("ALIGN", *whole, "CENTER"), ("TOPPADDING", (0, 1), (-1, -1), row_gap)]
    return Table(rows, widths, style=[*frame, ("FONTNAME", *whole, REGULAR)])  # never Helvetica: it is not embedded
