"""Dates as offices write them."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.dates import (
    EARLIEST,
    LATEST,
    birthday,
    full,
    parse_date,
    show,
    span,
    term_end,
    within,
)

DAYS = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))
STORED = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    st.integers(EARLIEST, LATEST).map(str),
)
NEARLY = st.text("0123456789/-. ngàythángnăm٣²", max_size=24)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1/2/2003", "2003-02-01"),
        ("01-02-2003", "2003-02-01"),
        ("1.2.2003", "2003-02-01"),
        ("1 2 2003", "2003-02-01"),
        (" 01 / 02 / 2003 .", "2003-02-01"),
        ("01/02\u00a0/2003", "2003-02-01"),
        ("010203", "2003-02-01"),
        ("01022003", "2003-02-01"),
        ("1/2/03", "2003-02-01"),
        ("1/2/29", "2029-02-01"),
        ("1/2/30", "1930-02-01"),
        ("1/2/99", "1999-02-01"),
        ("2003-02-01", "2003-02-01"),
        ("2003-2-1", "2003-02-01"),
        ("2003-02-01 00:00:00", "2003-02-01"),
        ("2003-02-01T00:00:00", "2003-02-01"),
        ("ngày 1 tháng 2 năm 2003", "2003-02-01"),
        ("Ngày 01 Tháng 02 Năm 2003", "2003-02-01"),
        (unicodedata.normalize("NFD", "ngày 1 tháng 2 năm 2003"), "2003-02-01"),
        ("tháng 2 năm 2003", "2003-02"),
        ("5/2003", "2003-05"),
        ("05-2003", "2003-05"),
        ("2003-05", "2003-05"),
        ("2003", "2003"),
        ("29/02/2004", "2004-02-29"),
    ],
)
def test_what_offices_write(typed, stored):
    assert parse_date(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "-", "31/02/2003", "29/02/2003", "00/01/2003", "1/0/2003", "1/13/2003", "13/2003", "0/2003", "1899", "2101",
        "01/02/1899", "12/10", "5/03", "03", "320103", "1/2/203", "1/2/20031", "2003-02-30", "2003-13", "chưa rõ", "45292",
        "01/02/2003 và 02/02/2003", "2003-02-01 08:30:00", "²/2/2003",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(typed):
    assert parse_date(typed) is None


@given(STORED)
def test_what_is_shown_reads_back(stored):
    assert parse_date(show(stored)) == stored
    assert parse_date(stored) == stored


@given(DAYS)
def test_long_and_solid_forms_read_back(day):
    assert parse_date(f"ngày {day.day:02d} tháng {day.month} năm {day.year}") == day.isoformat()
    assert parse_date(f"{day:%d%m}{day.year}") == day.isoformat()


@given(st.dates(date(1930, 1, 1), date(2029, 12, 31)))
def test_two_digit_years_cover_a_century(day):
    assert parse_date(f"{day.day}/{day.month}/{day.year % 100:02d}") == day.isoformat()


@given(st.text() | NEARLY)
def test_any_text_is_a_stored_date_or_none(text):
    stored = parse_date(text)
    assert stored is None or span(stored) is not None
    assert bool(show(text)) == bool(text)


def test_show_leaves_what_is_no_date():
    assert show("chưa rõ") == "chưa rõ"
    assert show("") == ""
    assert (show("2003-02-01"), show("2003-05"), show("2003")) == ("01/02/2003", "05/2003", "2003")


def test_span_of_whole_and_partial_dates():
    assert span("2004-02-29") == (date(2004, 2, 29), date(2004, 2, 29))
    assert span("2004-02") == (date(2004, 2, 1), date(2004, 2, 29))
    assert span("2003") == (date(2003, 1, 1), date(2003, 12, 31))


@pytest.mark.parametrize(
    "stored",
    ["", "2003-00", "2003-05-00", "2003-13", "2003-02-29", "0000", "9999", "2003-5", "01/02/2003", "٢٠٠٣", "2003\n"],
)
def test_what_is_not_stored_so_has_no_span(stored):
    assert span(stored) is None
    assert full(stored) is None


@given(st.text() | NEARLY)
def test_span_takes_anything(text):
    days = span(text)
    assert days is None or days[0] <= days[1]


@given(STORED)
def test_only_a_whole_date_is_full(stored):
    assert (full(stored) is not None) == (len(stored) == 10)


@given(DAYS, st.integers(0, 150))
def test_birthdays_and_terms_fall_in_their_year(day, years):
    turned, ended = birthday(day, years), term_end(day, years)
    assert turned.year == ended.year == day.year + years
    common_29th = (day.month, day.day) == (2, 29) and turned.month == 3
    assert turned - ended == timedelta(days=1 if common_29th else 0)
    assert common_29th or (turned.month, turned.day) == (day.month, day.day)


def test_29_february():
    assert birthday(date(2004, 2, 29), 18) == date(2022, 3, 1)
    assert birthday(date(2004, 2, 29), 20) == date(2024, 2, 29)
    assert term_end(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert term_end(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert term_end(date(2025, 10, 3), 1) == date(2026, 10, 3)


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        ("", "", True), ("2025-12-15", "2025-12-15", True), ("2025-12-16", "", False), ("", "2025-12-14", False),
        ("2025-12", "2025-12", True), ("2025", "", True), ("", "2025", True), ("", "2024", False), ("2026", "", False),
    ],
)  # fmt: skip
def test_a_day_between_dates_of_which_the_partial_ones_count_wholly(first: str, last: str, there: bool) -> None:
    assert within(first, last, date(2025, 12, 15)) is there
