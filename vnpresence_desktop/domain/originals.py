"""What stood in a list where the program read something else out of it: kept with the record, to be compared with the papers.

An entry of a record's ``originals`` is the text "field:text".
"""

from collections.abc import Iterable, Mapping


def read(originals: Iterable[str]) -> dict[str, str]:
    """Field → what stood in the list; what is no entry is passed over."""
    parts = (entry.partition(":") for entry in originals)
    return {field: text for field, colon, text in parts if colon}


def entries(found: Mapping[str, str]) -> tuple[str, ...]:
    """Field → what stood in the list, as a record keeps it."""
    return tuple(f"{field}:{text}" for field, text in found.items())
