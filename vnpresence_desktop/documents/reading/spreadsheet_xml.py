"""SpreadsheetML of Excel 2003 ("XML Spreadsheet"), mostly named .xls: read element by element."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, cast

from vnpresence_desktop.documents.reading.encodings import decode_markup
from vnpresence_desktop.documents.reading.fonts import is_legacy
from vnpresence_desktop.documents.reading.grid import Grid
from vnpresence_desktop.documents.reading.parts import check_prolog
from vnpresence_desktop.documents.reading.refusals import Reason, refusal
from vnpresence_desktop.documents.reading.sheets import Source

_SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_PIECE = 1 << 16


def read(path: Path) -> Iterator[Source]:
    """The worksheets.

    Raises:
        Refused: it is damaged, unsafe or too deep.
        TooManyCells: see `grid`.
    """
    from lxml import etree

    text = decode_markup(path.read_bytes())
    check_prolog(path, text[:_PIECE].encode("utf-8", "replace"))
    book = _Book()
    parser = etree.XMLParser(
        target=cast("Any", book), encoding="utf-8", resolve_entities=False, no_network=True, huge_tree=False
    )
    data = _PROLOG.sub("", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")  # it may name another encoding
    try:
        for place in range(0, len(data), _PIECE):
            parser.feed(data[place : place + _PIECE])
        parser.close()
    except (etree.XMLSyntaxError, ValueError, OverflowError) as error:
        raise refusal(path, Reason.DAMAGED) from error
    for sheet in book.sheets:
        yield sheet.sheet()


class _Book:
    """Told by the parser what begins and ends; keeps the worksheets."""

    def __init__(self) -> None:
        self.sheets: list[Grid] = []
        self._fonts: dict[str, str] = {}
        self._style = ""
        self._cell: dict[str, str] | None = None
        self._type: str | None = None
        self._text: list[str] = []
        self._reading = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        about = {name.removeprefix(_SPACE): value for name, value in attributes.items()}
        match tag.removeprefix(_SPACE):
            case "Style":
                self._style = about.get("ID", "")
                if font := self._fonts.get(about.get("Parent", "")):
                    self._fonts[self._style] = font
            case "Font" if not self.sheets:
                self._keep_font(about.get("FontName", ""))
            case "Worksheet":
                self.sheets.append(Grid(about.get("Name", "")))
            case "Row" if self.sheets:
                self._begin_row(about)
            case "Cell" if self.sheets:
                self._begin_cell(about)
            case "Data" if self._cell is not None:
                self._type, self._text, self._reading = about.get("Type", "String"), [], True
            case name if name == f"{_EXCEL}Visible":
                self._text, self._reading = [], True

    def end(self, tag: str) -> None:
        match tag.removeprefix(_SPACE):
            case "Cell" if self._cell is not None:
                self._end_cell(self._cell)
            case "Data":
                self._reading = False
            case name if name == f"{_EXCEL}Visible":
                self.sheets[-1].hidden = "Hidden" in "".join(self._text)
                self._text, self._reading = [], False

    def data(self, text: str) -> None:
        if self._reading:
            self._text.append(text)

    def close(self) -> None:
        """Nothing is left to do."""

    def _keep_font(self, name: str) -> None:
        self._fonts.pop(self._style, None)
        if is_legacy(name):
            self._fonts[self._style] = name

    def _begin_row(self, about: dict[str, str]) -> None:
        grid = self.sheets[-1]
        grid.begin_row(int(about["Index"]) if "Index" in about else None)
        first = grid.row
        if span := int(about.get("Span", 0)):  # as many more rows of the same look, without cells
            grid.begin_row(first + span)
        if about.get("Hidden") == "1" or float(about.get("Height", 1)) == 0:
            grid.traits.hidden_rows.update(range(first, grid.row + 1))

    def _begin_cell(self, about: dict[str, str]) -> None:
        self._cell, self._type, self._text = about, None, []
        if "Index" in about:
            self.sheets[-1].go_to(int(about["Index"]) - 1)

    def _end_cell(self, about: dict[str, str]) -> None:
        self._cell = None
        grid = self.sheets[-1]
        value = _value(self._type, "".join(self._text)) if self._type else ""
        wide, high = int(about.get("MergeAcross", 0)) + 1, int(about.get("MergeDown", 0)) + 1
        place = grid.put(value, wide, high)
        if "Formula" in about and self._type is None:
            grid.traits.without_value.add(place)
        if font := self._fonts.get(about.get("StyleID", "Default")):
            grid.traits.fonts[place] = font


def _value(kind: str, text: str) -> Any:
    match kind:
        case "Number":
            return float(text)
        case "Boolean":
            return text.strip() == "1"
        case "DateTime":
            return _moment(text.strip())
        case "Error":
            return ""
    return text


def _moment(text: str) -> date | str:
    """A day or a moment out of ISO 8601; what has only hours is said as such."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.date() if moment.time() == time.min else moment
