"""Reporting periods (kỳ báo cáo): quarters and years, cut where the office's preset cuts them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vnpresence_desktop.domain.problems import UserError

_ROMAN = ("I", "II", "III", "IV")


class Preset(StrEnum):
    """Where a period is cut: by Nghị định 09/2019/NĐ-CP Điều 12 (15th to 14th), or by calendar quarters."""

    ND09 = "nd09"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter or, with ``quarter`` None, a year.

    Attributes:
        year: e.g. 2025.
        quarter: 1 to 4, or None.
    """

    year: int
    quarter: int | None = None

    @property
    def id(self) -> str:
        """E.g. "2025-Q4" or "2025"."""
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def title(self) -> str:
        """E.g. "quý IV năm 2025" or "năm 2025"."""
        return f"quý {_ROMAN[self.quarter - 1]} năm {self.year}" if self.quarter else f"năm {self.year}"

    @property
    def next_title(self) -> str:
        """Title of the period after this one, for the tasks ahead."""
        if self.quarter is None:
            return Period(self.year + 1).title
        return (Period(self.year, self.quarter + 1) if self.quarter < 4 else Period(self.year + 1, 1)).title

    def days(self, preset: Preset) -> tuple[date, date]:
        """First and last day."""
        first_quarter, last_quarter = (self.quarter, self.quarter) if self.quarter else (1, 4)
        return _start(self.year, first_quarter, preset), _end(self.year, last_quarter, preset)


def _start(year: int, quarter: int, preset: Preset) -> date:
    if preset is Preset.CALENDAR:
        return date(year, 3 * quarter - 2, 1)
    return date(year - 1, 12, 15) if quarter == 1 else date(year, 3 * quarter - 3, 15)


def _end(year: int, quarter: int, preset: Preset) -> date:
    if preset is Preset.CALENDAR:
        return date(year, 3 * quarter, 31 if quarter in (1, 4) else 30)
    return date(year, 3 * quarter, 14)


def parse_period(text: str) -> Period:
    """Read "2025-Q4" or "2025".

    Raises:
        UserError: anything else.
    """
    match = re.fullmatch(r"(20\d{2})(?:-?[Qq]([1-4]))?", text.strip(), re.ASCII)
    if not match:
        raise UserError(
            f"Không hiểu kỳ báo cáo “{text}”.", "Hãy ghi theo mẫu 2025-Q4 (quý IV năm 2025) hoặc 2025 (cả năm)."
        )
    return Period(int(match[1]), int(match[2]) if match[2] else None)


def quarter_of(day: date, preset: Preset) -> Period:
    """The quarter that a day falls in."""
    for year in (day.year, day.year + 1):
        for quarter in (1, 2, 3, 4):
            period = Period(year, quarter)
            first, last = period.days(preset)
            if first <= day <= last:
                return period
    raise AssertionError(day)  # quarters leave no gap


def reported_days(period: Period, preset: Preset, programme_first: date) -> tuple[date, date]:
    """First and last day as reported: the first period starts on the programme's first day.

    Raises:
        UserError: the period ends before the programme begins.
    """
    first, last = period.days(preset)
    if last < programme_first:
        raise UserError(
            f"Chương trình bắt đầu từ ngày {programme_first:%d/%m/%Y}, sau {period.title}.",
            "Hãy chọn kỳ báo cáo muộn hơn.",
        )
    return max(first, programme_first), last
