"""Help given and difficulties met: what they need, which days they can bear."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Difficulty, Support
from vnpresence_desktop.domain.support import check_difficulty, check_support

TODAY = date(2025, 12, 1)
HELP = Support(
    date="2025-11-20", candidate="hoa", channel="phone", matter="register", result="Đã đăng ký", helper="Đoàn xã"
)
HARD = Difficulty(date="2025-11-20", matter="Mạng yếu")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"candidate": "", "person": "Bà Sáu"}, []),
        ({"candidate": "", "person": " "}, [("person", "support_nobody", "error")]),
        ({"date": ""}, [("date", "missing", "error")]),
        ({"date": "2025-11"}, [("date", "date_not_whole", "error")]),
        ({"date": "2025-12-02"}, [("date", "date_ahead", "error")]),
        ({"helper": " ", "channel": ""}, [("channel", "missing", "error"), ("helper", "missing", "error")]),
        ({"result": ""}, [("result", "missing_to_know", "hint")]),
    ],
)
def test_what_help_needs(changes: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    found = check_support(replace(HELP, **changes), TODAY)
    assert [(item.field, item.code, item.severity.value) for item in found] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"matter": " "}, [("matter", "missing")]),
        ({"date": "hôm qua"}, [("date", "date_not_whole")]),
        ({"answer": "Đã kéo cáp", "answered_on": "2025-11-25"}, []),
        ({"answer": "Đã kéo cáp"}, [("answered_on", "missing")]),
        ({"answered_on": "2025-11-25"}, [("answer", "missing")]),
        ({"answer": "x", "answered_on": "2025-11-19"}, [("answered_on", "answered_before_met")]),
        ({"answer": "x", "answered_on": "2025-12-02"}, [("answered_on", "date_ahead")]),
    ],
)
def test_what_a_difficulty_needs(changes: dict[str, str], expected: list[tuple[str, str]]) -> None:
    found = check_difficulty(replace(HARD, **changes), TODAY)
    assert [(item.field, item.code) for item in found] == expected


@given(data=st.data())
def test_records_of_any_content_are_judged(data: st.DataObject, any_record: Any) -> None:
    check_support(data.draw(any_record(Kind.SUPPORT)), TODAY)
    check_difficulty(data.draw(any_record(Kind.DIFFICULTY)), TODAY)
