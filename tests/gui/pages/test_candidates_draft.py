"""Nothing typed into a candidate's form is lost: drafts, going back, a register that can't be written."""

from dataclasses import replace

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import (
    HOA,
    Open,
    acts,
    keys,
    leave_field,
    press,
    shown,
    text_of,
    type_into,
)
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk


def test_a_draft_is_kept_while_typing_goes_on(page: CandidatesPage, desk: Desk, vntype: Type, qtbot: QtBot) -> None:
    page.open_record()
    widget = page.form.form.widget("owner")
    letters = iter("Nguyen Thi Thuy " * 20)

    def kept() -> bool:
        vntype(widget, next(letters))  # no pause in which the form could settle
        QTest.qWait(20)
        return desk.store.draft("household:new") is not None

    qtbot.waitUntil(kept, timeout=5000)
    assert page.form.pill.text() == "Bản nháp"


def test_a_draft_comes_back_after_a_crash_and_can_be_given_up(
    page: CandidatesPage, open_page: Open, desk: Desk, vntype: Type, qtbot: QtBot
) -> None:
    page.open_record("hoa")
    type_into(page, vntype, "trade", "Bán lẻ")
    type_into(page, vntype, "birth_date", "31/2/2003")
    qtbot.waitUntil(lambda: "31/2/2003" in (desk.store.draft("household:hoa") or ""))
    again = open_page(Kind.HOUSEHOLD)
    again.open_record("hoa")
    assert again.form.notice.words == "Đã mở lại bản nháp chưa lưu."
    assert (text_of(again, "trade"), text_of(again, "birth_date")) == ("Bán lẻ", "31/2/2003")
    assert again.form.form.message("birth_date")[0] == "error"
    press(again.form.notice, "Bỏ bản nháp")
    assert text_of(again, "trade") == ""
    assert again.form.pill.text() == "Đã lưu trong sổ"
    assert desk.store.drafts() == []
    page.form.open("hoa")


def test_a_draft_holds_only_what_was_changed(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record("hoa")
    type_into(page, vntype, "trade", "Bán lẻ")
    keys(page, "Esc")
    with desk.store.unit() as unit:  # meanwhile a list brought an e-mail
        unit.put(replace(HOA, email="hoa@example.vn"))
    press(page.list.notice, "Nhập tiếp")
    page.form.save()
    assert desk.store.get(Household, "hoa") == replace(HOA, email="hoa@example.vn", trade="Bán lẻ")


def test_esc_goes_back_without_loss(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    keys(page, "Ctrl+N")
    type_into(page, vntype, "owner", "Lê Á")
    keys(page, "Esc")
    assert shown(page) is page.list
    assert page.list.table.hasFocus()
    assert page.list.notice.words == "Một hộ kinh doanh mới đang nhập dở được giữ trong bản nháp."
    keys(page, "Ctrl+N")
    assert text_of(page, "owner") == "Lê Á"


def test_opening_and_leaving_changes_nothing(page: CandidatesPage, desk: Desk) -> None:
    before = len(desk.store.history("hoa"))
    page.open_record("hoa")
    for _ in range(25):
        leave_field(page)
    keys(page, "Esc")
    assert (desk.store.drafts(), len(desk.store.history("hoa"))) == ([], before)
    assert page.list.notice.words == ""


def test_closing_the_window_keeps_the_last_letter(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Lê")
    assert page.may_leave()
    assert page._acts.draft("household:new") == {"owner": "Lê", "@": "owner:2"}


def test_another_page_keeps_the_open_form(page: CandidatesPage, vntype: Type) -> None:
    page.open_record()
    type_into(page, vntype, "owner", "Lê")
    page.hide()
    page.show()
    page.arrive()
    assert text_of(page, "owner") == "Lê"
    assert shown(page) is page.form


def refusing(qtbot: QtBot, desk: Desk, names: tuple[str, ...], title: str, advice: str) -> CandidatesPage:
    """The households with some acts that fail."""

    def refuse(*_: object) -> Household:
        raise UserError(title, advice)

    plain = acts(desk, Kind.HOUSEHOLD)
    lists = replace(plain.lists, first=refuse) if "lists" in names else plain.lists
    others = dict.fromkeys(set(names) - {"lists"}, refuse)
    page = CandidatesPage(Kind.HOUSEHOLD, replace(plain, lists=lists, **others))
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_full_disk_is_said_in_place_and_nothing_typed_is_lost(qtbot: QtBot, desk: Desk, vntype: Type) -> None:
    page = refusing(qtbot, desk, ("keep", "keep_draft"), "Đĩa đã đầy, chưa lưu được.", "Hãy dọn bớt đĩa rồi lưu lại.")
    page.open_record("hoa")
    type_into(page, vntype, "trade", "Bán lẻ")
    page.form.draft.keep()
    assert page.form.notice.words == "Đĩa đã đầy, chưa lưu được. Hãy dọn bớt đĩa rồi lưu lại."
    page.form.notice.clear()
    page.form.save()
    assert page.form.notice.words.startswith("Đĩa đã đầy")
    assert text_of(page, "trade") == "Bán lẻ"
    page.form.notice.clear()
    assert not page.may_leave()
    assert page.form.notice.words.startswith("Đĩa đã đầy")
    assert page.may_leave()
    page.form.open("hoa")


def test_a_register_that_cannot_be_read_is_said_in_place(qtbot: QtBot, desk: Desk) -> None:
    page = refusing(qtbot, desk, ("lists", "get"), "Không đọc được tệp dữ liệu.", "Hãy cắm lại ổ đĩa.")
    page.arrive()
    assert page.list.notice.words == "Không đọc được tệp dữ liệu. Hãy cắm lại ổ đĩa."
    page.list.notice.clear()
    page.open_record("hoa")
    assert page.list.notice.words.startswith("Không đọc được")
    assert shown(page) is page.list
