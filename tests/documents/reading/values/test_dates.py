"""Dates in cells, whatever way an office writes them."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.values import dates
from vnpresence_desktop.documents.reading.values.dates import date_reader
from vnpresence_desktop.domain.dates import parse_date, show
from vnpresence_desktop.domain.problems import Severity

AS_IT_STANDS = [
    (date(2003, 2, 1), "2003-02-01"),
    (datetime(2003, 2, 1, 8, 30), "2003-02-01"),  # noqa: DTZ001 - a cell has no time zone
    ("01/02/2003", "2003-02-01"),
    ("1/2/2003", "2003-02-01"),
    (" 1 - 2 - 2003 ", "2003-02-01"),
    ("01.02.2003", "2003-02-01"),
    (2003.0, "2003"),
    ("2003", "2003"),
    ("5/2003", "2003-05"),
]
IN_OTHER_WORDS = [
    ("010203", "2003-02-01"),
    (1022003.0, "2003-02-01"),
    ("70203", "2003-02-07"),
    ("20030201", "2003-02-01"),
    (10203.0, "1927-12-07"),
    (37653.0, "2003-02-01"),
    ("37653", "2003-02-01"),
    (37653.25, "2003-02-01"),
    ("2003.0", "2003"),
    ("1/2/03", "2003-02-01"),
    ("1/2/85", "1985-02-01"),
    ("2003-02-01", "2003-02-01"),
    ("2003/2/1", "2003-02-01"),
    ("2003-02-01 08:30:00", "2003-02-01"),
    ("01/02/2003 08:30", "2003-02-01"),
    ("'01/02/2003", "2003-02-01"),
    ("01\\02\\2003", "2003-02-01"),
    ("01,02,2003", "2003-02-01"),
    ("０１/０２/２００３", "2003-02-01"),
    ("00/00/2003", "2003"),
    ("00/05/2003", "2003-05"),
    ("../../2003", "2003"),
    ("sinh năm 1985", "1985"),
    ("SN 1985", "1985"),
    ("sinh ngày 01/02/2003", "2003-02-01"),
    ("ngày 1 tháng 2 năm 2003", "2003-02-01"),
    ("mùng 1, tháng 2, năm 2003", "2003-02-01"),
    ("Tháng 3/2024", "2024-03"),
    ("T12/2003", "2003-12"),
    ("05 Thg12 2003", "2003-12-05"),
    ("5-thg 12-03", "2003-12-05"),
    ("5-Dec-03", "2003-12-05"),
]
UNREADABLE = [
    "31/02/2003", "29/02/2003", "32/01/2003", "không nhớ", "2004-13-40", "15/2004", "2003/31/12", "1/2/203", "tháng 13 năm 2003",
    "01/02/2003, 03/04/2005", "01/02/2003 và 03/04/2005", "2001-2003", date(9999, 1, 1), True, "١/٢/٢٠٠٣ م", 0.5,
]  # fmt: skip


@pytest.mark.parametrize(("cell", "stored"), AS_IT_STANDS)
def test_a_date_that_stands_as_it_will_be_shown(cell: Any, stored: str) -> None:
    assert date_reader("birth_date")(cell) == (stored, None, "")


@pytest.mark.parametrize(("cell", "stored"), IN_OTHER_WORDS)
def test_a_date_in_other_words_is_read_and_the_words_are_kept(cell: Any, stored: str) -> None:
    value, trouble, original = date_reader("birth_date")(cell)
    assert (value, trouble) == (stored, None)
    assert original == (str(cell).removesuffix(".0") if isinstance(cell, float) else cell)


@pytest.mark.parametrize("cell", UNREADABLE)
def test_what_is_no_date_is_told_with_its_text(cell: Any) -> None:
    value, trouble, original = date_reader("certificate_date")(cell)
    assert trouble
    assert (value, trouble.field, trouble.code) == ("", "certificate_date", "date_unreadable")
    assert trouble.severity is Severity.WARNING
    assert dict(trouble.values) == {"original": original}
    assert original


@pytest.mark.parametrize("cell", ["chưa rõ", "-", "…", "không có"])
def test_no_date_at_all(cell: str) -> None:
    assert date_reader("birth_date")(cell) == ("", None, "")


@pytest.mark.parametrize("cell", ["02/13/2003", "2-13-2003", "02/13/03", "sinh 02/13/2003"])
def test_a_month_in_front_is_told_where_nothing_else_makes_a_date(cell: str) -> None:
    value, trouble, original = date_reader("birth_date")(cell)
    assert trouble
    assert (value, trouble.code, original) == ("2003-02-13", "date_swapped", cell)


def test_a_column_with_the_month_first_is_read_so() -> None:
    read = date_reader("birth_date", month_first=True)
    assert read("02/01/2003") == ("2003-02-01", None, "02/01/2003")
    assert read("02/13/2003") == ("2003-02-13", None, "02/13/2003")
    assert read("05/00/2003") == ("2003-05", None, "05/00/2003")
    assert read("05/05/2003") == ("2003-05-05", None, "")
    value, trouble, original = read("13/02/2003")
    assert trouble
    assert (value, trouble.code, original) == ("2003-02-13", "date_day_first", "")
    assert read(date(2003, 2, 1))[0] == "2003-02-01"


def test_real_dates_that_excel_may_have_swapped_are_pointed_out() -> None:
    read = date_reader("birth_date", doubted=True)
    value, trouble, original = read(date(2003, 2, 1))
    assert trouble
    assert (value, trouble.code, trouble.severity, original) == (
        "2003-02-01", "date_maybe_swapped", Severity.WARNING, "",
    )  # fmt: skip
    assert dict(trouble.values) == {"original": "01/02/2003", "other": "02/01/2003"}
    for sure in (date(2003, 2, 13), date(2003, 2, 2), "01/02/2003", 2003.0):
        assert read(sure)[1] is None


def test_real_dates_that_excel_has_swapped_are_put_back() -> None:
    read = date_reader("birth_date", doubted=True, swapped=True)
    assert read(date(2003, 2, 1)) == ("2003-01-02", None, "01/02/2003")
    assert read(datetime(2003, 12, 1)) == ("2003-01-12", None, "01/12/2003")  # noqa: DTZ001 - a cell has no time zone
    assert read(date(2003, 2, 13)) == ("2003-02-13", None, "")


@given(st.from_regex(r"[0-9]{2}/[01][0-9]/(1[89]|20|21)[0-9]{2}", fullmatch=True))
def test_the_short_way_reads_dates_as_the_long_way_does(text: str) -> None:
    assert dates._usual_date(text) in (None, parse_date(text))
    assert (dates._usual_date(text) is None) == (parse_date(text) is None)


@given(st.dates(date(1931, 1, 1), date(2029, 12, 31)), st.sampled_from(["/", "-", ".", " ", "\\"]), st.booleans())
def test_every_day_comes_back_from_its_text(day: date, between: str, month_first: bool) -> None:
    read = date_reader("founded", month_first=month_first)
    parts = (day.month, day.day) if month_first else (day.day, day.month)
    for year in (day.year, f"{day.year % 100:02d}"):
        assert read(between.join(map(str, (*parts, year))))[0] == day.isoformat()
    assert read(day)[0] == day.isoformat()
    assert month_first or read(show(day.isoformat())) == (day.isoformat(), None, "")
