"""What a cell means in the column of a field: the stored value, and what was doubtful about it. Nothing here raises.

Every reader takes a cell that is not empty and gives the stored value and the problem, or None. Numbers and dates that
already are in their stored form pass by the short way: it is most of a list of 100,000 rows.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from vnpresence_desktop.documents.reading.headings import data
from vnpresence_desktop.documents.reading.places import hamlet_of
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain import numbers
from vnpresence_desktop.domain.dates import EARLIEST, LATEST, parse_date
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.text import clean, words

Taken = tuple[Value, Problem | None]
"""The stored value, and what is to be said about it."""

DOUBTFUL = frozenset({
    "id_zero_restored", "id_ambiguous", "tax_zero_restored", "date_swapped", "date_unreadable", "name_from_owner",
})  # fmt: skip
"""Codes after which the record's field counts as not confirmed."""

_CERTIFICATE = re.compile(r"\d{2}[A-Z]8\d{6}")
"""The usual number of a household's certificate, as it is stored."""
_LOST = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_FORMULA_ERROR = re.compile(r"#(?:REF|VALUE|NAME|DIV/0|NUM|NULL|N/A|GETTING_DATA)[!?]?")
_ID_INSIDE = re.compile(r"(?<!\d)0\d{11}(?!\d)")
_BETWEEN_PHONES = re.compile(r"[,;/\n&|]| - | – |\bhoặc\b")
_DATE_INSIDE = re.compile(
    r"(?<!\d)\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}(?!\d)|(?<!\d)(?<!\d[/.\-])(?:19|20)\d\d(?![/.\-]?\d)"
)
"""A whole date, or a year that is no part of one: "2004-13-40" is not 2004."""
_YEAR_OF_ZEROS = re.compile(r"0{1,2}\s*[/.\-]\s*0{1,2}\s*[/.\-]\s*(\d{4})")
_AMERICAN = re.compile(r"(\d{1,2})[/.\-](1[3-9]|2\d|3[01])[/.\-](\d{4})")
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 60_000
"""Excel's count of days: 1927 to 2064."""
_EPOCH = date(1899, 12, 30)
_NAMES_LIKE_NOTHING = ("na", "trong")
"""Na, Trọng: names that are words for nothing ("n/a", "trống") but for their marks."""
_EXACT = 10**15
"""Whole numbers below it are exact in a cell; beyond, Excel has lost digits."""


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
    if (
        text.isprintable()
        and "  " not in text
        and text[:1] != " " != text[-1:]
        and unicodedata.is_normalized("NFC", text)
    ):
        return text
    return clean(text)


@lru_cache(50_000)
def _is_empty(text: str) -> bool:
    """Whether a text stands for nothing: "không có", "chưa rõ", "-", "…", a formula's error."""
    return words(text) in _empty_words() or _FORMULA_ERROR.fullmatch(text) is not None


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(data()["codes"]["empty"]["empty"])


def read_text(cell: Cell) -> Taken:
    """Free text as it stands, clean."""
    text = tidy(cell) if type(cell) is str else as_text(cell)
    return ("" if text[:1] == "#" and _FORMULA_ERROR.fullmatch(text) else text), None


def read_person(cell: Cell) -> Taken:
    """A person's name; all in capitals or all in small letters becomes "Trần Trọng Tường"."""
    text = as_text(cell)
    if _is_empty(text) and words(text) not in _NAMES_LIKE_NOTHING:
        return "", None
    if text.isupper() or text.islower():
        text = " ".join(_capital(word) for word in text.split())
    return text, None


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _number_text(cell: Cell) -> str | None:
    """The digits of a number's cell; None where Excel has lost some of them for good."""
    if isinstance(cell, str):
        text = tidy(cell)
        return None if _LOST.fullmatch(text.replace(" ", "")) else text
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else None
    return as_text(cell)


def _lost(field: str, cell: Cell) -> Taken:
    return "", problem(field, "number_lost", value=as_text(cell))


def read_id(cell: Cell) -> Taken:
    """Personal identification number; see `numbers.read_id_number` for lost zeros."""
    if type(cell) is str and len(cell) == numbers.ID_LENGTH and cell.isascii() and cell.isdigit():
        return cell, None
    if type(cell) is float and 1e10 <= cell < 1e11 and cell.is_integer():  # the one lost zero that every list has
        value = f"0{int(cell)}"
        return value, Problem(
            "id_number", "id_zero_restored", Severity.WARNING, (("original", value[1:]), ("value", value))
        )
    text = _number_text(cell)
    if text is None:
        return _lost("id_number", cell)
    if _is_empty(text):
        return "", None
    if inside := _ID_INSIDE.search(text):
        return inside[0], None
    read = numbers.read_id_number(text)
    if not read.code:
        return read.value, None
    return read.value, problem("id_number", read.code, Severity.WARNING, original=text, value=read.value)


def read_tax(cell: Cell) -> Taken:
    """Tax code; see `numbers.read_tax_code`."""
    if type(cell) is str and len(cell) in (10, numbers.ID_LENGTH) and cell.isascii() and cell.isdigit():
        return cell, None
    if type(cell) is float and 1e9 <= cell < 1e10 and cell.is_integer():
        return str(int(cell)), None
    return _restored("tax_code", cell, numbers.read_tax_code)


def read_certificate(cell: Cell) -> Taken:
    """Number of the certificate; one of digits alone may have lost its zeros as a tax code has."""
    if isinstance(cell, str):
        if _CERTIFICATE.fullmatch(cell):
            return cell, None
        if not numbers.bare(cell).isdigit() and not _LOST.fullmatch(cell.replace(" ", "")):
            return ("" if _is_empty(tidy(cell)) else numbers.read_certificate(cell).value), None
    return _restored("certificate_no", cell, numbers.read_tax_code)


def _restored(field: str, cell: Cell, read: Callable[[str], numbers.Read]) -> Taken:
    text = _number_text(cell)
    if text is None:
        return _lost(field, cell)
    if _is_empty(text):
        return "", None
    got = read(text)
    if not got.code:
        return got.value, None
    return got.value, problem(field, "tax_zero_restored", Severity.WARNING, original=text, value=got.value)


def read_phone(cell: Cell) -> Taken:
    """The first phone number of a cell; a lost zero is certain, since every number begins with one."""
    if type(cell) is str and len(cell) == 10 and cell[0] == "0" and cell.isascii() and cell.isdigit():
        return cell, None
    if type(cell) is float and 1e8 <= cell < 1e9 and cell.is_integer() and cell >= 3e8:
        return f"0{int(cell)}", None
    text = _number_text(cell)
    if text is None:
        return _lost("phone", cell)
    if _is_empty(text):
        return "", None
    several = [numbers.read_phone(part).value for part in _BETWEEN_PHONES.split(text) if part.strip()]
    good = [value for value in several if not numbers.check_phone(value)]
    if len(several) > 1 and good:
        return good[0], problem("phone", "phone_several", Severity.HINT, original=text, value=good[0])
    return numbers.read_phone(text).value, None


def read_email(cell: Cell) -> Taken:
    """E-mail address without spaces; what stands for nothing is nothing."""
    text = as_text(cell)
    return ("" if _is_empty(text) else text.replace(" ", "").strip(".,;")), None


def read_date(field: str) -> Callable[[Cell], Taken]:
    """A reader of dates for a field: real dates, text, years alone, Excel's day numbers."""

    @lru_cache(50_000)
    def read_text_date(text: str) -> Taken:
        return _date_of_text(field, tidy(text))

    def read(cell: Cell) -> Taken:
        if isinstance(cell, str):
            return read_text_date(cell)
        if isinstance(cell, date):
            good = EARLIEST <= cell.year <= LATEST
            return (cell.isoformat()[:10], None) if good else _unreadable(field, as_text(cell))
        if isinstance(cell, float) and cell.is_integer() and EARLIEST <= cell <= LATEST:
            return str(int(cell)), None
        return read_text_date(as_text(cell))

    return read


def _date_of_text(field: str, text: str) -> Taken:
    if iso := _usual_date(text):
        return iso, None
    if iso := parse_date(text) or _serial(text) or _solid(text):
        return iso, None
    if _is_empty(text):
        return "", None
    if match := _YEAR_OF_ZEROS.fullmatch(text):
        return parse_date(match[1]) or "", None
    if match := _AMERICAN.fullmatch(text):
        iso = parse_date(f"{match[2]}/{match[1]}/{match[3]}")
        return (
            (iso, problem(field, "date_swapped", Severity.WARNING, original=text)) if iso else _unreadable(field, text)
        )
    inside = _DATE_INSIDE.findall(text)
    iso = parse_date(inside[0]) if len(inside) == 1 else None
    return (iso, None) if iso else _unreadable(field, text)


def _usual_date(text: str) -> str | None:
    """A whole date as most lists write it, 01/02/2003; None for all else, which `parse_date` then judges."""
    if len(text) != 10 or text[2] != "/" or text[5] != "/" or not text.isascii():
        return None
    day, month, year = text[:2], text[3:5], text[6:]
    if not (day + month + year).isdigit() or not EARLIEST <= int(year) <= LATEST:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _serial(text: str) -> str | None:
    match = re.fullmatch(r"(\d{5})(?:\.\d+)?", text)
    if match and _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return (_EPOCH + timedelta(days=int(match[1]))).isoformat()
    return None


def _solid(text: str) -> str | None:
    """1022003 and 70203: the zero of 01022003 and 070203 was lost; up to 60000 five digits are Excel's count of days."""
    return parse_date("0" + text) if text.isascii() and text.isdigit() and len(text) in (5, 7) else None


def _unreadable(field: str, text: str) -> Taken:
    return "", problem(field, "date_unreadable", Severity.WARNING, original=text)


def read_code(field: str) -> Callable[[Cell], Taken]:
    """A reader of a field that holds one of a few codes; an unknown word is reported, the field left to its default."""
    codes: dict[str, str] = {word: code for code, said in data()["codes"][field].items() for word in said}

    @lru_cache(4096)
    def read_said(text: str) -> Taken:
        folded = words(text)
        if folded in codes:
            return codes[folded], None
        if _is_empty(text):
            return "", None
        return "", problem(field, f"{field}_unknown", Severity.WARNING, original=text)

    return lambda cell: read_said(as_text(cell))


def read_member(cell: Cell) -> Taken:
    """Member of the Youth Union (đoàn viên): yes, no or not known."""
    code, trouble = read_code("union_member")(cell)
    return {"yes": True, "no": False}.get(str(code)), trouble


def read_hamlet(heading: str) -> Callable[[Cell], Taken]:
    """A reader of the hamlet's column."""

    def read(cell: Cell) -> Taken:
        text = as_text(cell)
        return ("" if _is_empty(text) and not text.isdigit() else hamlet_of(text, heading)), None

    return read
