"""Words in cells that stand for a code or for a hamlet of the register; a person answers unknown ones once a file."""

from collections.abc import Mapping
from functools import lru_cache

from vnpresence_desktop.documents.reading.headings import data
from vnpresence_desktop.documents.reading.places import HamletNames, hamlet_of
from vnpresence_desktop.documents.reading.values.cells import NOTHING, Reader, Taken, as_text, is_nothing, is_tick
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.domain.text import words

_TICK = "x"
_NONE: Mapping[str, str] = {}


def code_reader(field: str, answers: Mapping[str, str] = _NONE) -> Reader:
    """A reader of a field that holds one of a few codes.

    Args:
        field: the record's field, with its words in columns.toml.
        answers: folded word → code, as a person said for this file; they go before the known words.

    An unknown word is told as "<field>_unknown" with its folded form ("word"); the field is left to its default.
    """
    said: Mapping[str, list[str]] = data()["codes"][field]
    plain = {spoken[0] for spoken in said.values()}
    known = {word: code for code, spoken in said.items() for word in (words(code), *spoken)}

    @lru_cache(4096)
    def read_said(text: str) -> Taken:
        word = words(text) or (_TICK if is_tick(text) else "")
        if word in answers:
            return answers[word], None, text
        if word in known:
            return known[word], None, "" if word in plain else text
        if is_nothing(text):
            return NOTHING
        return "", problem(field, f"{field}_unknown", Severity.WARNING, original=text, word=word), text

    return lambda cell: read_said(as_text(cell))


def member_reader(answers: Mapping[str, str] = _NONE) -> Reader:
    """A reader of who is a member of the Youth Union (đoàn viên): yes, no or not known."""
    read_code = code_reader("union_member", answers)

    def read(cell: Cell) -> Taken:
        code, trouble, original = read_code(cell)
        return {"yes": True, "no": False}.get(str(code)), trouble, original

    return read


def hamlet_reader(heading: str, names: HamletNames) -> Reader:
    """A reader of the hamlet's column; ``names`` are the register's."""

    @lru_cache(4096)
    def read_said(text: str) -> Taken:
        if is_nothing(text) and not text.isdigit():
            return NOTHING
        name, told = names.settle(hamlet_of(text, heading), text)
        return name, told, "" if name.endswith(text) else text

    return lambda cell: read_said(as_text(cell))
