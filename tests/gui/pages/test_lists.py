"""The list of a group narrowed, kept under a name and shown in other columns, by keyboard over a real register."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import HOA, Open, keys, names, settle, shown
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, ListView, Reach, Registration
from vnpresence_desktop.gui.choice_list import ChoiceList
from vnpresence_desktop.gui.pages import list_narrowing
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.list_columns_panel import ColumnsPanel
from vnpresence_desktop.gui.pages.list_filter_panel import FilterPanel
from vnpresence_desktop.gui.pages.list_saved_panel import SavedPanel
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_columns import usual
from vnpresence_desktop.work.list_filters import Part


def focus() -> object:
    return QApplication.focusWidget()


def choose(panel_list: ChoiceList, text: str) -> None:
    """Go to a choice by its text and press Space, as a person would by arrows."""
    (item,) = (one for one in panel_list.findItems(text, Qt.MatchFlag.MatchStartsWith) if one.flags())
    panel_list.setCurrentItem(item)
    QTest.keyClick(panel_list, Qt.Key.Key_Space)
    settle()


def chips(page: CandidatesPage) -> list[str]:
    return [chip.text().removesuffix("  ×") for chip in page.list.tools.chips.chips]


def filters(page: CandidatesPage) -> FilterPanel:
    keys(page, "Ctrl+L")
    panel = page.list.tools.side.open
    assert isinstance(panel, FilterPanel)
    return panel


def test_a_filter_is_chosen_and_taken_off_by_keyboard_alone(page: CandidatesPage) -> None:
    panel = filters(page)
    assert focus() is panel.list
    choose(panel.list, "Ấp Một")
    assert names(page) == ["Đào Tiên", "Tạp hóa Hòa"]
    choose(panel.list, "Đủ điều kiện")
    assert names(page) == ["Tạp hóa Hòa"]
    assert chips(page) == ["Đủ điều kiện (1)", "Ấp Một (2)"]
    assert page.list.pill.text() == "1 hộ kinh doanh"
    keys(panel.list, "Esc")
    assert page.list.tools.side.open is None
    assert focus() is page.list.table
    page.list.tools.chips.chips[0].setFocus()
    QTest.keyClick(page.list.tools.chips.chips[0], Qt.Key.Key_Space)
    settle()
    assert chips(page) == ["Ấp Một (2)"]
    assert focus() is page.list.tools.chips.chips[0]
    QTest.keyClick(page.list.tools.chips.clear, Qt.Key.Key_Space)
    settle()
    assert len(names(page)) == 3
    assert not page.list.tools.chips.clear.isVisible()


def test_the_choices_say_how_many_each_shows(page: CandidatesPage) -> None:
    panel = filters(page)
    texts = [panel.list.item(place).text() for place in range(panel.list.count())]
    for text in ("Đủ điều kiện (1)", "Chưa có tên miền (3)", "Ấp Hai (1)", "Chấm dứt (1)", "Thiếu số điện thoại (1)",
                 "Chưa đối chiếu giấy tờ (1)", "Danh sách “ho.xlsx” (1)"):  # fmt: skip
        assert text in texts
    assert "Ấp Cũ" not in " ".join(texts)
    for heading in ("Điều kiện hôm nay", "Tên miền", "Tiếp cận", "Ấp, khu vực", "Nguồn hồ sơ"):
        (item,) = panel.list.findItems(heading, Qt.MatchFlag.MatchExactly)
        assert not item.flags() & Qt.ItemFlag.ItemIsSelectable


def test_arrows_pass_over_headings(page: CandidatesPage) -> None:
    panel = filters(page)
    seen = []
    for _ in range(8):
        current = panel.list.currentItem()
        assert current is not None
        seen.append(current.text().partition(" (")[0])
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert seen[4:6] == ["Không đủ điều kiện", "Chưa có tên miền"]


def test_search_and_filters_hold_together(page: CandidatesPage, vntype: Type) -> None:
    page.list.tools.narrowing.put(Part("hamlet", "Ấp Một"))
    keys(page, "Ctrl+F")
    vntype(page.list.search, "dao")
    settle()
    assert names(page) == ["Đào Tiên"]
    page.list.search.setText("ánh")
    settle()
    assert names(page) == []
    assert page.list.tools.chips.clear.isVisible()
    assert "Xóa lọc" in page.list.table.accessibleDescription()
    page.list.tools.narrowing.clear()
    assert "Xóa lọc" not in page.list.table.accessibleDescription()


def test_what_was_done_for_a_candidate_narrows_too(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Registration(candidate="hoa", zone="biz.vn", label="hoa"))
        unit.put(Reach(session="s", candidate="dao"))
    for part, shows in (
        (Part("domain", "none"), ["Ánh Sáng", "Đào Tiên"]),
        (Part("domain", "open"), ["Tạp hóa Hòa"]),
        (Part("reached", "yes"), ["Đào Tiên"]),
        (Part("missing", "phone"), ["Ánh Sáng"]),
        (Part("doubt", "unconfirmed"), ["Đào Tiên"]),
        (Part("since", "2026-11-24"), ["Ánh Sáng", "Đào Tiên", "Tạp hóa Hòa"]),
        (Part("since", "2026-11-25"), []),
    ):
        page.list.tools.narrowing.clear()
        page.list.tools.narrowing.put(part)
        assert names(page) == shows, part


def test_a_day_is_typed_and_taken_back(page: CandidatesPage, vntype: Type) -> None:
    panel = filters(page)
    panel.since.setFocus()
    vntype(panel.since, "251126")
    QTest.keyClick(panel.since, Qt.Key.Key_Return)
    settle()
    assert chips(page) == ["Sửa từ 25/11/2026"]
    panel.since.selectAll()
    vntype(panel.since, "abc")
    QTest.keyClick(panel.since, Qt.Key.Key_Return)
    assert panel.since.text() == "25/11/2026"
    panel.since.clear()
    QTest.keyClick(panel.since, Qt.Key.Key_Return)
    assert chips(page) == []


def test_saving_a_record_counts_anew(page: CandidatesPage, desk: Desk) -> None:
    page.list.tools.narrowing.put(Part("hamlet", "Ấp Một"))
    with desk.store.unit() as unit:
        unit.put(replace(HOA, hamlet="Ấp Hai"))
    page.arrive()
    assert chips(page) == ["Ấp Một (1)"]
    assert names(page) == ["Đào Tiên"]


def test_a_record_that_the_filter_hides_is_shown_when_it_was_saved(page: CandidatesPage) -> None:
    page.list.tools.narrowing.put(Part("hamlet", "Ấp Hai"))
    page.list.show_record("hoa")
    assert page.list.table.current_id() == "hoa"
    assert chips(page) == []


def test_a_large_group_is_counted_in_a_job(page: CandidatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_narrowing, "SMALL", 2)
    page.list.tools.narrowing.put(Part("condition", "eligible"))
    assert page.list.pill.text() == "đang xét điều kiện…"
    assert names(page) == []
    qtbot.waitUntil(lambda: names(page) == ["Tạp hóa Hòa"])
    assert chips(page) == ["Đủ điều kiện (1)"]


# -- lists under a name


def saved(page: CandidatesPage) -> SavedPanel:
    keys(page, "Ctrl+B")
    panel = page.list.tools.side.open
    assert isinstance(panel, SavedPanel)
    return panel


def test_a_list_is_kept_chosen_and_forgotten(page: CandidatesPage, vntype: Type, desk: Desk) -> None:
    page.list.tools.narrowing.put(Part("hamlet", "Ấp Một"))
    page.list.tools.narrowing.show_columns(("name", "phone"))
    page.list.search.setText("hoa")
    panel = saved(page)
    assert focus() is panel.names
    panel.name.setFocus()
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.told.text.startswith("Danh sách chưa có tên.")
    vntype(panel.name, "Hòa ở ấp Một")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.told.text == "Đã lưu “Hòa ở ấp Một”."
    page.list.tools.narrowing.clear()
    page.list.tools.narrowing.show_columns(())
    page.list.search.clear()
    panel.names.setFocus()
    assert panel.names.currentItem().text() == "Hòa ở ấp Một (đã lưu)"
    keys(panel.names, "Return")
    assert (names(page), chips(page), page.list.search.text()) == (["Tạp hóa Hòa"], ["Ấp Một (2)"], "hoa")
    assert page.list.table.texts(0) == ["Tạp hóa Hòa", "•••••••456"]
    keys(panel.names, "Delete")
    assert desk.store.all(ListView) == []
    assert "Hòa ở ấp Một" not in [panel.names.item(at).text() for at in range(panel.names.count())]


def test_built_in_lists_are_chosen_and_stay(page: CandidatesPage) -> None:
    panel = saved(page)
    assert panel.names.currentItem().text() == "Đủ điều kiện, chưa có tên miền"
    keys(panel.names, "Return")
    assert names(page) == ["Tạp hóa Hòa"]
    keys(panel.names, "Delete")
    assert panel.names.count() == 6
    assert panel.forget.toolTip()


def test_a_newer_list_says_that_it_shows_more(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(ListView(name="Của bản sau", of="household", filter='{"altitude": 3}'))
    panel = saved(page)
    panel.names.setCurrentRow(panel.names.count() - 1)
    keys(panel.names, "Return")
    assert panel.told.level == "warning"
    assert len(names(page)) == 3


# -- columns


def columns(page: CandidatesPage) -> ColumnsPanel:
    keys(page, "Ctrl+K")
    panel = page.list.tools.side.open
    assert isinstance(panel, ColumnsPanel)
    return panel


def headings(page: CandidatesPage) -> list[str]:
    model = page.list.table.model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]


def test_columns_are_chosen_ordered_and_remembered(page: CandidatesPage, desk: Desk, open_page: Open) -> None:
    panel = columns(page)
    choose(panel.list, "Số điện thoại")
    choose(panel.list, "Chủ hộ")
    assert headings(page)[-1] == "Số điện thoại"
    assert page.list.table.texts(1)[-1] == "•••••••001"
    panel.list.setCurrentRow(0)
    keys(panel.list, "Alt+Down")  # past "Chủ hộ", which is not shown any more
    assert headings(page)[0] == "Tên hộ kinh doanh"
    keys(panel.list, "Alt+Down")
    assert headings(page)[:2] == ["Số định danh", "Tên hộ kinh doanh"]
    assert page.list.table.texts(2)[:2] == ["•••••••••123", "Tạp hóa Hòa"]
    assert Preferences(desk.folder / "cua-so.ini").columns("household") == page.list.tools.narrowing.columns
    assert headings(open_page(Kind.HOUSEHOLD)) == headings(page)
    QTest.mouseClick(panel.usual, Qt.MouseButton.LeftButton)
    assert page.list.tools.narrowing.columns == usual(Kind.HOUSEHOLD)
    assert not panel.usual.isEnabled()


def test_some_column_always_stays(page: CandidatesPage) -> None:
    panel = columns(page)
    for place in range(len(usual(Kind.HOUSEHOLD))):
        panel.list.setCurrentRow(place)
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert page.list.tools.narrowing.columns == usual(Kind.HOUSEHOLD)


def test_every_column_can_be_shown(open_page: Open, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Citizen(id="mo", name="Lê Mơ", birth_date="2005", hamlet="Ấp Một", union_member=True, sex="female"))
    page = open_page(Kind.CITIZEN)
    panel = columns(page)
    page.list.tools.narrowing.show_columns(panel.list.keys())
    shown_texts = dict(zip(headings(page), page.list.table.texts(0), strict=True))
    assert shown_texts["Đoàn viên"] == "Có"
    assert shown_texts["Giới tính"] == "Nữ"
    assert shown_texts["Nguồn hồ sơ"] == "Nhập tay"
    assert shown_texts["Căn cứ xử lý dữ liệu"] == "Hoạt động của cơ quan nhà nước"
    assert len(shown_texts) == len(panel.list.keys())


def test_the_model_keeps_its_promises(page: CandidatesPage) -> None:
    model = page.list.table.model()
    assert isinstance(model, QAbstractItemModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.list.tools.narrowing.put(Part("hamlet", "Ấp Một"))
    page.list.tools.narrowing.show_columns(("phone", "name", "reached", "domain"))
    page.list.table.tick_shown()
    page.list.tools.narrowing.clear()
    page.list.tools.narrowing.show_columns(())
    assert tester.model() is model


# -- from a figure


def test_the_records_behind_a_figure_are_shown_until_the_chip_is_closed(page: CandidatesPage) -> None:
    page.list.search.setText("hoa")
    page.show_ids("Đã tiếp cận, quý IV năm 2026", ["hoa", "an", "gone"])
    assert names(page) == ["Ánh Sáng", "Tạp hóa Hòa"]
    assert chips(page) == ["Từ báo cáo: Đã tiếp cận, quý IV năm 2026 (3)"]
    page.list.tools.narrowing.put(Part("condition", "eligible"))
    assert names(page) == ["Tạp hóa Hòa"]
    page.list.tools.narrowing.put(Part("condition", "undetermined"))
    assert names(page) == ["Tạp hóa Hòa"]
    page.list.tools.chips.chips[0].click()
    assert chips(page) == ["Đủ điều kiện (1)", "Chưa đủ căn cứ (1)"]
    assert names(page) == ["Đào Tiên", "Tạp hóa Hòa"]


def test_a_record_that_is_open_stays_as_a_draft(page: CandidatesPage, vntype: Type) -> None:
    page.open_record("hoa")
    vntype(page.form.form.widget("owner"), "x")
    page.show_ids("Đã tiếp cận", ["an"])
    assert shown(page) is page.list
    assert names(page) == ["Ánh Sáng"]
    assert page._acts.draft("household:hoa")


def test_panels_take_turns_and_the_keyboard_comes_back(page: CandidatesPage) -> None:
    side = page.list.tools.side
    first = filters(page)
    second = columns(page)
    assert focus() is second.list
    keys(page, "Ctrl+K")
    assert not side.isVisible()
    assert focus() is page.list.table
    keys(page, "Ctrl+L")
    page.list.table.setFocus()
    keys(page, "Ctrl+L")
    assert focus() is first.list
    page.list.table.setFocus()
    keys(page.list.table, "Esc")
    assert side.open is None
