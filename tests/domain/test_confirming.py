"""What is wrong with a confirmation as typed."""

from dataclasses import replace
from datetime import date

import pytest

from vnpresence_desktop.domain.confirming import check_confirmation
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.domain.records import Confirmation

TODAY = date(2025, 12, 15)
GIVEN = Confirmation(date="2025-12-15", requester="Sở", document="Công văn 1", households=0, result="Đã gửi")


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"document": ""}, [("document", "missing_to_know", Severity.HINT)]),
        ({"date": "2025-12-16"}, [("date", "date_ahead", Severity.ERROR)]),
        ({"date": "2025-12"}, [("date", "date_not_whole", Severity.ERROR)]),
        ({"date": "hôm qua"}, [("date", "date_not_whole", Severity.ERROR)]),
        ({"date": "", "households": None}, [("date", "missing", Severity.ERROR), ("households", "missing", Severity.ERROR)]),
        ({"requester": " ", "result": ""}, [("requester", "missing", Severity.ERROR), ("result", "missing", Severity.ERROR)]),
    ],
)  # fmt: skip
def test_every_problem_in_the_order_of_the_fields(changed: dict[str, object], found: list[object]) -> None:
    problems = check_confirmation(replace(GIVEN, **changed), TODAY)  # type: ignore[arg-type]
    assert [(item.field, item.code, item.severity) for item in problems] == found
