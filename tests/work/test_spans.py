"""The days that a report counts, as the office cuts its periods."""

from pathlib import Path

import pytest

from tests.work.desks import new_desk
from vnpresence_desktop.domain.periods import parse_period
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.work.office import change_office
from vnpresence_desktop.work.spans import reported_span


def test_the_office_chooses_how_periods_are_cut_and_the_first_begins_with_the_programme(tmp_path: Path) -> None:
    with new_desk(tmp_path, "2025-12-20") as desk:
        begun = desk.programme().first_day
        days = {}
        for preset in ("nd09", "calendar"):
            change_office(desk, preset=preset, preparer="")
            span = reported_span(desk, parse_period("2026-Q1"))
            days[preset] = (span.first.isoformat(), span.last.isoformat())
        assert days == {"nd09": ("2025-12-15", "2026-03-14"), "calendar": ("2026-01-01", "2026-03-31")}
        assert reported_span(desk, parse_period("2025-Q4")).first == begun
        with pytest.raises(UserError, match="Chương trình bắt đầu từ ngày"):
            reported_span(desk, parse_period("2025-Q2"))
