"""Phone numbers and e-mail addresses in cells."""

import re

from vnpresence_desktop.documents.reading.values.cells import (
    NOTHING,
    Reader,
    Taken,
    as_text,
    inside,
    is_no_number,
    kept,
    lost,
    unclear,
)
from vnpresence_desktop.documents.reading.values.numbers import number_text
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain import numbers
from vnpresence_desktop.domain.problems import Severity, problem

_BETWEEN_PHONES = re.compile(r"[,;/\n&|]| - | – |\bhoặc\b")
_PHONE_INSIDE = re.compile(r"(?<![\d+])(?:\+?84|0)(?:[ .\-()]{0,2}\d){8,11}(?!\d)", re.ASCII)
_BETWEEN_ADDRESSES = re.compile(r"[\s,;:/|<>()]+")


def phone_reader(*, zeros: bool | None = None) -> Reader:
    """A reader of phone numbers, the first of several; ``zeros``: see `Options.zeros`.

    A lost zero is certain, since every number begins with one: it is put back untold unless a person said not to.
    """
    restores = zeros is not False

    def read(cell: Cell) -> Taken:
        if (
            type(cell) is str
            and len(cell) == 10
            and cell[0] == "0"
            and cell[1] != "1"
            and cell.isascii()
            and cell.isdigit()
        ):
            return cell, None, ""
        if type(cell) is float and restores and 3e8 <= cell < 1e9 and cell.is_integer():
            text = str(int(cell))
            return f"0{text}", None, text
        text_of = number_text(cell)
        if text_of is None:
            return lost("phone", cell)
        return NOTHING if is_no_number(text_of) else _phone_of(text_of, restores=restores)

    return read


def _phone_of(text: str, *, restores: bool) -> Taken:
    read = numbers.read_phone(text)
    if read.code and not restores:
        return numbers.bare(text), None, ""
    value = numbers.renewed_phone(read.value)
    if value != read.value:
        return value, problem("phone", "phone_renewed", Severity.HINT, original=text, value=value), text
    if not numbers.check_phone(value):
        return value, None, kept(text, value)
    return _phone_among_others(text, read.value)


def _phone_among_others(text: str, read: str) -> Taken:
    found = [phone for part in _BETWEEN_PHONES.split(text) for phone in _phones_in(part)]
    if len(set(found)) > 1:
        return found[0], problem("phone", "phone_several", Severity.HINT, original=text, value=found[0]), text
    if found:
        return inside("phone", text, found[0])
    digits = numbers.bare(text).removeprefix("+")
    return (read, None, kept(text, read)) if digits.isascii() and digits.isdigit() else unclear("phone", text)


def _phones_in(part: str) -> list[str]:
    """The good numbers of a text: all of it, or those that stand in it."""
    values = [numbers.renewed_phone(numbers.read_phone(piece).value) for piece in (part, *_PHONE_INSIDE.findall(part))]
    return [value for value in dict.fromkeys(values) if value and not numbers.check_phone(value)]


def read_email(cell: Cell) -> Taken:
    """E-mail address without spaces; the first of several; what stands for nothing is nothing."""
    text = as_text(cell)
    if is_no_number(text):
        return NOTHING
    whole = text.replace(" ", "").strip(".,;")
    if ":" not in whole and not numbers.check_email(whole):
        return whole, None, kept(text, whole)
    good = [part for part in _BETWEEN_ADDRESSES.split(text) if part and not numbers.check_email(part.strip("."))]
    if good:
        return inside("email", text, good[0].strip("."))
    return (whole, None, kept(text, whole)) if "@" in whole or "." in whole else unclear("email", text)
