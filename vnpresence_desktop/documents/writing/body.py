"""The body of the report: headings, paragraphs, rooms to write in, tables. Imports reportlab; imported only by what draws."""

from collections.abc import Sequence
from itertools import accumulate

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer

from vnpresence_desktop.documents.writing import styles
from vnpresence_desktop.documents.writing.grid import grid
from vnpresence_desktop.documents.writing.phrases import caption, running
from vnpresence_desktop.documents.writing.styles import (
    BETWEEN,
    BODY_LEADING,
    FIRST_LINE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    paragraph,
)
from vnpresence_desktop.domain.report import Blank, Block, Heading, Paragraph, Table

_BLANK_LINES = 2
_BLANK_LEADING = 25
"""Room for handwriting between two dotted lines."""
_HELD_ROWS = 50
"""Height of the rows that stay with a table's caption and headings: two or three of one line, or one of many lines."""
_SMALL_TABLE = 0.36 * TEXT_HEIGHT
"""A table up to this height is never torn apart."""
_MOST_HELD = TEXT_HEIGHT / 2
"""Beyond it a tall row is divided rather than a page left half empty."""


def body(blocks: Sequence[Block]) -> list[Flowable]:
    """The blocks in order, with page breaks where a heading or a caption would else stand alone at the foot of a page."""
    parts = [_drawn(block) for block in blocks]
    flow: list[Flowable] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            flow.append(CondPageBreak(_held(blocks, parts, index)))
        flow += parts[index]
    return flow


def _drawn(block: Block) -> list[Flowable]:
    match block:
        case Heading(level, text):
            return [paragraph(running(text.upper() if level == 1 else text), styles.HEADING)]
        case Paragraph(text):
            return [paragraph(running(text), styles.BODY)]
        case Blank():
            return [KeepTogether([*(_dotted(line) for line in range(_BLANK_LINES)), Spacer(0, BETWEEN)])]
        case Table():
            note = [paragraph(running(block.note), styles.NOTE)] if block.note else []
            return [paragraph(running(caption(block)), styles.CAPTION), grid(block), *note]


def _dotted(line: int) -> Flowable:
    length = TEXT_WIDTH - (0 if line else FIRST_LINE)
    return HRFlowable(
        length, 0.9, "round", "black", spaceBefore=_BLANK_LEADING, spaceAfter=0, hAlign="RIGHT", dash=(0, 3)
    )


def _held(blocks: Sequence[Block], parts: Sequence[Sequence[Flowable]], index: int) -> float:
    """The height that must be free for a block to begin on this page."""
    match blocks[index]:
        case Heading():
            own = float(parts[index][0].wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) + BETWEEN
            return own + (_held(blocks, parts, index + 1) if index + 1 < len(blocks) else 0)
        case Paragraph():
            return BETWEEN + 2 * BODY_LEADING
        case Blank():
            return _BLANK_LINES * _BLANK_LEADING + 2 * BETWEEN
        case Table():
            return _begin_of_table(parts[index])


def _begin_of_table(parts: Sequence[Flowable]) -> float:
    title, drawn = parts[:2]
    above = title.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] + styles.CAPTION.spaceBefore
    drawn.wrap(TEXT_WIDTH, TEXT_HEIGHT)
    heights = [TEXT_HEIGHT if height is None else height for height in drawn._rowHeights]  # None: longer than a page
    whole = above + sum(heights) + drawn.spaceBefore
    if whole <= _SMALL_TABLE:
        return float(whole)
    head, rows = heights[: drawn.repeatRows], heights[drawn.repeatRows :]
    held = next((height for height in accumulate(rows) if height >= _HELD_ROWS), sum(rows))
    return float(min(above + sum(head) + held + drawn.spaceBefore, _MOST_HELD))
