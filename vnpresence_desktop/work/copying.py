"""Rows of a list for the clipboard: as text with tabs and as a table for spreadsheets, where every cell stays text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_columns import rows
from vnpresence_desktop.work.texts import say

_FORMULA = ("=", "+", "-", "@")
_TEXT_CELL = "mso-number-format:'\\@';white-space:nowrap"
"""Excel's format for text: a number keeps its zeros, "=1+1" is no formula (Office's own CSS property)."""
_AT_ONCE = 2_000
MOST = 20_000
"""Rows that a clipboard is given; for more there is the list as a file."""


@dataclass(frozen=True, slots=True)
class Clip:
    """What goes onto the clipboard: the same table twice.

    Attributes:
        text: cells parted by tabs, rows by line ends; a cell that a spreadsheet would take for a formula begins with "'".
        html: a table whose cells spreadsheets take as text.
        rows: how many, without the headings.
    """

    text: str
    html: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOrder:
    """What to copy.

    Attributes:
        ids: of the records, in order; who is gone is left out.
        columns: names, see `work.list_columns.offered`.
        titles: their headings.
        shows: how each column's value is shown.
        full: personal numbers whole; else only their last three signs.
        reason: why, the officer's words; needed where ``full``.
    """

    ids: Sequence[str]
    columns: Sequence[str]
    titles: Sequence[str]
    shows: Sequence[Callable[[str], str]]
    full: bool = False
    reason: str = ""


def copy(desk: Desk, kind: Kind, order: CopyOrder) -> Clip:
    """The rows for the clipboard; whole personal numbers are logged.

    Raises:
        UserError: nothing to copy, too much, whole numbers without a reason.
    """
    if not order.ids:
        raise UserError("Chưa có dòng nào để chép.", "Hãy chọn dòng bằng phím cách, rồi bấm Ctrl+C.")
    if len(order.ids) > MOST:
        raise UserError(
            f"Không chép quá {show_number(MOST)} dòng một lần.", "Hãy lọc bớt, hoặc bấm “Lập danh sách” để ra tệp."
        )
    if order.full and not order.reason.strip():
        raise UserError(
            "Chưa ghi lý do chép đầy đủ số định danh, điện thoại.", "Hãy ghi lý do; lý do được lưu vào nhật ký."
        )
    cells = [row for start in range(0, len(order.ids), _AT_ONCE) for row in _shown(desk, kind, order, start)]
    if order.full:
        with desk.store.unit() as unit:
            what = f"{show_number(len(cells))} {say('kind', kind)}"
            unit.note("view_full", f"Chép đầy đủ {what} ra bảng tính: {order.reason.strip()}")
    return as_clip(order.titles, cells)


def _shown(desk: Desk, kind: Kind, order: CopyOrder, start: int) -> list[list[str]]:
    found = rows(desk, kind, order.columns, order.ids[start : start + _AT_ONCE], full=order.full)
    return [[show(cell) for show, cell in zip(order.shows, row, strict=True)] for row in found if row]


def as_clip(titles: Sequence[str], cells: Sequence[Sequence[str]]) -> Clip:
    """A table for the clipboard, whatever stands in its cells."""
    table = [titles, *cells]
    text = "\n".join("\t".join(map(_tab_cell, row)) for row in table)
    lines = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in table)
    html = f'<html><head><meta charset="utf-8"></head><body><table>{lines}</table></body></html>'
    return Clip(text + "\n", html, len(cells))


def _tab_cell(text: str) -> str:
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _html_cell(text: str) -> str:
    # sdnum is what LibreOffice asks for, the style what Excel does.
    return f'<td sdnum="1066;0;@" style="{_TEXT_CELL}">{escape(" ".join(text.split()))}</td>'
