"""What is wrong with an outreach session as typed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.registers import SESSION
from vnpresence_desktop.domain.checks import AUDIENCE, check_session
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.domain.records import Session

TODAY = date(2026, 11, 24)


def found(session: Session) -> list[tuple[str, str]]:
    return [(item.field, item.code) for item in check_session(session, TODAY)]


def test_a_whole_session_has_no_problem() -> None:
    assert found(SESSION) == []


def test_an_empty_form_lacks_every_field_that_saving_needs_in_the_order_of_the_fields() -> None:
    needed = [info.name for info in fields(Kind.SESSION) if info.need is Need.SAVE]
    assert found(Session()) == [(name, "missing") for name in needed]


@pytest.mark.parametrize("name", AUDIENCE)
def test_nobody_is_a_count_but_an_empty_field_is_an_error(name: str) -> None:
    assert found(replace(SESSION, **{name: 0})) == []
    assert found(replace(SESSION, **{name: None})) == [(name, "missing")]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-11-24", None),
        ("2026-11-25", "date_ahead"),
        ("2026-11", "date_not_whole"),
        ("2026", "date_not_whole"),
        ("31/11/2026", "date_not_whole"),
    ],
)
def test_a_session_was_held_on_a_day_that_is_not_ahead(day: str, code: str | None) -> None:
    assert found(replace(SESSION, date=day)) == ([("date", code)] if code else [])


def test_a_session_without_anybody_and_without_a_broadcast_is_doubted_not_refused() -> None:
    nobody = replace(SESSION, **dict.fromkeys(AUDIENCE, 0))
    (doubt,) = check_session(nobody, TODAY)
    assert (doubt.code, doubt.severity) == ("audience_nobody", Severity.WARNING)
    assert found(replace(nobody, broadcasts=4)) == []


@given(st.text(), st.one_of(st.none(), st.integers()), st.lists(st.text()).map(tuple))
def test_nothing_typed_raises(text: str, count: int | None, tasks: tuple[str, ...]) -> None:
    check_session(Session(date=text, topic=text, officials=count, tasks=tasks), TODAY)
