"""Reporting periods: quarters leave no gap, a year is its four quarters."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.periods import Period, Preset, parse_period, quarter_of, reported_days
from vnpresence_desktop.domain.problems import UserError

YEARS = range(2024, 2031)
FIRST = date(2025, 10, 3)
DAY = timedelta(days=1)
PERIODS = [Period(year, quarter) for year in YEARS for quarter in (None, 1, 2, 3, 4)]

presets = pytest.mark.parametrize("preset", Preset)


@presets
def test_quarters_follow_each_other_without_gap_or_overlap(preset):
    spans = [Period(year, quarter).days(preset) for year in YEARS for quarter in (1, 2, 3, 4)]
    for (first, last), (following, _) in pairwise(spans):
        assert first < last
        assert following == last + DAY


@presets
def test_a_year_is_its_four_quarters(preset):
    for year in YEARS:
        quarters = [Period(year, quarter).days(preset) for quarter in (1, 2, 3, 4)]
        assert Period(year).days(preset) == (quarters[0][0], quarters[3][1])


@presets
def test_every_day_falls_in_the_one_quarter_that_holds_it(preset):
    day = date(2024, 1, 1)
    while day <= date(2030, 12, 31):
        found = quarter_of(day, preset)
        first, last = found.days(preset)
        assert first <= day <= last
        holding = [p for p in PERIODS if p.quarter and p.days(preset)[0] <= day <= p.days(preset)[1]]
        assert holding in ([found], [])
        assert holding or found.year == 2031
        day += DAY


@pytest.mark.parametrize(
    ("period", "preset", "first", "last"),
    [
        (Period(2026, 1), Preset.ND09, date(2025, 12, 15), date(2026, 3, 14)),
        (Period(2026, 2), Preset.ND09, date(2026, 3, 15), date(2026, 6, 14)),
        (Period(2026, 3), Preset.ND09, date(2026, 6, 15), date(2026, 9, 14)),
        (Period(2026, 4), Preset.ND09, date(2026, 9, 15), date(2026, 12, 14)),
        (Period(2026), Preset.ND09, date(2025, 12, 15), date(2026, 12, 14)),
        (Period(2026, 1), Preset.CALENDAR, date(2026, 1, 1), date(2026, 3, 31)),
        (Period(2026, 2), Preset.CALENDAR, date(2026, 4, 1), date(2026, 6, 30)),
        (Period(2026, 3), Preset.CALENDAR, date(2026, 7, 1), date(2026, 9, 30)),
        (Period(2026, 4), Preset.CALENDAR, date(2026, 10, 1), date(2026, 12, 31)),
        (Period(2026), Preset.CALENDAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_days_of_the_decree_and_of_the_calendar(period, preset, first, last):
    assert period.days(preset) == (first, last)


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.id)
def test_an_id_reads_back(period):
    assert parse_period(period.id) == period
    assert parse_period(f" {period.id.lower()} ") == period


@pytest.mark.parametrize(
    "text", ["", "2025-Q5", "2025-Q0", "25-Q4", "quý IV", "2025-10", "1925", "２０２５", "2025-Q٤"]
)
def test_what_is_no_period_is_said_plainly(text):
    with pytest.raises(UserError, match="2025-Q4") as told:
        parse_period(text)
    assert told.value.title.startswith("Không hiểu kỳ báo cáo")


@given(st.text() | st.text("0125-Qq ", max_size=9))
def test_any_text_is_a_period_or_a_plain_error(text):
    try:
        period = parse_period(text)
    except UserError:
        return
    assert parse_period(period.id) == period


def test_titles_are_those_of_official_papers():
    assert Period(2025, 4).title == "quý IV năm 2025"
    assert Period(2025, 4).next_title == "quý I năm 2026"
    assert Period(2026, 1).next_title == "quý II năm 2026"
    assert Period(2025).title == "năm 2025"
    assert Period(2025).next_title == "năm 2026"


@presets
def test_the_first_period_starts_with_the_programme(preset):
    first_of = [reported_days(period, preset, FIRST)[0] for period in (Period(2025, 4), Period(2025))]
    assert first_of == [FIRST, FIRST]
    assert reported_days(Period(2026, 1), preset, FIRST) == Period(2026, 1).days(preset)


@presets
def test_a_period_before_the_programme_is_refused_plainly(preset):
    with pytest.raises(UserError, match="03/10/2025"):
        reported_days(Period(2025, 3), preset, FIRST)
    with pytest.raises(UserError):
        reported_days(Period(2024), preset, FIRST)


@presets
def test_a_period_ending_on_the_first_day_is_that_day(preset):
    last = Period(2025, 3).days(preset)[1]
    assert reported_days(Period(2025, 3), preset, last) == (last, last)
    with pytest.raises(UserError):
        reported_days(Period(2025, 3), preset, last + DAY)


def test_presets_are_stored_under_their_names():
    assert [preset.value for preset in Preset] == ["nd09", "calendar"]
