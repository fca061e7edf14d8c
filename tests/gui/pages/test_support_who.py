"""Whom help was given to: candidates found as the name or number is typed, led by the keys of the line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import focused, settle
from tests.gui.pages.support_parts import HELP, Clock, editor, helpdesk, keys, opened, shown, type_here
from tests.work.desks import put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Support
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.gui.pages.support_who import WhoSearch
from vnpresence_desktop.work.desk import Desk

IN_ORDER = ["Lê Thị Hòa · Ấp Một · hộ kinh doanh", "Lê Văn Hòa · Ấp Hai · hộ kinh doanh"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with helpdesk(tmp_path, Clock()) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SupportPage:
    made = opened(qtbot, desk)
    keys("Ctrl+N")
    return made


@pytest.fixture
def who(page: SupportPage) -> WhoSearch:
    return page.who[0]


def offered(who: WhoSearch) -> list[str]:
    return [who.list.item(place).text() for place in range(who.list.count())] if who.list.isVisible() else []


def whom(page: SupportPage) -> tuple[str, str, str]:
    """Candidate and person of what stands in the form, and what is said of them."""
    settle()
    record = editor(page.support).record()
    assert isinstance(record, Support)
    return record.candidate, record.person, editor(page.support).form.message("person")[1]


def test_each_key_searches_names_and_numbers_and_shows_the_hamlet(who: WhoSearch, vntype: Type) -> None:
    type_here(vntype, "tap hoa hoa")
    assert offered(who)[:2] == [f"Tạp hóa Hòa · {line}" for line in IN_ORDER]
    assert offered(who)[2:] == ["Ghi “tap hoa hoa” là người ngoài sổ"]
    who.line.clear()
    type_here(vntype, "0909 123")
    assert offered(who)[0] == f"Tạp hóa Hòa · {IN_ORDER[0]}"
    who.line.clear()
    type_here(vntype, "HÒA")
    assert [line.split(" · ")[-1] for line in offered(who)[:-1]] == 2 * ["hộ kinh doanh"] + ["doanh nghiệp", "công dân"]


def test_enter_takes_the_first_and_goes_on(page: SupportPage, who: WhoSearch, vntype: Type) -> None:
    type_here(vntype, "tap hoa hoa")
    keys("Return")
    assert (focused(), who.line.text(), offered(who)) == ("channel", "Tạp hóa Hòa", [])
    assert whom(page) == ("hoa", "", f"Trong sổ: {IN_ORDER[0]}.")


def test_the_arrows_choose_among_the_same_names(page: SupportPage, who: WhoSearch, vntype: Type) -> None:
    type_here(vntype, "tap hoa hoa")
    keys("Down")
    assert who.line.accessibleDescription() == f"Tạp hóa Hòa · {IN_ORDER[1]}"
    keys("Return")
    assert whom(page) == ("hoa2", "", f"Trong sổ: {IN_ORDER[1]}.")


@pytest.mark.parametrize("way", [("Up", "Return"), ("Esc", "Return"), ("Tab",)])
def test_a_person_outside_the_register_is_a_name(
    page: SupportPage, who: WhoSearch, vntype: Type, way: tuple[str, ...]
) -> None:
    type_here(vntype, "Hòa")
    assert offered(who)
    for key in way:
        keys(key)
    assert (focused(), offered(who)) == ("channel", [])
    assert whom(page) == ("", "Hòa", "Người ngoài sổ.")
    assert shown(page) is page.support.form


def test_whoever_was_chosen_is_no_more_when_the_name_is_changed(
    page: SupportPage, who: WhoSearch, vntype: Type
) -> None:
    type_here(vntype, "tap hoa hoa")
    keys("Return")
    who.line.setFocus()
    who.line.end(False)
    type_here(vntype, "i")
    assert whom(page) == ("", "Tạp hóa Hòai", "Người ngoài sổ.")


def test_the_mouse_takes_too(page: SupportPage, who: WhoSearch, vntype: Type) -> None:
    type_here(vntype, "binh")
    place = who.list.visualItemRect(who.list.item(0)).center()
    QTest.mouseClick(who.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert whom(page)[0] == "youth"
    assert who.line.hasFocus()


def test_nobody_and_nothing_open_no_list(who: WhoSearch, vntype: Type) -> None:
    type_here(vntype, "%_*")
    assert offered(who) == []
    who.line.setText("   ")
    who.line.textEdited.emit("   ")
    assert offered(who) == []


def test_the_list_is_within_the_page_and_goes_when_its_size_changes(
    page: SupportPage, who: WhoSearch, desk: Desk, vntype: Type
) -> None:
    put(desk, *(Household(name=f"Quán Thủy {at} {'rất dài ' * 20}", owner="Lê A", hamlet="Ấp Một") for at in range(30)))
    type_here(vntype, "thuy")
    assert who.list.count() == 7
    assert editor(page.support).rect().contains(who.list.geometry())
    page.resize(900, 600)
    settle()
    assert offered(who) == []


def test_a_chosen_candidate_is_in_the_draft(qtbot: QtBot, page: SupportPage, desk: Desk, vntype: Type) -> None:
    type_here(vntype, "tap hoa hoa")
    keys("Down")
    keys("Return")
    assert page.may_leave()
    again = opened(qtbot, desk)
    again.add.click()
    assert whom(again) == ("hoa2", "", f"Trong sổ: {IN_ORDER[1]}.")


def test_who_came_for_a_candidate_stays(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Esc")
    page.support.open("help")
    assert page.who[0].line.text() == "Tạp hóa Hòa"
    editor(page.support).form.focus_field("result")
    keys("Ctrl+A")
    type_here(vntype, "Xong")
    keys("Ctrl+S")
    saved = desk.store.get(Support, "help")
    assert saved
    assert (saved.candidate, saved.person, saved.result) == ("hoa", "Lê Thị Hòa", "Xong")


def test_a_candidate_that_is_gone_is_told(page: SupportPage, desk: Desk) -> None:
    keys("Esc")
    with desk.store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, "hoa")
    page.support.open("help")
    assert page.who[0].line.text() == HELP.person
    keys("Ctrl+S")
    assert editor(page.support).form.message("person")[1].startswith("Hồ sơ đã chọn không còn trong sổ.")


# -- from a candidate's own form


def test_help_for_a_candidate_begins_with_it_and_leads_back(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Esc")
    came: list[str] = []
    page.record_for("youth", lambda: came.append("back"))
    assert (whom(page)[0], focused(), page.who[0].line.text()) == ("youth", "person", "Nguyễn Hòa Bình")
    editor(page.support).form.focus_field("matter")
    type_here(vntype, "Dùng email")
    keys("Ctrl+S")
    assert came == ["back"]
    (saved,) = desk.store.find(Support, candidate="youth")
    assert saved.matter == "email"


def test_half_typed_help_for_a_candidate_does_not_mix_with_other_help(
    page: SupportPage, desk: Desk, vntype: Type
) -> None:
    type_here(vntype, "Bà Sáu")
    keys("Esc")
    came: list[str] = []
    page.record_for("youth", lambda: came.append("back"))
    editor(page.support).form.fill({"result": "Đã tạo hộp thư"})
    keys("Esc")
    assert (came, sorted(desk.store.drafts())) == (["back"], ["support:new", "support:new:youth"])
    page.record_for("youth")
    assert (whom(page)[0], editor(page.support).form.values()["result"]) == ("youth", "Đã tạo hộp thư")
    keys("Esc")
    page.add.click()
    assert whom(page)[:2] == ("", "Bà Sáu")


def test_left_help_for_a_candidate_is_gone_on_with(page: SupportPage, desk: Desk) -> None:
    keys("Esc")
    page.record_for("youth")
    editor(page.support).form.fill({"result": "Đã tạo hộp thư"})
    keys("Esc")
    page.support.list.notice._do()
    assert (whom(page)[0], editor(page.support).form.values()["result"]) == ("youth", "Đã tạo hộp thư")
