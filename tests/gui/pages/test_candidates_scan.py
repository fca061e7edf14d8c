"""A scanned card on the page of a group: filled, offered beside what was typed, told where the person is known already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

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
from vnpresence_desktop.domain.card import Card, read_card
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk

LINE = "092203001234|361234567|NGUYỄN VĂN ĐỨC|15082003|Nam|Ấp Nhơn Lộc, Cần Thơ|01052021"


def card(line: str = LINE) -> Card:
    read = read_card(line)
    assert isinstance(read, Card)
    return read


def scan(page: CandidatesPage, line: str = LINE) -> None:
    page.take_card(card(line))
    settle()


def enter() -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Return)
    settle()


def test_a_scan_in_the_list_begins_a_filled_record(page: CandidatesPage, desk: Desk) -> None:
    scan(page)
    assert shown(page) is page.form
    made = page.form.candidate()
    assert isinstance(made, Household)
    assert (made.owner, made.id_number, made.birth_date, made.sex) == (
        "Nguyễn Văn Đức", "092203001234", "2003-08-15", "male",
    )  # fmt: skip
    assert (made.home_address, made.source) == ("Ấp Nhơn Lộc, Cần Thơ", "scan")
    assert page.form.notice.words.startswith("Đã điền từ thẻ: chủ hộ, số định danh cá nhân, ngày sinh")
    assert focused() == "phone"
    assert not page.form.side.offers.isVisible()
    page.form.draft.keep()
    assert "|" not in (desk.store.draft("household:new") or "|")


def test_the_young_citizen_is_filled_by_name(open_page: Open) -> None:
    page = open_page(Kind.CITIZEN)
    scan(page)
    assert page.form.candidate().name == "Nguyễn Văn Đức"


def test_an_enterprise_gets_its_representative(open_page: Open) -> None:
    page = open_page(Kind.ENTERPRISE)
    scan(page)
    assert text_of(page, "representative") == "Nguyễn Văn Đức"
    assert focused() == "name"


def test_what_differs_is_shown_beside_what_was_typed_and_taken_by_enter(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Nguyễn Văn Dức")
    type_into(page, vntype, "birth_date", "16082003")
    scan(page)
    panel = page.form.side.offers
    assert panel.waiting == ("owner", "birth_date")
    told = words_in(panel)
    for words in ("Đã gõ: Nguyễn Văn Dức", "Trên thẻ: Nguyễn Văn Đức", "Đã gõ: 16/08/2003", "Trên thẻ: 15/08/2003"):
        assert words in told
    assert text_of(page, "owner") == "Nguyễn Văn Dức"
    enter()
    assert text_of(page, "owner") == "Nguyễn Văn Đức"
    keep = QApplication.focusWidget()
    assert keep
    QTest.keyClick(keep, Qt.Key.Key_Tab)
    enter()
    assert text_of(page, "birth_date") == "16/08/2003"
    assert not panel.isVisible()
    assert focused() == "phone"


def test_alt_and_a_number_takes_an_offer_from_any_field(page: CandidatesPage, vntype: Type, qtbot: QtBot) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Ai")
    type_into(page, vntype, "birth_date", "16082003")
    scan(page)
    page.form.form.focus_field("trade")
    keys(page.form.form.widget("trade"), "Alt+2")
    qtbot.waitUntil(lambda: text_of(page, "birth_date") == "15/08/2003")
    assert text_of(page, "owner") == "Ai"


def test_garbled_letters_are_offered_never_filled(page: CandidatesPage) -> None:
    page.open_record()
    scan(page, LINE.replace("NGUYỄN VĂN ĐỨC", "NGUYE64N VA8N D9U71C"))
    assert text_of(page, "owner") == ""
    told = words_in(page.form.side.offers)
    assert "Đã gõ: (trống)" in told
    assert "(dấu có thể sai, hãy so với thẻ)" in told
    assert text_of(page, "id_number") == "092203001234"


def test_a_person_of_the_register_is_told_before_another_record_begins(page: CandidatesPage) -> None:
    scan(page, LINE.replace("092203001234", HOA.id_number).replace("Nam", "Nữ").replace("15082003", "15081979"))
    assert shown(page) is page.list
    assert page.list.notice.words == "Người trên thẻ đã có trong sổ: “Tạp hóa Hòa”."
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Mở hồ sơ"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    settle()
    assert text_of(page, "name") == HOA.name


def test_an_owner_may_have_another_household(page: CandidatesPage) -> None:
    scan(page, LINE.replace("092203001234", HOA.id_number).replace("Nam", "Nữ").replace("15082003", "15081979"))
    press(page.list.notice, "Vẫn thêm mới")
    assert shown(page) is page.form
    assert text_of(page, "id_number") == HOA.id_number
    assert page.form.notice.words.startswith("Người trên thẻ đã có trong sổ: “Tạp hóa Hòa”.")
    press(page.form.notice, "Mở hồ sơ")
    assert text_of(page, "name") == HOA.name


def test_a_kept_record_stays_of_its_source_and_its_own_number_is_no_news(page: CandidatesPage) -> None:
    page.open_record("hoa")
    page.form.form.focus_field("trade")
    same = f"{HOA.id_number}||LÊ THỊ HÒA|06051979|Nữ|Ấp Một, Cần Thơ|01052021"
    scan(page, same)
    assert page.form.candidate().source == "typed"
    assert page.form.notice.words.startswith("Đã điền từ thẻ: ngày sinh, giới tính, nơi thường trú.")
    assert focused() == "trade"
    scan(page, same)
    assert page.form.notice.words == "Thẻ không có gì mới so với hồ sơ."


def test_a_second_card_overwrites_nothing(page: CandidatesPage) -> None:
    scan(page)
    other = LINE.replace("092203001234", "092303005678").replace("NGUYỄN VĂN ĐỨC", "LÊ THỊ MƠ").replace("Nam", "Nữ")
    scan(page, other)
    assert text_of(page, "owner") == "Nguyễn Văn Đức"
    assert page.form.side.offers.waiting == ("owner", "id_number", "sex")


def test_offers_go_with_the_record(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Ai")
    scan(page)
    page.open_record("dao")
    assert not page.form.side.offers.isVisible()
    assert page.form.side.offers.waiting == ()


@pytest.mark.parametrize("part", ["361234567", "|", "01052021"])
def test_nothing_of_the_line_itself_is_kept(page: CandidatesPage, desk: Desk, part: str) -> None:
    scan(page)
    page.form.form.fill({"name": "Quán", "hamlet": "Ấp Một"})
    page.form.draft.keep()
    assert part not in (desk.store.draft("household:new") or part)
    page.form.save()
    (kept,) = [item for item in desk.store.all(Household) if item.owner == "Nguyễn Văn Đức"]
    assert part not in repr(kept)
