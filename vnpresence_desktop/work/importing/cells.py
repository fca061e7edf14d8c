"""What stood in the file where a field of a row was read."""

from vnpresence_desktop.documents.reading.lists import ReadList
from vnpresence_desktop.documents.reading.values.cells import as_text


def in_file(found: ReadList, row: int, field: str) -> str:
    """The cell, or cells, of a field as a person sees them; "" for a field without a column.

    Args:
        found: the list as read.
        row: Excel row.
        field: of the record.
    """
    line = found.cells[row - 1] if 0 < row <= len(found.cells) else ()
    texts = (as_text(line[index]) for index in found.places.get(field, ()) if 0 <= index < len(line))
    return " ".join(text for text in texts if text)
