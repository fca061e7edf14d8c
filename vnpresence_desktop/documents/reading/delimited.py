"""Text files of a spreadsheet (csv, tsv): their encoding, their separator, their cells."""

import csv
import io
import unicodedata
from pathlib import Path

from vnpresence_desktop.documents.reading.guard import damaged, too_big

_SEPARATORS = ",;\t|"
_MAX_CELLS = 5_000_000


def read_rows(path: Path) -> list[list[str]]:
    """All rows of a text file; line breaks inside quotes belong to the cell, so a row here is a row in Excel.

    Raises:
        UserError: it is too big or no table.
    """
    text = decode(path.read_bytes())
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)):
            rows.append(row)
            cells += len(row)
            if cells > _MAX_CELLS:
                raise too_big(path)
    except csv.Error as error:
        raise damaged(path) from error
    return rows


def decode(data: bytes) -> str:
    """The text: UTF-16 by its mark, UTF-8 where that is possible, else Windows-1258 (Excel's "CSV" on Vietnamese PCs)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def separator(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells."""
    lines = [line for line in text[:20_000].splitlines()[:40] if line.strip()]

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts) - {0}, key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_SEPARATORS, key=weight)
