"""Checks of a confirmation: the household register confirmed or shared on request (xác nhận, chia sẻ cơ sở dữ liệu)."""

from collections.abc import Iterator
from datetime import date

from vnpresence_desktop.domain.checks import missing
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Need
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Confirmation


def check_confirmation(confirmation: Confirmation, day: date) -> tuple[Problem, ...]:
    """Problems of a confirmation, in the order of its fields; ``day`` is today: it is recorded after it was given."""
    found = [*missing(confirmation, Need.SAVE), *_dated(confirmation, day)]
    if not confirmation.document.strip():
        found.append(problem("document", "missing_to_know", Severity.HINT))
    order = {info.name: place for place, info in enumerate(fields(confirmation.KIND))}
    return tuple(sorted(found, key=lambda item: order[item.field]))


def _dated(confirmation: Confirmation, day: date) -> Iterator[Problem]:
    when = full(confirmation.date)
    if confirmation.date and when is None:
        yield problem("date", "date_not_whole", value=confirmation.date)
    elif when and when > day:
        yield problem("date", "date_ahead")
