"""A numbered table of the report as a reportlab table. Imports reportlab; imported itself only by what draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import LongTable, Paragraph

from vnpresence_desktop.documents.writing.metrics import BOLD, REGULAR, Width, columns, drawable, measure, wrap
from vnpresence_desktop.documents.writing.phrases import printed, running
from vnpresence_desktop.documents.writing.styles import CELL_LEADING, TEXT_HEIGHT, TEXT_WIDTH, cell_style, paragraph
from vnpresence_desktop.domain.report import Align, Table
from vnpresence_desktop.domain.text import clean

SIDE_PADDING = 3.5
_MANY_COLUMNS = 9
_HEAD_GREY = HexColor(0xEDEDED)

_TALL_ROW = TEXT_HEIGHT / 2
"""A row is divided only beyond this height: else it goes whole to the next page."""

Row = list[Paragraph | str]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table lies on the page.

    Attributes:
        width: of the table, in points.
        size: of its letters, in points; 0 chooses by the number of columns.
        widest: no single word may claim more than this share of the width; beyond it is broken.
    """

    width: float = TEXT_WIDTH
    size: float = 0
    widest: float = 0.3


class Grid(LongTable):  # type: ignore[misc]
    """A table that breaks between rows, and inside a row only where that row is very tall."""

    def split(self, available_width: float, available_height: float) -> list["Grid"]:
        """Parts that fit, none where the table has to begin on the next page; called by reportlab."""
        self.splitInRow = 0
        parts = super().split(available_width, available_height)
        first = self._rowHeights[self.repeatRows] if len(self._rowHeights) > self.repeatRows else 0
        if not parts and (first is None or first > _TALL_ROW):
            self.splitInRow = 1
            parts = super().split(available_width, available_height)
        return list(parts)


def grid(table: Table, fit: Fit = Fit()) -> Grid:
    """The table drawn; its headings come again on every page, only a very tall row is divided."""
    size = fit.size or (11.0 if len(table.columns) < _MANY_COLUMNS else 10.5)
    rows = [[drawable(running(printed(cell))) for cell in row] for row in table.rows]
    total = [[drawable(running(printed(cell))) for cell in table.total]] if table.total else []
    widths = columns([column.share for column in table.columns], _needs(table, rows + total, size, fit), fit.width)
    heads = _headings(table, size)
    drawn = Grid(
        heads + _body(table, rows, widths, size, bold=False) + _body(table, total, widths, size, bold=True),
        widths,
        repeatRows=len(heads),
        spaceBefore=4,
        spaceAfter=0 if table.note else 8,
        style=_frame(table, len(heads), size),
    )
    if total:
        drawn.setStyle([("FONTNAME", (0, -1), (-1, -1), BOLD)])
    if total and len(rows) > 1:
        drawn.setStyle([("NOSPLIT", (0, -2), (-1, -1))])  # the total never stands alone on a page
    return drawn


def groups(table: Table) -> Iterator[tuple[str, int, int]]:
    """Neighbouring columns under one heading: (heading or "", first, last column)."""
    for title, members in groupby(enumerate(table.columns), key=lambda pair: pair[1].group):
        indexes = [index for index, _ in members]
        yield title, indexes[0], indexes[-1]


def grouped(table: Table) -> bool:
    """Whether its headings stand on two levels."""
    return any(column.group for column in table.columns)


def word_needs(table: Table, rows: Sequence[Sequence[str]], *, text: Width, bold: Width, widest: float) -> list[float]:
    """For each column the width of its longest word, in heading or cells, but never more than ``widest``."""
    needs = []
    for index, column in enumerate(table.columns):
        words = {word for row in rows for word in row[index].split(" ")}
        heading = max(bold(word) for word in clean(column.title).split(" "))
        needs.append(min(widest, max(heading, *(text(word) for word in words), 0)))
    return needs


def _needs(table: Table, rows: Sequence[Sequence[str]], size: float, fit: Fit) -> list[float]:
    widths = word_needs(
        table, rows, text=measure(REGULAR, size), bold=measure(BOLD, size), widest=fit.widest * fit.width
    )
    return [width + 2 * SIDE_PADDING + 1 for width in widths]


def _headings(table: Table, size: float) -> list[Row]:
    look = cell_style(Align.CENTER, size, bold=True)
    titles: Row = [paragraph(clean(column.title), look) for column in table.columns]
    if not grouped(table):
        return [titles]
    upper: Row = [""] * len(titles)
    for title, first, last in groups(table):
        if title:
            upper[first] = paragraph(clean(title), look)
        else:
            upper[first : last + 1], titles[first : last + 1] = titles[first : last + 1], [""] * (last + 1 - first)
    return [upper, titles]


def _body(
    table: Table, rows: Sequence[Sequence[str]], widths: Sequence[float], size: float, *, bold: bool
) -> list[Row]:
    """Cells as paragraphs where they must wrap; text that fits on one line stays a string, which is much cheaper."""
    looks = [cell_style(column.align, size, bold=bold) for column in table.columns]
    width = measure(BOLD if bold else REGULAR, size)
    rooms = [column - 2 * SIDE_PADDING for column in widths]
    return [
        [
            text if width(text) <= room else paragraph(_breakable(text, room, width), look)
            for text, look, room in zip(row, looks, rooms, strict=True)
        ]
        for row in rows
    ]


def _breakable(text: str, room: float, width: Width) -> str:
    """The text as it stands, or with its lines set by us where one of its words is wider than the room."""
    return "\n".join(wrap(text, room, width)) if any(width(word) > room for word in text.split(" ")) else text


def _frame(table: Table, heads: int, size: float) -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    frame: list[tuple[Any, ...]] = [
        ("FONT", *whole, REGULAR, size, size * CELL_LEADING),  # else Helvetica, which is not embedded
        ("GRID", *whole, 0.5, black),
        ("VALIGN", *whole, "MIDDLE"),
        ("LEFTPADDING", *whole, SIDE_PADDING),
        ("RIGHTPADDING", *whole, SIDE_PADDING),
        ("TOPPADDING", *whole, 2.5),
        ("BOTTOMPADDING", *whole, 4),
        ("BACKGROUND", (0, 0), (-1, heads - 1), _HEAD_GREY),
    ]
    frame += [("ALIGN", (n, heads), (n, -1), column.align.upper()) for n, column in enumerate(table.columns)]
    return frame + _spans(table)


def _spans(table: Table) -> list[tuple[Any, ...]]:
    if not grouped(table):
        return []
    spans: list[tuple[Any, ...]] = []
    for title, first, last in groups(table):
        if title:
            spans.append(("SPAN", (first, 0), (last, 0)))
        else:
            spans += [("SPAN", (column, 0), (column, 1)) for column in range(first, last + 1)]
    return spans
