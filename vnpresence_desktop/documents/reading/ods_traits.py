"""What an ods says beyond its values: hidden and filtered rows, merged cells (OpenDocument 1.3 part 3, 9.1, 19.749).

As for xlsx by patterns in the bytes. Rows and cells have no numbers there, they are counted.
"""

import re

from vnpresence_desktop.documents.reading.sheets import MAX_ROWS, Traits

PART = "content.xml"

_OPENING = re.compile(rb"<table:(table|table-row)(?=[\s/>])([^<>]{0,2000})>")
_ROW_ENDS = b"</table:table-row>"
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^<>]{0,4000})>")
_HIDDEN = re.compile(rb'table:visibility="(?:collapse|filter)"')
_LONGEST_ROW = 8 << 20
"""Bytes of a row up to which its cells are counted."""


class ContentFinder:
    """Looks for the traits of all sheets of an ods.

    Attributes:
        traits: what was found, by the sheet's place.
    """

    def __init__(self) -> None:
        self.traits: dict[int, Traits] = {}
        self._row = 0
        self._rest = b""

    def look(self, piece: bytes) -> None:
        """Take the next piece of the part."""
        *whole, rest = (self._rest + piece).split(_ROW_ENDS)
        for text in whole:
            self._read(text)
        self._rest = rest[-_LONGEST_ROW:]

    def _read(self, text: bytes) -> None:
        """Take all up to the end of a row: maybe the beginning of a sheet, rows without cells, the row."""
        begins = 0
        for match in _OPENING.finditer(text):
            if match[1] == b"table":
                self.traits[len(self.traits)] = Traits()
                self._row = 0
            elif self.traits:
                self._count(match[2])
                begins = match.end()
        if self.traits and b"-spanned=" in text:
            self._find_merged(text[begins:])

    def _count(self, about: bytes) -> None:
        first, self._row = self._row + 1, min(self._row + _number(b"rows-repeated", about), MAX_ROWS)
        if _HIDDEN.search(about):
            self._sheet.hidden_rows.update(range(first, self._row + 1))

    def _find_merged(self, row: bytes) -> None:
        column = 0
        for match in _CELL.finditer(row):
            wide, high = _number(b"columns-spanned", match[1]), _number(b"rows-spanned", match[1])
            if wide * high > 1:
                self._sheet.merged.add((self._row, column, self._row + high - 1, column + wide - 1))
            column += _number(b"columns-repeated", match[1])

    @property
    def _sheet(self) -> Traits:
        return self.traits[len(self.traits) - 1]


def _number(name: bytes, about: bytes) -> int:
    match = re.search(rb'table:number-%b="([0-9]{1,7})"' % name, about)
    return int(match[1]) if match else 1
