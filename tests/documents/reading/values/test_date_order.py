"""What stands first in a column of dates."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.values.date_order import DateOrder, date_order, swappable

SURE, AMERICAN, EITHER = "13/05/2001", "05/13/2001", "05/03/2001"


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        (SURE, DateOrder(day_first=1)),
        ("31-1-01", DateOrder(day_first=1)),
        ("13/05/2001 08:30", DateOrder(day_first=1)),
        (AMERICAN, DateOrder(month_first=1)),
        ("'5.13.2001", DateOrder(month_first=1)),
        (EITHER, DateOrder(either=1)),
        ("05/05/2001", DateOrder()),
        ("13/13/2001", DateOrder()),
        ("05/32/2001", DateOrder()),
        ("00/05/2001", DateOrder()),
        ("2001-05-13", DateOrder()),
        ("05/2001", DateOrder()),
        (2001.0, DateOrder()),
        (None, DateOrder()),
        (date(2001, 5, 3), DateOrder(real=1)),
        (date(2001, 5, 5), DateOrder()),
        (date(2001, 5, 13), DateOrder(settled=1)),
    ],
)
def test_what_one_cell_tells(cell: Any, order: DateOrder) -> None:
    assert date_order([cell]) == order


@pytest.mark.parametrize(
    ("cells", "doubtful"),
    [
        ([SURE] * 9 + [EITHER] * 9, False),
        ([EITHER] * 9, False),
        ([AMERICAN], False),
        ([AMERICAN, EITHER], True),
        ([AMERICAN, SURE], True),
        ([], False),
    ],
)
def test_a_column_is_asked_about_only_where_its_texts_disagree(cells: list[Any], doubtful: bool) -> None:
    assert date_order(cells).doubtful is doubtful


REAL, LATE = [date(2001, 5, 3), date(1999, 7, 12), date(2003, 1, 8)], [date(2001, 5, 23)]


@pytest.mark.parametrize(
    ("cells", "suspect"),
    [
        ([SURE] * 3 + REAL, True),
        ([SURE] * 3 + REAL + LATE, False),
        ([SURE] * 3 + REAL + [EITHER], False),
        ([SURE] * 3 + REAL + [AMERICAN], False),
        ([SURE] * 3, False),
        (REAL, False),
        ([SURE, *REAL], False),
    ],
)
def test_excel_is_suspected_where_all_texts_are_late_and_all_real_dates_early(cells: list[Any], suspect: bool) -> None:
    assert date_order(cells).maybe_swapped is suspect


@given(st.lists(st.dates(date(1950, 1, 1), date(2020, 12, 31)), min_size=60, max_size=60, unique=True))
def test_an_american_excel_is_found_out_and_an_honest_column_is_not(days: list[date]) -> None:
    """Texts dd/mm/yyyy typed into it: what it can read as mm/dd it makes a real date of."""
    spoilt = [day.replace(month=day.day, day=day.month) if day.day <= 12 else f"{day:%d/%m/%Y}" for day in days]
    swapped = sum(1 for day in days if swappable(day))
    late = sum(1 for day in days if day.day > 12)
    assert date_order(spoilt).maybe_swapped is (swapped >= 2 and late >= 2)
    assert not date_order([f"{day:%d/%m/%Y}" for day in days]).maybe_swapped
    assert not date_order([*days, date(2001, 1, 1) + timedelta(20)]).maybe_swapped


@given(
    st.lists(
        st.one_of(st.text(max_size=12), st.floats(), st.dates(), st.none(), st.booleans(), st.integers()), max_size=8
    )
)
def test_no_column_raises(cells: list[Any]) -> None:
    order = date_order(cells)
    assert order.day_first + order.month_first + order.either + order.real + order.settled <= len(cells)
