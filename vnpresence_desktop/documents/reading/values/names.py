"""Names of persons in cells."""

from vnpresence_desktop.documents.reading.values.cells import NOTHING, Reader, Taken, as_text, is_nothing
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.card import name_case
from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.domain.text import words

_LIKE_NOTHING = ("na", "trong")
"""Na, Trọng: names that are words for nothing ("n/a", "trống") but for their marks."""


def person_reader(field: str, *, as_typed: bool = False) -> Reader:
    """A reader of persons' names: all in capitals or all in small letters is offered as "Trần Trọng Tường".

    Args:
        field: the record's field, for what is told.
        as_typed: the letters stay as they are.
    """

    def read(cell: Cell) -> Taken:
        text = as_text(cell)
        if is_nothing(text) and words(text) not in _LIKE_NOTHING:
            return NOTHING
        if as_typed or not (text.isupper() or text.islower()):
            return text, None, ""
        name = name_case(text.upper())
        if name == text:
            return text, None, ""
        return name, Problem(field, "name_case", Severity.HINT, (("original", text), ("value", name))), text

    return read
