"""The form of a candidate over a real register: typed by keyboard, judged on every key, saved."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import (
    DAO,
    HOA,
    LAST_FREE_DAY,
    Open,
    acts,
    focused,
    keys,
    leave_field,
    press,
    register,
    settle,
    shown,
    text_of,
    type_into,
    words_in,
)
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Registration
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk


def test_a_household_typed_by_keyboard_alone_is_saved(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    keys(page, "Ctrl+N")
    assert focused() == "owner"
    for text in ("Nguyễn Thị  Thủy", "092 203 001 234", "1/2/2003"):
        focus = QApplication.focusWidget()
        assert focus
        vntype(focus, text)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        settle()
    type_into(page, vntype, "name", "Quán Hữu Nam")
    type_into(page, vntype, "hamlet", "ấp hai")
    type_into(page, vntype, "certificate_date", "010224")
    type_into(page, vntype, "certificate_no", "57a8012345")
    keys(page, "Ctrl+S")
    (kept,) = [item for item in desk.store.all(Household) if item.id not in ("hoa", "an", "dao")]
    assert kept == Household(id=kept.id, owner="Nguyễn Thị Thủy", id_number="092203001234", birth_date="2003-02-01",
                             name="Quán Hữu Nam", hamlet="Ấp Hai", certificate_no="57A8012345",
                             certificate_date="2024-02-01")  # fmt: skip
    assert shown(page) is page.list
    assert page.list.notice.words == "Đã lưu “Quán Hữu Nam”."
    assert page.list.table.current_id() == kept.id
    assert desk.store.drafts() == []


def test_a_stray_key_does_not_wipe_out_what_is_kept(page: CandidatesPage, vntype: Type) -> None:
    page.open_record("hoa")
    focus = QApplication.focusWidget()
    assert focus
    vntype(focus, "x")
    assert text_of(page, "owner") == "Lê Thị Hòax"


def test_the_saved_record_is_shown_even_where_the_search_hid_it(page: CandidatesPage, vntype: Type) -> None:
    page.list.search.setText("dao tien")
    page.list.refresh()
    page.open_record("dao")
    type_into(page, vntype, "name", " Mới Lạ")
    page.form.form.fill({"name": "Quán Mới"})
    page.form.save()
    assert page.list.search.text() == ""
    assert page.list.table.current_id() == "dao"


def test_save_and_next_begins_another(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    keys(page, "Ctrl+N")
    for name, text in (("owner", "Lê A"), ("name", "Quán A"), ("hamlet", "Ấp Một")):
        type_into(page, vntype, name, text)
    keys(page.form.form.widget("hamlet"), "Ctrl+Return")
    assert desk.store.count(Household) == 4
    assert shown(page) is page.form
    assert page.form.notice.words == "Đã lưu “Quán A”."
    assert text_of(page, "owner") == ""
    assert page.form.pill.text() == "Hồ sơ mới"
    assert focused() == "owner"


def test_an_error_blocks_and_says_where(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Lê A")
    type_into(page, vntype, "birth_date", "31/2/2003")
    keys(page, "Ctrl+S")
    assert desk.store.count(Household) == 3
    assert page.form.notice.words.startswith("Chưa lưu được: còn 3 ô chưa đúng.")
    assert focused() == "birth_date"
    assert page.form.form.message("name")[0] == "error"
    assert page.form.form.message("birth_date")[1].startswith("“31/2/2003” không phải ngày hợp lệ.")


def test_a_short_number_is_a_hint_while_typing_and_an_error_on_leaving(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "id_number", "0922030012")
    assert page.form.form.message("id_number") == ("hint", "Còn thiếu 2 chữ số")
    leave_field(page)
    assert page.form.form.message("id_number")[0] == "error"
    assert "đang có 10" in page.form.form.message("id_number")[1]


def test_a_value_is_written_out_on_leaving_never_while_typing(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "phone", "+84 909 123 456")
    assert text_of(page, "phone") == "+84 909 123 456"
    leave_field(page)
    assert text_of(page, "phone") == "0909123456"
    assert page.form.form.message("phone")[0] == "hint"


def test_a_partial_birth_date_warns_on_leaving(open_page: Open, vntype: Type) -> None:
    page = open_page(Kind.CITIZEN)
    page.open_record()
    type_into(page, vntype, "birth_date", "2/2003")
    leave_field(page)
    assert text_of(page, "birth_date") == "02/2003"
    assert page.form.form.message("birth_date")[0] == "warning"


def test_the_verdict_follows_every_key(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    assert "Chưa có số giấy chứng nhận" in page.form.verdict.words
    type_into(page, vntype, "certificate_no", "57A8012345")
    assert page.form.verdict.words.startswith("Đủ điều kiện\n")
    type_into(page, vntype, "certificate_date", "1/2/2024")
    assert "Thuộc đối tượng theo điểm a khoản 1 Mục III Kế hoạch 103/KH-UBND." in page.form.verdict.words
    assert "Đủ điều kiện từ 01/02/2024." in page.form.verdict.words
    assert "Không có thời gian miễn phí nào được biết cho ngày này." in page.form.verdict.words


def test_an_enterprise_and_a_citizen_on_the_last_free_day(qtbot: QtBot, tmp_path: Path, vntype: Type) -> None:
    with register(tmp_path / "free", (), lambda: LAST_FREE_DAY) as desk:
        for kind, name, text, words in (
            (Kind.ENTERPRISE, "founded", "31/12/2024", "Đủ điều kiện từ 31/12/2024 đến 31/12/2025."),
            (Kind.CITIZEN, "birth_date", "1/1/2008", "Sẽ đủ điều kiện từ 01/01/2026 đến 01/01/2031."),
        ):
            page = CandidatesPage(kind, acts(desk, kind))
            qtbot.addWidget(page)
            page.show()
            page.open_record()
            type_into(page, vntype, name, text)
            assert words in page.form.verdict.words
            assert "31/12/2025\nĐang trong thời gian miễn phí." in page.form.verdict.words
            page.may_leave()
            page.hide()


def test_who_has_a_domain_is_told(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Registration(candidate="hoa", zone="biz.vn", state="registered", registered_on="2025-12-01"))
    page.open_record("hoa")
    assert "Đã có tên miền miễn phí" in page.form.verdict.words
    page.open_record("dao")
    assert "Đã có tên miền miễn phí" not in page.form.verdict.words


def test_only_hamlets_of_today_are_offered_and_any_other_may_be_typed(page: CandidatesPage, desk: Desk) -> None:
    page.open_record("hoa")
    assert page.form.form.values()["hamlet"] == "Ấp Một"
    box = page.form.form.widget("hamlet")
    assert [box.itemText(at) for at in range(box.count())] == ["Ấp Hai", "Ấp Một"]  # type: ignore[attr-defined]
    page.form.form.fill({"hamlet": "Ấp Ba"})
    page.form.save()
    assert desk.store.get(Household, "hoa") == replace(HOA, hamlet="Ấp Ba")


def test_a_changed_state_is_of_today_unless_said_otherwise(page: CandidatesPage) -> None:
    page.open_record("hoa")
    box = page.form.form.widget("state")
    box.setCurrentIndex(box.findData("suspended"))  # type: ignore[attr-defined]
    settle()
    assert text_of(page, "state_on") == "24/11/2026"
    box.setCurrentIndex(box.findData("active"))  # type: ignore[attr-defined]
    settle()
    assert text_of(page, "state_on") == ""
    page.form.form.fill({"wish_on": "2026-01-02"})
    wish = page.form.form.widget("wish")
    wish.setCurrentIndex(wish.findData("wants"))  # type: ignore[attr-defined]
    settle()
    assert text_of(page, "wish_on") == "02/01/2026"


def test_what_a_list_restored_is_to_be_confirmed(page: CandidatesPage, desk: Desk) -> None:
    page.open_record("dao")
    assert "số điện thoại" in page.form.doubts.words
    press(page.form, "Đã đối chiếu, đúng")
    assert page.form.doubts.words == ""
    page.form.save()
    assert desk.store.get(Household, "dao") == replace(DAO, unconfirmed=())


def test_a_number_typed_anew_is_confirmed_by_that(page: CandidatesPage, vntype: Type) -> None:
    page.open_record("dao")
    type_into(page, vntype, "phone", "9")
    leave_field(page)
    assert page.form.candidate().unconfirmed == ()
    assert page.form.doubts.words == ""


def test_esc_closes_a_calendar_or_a_list_first(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    for name, key in (("certificate_date", Qt.Key.Key_F4), ("state", Qt.Key.Key_F4), ("hamlet", Qt.Key.Key_M)):
        widget = page.form.form.widget(name)
        widget.setFocus()
        QTest.keyClick(widget, key)
        settle()
        popup = QApplication.activePopupWidget()
        assert popup, name
        QTest.keyClick(popup if name == "hamlet" else QApplication.focusWidget(), Qt.Key.Key_Escape)
        settle()
        assert QApplication.activePopupWidget() is None, name
        assert shown(page) is page.form, name


def test_suggestions_go_when_saving_moves_the_keyboard_on(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "hamlet", "m")
    assert QApplication.activePopupWidget()
    page.form.save()
    settle()
    assert page.form.form.widget("owner").hasFocus()
    assert QApplication.activePopupWidget() is None


def test_a_suggested_hamlet_is_taken_by_keyboard(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "hamlet", "m")
    popup = QApplication.activePopupWidget()
    assert popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()
    assert page.form.candidate().hamlet == "Ấp Một"
    assert shown(page) is page.form


def test_twins_are_shown_with_what_agrees_and_can_be_opened(page: CandidatesPage, vntype: Type, qtbot: QtBot) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Lê Thị Hòa")
    type_into(page, vntype, "id_number", "092179000123")
    qtbot.waitUntil(page.form.twins.isVisible)
    assert "Có thể trùng (1)" in page.form.twins.words
    assert "Cùng số định danh cá nhân" in words_in(page.form.twins)
    press(page.form.twins, "Mở hồ sơ")
    assert text_of(page, "name") == "Tạp hóa Hòa"
    assert not page.form.twins.isVisible()
    assert "vẫn được giữ trong bản nháp" in page.form.notice.words
    press(page.form.notice, "Nhập tiếp hồ sơ đó")
    assert text_of(page, "owner") == "Lê Thị Hòa"
    assert text_of(page, "name") == ""


def test_the_same_name_in_the_same_hamlet_is_a_twin_whatever_the_accents(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    page.form.form.fill({"name": "tap hoa HÒA", "hamlet": "ấp một"})
    page.form.form.flush()
    assert "Có thể trùng (1)" in page.form.twins.words
    page.form.form.fill({"hamlet": "Ấp Hai"})
    page.form.form.flush()
    assert not page.form.twins.isVisible()
