"""Checks of a confirmation: the household register confirmed or shared on request (xác nhận, chia sẻ cơ sở dữ liệu)."""

from datetime import date

from vnpresence_desktop.domain.checks import happened, in_order, missing
from vnpresence_desktop.domain.kinds import Need
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Confirmation


def check_confirmation(confirmation: Confirmation, day: date) -> tuple[Problem, ...]:
    """Problems of a confirmation, in the order of its fields; ``day`` is today: it is recorded after it was given."""
    found = missing(confirmation, Need.SAVE) + happened(confirmation, "date", day)
    if not confirmation.document.strip():
        found.append(problem("document", "missing_to_know", Severity.HINT))
    return in_order(confirmation, found)
