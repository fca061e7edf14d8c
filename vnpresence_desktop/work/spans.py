"""The days that an office's report of a period counts."""

from vnpresence_desktop.domain.figures import Span
from vnpresence_desktop.domain.periods import Period, Preset, reported_days
from vnpresence_desktop.work.desk import Desk


def reported_span(desk: Desk, period: Period) -> Span:
    """First and last day, as the office cuts its periods, from the programme's first day on.

    Raises:
        UserError: no office, no programme, a period before the programme.
    """
    return Span(*reported_days(period, Preset(desk.office().preset), desk.programme().first_day))
