"""Web pages named .xls, as many programs "export to Excel": each table becomes a sheet."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from vnpresence_desktop.documents.reading.encodings import decode_markup
from vnpresence_desktop.documents.reading.fonts import is_legacy
from vnpresence_desktop.documents.reading.grid import Grid
from vnpresence_desktop.documents.reading.refusals import Reason, refusal
from vnpresence_desktop.documents.reading.sheets import Source
from vnpresence_desktop.documents.reading.wire import TooManyCells

_SILENT = frozenset(("script", "style", "title", "noscript", "template"))
_BREAKS = frozenset(("br", "p", "div", "li"))
_INVISIBLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SHORTENED = re.compile(r"[0-9][.,][0-9]+E\+[0-9]+", re.IGNORECASE)
"""A number as a narrow cell shows it; the whole one may stand in an attribute of Excel's or LibreOffice's."""
_MOST_WIDE, _MOST_HIGH = 1_000, 65_534
"""As far as a cell may reach by the standard of HTML (4.9.11)."""
_PIECE = 1 << 16


def read(path: Path) -> Iterator[Source]:
    """The tables of a web page that hold something, in the order in which they begin.

    Raises:
        Refused: there is none.
        TooManyCells: see `grid`.
    """
    from lxml import etree

    tables = _Tables()
    parser = etree.HTMLParser(target=cast("Any", tables), encoding="utf-8", huge_tree=False, no_network=True)
    text = decode_markup(path.read_bytes()).encode("utf-8", "replace")
    try:
        for place in range(0, len(text), _PIECE):
            parser.feed(text[place : place + _PIECE])
        parser.close()
    except ValueError as error:
        raise TooManyCells from error
    found = [table for table in tables.all if not table.is_empty()]
    if not found:
        raise refusal(path, Reason.NO_TABLE)
    for number, table in enumerate(found, 1):
        table.name = f"Bảng {number}"
        yield table.sheet()


class _Cell:
    """A cell that is open; its text comes in pieces."""

    def __init__(self, about: dict[str, str]) -> None:
        self.about = about
        self.pieces: list[str] = []
        self.font = ""

    def value(self) -> str | float:
        lines = (_BLANKS.sub(" ", line).strip(" ") for line in "".join(self.pieces).split("\n"))
        text = "\n".join(lines).strip("\n")
        whole = self.about.get("x:num") or self.about.get("sdval", "")
        return float(whole) if _SHORTENED.fullmatch(text) and whole.isascii() and whole.isdigit() else text


class _Open:
    """A table that is open, with the cell that is."""

    def __init__(self) -> None:
        self.grid = Grid("")
        self.cell: _Cell | None = None

    def close_cell(self) -> None:
        if self.cell is None:
            return
        cell, self.cell = self.cell, None
        wide = _number(cell.about.get("colspan"), _MOST_WIDE)
        place = self.grid.put(cell.value(), wide, _number(cell.about.get("rowspan"), _MOST_HIGH))
        if cell.font:
            self.grid.traits.fonts[place] = cell.font


class _Tables:
    """Told by the parser what begins and ends; keeps the tables and nothing else."""

    def __init__(self) -> None:
        self.all: list[Grid] = []
        self._open: list[_Open] = []
        self._silent = 0
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "table": self._begin_table, "tr": self._begin_row, "td": self._begin_cell, "th": self._begin_cell,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._silent += tag in _SILENT
        if begin := self._begins.get(tag):
            begin(dict(attributes))
        elif cell := self._cell():
            if tag in _BREAKS:
                cell.pieces.append("\n")
            elif tag == "font" and is_legacy(attributes.get("face", "")):
                cell.font = attributes["face"]

    def end(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        if tag in ("td", "th", "tr", "table") and self._open:
            self._open[-1].close_cell()
        if tag == "table" and self._open:
            self._open.pop()

    def data(self, text: str) -> None:
        cell = self._cell()
        if cell and not self._silent:
            cell.pieces.append(text.replace("\n", " "))

    def close(self) -> None:
        while self._open:
            self._open.pop().close_cell()

    def _cell(self) -> _Cell | None:
        return self._open[-1].cell if self._open else None

    def _begin_table(self, _: dict[str, str]) -> None:
        self._open.append(_Open())
        self.all.append(self._open[-1].grid)

    def _begin_row(self, about: dict[str, str]) -> None:
        if not self._open:
            return
        self._open[-1].close_cell()
        grid = self._open[-1].grid
        grid.begin_row()
        if "hidden" in about or _INVISIBLE.search(about.get("style", "")):
            grid.traits.hidden_rows.add(grid.row)

    def _begin_cell(self, about: dict[str, str]) -> None:
        if self._open:
            self._open[-1].close_cell()
            self._open[-1].cell = _Cell(about)


def _number(text: str | None, most: int) -> int:
    """What an attribute says, 1 where it is none; 0 rows means all that follow."""
    digits = (text or "").strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    return min(int(digits[:9]) or most, most)
