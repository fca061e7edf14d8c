"""ID numbers, tax codes and certificate numbers in cells: zeros that Excel ate, digits it lost, words around them.

Each reader is made for a column. ``zeros`` is what a person said of the column's lost zeros, see `Options.zeros`.
"""

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
    tidy,
    unclear,
)
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain import numbers
from vnpresence_desktop.domain.problems import Problem, Severity, problem

_USUAL_CERTIFICATE = re.compile(r"\d{2}[A-Z]8\d{6}", re.ASCII)
"""The usual number of a household's certificate, as it is stored."""
_LOST = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+", re.ASCII)
_ID_INSIDE = re.compile(
    r"(?<![\d.])(?:0\d{11}|0\d\d[ .\-]\d{3}[ .\-]\d{3}[ .\-]\d{3}|0\d{3}[ .\-]\d{4}[ .\-]\d{4})(?!\d)", re.ASCII
)
_OLD_CARD_INSIDE = re.compile(r"(?<!\d)\d{9}(?!\d)", re.ASCII)
_TAX_INSIDE = re.compile(r"(?<!\d)(?:\d{10}(?:-\d{3})?|0\d{11})(?!\d)", re.ASCII)
_EXACT = 10**15
"""Whole numbers below it are exact in a cell; beyond, Excel has lost digits."""
_ROUNDED = 10**5
"""A number of ten digits and more that it divides was once shown as 9.20628E+10 and typed or saved so."""
_CENTURIES = "0123"
"""The fourth digit of the ID number of anybody born from 1900 to 2099."""


def number_text(cell: Cell) -> str | None:
    """The digits of a number's cell; None where Excel has lost some of them for good."""
    if isinstance(cell, str):
        text = tidy(cell)
        return None if _LOST.fullmatch(text.replace(" ", "")) else text
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else None
    return as_text(cell)


def _whole(cell: Cell) -> str | None:
    """`number_text` of a long number: one that ends in five zeros was rounded."""
    text = number_text(cell)
    if text and not isinstance(cell, str) and text.isdigit() and len(text) >= 10 and int(text) % _ROUNDED == 0:
        return None
    return text


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def id_reader(*, zeros: bool | None = None) -> Reader:
    """A reader of personal identification numbers; an old card's nine digits are kept out and told."""
    restores = zeros is not False

    def read(cell: Cell) -> Taken:
        if type(cell) is str and len(cell) == numbers.ID_LENGTH and cell.isascii() and cell.isdigit():
            return cell, None, ""
        # the one lost zero that every list has
        if type(cell) is float and restores and 1e10 <= cell < 1e11 and cell.is_integer() and cell % _ROUNDED:
            text = str(int(cell))
            value = f"0{text}"
            return value, None if zeros else _restored("id_number", "id_zero_restored", text, value), text
        text_of = _whole(cell)
        if text_of is None:
            return lost("id_number", cell)
        return NOTHING if is_no_number(text_of) else _id_of(text_of, zeros=zeros)

    return read


def _restored(field: str, code: str, original: str, value: str) -> Problem:
    return Problem(field, code, Severity.WARNING, (("original", original), ("value", value)))


def _id_of(text: str, *, zeros: bool | None) -> Taken:
    digits = numbers.bare(text)
    if not _is_digits(digits):
        return _id_among_words(text)
    if len(digits) in (8, 9):  # the old card's own first zero may be lost as well
        return _old_card(text)
    read = numbers.read_id_number(text)
    if not read.code or zeros is False:
        return digits, None, kept(text, digits)
    if read.code == "id_ambiguous" and not (zeros and digits[1] in _CENTURIES):
        return (
            digits,
            problem("id_number", read.code, Severity.WARNING, original=text, value=digits),
            kept(text, digits),
        )
    value = digits.zfill(numbers.ID_LENGTH)
    return value, None if zeros else _restored("id_number", read.code, text, value), text


def _old_card(text: str) -> Taken:
    return "", problem("id_number", "id_old_card_left", Severity.WARNING, original=text), text


def _id_among_words(text: str) -> Taken:
    found = {numbers.bare(match) for match in _ID_INSIDE.findall(text)}
    if len(found) == 1:
        return inside("id_number", text, found.pop())
    return _old_card(text) if not found and _OLD_CARD_INSIDE.search(text) else unclear("id_number", text)


def tax_reader(*, zeros: bool | None = None) -> Reader:
    """A reader of tax codes; see `numbers.read_tax_code`."""

    def read(cell: Cell) -> Taken:
        if type(cell) is str and len(cell) in (10, numbers.ID_LENGTH) and cell.isascii() and cell.isdigit():
            return cell, None, ""
        if type(cell) is float and 1e9 <= cell < 1e10 and cell.is_integer() and cell % _ROUNDED:
            return str(int(cell)), None, ""
        text = _whole(cell)
        if text is None:
            return lost("tax_code", cell)
        if is_no_number(text):
            return NOTHING
        return _tax_of("tax_code", text, zeros=zeros) if _is_digits(numbers.bare(text)) else _tax_among_words(text)

    return read


def _tax_of(field: str, text: str, *, zeros: bool | None) -> Taken:
    read = numbers.read_tax_code(text)
    if not read.code:
        return read.value, None, kept(text, read.value)
    if zeros is False:
        return numbers.bare(text), None, ""
    return read.value, None if zeros else _restored(field, "tax_zero_restored", text, read.value), text


def _tax_among_words(text: str) -> Taken:
    """A code with a right check digit, or an owner's ID number, is certain; ten digits may as well be a phone number."""
    found = {match for match in _TAX_INSIDE.findall(text) if not numbers.check_tax_code(match, household=True)}
    return inside("tax_code", text, found.pop()) if len(found) == 1 else unclear("tax_code", text)


def certificate_reader(*, zeros: bool | None = None) -> Reader:
    """A reader of the certificate's number, whatever signs it has; one of digits alone may have lost its zeros."""

    def read(cell: Cell) -> Taken:
        if type(cell) is str and _USUAL_CERTIFICATE.fullmatch(cell):
            return cell, None, ""
        text = _whole(cell)
        if text is None:
            return lost("certificate_no", cell)
        if is_no_number(text):
            return NOTHING
        if _is_digits(numbers.bare(text)):
            return _tax_of("certificate_no", text, zeros=zeros)
        value = numbers.read_certificate(text).value
        return value, None, kept(text, value)

    return read
