"""Typing one record after the other: what is carried over, what F7 copies, the session they were reached at, the ways between."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import (
    DAO,
    HOA,
    Open,
    focused,
    keys,
    press,
    settle,
    shown,
    text_of,
    type_into,
)
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Reach, Session
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk

SESSION = Session(date="2026-11-20", form="conference", topic="KH 103", place="Nhà văn hóa Ấp Một", host="UBND",
                  tasks=("I.2",), officials=0, households=3, enterprises=0, youths=0, others=0, recorder="Lê A")  # fmt: skip


def pin(page: CandidatesPage, name: str) -> None:
    page.form.form.focus_field(name)
    keys(page.form.form.widget(name), "Ctrl+D")


def fill(page: CandidatesPage, owner: str, **values: str) -> None:
    page.form.form.fill({"owner": owner, "name": f"Quán {owner}", "hamlet": "Ấp Một"} | values)
    settle()


@pytest.fixture
def session(desk: Desk) -> Session:
    with desk.store.unit() as unit:
        return unit.put(SESSION)


# -- pins


def test_what_is_pinned_goes_into_the_next_record_and_is_no_draft(page: CandidatesPage, desk: Desk) -> None:
    keys(page, "Ctrl+N")
    fill(page, "An", certificate_issuer="Phòng Kinh tế", trade="Ăn uống")
    pin(page, "hamlet")
    pin(page, "certificate_issuer")
    keys(page, "Ctrl+Return")
    values = page.form.form.values()
    assert (values["hamlet"], values["certificate_issuer"], values["trade"]) == ("Ấp Một", "Phòng Kinh tế", "")
    page.form.form.flush()
    page.form.draft.keep()
    assert desk.store.drafts() == []
    assert page.form.pill.text() == "Hồ sơ mới"
    keys(page, "Esc")
    assert page.list.notice.words == ""


def test_a_draft_holds_what_was_carried_over_too(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    keys(page, "Ctrl+N")
    fill(page, "An")
    pin(page, "hamlet")
    keys(page, "Ctrl+Return")
    type_into(page, vntype, "owner", "B")
    page.form.draft.keep()
    draft = page._acts.draft("household:new") or {}
    assert (draft["owner"], draft["hamlet"]) == ("B", "Ấp Một")


def test_the_last_new_record_says_what_is_carried_over_and_an_old_one_does_not(page: CandidatesPage) -> None:
    keys(page, "Ctrl+N")
    fill(page, "An")
    pin(page, "hamlet")
    page.form.form.fill({"hamlet": "Ấp Hai"})
    keys(page, "Ctrl+S")
    page.open_record("hoa")
    page.form.form.fill({"trade": "Bán lẻ"})
    keys(page, "Ctrl+Return")
    assert page.form.form.values()["hamlet"] == "Ấp Hai"


def test_enter_passes_what_was_carried_over(page: CandidatesPage) -> None:
    keys(page, "Ctrl+N")
    fill(page, "An")
    pin(page, "hamlet")
    keys(page, "Ctrl+Return")
    page.form.form.focus_field("name")
    QTest.keyClick(page.form.form.widget("name"), Qt.Key.Key_Return)
    assert focused() == "certificate_no"


def test_what_is_never_the_same_is_not_kept(page: CandidatesPage) -> None:
    page.open_record()
    pin(page, "id_number")
    assert page.form.notice.words.startswith("Ô “Số định danh cá nhân” không giữ cho hồ sơ sau được")


# -- F7


def test_f7_copies_from_the_record_saved_before_and_goes_on(page: CandidatesPage) -> None:
    keys(page, "Ctrl+N")
    fill(page, "An", trade="Ăn uống")
    keys(page, "Ctrl+Return")
    for name in ("hamlet", "trade"):
        page.form.form.focus_field(name)
        keys(page.form.form.widget(name), "F7")
    assert (page.form.candidate().hamlet, page.form.candidate().trade) == ("Ấp Một", "Ăn uống")  # type: ignore[union-attr]
    assert focused() == "tax_code"


def test_f7_copies_from_the_newest_of_the_register_at_first(page: CandidatesPage) -> None:
    page.open_record()
    page.form.form.focus_field("phone")
    keys(page.form.form.widget("phone"), "F7")
    assert text_of(page, "phone") == HOA.phone  # "hoa" is the greatest id
    assert focused() == "home_address"


def test_f7_leaves_a_field_alone_of_which_nothing_is_known(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "trade", "Bán lẻ")
    keys(page.form.form.widget("trade"), "F7")
    assert text_of(page, "trade") == "Bán lẻ"
    assert focused() == "tax_code"


def test_f7_dates_a_copied_state(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(replace(HOA, wish="wants", wish_on="2026-01-02"))
    page.open_record()
    page.form.form.focus_field("wish")
    keys(page.form.form.widget("wish"), "F7")
    assert page.form.candidate().wish == "wants"
    assert page.form.candidate().wish_on == "2026-11-24"


# -- ways


def test_ctrl_n_from_a_kept_record_keeps_its_draft(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record("dao")
    type_into(page, vntype, "trade", "Bán lẻ")
    keys(page, "Ctrl+N")
    assert page.form.draft.record_id == ""
    assert text_of(page, "owner") == ""
    assert desk.store.drafts() == ["household:dao"]
    press(page.form.notice, "Nhập tiếp hồ sơ đó")
    assert text_of(page, "trade") == "Bán lẻ"


def test_ctrl_n_does_not_drop_a_new_record_that_is_being_typed(page: CandidatesPage, vntype: Type) -> None:
    keys(page, "Ctrl+N")
    type_into(page, vntype, "owner", "Lê Á")
    keys(page, "Ctrl+N")
    assert text_of(page, "owner") == "Lê Á"
    assert page.form.notice.words.startswith("Hồ sơ mới này chưa lưu.")
    press(page.form.notice, "Bỏ bản nháp")
    assert text_of(page, "owner") == ""


def test_ctrl_f_goes_to_the_search_and_loses_nothing(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record("dao")
    type_into(page, vntype, "trade", "Bán lẻ")
    keys(page, "Ctrl+F")
    assert shown(page) is page.list
    assert page.list.search.hasFocus()
    assert desk.store.drafts() == ["household:dao"]
    assert page.list.notice.words.startswith("Thay đổi chưa lưu")


# -- the session


def choose(page: CandidatesPage, place: int) -> QComboBox:
    box = page.form.side.session.box
    box.setCurrentIndex(place)
    settle()
    return box


def test_who_is_saved_is_reached_at_the_session_chosen(page: CandidatesPage, desk: Desk, session: Session) -> None:
    keys(page, "Ctrl+N")
    assert choose(page, 1).currentText() == "20/11/2026, Hội nghị: Nhà văn hóa Ấp Một"
    for owner in ("An", "Bình"):
        fill(page, owner)
        keys(page, "Ctrl+Return")
        assert page.form.notice.words == (
            f"Đã lưu “Quán {owner}”. Đã ghi tiếp cận ở buổi 20/11/2026, Hội nghị: Nhà văn hóa Ấp Một."
        )
    reached = {desk.store.get(Household, item.candidate) for item in desk.store.find(Reach, session=session.id)}
    assert {item.owner for item in reached if item} == {"An", "Bình"}
    press(page.form.notice, "Hoàn tác tiếp cận")
    assert page.form.notice.words == "“Quán Bình” không còn được ghi là đã tiếp cận ở buổi đó."
    assert len(desk.store.find(Reach, session=session.id)) == 1


@pytest.mark.usefixtures("session")
def test_what_the_choice_does_is_said_as_long_as_it_holds(page: CandidatesPage) -> None:
    keys(page, "Ctrl+N")
    said = "Mỗi hồ sơ lưu từ đây được ghi là đã tiếp cận ở buổi này."
    for place, told in ((0, False), (1, True), (0, False)):
        box = choose(page, place)
        seen = [item.text() for item in page.form.side.session.findChildren(QLabel) if item.isVisible()]
        assert (said in seen) is told
        assert box.toolTip() == box.currentText()


def test_it_is_said_in_the_list_too_and_once_is_enough(page: CandidatesPage, desk: Desk, session: Session) -> None:
    page.open_record("hoa")
    choose(page, 1)
    for trade, recorded in (("Bán lẻ", True), ("Bán sỉ", False)):
        page.form.form.fill({"trade": trade})
        keys(page, "Ctrl+S")
        assert ("Đã ghi tiếp cận ở buổi" in page.list.notice.words) is recorded
        assert page.list.notice.words.startswith("Đã lưu “Tạp hóa Hòa”.")
        page.open_record("hoa")
    assert [item.candidate for item in desk.store.find(Reach, session=session.id)] == ["hoa"]


def test_a_session_that_is_gone_is_said_and_the_record_is_saved(
    page: CandidatesPage, desk: Desk, session: Session
) -> None:
    page.open_record("dao")
    choose(page, 1)
    with desk.store.unit() as unit:
        unit.delete(Kind.SESSION, session.id)
    page.form.form.fill({"trade": "Bán lẻ"})
    keys(page, "Ctrl+S")
    assert desk.store.get(Household, "dao") == replace(DAO, trade="Bán lẻ")
    assert page.list.notice.words.startswith("Đã lưu “Đào Tiên”. Buổi tuyên truyền đã chọn không còn")
    page.open_record("dao")
    assert page.form.side.session.box.currentIndex() == 0


def test_the_choice_holds_and_a_new_session_is_offered(page: CandidatesPage, desk: Desk, session: Session) -> None:
    page.open_record("dao")
    choose(page, 1)
    with desk.store.unit() as unit:
        unit.put(replace(SESSION, date="2026-11-23", place="Chợ"))
    page.open_record("hoa")
    box = page.form.side.session.box
    assert [box.itemText(at)[:10] for at in range(box.count())] == ["Không ghi", "23/11/2026", "20/11/2026"]
    assert box.currentText().startswith("20/11/2026")


def test_without_a_session_nothing_is_offered(open_page: Open) -> None:
    page = open_page(Kind.CITIZEN)
    page.open_record()
    assert not page.form.side.session.isVisible()
    assert QApplication.focusWidget() is page.form.form.widget("name")
