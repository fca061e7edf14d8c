"""Warnings let stand: one reason each, gone when the warning or the value is."""

from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.acceptance import Acceptance, accept, read, standing, unexplained, without_field
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.domain.text import clean

YEAR = problem("id_number", "id_birth_year", Severity.WARNING, on_card=1980, typed=1981)
SEX = problem("id_number", "id_sex", Severity.WARNING)
PHONE = problem("phone", "phone_form", Severity.WARNING)
MISSING = problem("name", "missing")


def test_a_warning_asks_until_it_has_a_reason() -> None:
    assert unexplained([YEAR, PHONE, MISSING], ()) == [YEAR, PHONE]
    accepted = accept((), YEAR, "giấy khai sinh ghi 1981")
    assert unexplained([YEAR, PHONE, MISSING], accepted) == [PHONE]
    assert read(accepted) == (Acceptance("id_number", "id_birth_year", "giấy khai sinh ghi 1981"),)


def test_a_new_reason_takes_the_place_of_the_old_one_and_a_blank_one_takes_it_back() -> None:
    accepted = accept(accept((), YEAR, "một"), SEX, "hai")
    again = accept(accepted, YEAR, "ba")
    assert [item.reason for item in read(again)] == ["hai", "ba"]
    assert accept(accept((), YEAR, "một"), YEAR, " \u00a0") == ()


def test_a_field_typed_anew_needs_its_reasons_anew() -> None:
    accepted = accept(accept(accept((), YEAR, "một"), SEX, "hai"), PHONE, "ba")
    assert [item.field for item in read(without_field(accepted, "id_number"))] == ["phone"]


def test_only_what_still_is_a_warning_is_kept() -> None:
    accepted = accept(accept((), YEAR, "một"), PHONE, "ba")
    assert standing([PHONE, MISSING], accepted) == ("phone:phone_form:ba",)
    assert standing([problem("phone", "phone_form")], accepted) == ()


def test_what_is_no_entry_is_passed_over() -> None:
    assert read(("", "phone", "phone:phone_form")) == ()


@given(st.text())
def test_any_reason_comes_back_as_it_was_meant(reason: str) -> None:
    found = read(accept((), PHONE, reason))
    assert [item.reason for item in found] == ([clean(reason)] if clean(reason) else [])
