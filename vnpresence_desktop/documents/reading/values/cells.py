"""A cell as a person sees it, what stands for nothing, and what a reader says of a cell."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from unicodedata import is_normalized

from vnpresence_desktop.documents.reading.headings import data
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.numbers import bare
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.text import clean, words

Taken = tuple[Value, Problem | None, str]
"""The stored value; what is to be said about it; the cell as a person sees it where the value is not simply that, else ""."""

Reader = Callable[[Cell], Taken]
"""Reads a cell that is not empty; never raises."""

NOTHING: Taken = ("", None, "")
"""What a cell means that stands for nothing."""

_FORMULA_ERROR = re.compile(r"#(?:REF|VALUE|NAME|DIV/0|NUM|NULL|N/A|GETTING_DATA)[!?]?")
_TICKS = frozenset("✓✔√☑✅×✕✖✗✘+*●•■")
"""Signs that people put where a word like "x" would do."""


def as_text(cell: Cell) -> str:
    """A cell as the text that a person sees, clean; whole numbers without ".0", dates day first."""
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year}"
    return "" if cell is None else str(cell)


def tidy(text: str) -> str:
    """`clean`, by a short way for the usual text that is clean already."""
    usual = text.isprintable() and "  " not in text and text == text.strip()
    return text if usual and is_normalized("NFC", text) else clean(text)


@lru_cache(50_000)
def is_nothing(text: str) -> bool:
    """Whether a text stands for nothing: "không có", "chưa rõ", "-", "…", a formula's error."""
    if not (word := words(text)):  # signs alone; letters of another script say something
        return not any(sign.isalnum() for sign in text)
    return word in _empty("empty") or _FORMULA_ERROR.fullmatch(text) is not None


@lru_cache(4096)
def is_no_number(text: str) -> bool:
    """Whether a text in a column of numbers says that there is none yet: "đang làm", "xem lại", and what `is_nothing`."""
    return is_nothing(text) or words(text) in _empty("number")


@cache
def _empty(name: str) -> frozenset[str]:
    return frozenset(data()["codes"]["empty"][name])


def is_tick(text: str) -> bool:
    """Whether a text is a mark that is no letter: "✓", "×", "+"; a dash is none."""
    return text != "" and _TICKS.issuperset(text)


def read_text(cell: Cell) -> Taken:
    """Free text as it stands, clean."""
    text = tidy(cell) if type(cell) is str else as_text(cell)
    return NOTHING if text[:1] == "#" and _FORMULA_ERROR.fullmatch(text) else (text, None, "")


def kept(text: str, value: str) -> str:
    """The text of a cell as the original of a number read from it; "" where only case, spaces and signs between differ."""
    return "" if text == value or bare(text).upper() == bare(value).upper() else text


def lost(field: str, cell: Cell) -> Taken:
    """A number of which Excel has kept only the first digits: nothing can bring back the others."""
    text = as_text(cell)
    return "", problem(field, "number_lost", value=text), text


def unclear(field: str, text: str) -> Taken:
    """Words where a number or an address should stand: the field stays blank, the words are told and kept."""
    return "", problem(field, "value_unclear", Severity.WARNING, original=text), text


def inside(field: str, text: str, value: str) -> Taken:
    """A value found for certain among other words."""
    return value, problem(field, "value_inside", Severity.HINT, original=text, value=value), text
