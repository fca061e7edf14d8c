"""Dates as offices write them: read from text, whole or partial, kept as ISO text, shown in Vietnamese order.

A partial date is "2003" or "2003-05"; it stands for every day it may mean, see `span`.
"""

import calendar
import re
from datetime import date, timedelta, timezone
from functools import lru_cache

from vnpresence_desktop.domain.text import clean

EARLIEST, LATEST = 1900, 2100
"""Years outside are taken for typing errors."""

VIETNAM = timezone(timedelta(hours=7), "+07")
"""The one time zone of the country, without summer time."""

_PIVOT = 30
"""Two-digit years: 00–29 are 20xx, 30–99 are 19xx."""

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]0?0:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})[/.\- ]+)?(\d{1,2})[/.\- ]+)?(\d{4}|\d{2})")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_WORDS = re.compile(r"(?:ngày\s*)?(?:(\d{1,2})\s*)?tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)


def parse_date(text: str) -> str | None:
    """Read a date typed or found in a list; the day stands before the month.

    Args:
        text: e.g. "1/2/2003", "01-02-2003", "010203", "01022003", "ngày 1 tháng 2 năm 2003", "5/2003", "2003",
            "2003-02-01".

    Returns:
        ISO text, partial where the text is ("2003", "2003-05"), or None where it is no date.
    """
    text = clean(text).strip(" .")
    if match := _ISO.fullmatch(text):
        return _iso(*match.groups())
    if match := _WORDS.fullmatch(text) or _SOLID.fullmatch(text):
        day, month, year = match.groups()
        return _iso(year, month, day)
    match = _DAY_FIRST.fullmatch(re.sub(r"\s*([/.\-])\s*", r"\1", text))
    # "12/10" may be a day or a month: only a whole date may have a short year.
    if match and (match[1] or len(match[3]) == 4):
        return _iso(match[3], match[2], match[1])
    return None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _PIVOT else 1900
    if not EARLIEST <= number <= LATEST:
        return None
    if month is None:
        return f"{number:04d}"
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{number:04d}-{int(month):02d}"
    if not 1 <= int(day) <= calendar.monthrange(number, int(month))[1]:
        return None
    return f"{number:04d}-{int(month):02d}-{int(day):02d}"


@lru_cache(maxsize=16_384)  # the same dates are asked for again and again while figures are counted
def span(iso: str) -> tuple[date, date] | None:
    """First and last day that a stored date may mean; None for "" and for what is no stored date (see `parse_date`)."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso, re.ASCII)
    if not match or _iso(*match.groups()) is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    first = date(year, month or 1, day or 1)
    return first, date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])


def full(iso: str) -> date | None:
    """The day of a whole stored date; None for a partial one, "" and what is no date."""
    days = span(iso)
    return days[0] if days and days[0] == days[1] else None


def within(first: str, last: str, day: date) -> bool:
    """Whether a day lies between two stored dates, both included; "" is open, of a partial date each of its days counts."""
    begun, over = span(first), span(last)
    return (begun is None or begun[0] <= day) and (over is None or day <= over[1])


def birthday(born: date, age: int) -> date:
    """The day a person turns ``age``; born on 29 February: 1 March in common years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def term_end(start: date, years: int) -> date:
    """Last day of a term counted in years: the same day of its last year (Bộ luật Dân sự 2015, Điều 148).

    A term begun on 29 February ends on 28 February where there is no such day.
    """
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1) - timedelta(days=1)


def show(iso: str) -> str:
    """A stored date as it is shown: "01/02/2003", "05/2003", "2003"; anything else as it stands."""
    return "/".join(reversed(iso.split("-"))) if span(iso) else iso
