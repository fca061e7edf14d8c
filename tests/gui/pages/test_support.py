"""Help given, recorded at the page over a real register: by keyboard alone, nothing lost, removing taken back in place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import focused, press, settle
from tests.gui.pages.support_parts import (
    HELP,
    Clock,
    editor,
    helpdesk,
    keys,
    lines,
    opened,
    shown,
    type_here,
)
from tests.work.desks import put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Support
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.work.desk import Desk

GARBAGE = "{lần 2} %s \u202e\u200b😀 <b>Hòa</b> " + "rất dài " * 300


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with helpdesk(tmp_path, clock) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SupportPage:
    return opened(qtbot, desk)


def kept(desk: Desk) -> list[Support]:
    return [item for item in desk.store.all(Support) if item.id != HELP.id]


def fill(vntype: Type, who: str = "tap hoa") -> None:
    """A whole record from its first field on, Enter between the fields; the channel stays as offered."""
    for text in (who, "", "Lập website", "Đoàn viên, thanh niên", "Đã gửi hồ sơ"):
        type_here(vntype, text)
        keys("Return")


# -- recording


def test_a_whole_record_by_keyboard(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Ctrl+N")
    assert (shown(page), focused()) == (page.support.form, "person")
    keys("Shift+Return")
    assert focused() == "date"
    type_here(vntype, "051225")
    keys("Return")
    fill(vntype)
    assert focused() == "note"
    keys("Ctrl+S")
    (support,) = kept(desk)
    wanted = {"date": "2025-12-05", "candidate": "hoa", "person": "", "channel": "phone", "matter": "website"}
    assert {name: getattr(support, name) for name in wanted} == wanted
    assert (support.helper, support.result, support.source) == ("Đoàn viên, thanh niên", "Đã gửi hồ sơ", "typed")
    assert shown(page) is page.lists
    assert page.support.list.table.current_id() == support.id
    assert lines(page.support)[0][:5] == ["05/12/2025", "Tạp hóa Hòa", "Ấp Một", "Qua điện thoại", "Lập website"]
    assert page.lists.pill.text() == "2 lượt hỗ trợ"


def test_the_next_one_begins_where_the_last_one_ended(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Ctrl+N")
    fill(vntype, "ba sau khong co trong so")
    keys("Ctrl+Return")
    values = editor(page.support).form.values()
    assert (focused(), values["person"], values["helper"]) == ("person", "", "Đoàn viên, thanh niên")
    assert "Đã lưu lượt hỗ trợ" in editor(page.support).notice.words
    fill(vntype, "0909123")
    keys("Ctrl+S")
    assert sorted((item.candidate, item.person) for item in kept(desk)) == [
        ("", "ba sau khong co trong so"),
        ("hoa", ""),
    ]


def test_what_hinders_is_said_and_the_first_field_of_it_has_the_keyboard(
    page: SupportPage, desk: Desk, vntype: Type
) -> None:
    keys("Ctrl+N")
    keys("Shift+Return")
    type_here(vntype, "010127")
    keys("Ctrl+S")
    form = editor(page.support).form
    assert (kept(desk), focused()) == ([], "date")
    assert form.message("date") == ("error", "Ngày này chưa tới. Hãy kiểm tra lại năm.")
    assert form.message("person")[1].startswith("Chưa ghi hỗ trợ cho ai.")
    assert form.message("matter")[0] == "error"
    keys("F8")
    assert focused() == "person"


def test_the_same_help_again_wants_a_reason(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Ctrl+N")
    keys("Shift+Return")
    type_here(vntype, "201125")
    keys("Return")
    fill(vntype)
    keys("Ctrl+S")
    assert kept(desk) == []
    assert editor(page.support).notice.words.startswith("Còn 1 ô có cảnh báo chưa ghi lý do giữ nguyên.")
    type_here(vntype, "Hai lần trong ngày")
    keys("Return")
    keys("Ctrl+S")
    (support,) = kept(desk)
    assert support.accepted == ("matter:support_twice:Hai lần trong ngày",)


@pytest.mark.parametrize("save", [True, False], ids=["saved", "left"])
def test_garbage_is_kept_as_it_is(page: SupportPage, desk: Desk, *, save: bool) -> None:
    page.add.click()
    form = editor(page.support).form
    form.fill({"person": GARBAGE, "matter": GARBAGE, "helper": GARBAGE, "result": GARBAGE})
    settle()
    keys("Ctrl+S" if save else "Esc")
    if save:
        (support,) = kept(desk)
        page.support.open(support.id)
    else:
        page.add.click()
    assert str(form.values()["matter"]).startswith("{lần 2} %s")
    keys("Esc")
    page.support.list.search.setText("{")
    page.support.list.refresh()
    assert [line[4].startswith("{lần 2} %s") for line in lines(page.support)] == [True] * save


def test_it_is_told_which_report_will_count_it(page: SupportPage, vntype: Type) -> None:
    keys("Ctrl+N")
    assert editor(page.support).pill.text() == "Vào báo cáo quý I năm 2026"
    keys("Shift+Return")
    type_here(vntype, "141225")
    assert editor(page.support).pill.text() == "Vào báo cáo quý IV năm 2025"
    editor(page.support).form.fill({"date": "1999"})
    settle()
    assert not editor(page.support).pill.isVisible()


# -- the list


def test_newest_first_found_without_accents_counted_by_period(page: SupportPage, desk: Desk, vntype: Type) -> None:
    put(desk, *(replace(HELP, id=f"h{day}", date=day, person="") for day in ("2025-12-15", "2025-10-03")))
    put(desk, replace(HELP, id="out", date="2025-12-14", candidate="", person="Bà Sáu", matter="email"))
    page.arrive()
    part = page.support.list
    assert [line[0] for line in lines(page.support)] == ["15/12/2025", "14/12/2025", "20/11/2025", "03/10/2025"]
    assert (page.lists.pill.text(), part.told.text()) == ("4 lượt hỗ trợ", "Quý I năm 2026: 1 lượt hỗ trợ")
    part.period.put("2025-Q4")
    part.period.chosen.emit("2025-Q4")
    assert page.lists.pill.text() == "3 lượt hỗ trợ"
    for text in ("b", "a sau"):  # the first letter goes from the rows to the search line
        type_here(vntype, text)
    part.refresh()
    assert [line[1] for line in lines(page.support)] == ["Bà Sáu"]
    assert (part.search.hasFocus(), part.search.text()) == (True, "ba sau")
    keys("Return")
    keys("Return")
    assert editor(page.support).form.values()["person"] == "Bà Sáu"


def test_what_was_saved_is_seen_though_the_period_or_the_search_would_hide_it(page: SupportPage, vntype: Type) -> None:
    part = page.support.list
    part.search.setText("lap website")
    part.period.put("2025-Q4")
    part.refresh()
    keys("Ctrl+N")
    fill(vntype, "ba sau")
    editor(page.support).form.fill({"matter": "email"})
    keys("Ctrl+S")
    assert (part.search.text(), part.period.currentText()) == ("", "Mọi thời gian")
    assert part.table.texts(part.table.currentIndex().row())[0] == "20/12/2025"


def test_removing_is_taken_back_in_place(page: SupportPage, desk: Desk) -> None:
    put(desk, replace(HELP, id="other", date="2025-12-15"))
    part = page.support.list
    page.arrive()
    part.show_record("other")
    assert part.told.text() == "Quý I năm 2026: 1 lượt hỗ trợ"
    keys("Delete")
    assert ([line[0] for line in lines(page.support)], page.lists.pill.text()) == (["20/11/2025"], "1 lượt hỗ trợ")
    assert part.notice.words == "Đã xóa lượt hỗ trợ lập website ngày 15/12/2025."
    assert part.told.text() == "Quý I năm 2026: 0 lượt hỗ trợ"
    assert desk.store.get(Support, "other") is None
    press(part.notice, "Hoàn tác")
    assert [line[0] for line in lines(page.support)] == ["15/12/2025", "20/11/2025"]
    assert (part.table.current_id(), part.table.hasFocus()) == ("other", True)


def test_what_hinders_bringing_back_is_said(page: SupportPage, desk: Desk) -> None:
    keys("Delete")
    with desk.store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, "hoa")
    press(page.support.list.notice, "Hoàn tác")
    assert "đã bị xóa" in page.support.list.notice.words
    assert page.support.list.table.count() == 0


def test_an_open_record_is_removed_with_its_draft(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Return")
    type_here(vntype, "1")
    editor(page.support).flush()
    assert desk.store.drafts() == ["support:help"]
    press(editor(page.support), "Xóa")
    assert (shown(page), desk.store.drafts()) == (page.lists, [])
    assert (desk.store.get(Support, "help"), page.support.list.table.count()) == (None, 0)
    press(page.support.list.notice, "Hoàn tác")
    assert desk.store.get(Support, "help") == HELP


def test_a_new_record_offers_no_removal_and_an_empty_list_removes_nothing(page: SupportPage, desk: Desk) -> None:
    keys("Ctrl+N")
    assert not editor(page.support).remove.isVisible()
    keys("Esc")
    keys("Delete")
    page.support.list.notice.clear()
    page.support.list.remove()
    assert page.support.list.notice.words == ""


def test_a_record_that_is_gone_is_told(page: SupportPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.delete(Kind.SUPPORT, "help")
    page.support.open("help")
    assert page.support.list.notice.words == "Không còn lượt hỗ trợ này trong sổ."
    assert (shown(page), page.support.list.table.count()) == (page.lists, 0)


def test_where_it_is_narrow_columns_give_way(page: SupportPage) -> None:
    table = page.support.list.table
    page.resize(900, 600)
    settle()
    assert [table.isColumnHidden(place) for place in range(7)] == [False, False, True, True, False, False, True]
    page.resize(1700, 600)
    settle()
    assert not any(table.isColumnHidden(place) for place in range(7))


def test_without_a_programme_nothing_is_said_of_reports(qtbot: QtBot, tmp_path: Path, clock: Clock) -> None:
    with helpdesk(tmp_path / "khác", clock, commune="00004") as desk:
        page = opened(qtbot, desk)
        assert not page.support.list.period.isVisible()
        assert (page.support.list.told.text(), page.support.list.table.count()) == ("", 1)
        keys("Ctrl+N")
        assert editor(page.support).pill.text() == ""
        assert not editor(page.support).pill.isVisible()
        assert editor(page.support).form.values()["date"] == "2025-12-20"
