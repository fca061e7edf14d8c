"""Text files of a spreadsheet (csv, tsv): their separator, their cells."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from vnpresence_desktop.documents.reading.encodings import decode
from vnpresence_desktop.documents.reading.refusals import Reason, refusal
from vnpresence_desktop.documents.reading.sheets import MAX_CELLS, MAX_COLUMNS

_SEPARATORS = ",;\t|"
_NAMED = "sep="
_SAMPLE, _LINES = 20_000, 40
"""Signs and lines that tell the separator."""


def read_rows(path: Path) -> list[list[str]]:
    """All rows of a text file; line breaks inside quotes belong to the cell, so a row here is a row in Excel.

    A first line ``sep=;`` names the separator and is no row. A quote that is never closed is a sign like any other, else it
    would swallow all rows below.

    Raises:
        Refused: it is too big or no table.
    """
    text = decode(path.read_bytes())
    sign = named_separator(text)
    if sign:
        text = text.split("\n", 1)[1] if "\n" in text else ""
    try:
        return _rows(path, text, sign or separator(text))
    except csv.Error as error:
        raise refusal(path, Reason.DAMAGED) from error


def _rows(path: Path, text: str, sign: str) -> list[list[str]]:
    lines = _Lines(text)
    rows: list[list[str]] = []
    cells = 0
    for row in csv.reader(lines, delimiter=sign):
        rows.append(row)
        cells += len(row)
        if cells > MAX_CELLS or len(row) > MAX_COLUMNS:
            raise refusal(path, Reason.TOO_BIG)
        if lines.ended and _is_open(lines.taken, sign):
            return rows[:-1] + list(csv.reader(lines.taken, delimiter=sign, quoting=csv.QUOTE_NONE))
        lines.taken.clear()
    return rows


class _Lines:
    """The lines of a text for the reader of rows; knows those of the present row and whether they are the last."""

    def __init__(self, text: str) -> None:
        self.taken: list[str] = []
        self.ended = False
        self._lines = io.StringIO(text, newline="")

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.taken.append(line)
            yield line
        self.ended = True


def _is_open(lines: list[str], sign: str) -> bool:
    """Whether a quoted cell in these lines never ends."""
    try:
        list(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def named_separator(text: str) -> str:
    """The sign that Excel's own first line names, "" without such a line."""
    line = text[:16].splitlines()[0].strip('"') if text.strip() else ""
    return line[len(_NAMED)] if line.lower().startswith(_NAMED) and len(line) == len(_NAMED) + 1 else ""


def separator(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells."""
    lines = [line for line in text[:_SAMPLE].splitlines()[:_LINES] if line.strip()]

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts) - {0}, key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_SEPARATORS, key=weight)
