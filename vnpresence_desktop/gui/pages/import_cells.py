"""Cells of a file as a person sees them, and the names of their columns."""

from datetime import date, datetime

_LONGEST = 60
"""Letters of a cell that are shown; one may hold a whole text."""


def seen(cell: object) -> str:
    """A cell in one line: numbers without the point that Excel keeps, days as written here."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    if isinstance(cell, date):
        midnight = not isinstance(cell, datetime) or (cell.hour, cell.minute) == (0, 0)
        return cell.strftime("%d/%m/%Y" if midnight else "%d/%m/%Y %H:%M")
    text = " ".join(str(cell).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def letter(index: int) -> str:
    """Name of a column as Excel shows it: A, B … Z, AA and so on; counted from 0."""
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name
