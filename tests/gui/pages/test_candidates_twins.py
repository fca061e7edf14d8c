"""Records that may be the same candidate: shown with what differs, told apart, merged, or filled with what was just typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import (
    HOA,
    Open,
    focused,
    keys,
    press,
    settle,
    shown,
    text_of,
    type_into,
    words_in,
)
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Distinction, Household, Reach, Registration
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk

AGAIN = Household(id="hoa2", name="Tạp hóa Hòa", owner="Lê Thị Hoà", hamlet="Ấp Một", phone="0909123456",
                  certificate_no="57A8000001", certificate_date="2024-05-07", trade="Bán lẻ", email="hoa@example.vn")  # fmt: skip
"""Hòa once more, typed by somebody else."""


@pytest.fixture
def twice(desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(AGAIN)


def beside(page: CandidatesPage) -> str:
    settle()
    return words_in(page.form.twins) if page.form.twins.isVisible() else ""


def merge(page: CandidatesPage) -> None:
    page.open_record("hoa")
    press(page.form.twins, "Gộp vào hồ sơ này")


def enter() -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Return)
    settle()


@pytest.mark.usefixtures("twice")
def test_what_differs_stands_side_by_side(page: CandidatesPage) -> None:
    page.open_record("hoa")
    assert "Ngày cấp giấy chứng nhận: gõ 06/05/2024, sổ ghi 07/05/2024" in beside(page)
    assert "Cùng số giấy chứng nhận; số điện thoại" in beside(page)


# -- told apart


@pytest.mark.usefixtures("twice")
def test_who_is_somebody_else_is_remembered_and_taken_back(page: CandidatesPage, desk: Desk) -> None:
    page.open_record("hoa")
    press(page.form.twins, "Là đối tượng khác")
    assert "Có thể trùng" not in beside(page)
    assert "Đã ghi: “Tạp hóa Hòa” là đối tượng khác." in beside(page)
    assert len(desk.store.all(Distinction)) == 1
    press(page.form.twins, "Hoàn tác")
    assert desk.store.all(Distinction) == []
    assert "Có thể trùng (1)" in beside(page)
    press(page.form.twins, "Là đối tượng khác")
    page.open_record("hoa2")
    assert beside(page) == ""


def test_a_new_record_is_told_apart_once_it_is_saved(page: CandidatesPage, desk: Desk) -> None:
    page.open_record()
    page.form.form.fill({"owner": "Lê Thị Lan", "name": "Quán Lan", "hamlet": "Ấp Hai", "phone": HOA.phone})
    page.form.form.flush()
    press(page.form.twins, "Là đối tượng khác")
    assert desk.store.all(Distinction) == []
    keys(page, "Ctrl+S")
    (made,) = [item for item in desk.store.all(Household) if item.name == "Quán Lan"]
    (told,) = desk.store.all(Distinction)
    assert {told.one, told.other} == {made.id, "hoa"}


def test_a_new_record_s_no_is_taken_back_before_saving(page: CandidatesPage, desk: Desk) -> None:
    page.open_record()
    page.form.form.fill({"owner": "Lê Thị Lan", "name": "Quán Lan", "hamlet": "Ấp Hai", "phone": HOA.phone})
    page.form.form.flush()
    press(page.form.twins, "Là đối tượng khác")
    press(page.form.twins, "Hoàn tác")
    assert "Có thể trùng (1)" in beside(page)
    keys(page, "Ctrl+S")
    assert desk.store.all(Distinction) == []


# -- merged


@pytest.mark.usefixtures("twice")
def test_merging_is_previewed_chosen_by_keyboard_and_done_in_one_act(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Reach(session="s", candidate="hoa2"))
    merge(page)
    panel = page.form.merging.panel
    told = words_in(panel)
    for words in (
        "Gộp “Tạp hóa Hòa” vào “Tạp hóa Hòa”",
        "Ngành nghề: Bán lẻ",
        "Email: hoa@example.vn",
        "1 lượt tiếp cận",
    ):
        assert words in told
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.accessibleName() == "Ngày cấp giấy chứng nhận, giữ của hồ sơ này: 06/05/2024"
    assert [one.text() for one in page.form.findChildren(QPushButton) if one.text() == "Lưu" and one.isVisible()] == []
    QTest.keyClick(focus, Qt.Key.Key_Down)
    enter()
    assert QApplication.focusWidget() is panel.agree
    keys(page, "Ctrl+S")
    assert not page.form.merging.is_open
    assert [one.text() for one in page.form.findChildren(QPushButton) if one.text() == "Lưu" and one.isVisible()]
    assert page.form.notice.words == "Đã gộp “Tạp hóa Hòa” vào hồ sơ này."
    assert desk.store.get(Household, "hoa2") is None
    kept = desk.store.get(Household, "hoa")
    assert kept == replace(HOA, certificate_date="2024-05-07", trade="Bán lẻ", email="hoa@example.vn")
    assert [item.candidate for item in desk.store.all(Reach)] == ["hoa"]
    assert text_of(page, "trade") == "Bán lẻ"


@pytest.mark.usefixtures("twice")
def test_a_click_on_a_value_chooses_it(page: CandidatesPage) -> None:
    merge(page)
    panel = page.form.merging.panel
    assert panel.choices["certificate_date"] == "2024-05-06"
    for words, chosen in (("07/05/2024", "2024-05-07"), ("06/05/2024", "2024-05-06")):
        (value,) = (one for one in panel.findChildren(QLabel) if one.text() == words)
        end_of_line = value.rect().center()
        end_of_line.setX(value.width() - 3)
        QTest.mouseClick(value, Qt.MouseButton.LeftButton, pos=end_of_line)
        assert panel.choices["certificate_date"] == chosen
        focus = QApplication.focusWidget()
        assert isinstance(focus, QRadioButton)
        assert focus.isChecked()


@pytest.mark.usefixtures("twice")
def test_esc_leaves_the_preview_and_nothing_is_merged(page: CandidatesPage, desk: Desk) -> None:
    merge(page)
    keys(page, "Esc")
    assert not page.form.merging.is_open
    assert shown(page) is page.form
    assert focused() == "owner"
    assert desk.store.get(Household, "hoa2") == AGAIN


@pytest.mark.usefixtures("twice")
def test_what_was_typed_is_saved_before_it_is_merged(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record("hoa")
    type_into(page, vntype, "website", "hoa.vn")
    press(page.form.twins, "Gộp vào hồ sơ này")
    assert page.form.merging.is_open
    assert desk.store.get(Household, "hoa") == replace(HOA, website="hoa.vn")
    press(page.form.merging.panel, "Gộp hai hồ sơ")
    assert desk.store.get(Household, "hoa") == replace(HOA, website="hoa.vn", trade="Bán lẻ", email="hoa@example.vn")


@pytest.mark.usefixtures("twice")
def test_two_domains_hinder_it_and_that_is_said(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        for one in ("hoa", "hoa2"):
            unit.put(Registration(candidate=one, zone="biz.vn", label=one, registered_on="2025-12-01"))
    merge(page)
    panel = page.form.merging.panel
    assert "hoa.biz.vn và hoa2.biz.vn" in panel.notice.words
    assert not panel.agree.isEnabled()
    keys(page, "Ctrl+S")
    assert desk.store.get(Household, "hoa2") == AGAIN


@pytest.mark.usefixtures("twice")
def test_a_record_that_went_meanwhile_is_said(page: CandidatesPage, desk: Desk) -> None:
    page.open_record("hoa")
    with desk.store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, "hoa2")
    press(page.form.twins, "Gộp vào hồ sơ này")
    assert page.form.notice.words.startswith("Một trong hai hồ sơ không còn trong sổ.")
    assert not page.form.merging.is_open


# -- a new record that is there already


def test_what_was_typed_anew_goes_into_the_record_there_is(page: CandidatesPage, desk: Desk) -> None:
    page.open_record()
    page.form.form.fill({"owner": "Lê Thị Hòa", "name": "Tạp hóa Bà Hòa", "id_number": HOA.id_number,
                         "trade": "Bán lẻ", "hamlet": "Ấp Một"})  # fmt: skip
    page.form.form.flush()
    press(page.form.twins, "Điền vào hồ sơ đã có")
    assert page.form.draft.record_id == "hoa"
    assert text_of(page, "trade") == "Bán lẻ"
    assert text_of(page, "name") == HOA.name
    told = words_in(page.form.side.offers)
    assert "Trong sổ: Tạp hóa Hòa" in told
    assert "Vừa gõ: Tạp hóa Bà Hòa" in told
    enter()
    keys(page, "Ctrl+S")
    assert desk.store.get(Household, "hoa") == replace(HOA, name="Tạp hóa Bà Hòa", trade="Bán lẻ")
    assert desk.store.drafts() == []


def test_left_without_saving_both_are_kept(page: CandidatesPage, desk: Desk) -> None:
    page.open_record()
    page.form.form.fill({"owner": "Lê Thị Hòa", "id_number": HOA.id_number, "trade": "Bán lẻ"})
    page.form.form.flush()
    press(page.form.twins, "Điền vào hồ sơ đã có")
    keys(page, "Esc")
    assert set(desk.store.drafts()) == {"household:new", "household:hoa"}


def test_yes_and_no_goes_along(open_page: Open, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Citizen(id="mo", name="Lê Mơ", birth_date="2005-01-02", hamlet="Ấp Một", id_number="092305000001"))
    page = open_page(Kind.CITIZEN)
    page.open_record()
    page.form.form.fill({"name": "Lê Mơ", "id_number": "092305000001", "union_member": True})
    page.form.form.flush()
    (act,) = [one for one in page.form.twins.findChildren(QPushButton) if one.text() == "Điền vào hồ sơ đã có"]
    act.click()
    settle()
    assert page.form.form.values()["union_member"] is True


@pytest.mark.usefixtures("twice")
def test_f6_leads_to_the_twin_and_back_to_the_field(page: CandidatesPage) -> None:
    page.open_record("hoa")
    settle()
    page.form.form.focus_field("phone")
    keys(page, "F6")
    focus = QApplication.focusWidget()
    assert focus
    assert page.form.twins.isAncestorOf(focus)
    keys(page, "F6")
    assert page.form.form.current() == "phone"


@pytest.mark.usefixtures("twice")
def test_another_record_is_told_of_from_the_top(page: CandidatesPage) -> None:
    page.open_record("hoa")
    settle()
    bar = page.form.side.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.open_record("hoa2")
    assert bar.value() == 0
