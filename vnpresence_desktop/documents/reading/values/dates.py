"""Dates in cells: real ones, texts of every way offices write, years alone, Excel's day numbers."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from vnpresence_desktop.documents.reading.values.cells import NOTHING, Reader, Taken, as_text, is_nothing, tidy
from vnpresence_desktop.documents.reading.values.date_order import swappable
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.dates import EARLIEST, LATEST, parse_date, show
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.domain.text import fold

_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 60_000
"""Excel's count of days: 1927 to 2064."""
_BETWEEN = r"\s*[/.\-]\s*"
_TRIPLE = re.compile(
    rf"(?<![\d/.\-])(\d{{1,2}})(?:{_BETWEEN}|\s)(\d{{1,2}})(?:{_BETWEEN}|\s)(\d{{4}}|\d{{2}})(?![\d/])", re.ASCII
)
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})(?:[T ].*)?", re.ASCII)
_YEAR_FIRST_SOLID = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_YEAR_INSIDE = re.compile(r"(?<!\d)(?<!\d[/.\-])(?:19|20)\d\d(?![/.\-]?\d)", re.ASCII)
"""A year that is no part of a date: "2004-13-40" is not 2004."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?<![a-z\d])(?:(?P<day>\d{1,2})[\s,/.\-]*)?"
    rf"(?:(?:thang|thg|th|t)[\s.]*(?P<number>\d{{1,2}})|(?P<name>{'|'.join(_MONTHS)})[a-z]*)"
    r"[\s,/.\-]*(?:nam[\s:]*)?(?P<year>\d{4}|\d{2})(?!\d)",
    re.ASCII,
)
"""5 tháng 12 năm 2003, 5-thg 12-03, T12/2003, 5-Dec-03; folded."""


def date_reader(field: str, *, month_first: bool = False, doubted: bool = False, swapped: bool = False) -> Reader:
    """A reader of the dates of a field; see `Options` for what a person answers.

    Args:
        field: the record's field.
        month_first: texts have the month before the day.
        doubted: real dates whose day and month can change places are pointed out ("date_maybe_swapped").
        swapped: their day and month are put back.
    """
    read_said = _text_reader(field, month_first=month_first)
    read_real = _real_reader(field, doubted=doubted, swapped=swapped)

    def read(cell: Cell) -> Taken:
        if isinstance(cell, str):
            return read_said(cell)
        if isinstance(cell, date):
            return read_real(cell)
        if isinstance(cell, float) and cell.is_integer() and EARLIEST <= cell <= LATEST:
            return str(int(cell)), None, ""
        return read_said(as_text(cell))

    return read


def _real_reader(field: str, *, doubted: bool, swapped: bool) -> Callable[[date], Taken]:
    def read(cell: date) -> Taken:
        if not EARLIEST <= cell.year <= LATEST:
            return _unreadable(field, as_text(cell))
        iso = cell.isoformat()[:10]
        if not (doubted or swapped) or not swappable(cell):
            return iso, None, ""
        other = f"{iso[:4]}-{iso[8:]}-{iso[5:7]}"
        if swapped:
            return other, None, show(iso)
        told = problem(field, "date_maybe_swapped", Severity.WARNING, original=show(iso), other=show(other))
        return iso, told, ""

    return read


def _text_reader(field: str, *, month_first: bool) -> Callable[[str], Taken]:
    @lru_cache(50_000)
    def read(said: str) -> Taken:
        if not month_first and (usual := _usual_date(said)):
            return usual, None, ""
        text = tidy(said)
        iso, code = _date_in(_plain(text), month_first=month_first)
        if iso:
            told = problem(field, code, Severity.WARNING, original=text) if code else None
            return iso, told, "" if _says_so(text, iso) else text
        return NOTHING if is_nothing(text) else _unreadable(field, text)

    return read


def _unreadable(field: str, text: str) -> Taken:
    return "", problem(field, "date_unreadable", Severity.WARNING, original=text), text


def _plain(text: str) -> str:
    """The text with plain digits, one kind of separator, no quotation mark in front, no ".0" behind."""
    plain = unicodedata.normalize("NFKC", text).removesuffix(".0")
    return re.sub(r"(?<=\d)\s*[\\,]\s*(?=\d)", "/", plain).strip(" .'’`\"")


def _says_so(text: str, iso: str) -> bool:
    """Whether a text is the date as it will be shown, but for zeros in front and the signs between."""
    parts = re.split(r"\s*[/.\-\s]\s*", text)
    return all(part.isascii() and part.isdigit() for part in parts) and [int(part) for part in parts] == [
        int(part) for part in show(iso).split("/")
    ]


def _date_in(text: str, *, month_first: bool) -> tuple[str, str]:
    """ISO text of the one date in a text, "" for none; and the code of what is doubtful about it, or ""."""
    triples = _TRIPLE.findall(text)
    if triples:
        return _of_triple(*triples[0], month_first=month_first) if len(triples) == 1 else ("", "")
    if match := _YEAR_FIRST.fullmatch(text) or _YEAR_FIRST_SOLID.fullmatch(text):
        return parse_date("-".join(match.groups())) or _partial(*match.groups()), ""
    if iso := parse_date(text) or _serial(text) or _solid(text):
        return iso, ""
    if named := list(_NAMED.finditer(fold(text))):
        return (_of_named(named[0]), "") if len(named) == 1 else ("", "")
    years = _YEAR_INSIDE.findall(text)
    return (years[0], "") if len(years) == 1 else ("", "")


def _of_triple(first: str, second: str, year: str, *, month_first: bool) -> tuple[str, str]:
    day, month = (second, first) if month_first else (first, second)
    if iso := parse_date(f"{day}/{month}/{year}") or _partial(year, month, day):
        return iso, ""
    other = parse_date(f"{month}/{day}/{year}")
    return (other, "date_day_first" if month_first else "date_swapped") if other else ("", "")


def _partial(year: str, month: str, day: str) -> str:
    """What 00/00/2003 and 00/05/2003 know of the date."""
    if int(day) or len(year) != 4:
        return ""
    return parse_date(f"{month}/{year}" if int(month) else year) or ""


def _of_named(match: re.Match[str]) -> str:
    day, number, name, year = match.group("day", "number", "name", "year")
    month = number or str(_MONTHS.index(name) + 1)
    return parse_date(f"{day}/{month}/{year}" if day else f"{month}/{year}") or ""


def _usual_date(text: str) -> str | None:
    """A whole date as most lists write it, 01/02/2003; None for all else, which the long way then judges."""
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
    match = re.fullmatch(r"(\d{5})(?:[./]\d+)?", text, re.ASCII)
    if match and _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return (_EPOCH + timedelta(days=int(match[1]))).isoformat()
    return None


def _solid(text: str) -> str | None:
    """1022003 and 70203: the zero of 01022003 and 070203 was lost; up to 60000 five digits are Excel's count of days."""
    return parse_date("0" + text) if text.isascii() and text.isdigit() and len(text) in (5, 7) else None
