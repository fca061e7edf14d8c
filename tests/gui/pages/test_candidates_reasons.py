"""A warning asks for a reason before the record is saved; the reason is kept with it, and goes when it holds no more."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import HOA, Open, keys, leave_field, press, settle, shown, type_into
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.candidates import keep
from vnpresence_desktop.work.desk import Desk

COMPARED = "Đã đối chiếu giấy tờ"


def kept(desk: Desk) -> Household | None:
    return desk.store.get(Household, "hoa")


def enter() -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Return)
    settle()


def faulty(page: CandidatesPage) -> None:
    """The open record with a phone and a birth year that can't be right."""
    page.open_record("hoa")
    page.form.form.fill({"phone": "123", "birth_date": "1980-01-02"})
    settle()


def test_saving_asks_for_each_reason_and_one_key_gives_it(page: CandidatesPage, desk: Desk) -> None:
    faulty(page)
    keys(page, "Ctrl+S")
    assert kept(desk) == HOA
    assert page.form.notice.words.startswith("Còn 2 ô có cảnh báo chưa ghi lý do giữ nguyên.")
    assert page.form.form.reasons.widget("id_number").hasFocus()
    enter()
    assert page.form.form.reasons.widget("phone").hasFocus()
    assert page.form.form.message("id_number")[0] == "accepted"
    enter()
    assert page.form.notice.words == ""
    keys(page, "Ctrl+S")
    reasons = (f"id_number:id_birth_year:{COMPARED}", f"phone:phone_form:{COMPARED}")
    assert kept(desk) == replace(HOA, phone="123", birth_date="1980-01-02", accepted=reasons)
    assert shown(page) is page.list


def test_enter_all_the_way_saves(page: CandidatesPage, desk: Desk) -> None:
    faulty(page)
    keys(page, "Ctrl+S")
    for _ in range(2):
        enter()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Lưu"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert len((kept(desk) or HOA).accepted) == 2


def test_saving_again_takes_the_reason_that_is_being_typed(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record("hoa")
    page.form.form.fill({"phone": "123"})
    settle()
    keys(page, "Ctrl+S")
    vntype(page.form.form.reasons.widget("phone"), "Số tổng đài")
    keys(page, "Ctrl+S")
    assert kept(desk) == replace(HOA, phone="123", accepted=("phone:phone_form:Số tổng đài",))


def test_saving_takes_one_reason_at_a_time(page: CandidatesPage) -> None:
    faulty(page)
    for waiting in (("id_number", "phone"), ("phone",)):
        keys(page, "Ctrl+S")
        assert page.form.form.reasons.asked() == waiting
    page.form.give_up()


def test_the_last_reason_is_suggested_first(page: CandidatesPage, vntype: Type) -> None:
    page.open_record("hoa")
    page.form.form.fill({"birth_date": "1980-01-02"})
    settle()
    keys(page, "Ctrl+S")
    vntype(page.form.form.reasons.widget("id_number"), "Thẻ in sai năm")
    enter()
    page.form.form.fill({"email": "a@"})
    settle()
    keys(page, "Ctrl+S")
    assert page.form.form.reasons.widget("email").currentText() == "Thẻ in sai năm"  # type: ignore[attr-defined]


def test_a_kept_reason_is_shown_calmly_and_not_asked_again(page: CandidatesPage, desk: Desk) -> None:
    keep(desk, replace(HOA, phone="123", accepted=("phone:phone_form:Số tổng đài",)))
    page.open_record("hoa")
    assert page.form.form.message("phone")[0] == "accepted"
    page.form.form.fill({"trade": "Bán lẻ"})
    settle()
    keys(page, "Ctrl+S")
    assert (kept(desk) or HOA).trade == "Bán lẻ"


def test_another_value_asks_anew(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    keep(desk, replace(HOA, phone="123", accepted=("phone:phone_form:Số tổng đài",)))
    page.open_record("hoa")
    type_into(page, vntype, "phone", "4")
    leave_field(page)
    assert page.form.form.message("phone")[0] == "warning"
    assert page.form.candidate().accepted == ()
    keys(page, "Ctrl+S")
    assert page.form.form.reasons.asked() == ("phone",)


def test_a_reason_goes_when_the_other_field_changes_what_is_warned_of(page: CandidatesPage, desk: Desk) -> None:
    faulty(page)
    keys(page, "Ctrl+S")
    enter()
    page.form.form.fill({"birth_date": "1981-01-02"})  # another year, not the one on the card either
    settle()
    assert [entry for entry in page.form.candidate().accepted if entry.startswith("id_number")] == []
    assert page.form.form.message("id_number")[0] == "warning"


def test_a_reason_can_be_taken_back(page: CandidatesPage, desk: Desk) -> None:
    keep(desk, replace(HOA, phone="123", accepted=("phone:phone_form:Số tổng đài",)))
    page.open_record("hoa")
    press(page.form, "Bỏ lý do")
    assert page.form.form.message("phone")[0] == "warning"
    keys(page, "Ctrl+S")
    assert kept(desk) == replace(HOA, phone="123", accepted=("phone:phone_form:Số tổng đài",))
    assert page.form.form.reasons.asked() == ("phone",)


def test_a_reason_without_its_warning_is_not_kept(page: CandidatesPage, desk: Desk) -> None:
    keep(desk, replace(HOA, phone="123", accepted=("phone:phone_form:Số tổng đài",)))
    page.open_record("hoa")
    page.form.form.fill({"phone": "0909123456"})
    settle()
    keys(page, "Ctrl+S")
    assert kept(desk) == HOA


def test_a_reason_is_part_of_the_draft(page: CandidatesPage, open_page: Open) -> None:
    faulty(page)
    keys(page, "Ctrl+S")
    enter()
    keys(page, "Esc")
    page.open_record("hoa")
    assert page.form.form.message("id_number")[0] == "accepted"
    assert page.form.form.message("phone")[0] == "warning"
    page.form.give_up()


def test_each_group_is_confirmed_by_its_own_person(open_page: Open) -> None:
    for kind, words in (
        (Kind.HOUSEHOLD, "Chủ hộ xác nhận"),
        (Kind.ENTERPRISE, "Người đại diện xác nhận"),
        (Kind.CITIZEN, "Người đó xác nhận"),
    ):
        assert words in open_page(kind).form.accepted._usual


def test_no_verb_keeps_a_warning_without_a_reason(desk: Desk) -> None:
    with pytest.raises(UserError, match="còn cảnh báo chưa ghi lý do"):
        keep(desk, replace(HOA, phone="123"))
    assert desk.store.get(Household, "hoa") == HOA
